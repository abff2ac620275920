"""A report's page: evidence and text lead to each other, events stand in order of time, reasons can be checked."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from crawl import Page, read_site
from pelican.plugins.chronology import archive, pagefile, urls
from pelican.plugins.chronology.atlas import read_atlas
from pelican.plugins.chronology.languages import ENGLISH
from pelican.plugins.chronology.model import Report
from pelican.plugins.chronology.scripts import written_in
from pelican.plugins.chronology.views.related import Apart, apart, related
from pelican.plugins.chronology.views.shown import Shown
from pelican.plugins.chronology.vocabulary import Vocabulary

ACCORD = "reports/2021/accord-on-the-strait.html"


@pytest.fixture(scope="module")
def pages(everything_site: Path) -> dict[str, Page]:
    return read_site(everything_site / "output")


@pytest.fixture(scope="module")
def accord(everything_site: Path) -> str:
    """The page of a report with events, claims, corrections and evidence of every kind."""
    return (everything_site / "output" / ACCORD).read_text("utf-8")


def shown(html: str) -> str:
    return " ".join(unescape(re.sub("<[^>]*>", " ", html)).split())


def test_every_mark_leads_to_its_evidence_and_back(pages: dict[str, Page]) -> None:
    """Whatever is marked in a text has a place where the page tells what rests on it, and a way in both directions."""
    marked = 0
    for address, page in pages.items():
        fragments = {fragment for _, target, fragment in page.targets() if target == address}
        said = {i.removeprefix("said-") for i in page.ids if i.startswith("said-")}
        whys = {f.removeprefix("why-") for f in fragments if f.startswith("why-")}

        assert said == whys, address
        for name in said:
            assert f"why-{name}" in page.ids, address
            assert f"what-{name}" in page.ids, address
            assert f"said-{name}" in fragments, f"{address}: {name} has no way back"
        marked += len(said)
    assert marked > 15


def test_every_kind_of_annotation_is_marked(pages: dict[str, Page]) -> None:
    """Date, publication, place, type, events, claims, actors and countries, each by its own words."""
    kinds = {i.split("-")[1] for i in pages[ACCORD].ids if i.startswith("said-")}

    assert kinds == {"date", "published", "place", "type", "event", "claim", "actor", "country"}


def test_a_way_to_evidence_has_a_name(accord: str) -> None:
    """The link is a sign without words, so it is named by what rests on the passage."""
    named = re.findall(r'<a class="why[^"]*" href="#why-([\w-]+)" aria-labelledby="([^"]*)"></a>', accord)

    assert named
    for name, label in named:
        assert label == f"_why what-{name}"
        assert accord.count(f'id="what-{name}"') == 1
    assert '<span id="_why" hidden>Evidence:</span>' in accord


def test_the_events_of_a_report_are_a_timeline(accord: str) -> None:
    """In order of time, the main one among them, each with its place in the chronology."""
    section = accord[accord.index('id="_events"') : accord.index('id="_claims"')]
    dates = [shown(at) for at in re.findall(r'<p class="at">(.*?)</p>', section)]

    assert dates == ["2018", "20 November 2020", "about December 2020", "4 March 2021", "between June and August 2021"]
    assert section.count(">Main event<") == 1
    assert re.findall(r'<p class="at"><a href="([^"]*)"', section) == [
        "../../chronology/2018.html#ev1acc-4",
        "../../chronology/2020.html#strait-collision-2020",
        "../../chronology/2020.html#ev1acc-2",
        "../../chronology/2021.html#strait-accord-2021",
        "../../chronology/2021.html#ev1acc-3",
    ]


def test_figures_that_disagree_stand_side_by_side(accord: str) -> None:
    """One number, two figures: told as such, each with who gives it."""
    (group,) = re.findall(r'<section class="differ">(.*?)</section>', accord, re.S)

    assert "Sources differ" in group
    figures = [shown(p) for p in re.findall(r'<p id="what-claim-\d">(.*?)</p>', group)]
    assert figures == [
        "40 ferries a day according to Ines Castell",
        "at least 60 ferries a day according to Harbour Union",
    ]


@pytest.mark.parametrize(
    ("this", "other", "gap"),
    [
        ("2021-03-04", "2021-03-07", Apart(3, "day", True)),
        ("2021-03-04", "2021-03-04", Apart(0, "day", True)),
        ("2021-03-04", "2021-03-03T21:00Z", Apart(1, "day", False)),
        ("2021-03-04", "2020-12-25", Apart(2, "month", False)),
        ("2021-03-04", "2030-01-01", Apart(9, "year", True)),
        ("2021-03-04", "2021-03", None),
        ("2021-03-04", "2021-03-09~", None),
        ("2021-03-04/2021-03-06", "2021-03-09", None),
    ],
)
def test_how_far_apart_two_reports_are(this: str, other: str, gap: Apart | None) -> None:
    """Told in the largest unit that says something, and only where the days of both are known."""
    first, second = (Report("r", "reports/r.md", "T", "talks", date=date) for date in (this, other))

    assert apart(first, second) == gap


def test_related_reports_have_reasons_that_hold(everything_site: Path) -> None:
    """A report is related by an event of which both tell, or by actors that both name."""
    content = pagefile.read_content(everything_site / "content")
    vocabulary = Vocabulary.of(content.actors, content.countries, content.events, content.event_types)
    built = archive.build(content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types)
    by_id = {report.id: report for report in content.reports}
    reasons = 0
    for report in content.reports:
        events = {report.event, *(event.event for event in report.events)}
        actors = {role.id for role in report.actors}
        for one in related(report, Shown(built, ENGLISH, read_atlas, {})):
            other = by_id[one.report.id]
            reasons += 1
            if one.event:
                both = events & {other.event, *(event.event for event in other.events)}
                assert one.event.href in {urls.event(i) for i in both if i}
            else:
                both = actors & {role.id for role in other.actors}
                assert len(one.actors) + one.others == len(both)
                assert {link.href for link in one.actors} <= {urls.actor(i) for i in both if i}
            assert one.report.id != report.id
    assert reasons > 10


def test_a_name_in_another_script_says_so(everything_site: Path) -> None:
    """A screen reader is told the script of a name; which language it is of is not known, and not claimed."""
    assert written_in("Ада Стоун") == "und-Cyrl"
    assert written_in("عمر حداد") == "und-Arab"
    assert written_in("中村 Ltd") == "und-Hani"
    assert written_in("Goïta, Ł., ʻAlī – “x” 2015 °") == ""
