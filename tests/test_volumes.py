"""A subject with more events than a page should hold: a page for each year, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crawl import Page, read_site
from pelican.plugins.chronology.room import ROOM
from pelican.plugins.chronology.views.countries import LISTED
from pelican.plugins.chronology.views.events import SAID
from sites import SMALL, build, small_site, told

REPORTS = ROOM.subject + 40
YEARS = range(2001, 2011)


def report(number: int) -> str:
    date = "" if number % 50 == 0 else f"date: {YEARS[number % 10]}-{number % 12 + 1:02d}-{number % 28 + 1:02d}\n"
    role = "{id: ada-stone, role: primary}" if number % 7 else "ada-stone, {id: ben-reed, role: primary}"
    return (
        f"---\nid: vol{number}\ntitle: Meeting {number} by the lake\n{date}"
        f"event_type: talks\nactors: [{role}]\nlocation: {{place: Geneva, country: CH}}\ncountries: [CH]\n"
        "source: {outlet: Lake Gazette}\n---\nAda Stone met somebody.\n"
    )


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"content/reports/all/meeting-{number}.md": report(number) for number in range(REPORTS)}
    site = small_site(tmp_path_factory.mktemp("volumes"), {**SMALL, **files})
    result = build(site)
    assert result.returncode == 0, told(result)
    return site / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Page]:
    return read_site(output)


@pytest.mark.parametrize("subject", ["actors/ada-stone", "countries/ch", "types/talks", "sources/lake-gazette"])
def test_every_report_is_in_one_volume(subject: str, output: Path, pages: dict[str, Page]) -> None:
    """The volumes of a subject lead to all of its reports, and its own page leads to all volumes."""
    volumes = sorted(path for path in pages if path.startswith(f"{subject}/"))
    led = [
        target
        for volume in volumes
        for target in {t for _, t, _ in pages[volume].targets() if t.startswith("reports/all/")}
    ]

    assert len(led) == len(set(led)) == REPORTS
    # The fixture's own report is of 2021; some of these have no date.
    assert len(volumes) == (2 if subject.startswith("sources") else len(YEARS) + 2)
    assert all(pages[f"{subject}.html"].leads_to(volume) for volume in volumes)


def test_the_page_of_a_large_subject_is_light(output: Path) -> None:
    """It shows the years with their numbers, and what was last."""
    text = (output / "actors/ada-stone.html").read_text(encoding="utf-8")
    counts = re.findall(r'<li id="(?:y\d+|undated)">.*?<span class="n">(\d+)</span>', text)

    assert sum(map(int, counts)) == REPORTS + 1, "those of the fixture, too"
    assert len(re.findall(r'<a href="\.\./reports/all/', text)) < 50


def test_a_bar_of_its_picture_leads_to_the_year(output: Path, pages: dict[str, Page]) -> None:
    """Pictures lead to the same places as on the page of a smaller subject."""
    page = pages["actors/ada-stone.html"]
    fragments = {fragment for _, target, fragment in page.targets() if target == page.address and fragment}

    assert {f"y{year}" for year in YEARS} <= fragments
    assert fragments <= set(page.ids)


def test_a_smaller_subject_has_no_volumes(pages: dict[str, Page]) -> None:
    """One page holds all of it."""
    assert not any(path.startswith("actors/ben-reed/") for path in pages)


def test_a_country_names_a_hundred_of_its_actors_and_places(tmp_path: Path) -> None:
    """Those with most reports and events come first, and what is left out is counted."""
    many = [f"envoy-{number:03d}" for number in range(LISTED + 5)]
    places = ", ".join(f"{{place: Hill {name}, country: CH}}" for name in many)
    actors = ", ".join((*many, "ada-stone"))
    files = {f"content/actors/{name}.md": f"---\nname: {name}\nkind: person\ncountry: CH\n---\n" for name in many}
    files["content/reports/2022/all.md"] = (
        f"---\nid: all\ntitle: All of them\ndate: 2022-01-01\nevent_type: talks\nactors: [{actors}]\n"
        f"location: [{places}, {{place: Geneva, country: CH}}]\ncountries: [CH]\n---\nThey met.\n"
    )
    site = small_site(tmp_path, {**SMALL, **files})
    result = build(site)
    assert result.returncode == 0, told(result)
    text = (site / "output/countries/ch.html").read_text(encoding="utf-8")

    listed = re.findall(r'<li><a href="\.\./actors/([\w-]+)\.html', text.partition("Its actors")[2])
    assert listed[:LISTED] == ["ada-stone", *many[: LISTED - 1]]
    assert "6 more in the index of actors" in text
    assert text.count("<bdi>Hill envoy-") == LISTED - 1
    assert "6 more places, with no more events than these." in text
    assert text.index("<bdi>Geneva</bdi>") < text.index("<bdi>Hill envoy-000</bdi>")


def test_an_event_names_some_of_many_reports_that_say_the_same(tmp_path: Path) -> None:
    """Of hundreds of reports that give one date those are named that came out first; the others are counted."""
    known = "---\nname: Storm over the lake\ndate: 2021-01-01\nevent_type: talks\n---\n"
    report = "---\nid: s{n}\ntitle: Of the storm, {n}\ndate: 2021-01-01\npublished: 2021-02-{n:02d}\n"
    report += "event_type: talks\nevent: storm\n---\nIt stormed.\n"
    files = {f"content/reports/2021/{n}.md": report.format(n=n) for n in range(1, SAID + 4)}
    site = small_site(tmp_path, {**SMALL, **files, "content/events/storm.md": known})
    result = build(site)
    assert result.returncode == 0, told(result)
    said = (site / "output/events/storm.html").read_text(encoding="utf-8").partition('class="aspects"')[2]

    assert re.findall(r"reports/2021/(\d+)\.html", said) == [str(n) for n in range(1, SAID + 1)]
    assert "<li>3 more</li>" in said
