"""The filters of the search as a reader uses them: counts that are true, addresses that can be shared, and Back."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from pelican.plugins.chronology import edtf, urls
from playwright.sync_api import Locator, expect
from reader import Reader

NAMES = ("year", "type", "country", "actor", "source")
STATES = ("state", "body")
"""Kinds of actors that bring their country with them."""


@pytest.fixture
def root_address(everything_site: Path) -> str:
    return (everything_site / "output").as_uri() + "/"


@pytest.fixture(scope="session")
def records(everything_site: Path) -> list[dict[str, Any]]:
    """The reports as the archive gives them away, each with its values under the names of the filters."""
    data = everything_site / "output" / "data"
    reports = json.loads((data / "reports.json").read_text(encoding="utf-8"))
    actors = {actor["id"]: actor for actor in json.loads((data / "actors.json").read_text(encoding="utf-8"))}
    named = {page.stem for page in (everything_site / "output" / "sources").glob("*.html")}
    for report in reports:
        taking_part = [actors[role["id"]] for role in report.get("actors", ())]
        places = [*report.get("locations", ()), *(p for e in report.get("events", ()) for p in e.get("locations", ()))]
        countries = {*report.get("countries", ()), *(p["country"] for p in places if "country" in p)}
        countries |= {actor["country"] for actor in taking_part if actor["kind"] in STATES and "country" in actor}
        report["values"] = {
            "year": {f"{year}" for year in years(report.get("date") or report.get("published"))},
            "type": {report["event_type"]},
            "country": {code.lower() for code in countries},
            "actor": {actor["id"] for actor in taking_part},
            "source": {urls.source_name(report["source"]["outlet"])} & named,
        }
    return list(reports)


def years(date: str | None) -> Iterable[int]:
    """Every year that a date may mean; the last year of this archive is 2021."""
    if not date:
        return ()
    first, last = edtf.years(date) or (1, 0)
    return range(first, (2021 if date.endswith("/..") else last) + 1)


def group(reader: Reader, name: str) -> Locator:
    """A filter, opened."""
    panel = reader.page.locator("#filters")
    if not panel.evaluate("panel => panel.open"):
        panel.locator(":scope > summary").click()
    found = panel.locator(f"[data-filter={name}]")
    if not found.evaluate("group => group.open"):
        found.locator("summary").click()
    return found


def counts(reader: Reader, name: str) -> dict[str, int]:
    """What stands under each value of a filter."""
    rows = group(reader, name).locator("li")
    rows.first.wait_for()
    told = rows.evaluate_all(
        "all => all.map(li => [li.querySelector('input, button').value, li.querySelector('.n').textContent])"
    )
    return {value: int(re.match(r"\s*\d+", count)[0]) for value, count in told}  # type: ignore[index]


def all_found(reader: Reader) -> list[str]:
    """The addresses of all results, once the last of them are shown."""
    expect(reader.page.locator("#results")).to_have_attribute("aria-busy", "false")
    total = re.search(r"\d+", reader.page.locator("#status").inner_text())
    results, further = reader.page.locator("#results > li"), reader.page.locator("#further")
    while further.is_visible():
        before = results.count()
        further.click()
        expect(results.nth(before)).to_be_visible()
    found = reader.found()
    assert total
    assert len(found) == int(total[0])
    return found


def asked(reader: Reader) -> str:
    return reader.page.url.partition("?")[2]


@pytest.mark.parametrize("name", NAMES)
def test_counts_are_those_of_the_data(reader: Reader, records: list[dict[str, Any]], name: str) -> None:
    """Under each value stands the number of reports that have it, as a plain count over data/reports.json gives."""
    reader.open(urls.SEARCH)

    assert counts(reader, name) == Counter(value for report in records for value in report["values"][name])


@pytest.mark.parametrize("name", NAMES)
def test_counts_are_those_of_the_words_asked_for(reader: Reader, records: list[dict[str, Any]], name: str) -> None:
    """With a query, only the reports that it finds are counted."""
    reader.open(f"{urls.SEARCH}?q=collision")
    found = set(all_found(reader))
    hits = [report for report in records if report["address"] in found]

    assert 0 < len(hits) < len(records)
    assert counts(reader, name) == Counter(value for report in hits for value in report["values"][name])


@pytest.mark.parametrize("name", NAMES)
def test_a_value_that_is_chosen_leaves_its_reports(reader: Reader, records: list[dict[str, Any]], name: str) -> None:
    """Choosing one leaves just the reports that have it; its chip takes it away again."""
    reader.open(f"{urls.SEARCH}?q=strait")
    before = all_found(reader)
    row = group(reader, name).locator("li").last
    value = row.locator("input, button").get_attribute("value")
    row.locator("input, button").click()
    expect(reader.page.locator("#chosen button")).to_have_count(1)
    wanted = {r["address"] for r in records if value in r["values"][name]} & set(before)

    assert set(all_found(reader)) == wanted
    assert (f"from={value}&to={value}" if name == "year" else f"{name}={value}") in asked(reader)

    reader.page.locator("#chosen button").click()
    expect(reader.page.locator("#chosen")).not_to_be_visible()
    assert all_found(reader) == before
    assert asked(reader) == "q=strait"


def test_two_types_are_either_and_two_actors_are_both(reader: Reader, records: list[dict[str, Any]]) -> None:
    """A report has one type, so any that is chosen will do; of actors, those that are chosen must all be there."""
    types, actors = {"statement", "agreement"}, {"harbour-union", "strait-commission"}

    reader.open(f"{urls.SEARCH}?type=statement&type=agreement")
    either = set(all_found(reader))
    reader.open(f"{urls.SEARCH}?actor=harbour-union&actor=strait-commission")
    both = set(all_found(reader))

    assert either == {r["address"] for r in records if r["values"]["type"] & types}
    assert both == {r["address"] for r in records if r["values"]["actor"] >= actors}


def test_counts_tell_what_choosing_would_give(reader: Reader, records: list[dict[str, Any]]) -> None:
    """Under the types stand the reports that fit all other filters; under the actors those that fit all filters."""
    reader.open(f"{urls.SEARCH}?type=statement&actor=harbour-union")
    with_union = [r for r in records if "harbour-union" in r["values"]["actor"]]
    of_both = [r for r in with_union if "statement" in r["values"]["type"]]

    assert counts(reader, "type") == Counter(v for r in with_union for v in r["values"]["type"])
    assert counts(reader, "actor") == Counter(v for r in of_both for v in r["values"]["actor"])


def test_a_span_of_time_has_two_ends(reader: Reader, records: list[dict[str, Any]]) -> None:
    """From a year, to a year, or both; a span that would end before it begins is the year chosen last."""
    reader.open(urls.SEARCH)
    span = group(reader, "year")
    span.locator("[name=from]").select_option("2020")
    expect(reader.page.locator("#chosen button")).to_contain_text("since 2020")
    since = set(all_found(reader))
    span.locator("[name=to]").select_option("2020")
    expect(reader.page.locator("#chosen button")).to_contain_text("2020")
    within = set(all_found(reader))
    span.locator("[name=to]").select_option("2019")
    expect(reader.page.locator("#chosen button")).to_contain_text("2019")

    assert since == {r["address"] for r in records if r["values"]["year"] & {"2020", "2021"}}
    assert within == {r["address"] for r in records if "2020" in r["values"]["year"]}
    assert asked(reader) == "from=2019&to=2019"


def test_an_uncertain_date_is_told_as_perhaps(reader: Reader) -> None:
    """A report since 2020 is under 2020 and under 2021, as perhaps; a month with a question mark is, too."""
    reader.open(urls.SEARCH)
    rows = group(reader, "year").locator("li")

    expect(rows).to_have_text([r"2021 3 (1 perhaps)", r"2020 3 (1 perhaps)", r"2019 14 (1 perhaps)"])
    reader.open(f"{urls.SEARCH}?from=2021&to=2021")
    assert "reports/undated/letter-without-a-date.html" in all_found(reader)
    expect(reader.page.locator("#results")).to_contain_text("since 21 November 2020")


def test_an_address_holds_all_that_is_asked(reader: Reader, records: list[dict[str, Any]]) -> None:
    """Opened from elsewhere it shows the same results in the same order, and the controls say what is chosen."""
    reader.open(f"{urls.SEARCH}?q=ferry&type=statement&country=es&from=2019&to=2020&source=quay-post&sort=oldest")
    found = all_found(reader)
    order = {report["address"]: number for number, report in enumerate(records)}

    assert len(found) == 12
    assert found == sorted(found, key=lambda address: order[address])
    expect(reader.page.locator("#chosen button")).to_have_count(4)
    expect(reader.page.locator("#_sort")).to_have_value("oldest")
    expect(group(reader, "source").locator("input[value=quay-post]")).to_be_checked()
    expect(group(reader, "year").locator("[name=from]")).to_have_value("2019")


def test_a_filter_alone_lists_the_newest_first(reader: Reader, records: list[dict[str, Any]]) -> None:
    """Without a word, all that fits is listed."""
    reader.open(f"{urls.SEARCH}?source=lake-gazette")
    wanted = [r["address"] for r in records if "lake-gazette" in r["values"]["source"]]

    assert all_found(reader) == wanted[::-1]
    expect(reader.page.locator("#_sort")).to_have_value("newest")


def test_back_takes_a_choice_away(reader: Reader) -> None:
    """Each choice is a step of the history, letters on the way to a word are none."""
    reader.open(f"{urls.SEARCH}?q=strait")
    status = reader.page.locator("#status")
    expect(status).to_contain_text("16 reports")
    group(reader, "type").locator("input[value=statement]").click()
    expect(status).to_contain_text("12 reports")
    reader.page.locator("#_sort").select_option("newest")
    expect(reader.page).to_have_url(re.compile("sort=newest"))
    reader.page.locator("#_q").press("End")
    reader.page.keyboard.type("s")
    expect(reader.page).to_have_url(re.compile("q=straits"))

    reader.page.go_back()
    expect(reader.page.locator("#_sort")).to_have_value("best")
    expect(reader.page.locator("#_q")).to_have_value("strait")
    reader.page.go_back()

    expect(status).to_contain_text("16 reports")
    expect(group(reader, "type").locator("input[value=statement]")).not_to_be_checked()
    expect(reader.page.locator("#chosen")).not_to_be_visible()


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("actors/strait-commission.html", "Strait Commission"),
        ("countries/es.html", "Spain"),
        ("types/statement.html", "Statements"),
        ("sources/quay-post.html", "Quay Post"),
    ],
)
def test_a_subject_leads_to_the_search_in_its_reports(
    reader: Reader, records: list[dict[str, Any]], page: str, words: str
) -> None:
    """From its page the search opens with the filter set, and finds all that the page counts."""
    folder, _, value = page.removesuffix(".html").partition("/")
    name = {"actors": "actor", "countries": "country", "types": "type", "sources": "source"}[folder]
    reader.open(page)

    reader.page.get_by_role("link", name=re.compile("^Search in the")).click()

    expect(reader.page.locator("#chosen button")).to_contain_text(words)
    assert set(all_found(reader)) == {r["address"] for r in records if value in r["values"][name]}


def test_what_nobody_has_is_found_nowhere(reader: Reader) -> None:
    """An address with an unknown value is not taken for one without it, and says so."""
    reader.open(f"{urls.SEARCH}?q=strait&actor=nobody-of-this-name")

    expect(reader.page.locator("#status")).to_contain_text("16 reports for “strait”, and none of them fits")
    expect(reader.page.locator("#chosen button")).to_contain_text("nobody-of-this-name")
    expect(reader.page.locator("#results li")).to_have_count(0)


def test_filters_are_used_by_keyboard(reader: Reader) -> None:
    """Space chooses and the choice keeps the keyboard; arrows go from the box through the results, Escape back."""
    reader.open(f"{urls.SEARCH}?q=strait")
    box, focused = reader.page.locator("#_q"), reader.page.locator("*:focus")
    choice = group(reader, "type").locator("input[value=statement]")
    choice.focus()
    reader.page.keyboard.press("Space")
    expect(reader.page.locator("#status")).to_contain_text("12 reports")
    expect(choice).to_be_focused()
    expect(choice).to_be_checked()

    box.focus()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    expect(focused).to_have_text(reader.page.locator("#results h2 a").nth(1).inner_text())
    reader.page.keyboard.press("ArrowUp")
    reader.page.keyboard.press("ArrowUp")
    expect(box).to_be_focused()
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("Escape")
    expect(box).to_be_focused()


def test_escape_folds_the_filters_of_a_telephone(open_reader: Callable[..., Reader]) -> None:
    """First the filter, then all of them; the keyboard stays at what was folded."""
    reader = open_reader(viewport={"width": 390, "height": 844})
    reader.open(f"{urls.SEARCH}?q=strait")
    panel = reader.page.locator("#filters")
    expect(panel).not_to_have_attribute("open", "")
    choice = group(reader, "type").locator("input[value=statement]")
    choice.focus()

    reader.page.keyboard.press("Escape")
    expect(reader.page.locator("[data-filter=type] > summary")).to_be_focused()
    reader.page.keyboard.press("Escape")

    expect(panel).not_to_have_attribute("open", "")
    expect(panel.locator(":scope > summary")).to_be_focused()


def test_there_is_more_than_the_ten_most_frequent(reader: Reader, everything_site: Path) -> None:
    """Of a filter with many values the first ten are shown; "More" shows the others and goes to the first of them."""
    page = everything_site / "output" / "data" / "search" / "filter-actor-0.js"
    rows = [[f"actor-{n:02}", f"Actor {n}", [0] if n < 12 else [0, 1]] for n in range(14)]
    script = f"chronologySearch.load('filter-actor-0','{json.dumps(rows)}');"
    reader.page.route(f"**/{page.name}*", lambda route: route.fulfill(body=script, content_type="text/javascript"))
    reader.open(urls.SEARCH)
    actors = group(reader, "actor")
    expect(actors.locator("li")).to_have_count(10)
    expect(actors.locator("li").first).to_contain_text("Actor 12")

    actors.get_by_role("button", name="More").click()

    expect(actors.locator("li")).to_have_count(14)
    expect(actors.locator("li").nth(10).locator("input")).to_be_focused()
    expect(actors.get_by_role("button", name="More")).not_to_be_visible()


@pytest.mark.parametrize("width", [390, 1280])
def test_controls_are_large_enough(open_reader: Callable[..., Reader], width: int) -> None:
    """Whatever is pressed is 24 pixels high and wide, and a label belongs to its box."""
    reader = open_reader(viewport={"width": width, "height": 844})
    reader.open(f"{urls.SEARCH}?q=strait&type=statement")
    for name in NAMES:
        group(reader, name).locator("li").first.wait_for()

    small = reader.page.locator(".narrowed :is(summary, button, select, label:has([type=checkbox]))").evaluate_all(
        """all => all.filter(e => e.offsetParent && (e.offsetWidth < 24 || e.offsetHeight < 24))
            .map(e => e.outerHTML.slice(0, 80))"""
    )
    assert small == []
