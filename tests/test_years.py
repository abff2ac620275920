"""A year with more events than a page should hold: in brief, with a page for each month; nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crawl import Page, read_site
from sites import ADA, BEN, TYPES, build, small_site, told

EVENTS = 8
"""That one page tells in full."""
DATES = {
    2001: ["2001", "2001-02-03", "2001-02-03?", "2001-02", "2001-03-30/2001-04-02", "2001-05-01", "2001-05-02"],
    2002: ["2002", "2002-01", "2002-01-09", "2002-02-28/2002-03-01", "2002-04~", "2002-04-11", "2002-04-12"],
    2003: ["2003-06", *(f"2003-06-{day:02d}" for day in (1, 2, 2, 3, 3, 3, 14, 14, 30)), "2003-07-01"],
    2004: ["2004-01-01"],
}
DATES[2002] += ["2002-08-01/2002-11-30", "2002-12-31"]
PAGES = [
    "2001",
    *("2002-00", "2002-01", "2002-02", "2002-04", "2002-12"),
    *("2003-06-00", "2003-06-01", "2003-06-02", "2003-06-03", "2003-06-14", "2003-06-30", "2003-07"),
    "2004",
]
"""Those that tell events in full, in order of time: 2001 and 2004 at once, 2002 by months, June of 2003 by days."""
REPORT = """\
---
id: y{year}n{number:02d}
title: Meeting {number} by the lake
date: {date}
event_type: talks
actors: [ada-stone]
summary: Of the meetings that year this was number {number}.
confidence: {confidence}
events: [{{date: {year}-12-31, event_type: talks, status: planned, summary: The next one was to be held.}}]
---
Ada Stone met somebody.
"""
ONCE = REPORT.replace("events:", "# events:")
UNDATED = [f"y0000n{number:02d}" for number in range(EVENTS + 1)]


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        f"content/reports/{year}/meeting-{number}.md": (REPORT if date == "2002-12-31" else ONCE).format(
            year=year, number=number, date=date, confidence="disputed" if date == "2002-01" else "reported"
        )
        for year, dates in DATES.items()
        for number, date in enumerate(dates)
    }
    without = ONCE.replace("date: {date}\n", "")
    for number, id_ in enumerate(UNDATED):
        text = without.format(year="0000", number=number, confidence="reported")
        files[f"content/reports/undated/{id_}.md"] = text
    files |= {"content/actors/ada-stone.md": ADA, "content/actors/ben-reed.md": BEN}
    files["content/vocabulary/event_types.yaml"] = TYPES
    settings = f'CHRONOLOGY_PAGE_EVENTS = {EVENTS}\nSITEURL = "https://example.org"\n'
    site = small_site(tmp_path_factory.mktemp("years"), files, settings)
    result = build(site)
    assert result.returncode == 0, told(result)
    return site / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Page]:
    return read_site(output)


def entries(page: Page) -> list[str]:
    """The anchors of its events."""
    return [name for name in page.ids if name.startswith(("y2001", "y2002", "y2003", "y2004"))]


def of(name: str) -> str:
    return f"chronology/{name}.html"


def test_every_event_is_told_in_full_once(pages: dict[str, Page]) -> None:
    """A year, its months or the days of a month: whichever are short enough tell each event, in order of time."""
    told_in_full = [anchor for name in PAGES for anchor in entries(pages[of(name)])]

    assert len(told_in_full) == len(set(told_in_full)) == sum(map(len, DATES.values())) + 1
    assert all(len(entries(pages[of(name)])) <= EVENTS for name in PAGES)
    assert sorted(told_in_full) == sorted(anchor for year in DATES for anchor in entries(pages[of(str(year))])), (
        "the page of a year has them all, too"
    )


def test_there_are_no_other_pages(pages: dict[str, Page]) -> None:
    """A year that fits on its page has none for its months."""
    found = {address for address in pages if re.fullmatch(r"chronology/\d.*", address)}

    assert found == {of(name) for name in (*PAGES, "2002", "2003", "2003-06")}


def test_a_line_leads_to_the_event_in_full(pages: dict[str, Page]) -> None:
    """From the year to the month, from there to the day, and from each of them back to the year."""
    for longer, shorter in (("2002", "2002-04"), ("2003", "2003-06"), ("2003-06", "2003-06-14"), ("2003", "2003-07")):
        anchors = entries(pages[of(shorter)])
        led = [fragment for _, target, fragment in pages[of(longer)].targets() if target == of(shorter)]

        assert sorted(fragment for fragment in led if fragment) == sorted(anchors), (longer, shorter)
        assert "" in led, "and to the page as a whole"
        back = [fragment for _, target, fragment in pages[of(shorter)].targets() if target == of(longer[:4])]
        assert "" in back
        if shorter != "2003-06":
            assert [fragment for fragment in back if fragment] == anchors, "a date leads to the place that lasts"


def test_what_has_no_date_is_told_in_the_same_way(pages: dict[str, Page]) -> None:
    """The page of all years keeps a line and a place for each, and leads to a page that tells them in full."""
    whole, full = pages["chronology/index.html"], pages[of("undated")]

    assert set(UNDATED) <= set(whole.ids) & set(full.ids)
    assert {fragment for _, target, fragment in whole.targets() if target == full.address} == {"", *UNDATED}
    assert {fragment for _, target, fragment in full.targets() if target == whole.address} == {"", *UNDATED}


def test_a_line_says_what_a_reader_must_know(output: Path) -> None:
    """The date in words, the title, the type; what is uncertain, planned or disputed. The rest is told in full."""
    text = (output / "chronology" / "2002.html").read_text(encoding="utf-8")
    lines = {line.partition('id="')[2].partition('"')[0]: line for line in text.split("<li class=")}

    assert "about April 2002" in lines["y2002n04"]
    assert "unsure" in lines["y2002n04"]
    assert "Meeting 4 by the lake</a> <small>Talks</small>" in lines["y2002n04"]
    assert "Of the meetings" not in text
    assert '<b class="badge">Planned</b>' in lines["y2002n08-1"]
    assert "The next one was to be held." in lines["y2002n08-1"]
    assert "Disputed" in lines["y2002n01"]
    assert "Disputed" not in lines["y2002n02"]


def test_the_way_leads_through_all_of_time(pages: dict[str, Page]) -> None:
    """From each page that tells in full to the one after it, and back; a year leads to the year beside it."""

    def row(begin: str, rel: str) -> list[str]:
        seen = [of(begin)]
        while following := [target for link, target, _ in pages[seen[-1]].targets() if rel in link.rel]:
            assert len(following) == 1
            seen += following
        return seen

    # A month is followed by a month, cut into days or not; a day of it by the page that comes next in full.
    months = ["2001", "2002-00", "2002-01", "2002-02", "2002-04", "2002-12", "2003-06", "2003-07", "2004"]
    assert row("2002-00", "next") == [of(name) for name in months[1:]]
    assert row("2003-07", "prev") == [of(name) for name in reversed(months[:-1])]
    days = PAGES[PAGES.index("2003-06-00") :]
    assert row("2003-06-00", "next") == [of(name) for name in days]
    assert row("2003", "prev") == [of(name) for name in ("2003", "2002", "2001")]


@pytest.mark.parametrize("address", ["index.html", "chronology/index.html"])
def test_months_lead_to_their_pages(address: str, pages: dict[str, Page]) -> None:
    """The bars of the whole and the calendar lead to the month that is told in full: a page, or a place in one."""
    targets = {(target, fragment) for _, target, fragment in pages[address].targets() if "chronology/2" in target}

    assert {(of("2001"), "year"), (of("2001"), "month-05"), (of("2002-00"), ""), (of("2002-04"), "")} <= targets
    assert {(of("2003-06"), ""), (of("2004"), "month-01")} <= targets
    assert not {(target, fragment) for target, fragment in targets if fragment and target == of("2002")}


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("2002-04", "April 2002"),
        ("2002-00", "2002, month not known"),
        ("2003-06-14", "14 June 2003"),
        ("2003-06-00", "June 2003, day not known"),
    ],
)
def test_a_page_is_named_by_its_time(name: str, title: str, output: Path) -> None:
    """In its heading and in the window's; and it names itself as the address that counts."""
    text = (output / of(name)).read_text(encoding="utf-8")

    assert f"<h1>{title}</h1>" in text
    assert f"<title>{title} – " in text
    assert f'<link rel="canonical" href="https://example.org/{of(name)}">' in text
