"""Feeds: what was added, what was put right, each entry under a name that lasts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from crawl import read_site
from pelican.plugins.chronology import archive, feeds
from pelican.plugins.chronology.languages import ENGLISH
from pelican.plugins.chronology.model import Correction, Report
from pelican.plugins.chronology.views.parts import Link
from pelican.plugins.chronology.views.site import Site
from sites import SMALL, TALKS, build, small_site, told

ATOM = "{http://www.w3.org/2005/Atom}"
TALK = Report(
    "r1",
    "reports/2021/talks.md",
    "Talks <b>& tea",
    "talks",
    added="2026-11-20",
    corrections=(
        Correction("2026-11-22", "A date was wrong."),
        Correction("2026-11-24", "A name was wrong."),
        Correction("2026-11-24", "A place <script>was</script> wrong."),
    ),
)
VISIT = Report(
    "r2", "reports/2021/visit.md", "A visit", "talks", added="2026-12~", corrections=(Correction("2026-11-23", "All."),)
)
NEVER = Report("r3", "reports/2021/never.md", "Never", "talks", corrections=(Correction("../..", "Some day."),))
SITE = Site(
    name="Archive", subtitle="Reports", lang="en", dir="ltr", logo="", static="theme", favicon="", sheets=(),
    menu=(), about=Link("", ""), pages=(), links=(), repository=None,
    address="https://example.org/archive",
)  # fmt: skip


def entries(address: str, *reports: Report) -> list[dict[str, str]]:
    """The entries of a feed as plain values."""
    made = feeds.FEEDS[address](archive.build(reports, [], {}, [], {}), SITE, ENGLISH)
    return [values(entry) for entry in ET.fromstring(made).findall(f"{ATOM}entry")]


def values(entry: ET.Element) -> dict[str, str]:
    said = {name: entry.findtext(f"{ATOM}{name}") or "" for name in ("id", "title", "summary", "published", "updated")}
    link = entry.find(f"{ATOM}link")
    assert link is not None
    return {**said, "link": link.get("href") or ""}


def test_a_report_keeps_its_name_and_a_correction_makes_it_new_again() -> None:
    """An entry is known by its report's id; a reader shows it once more when something in it was put right."""
    (entry,) = entries(feeds.ADDED, TALK)

    assert entry["id"] == "tag:example.org,2026:r1"
    assert entry["published"].startswith("2026-11-20")
    assert entry["updated"].startswith("2026-11-24")
    assert entry["link"] == "https://example.org/archive/reports/2021/talks.html"


def test_every_correction_is_an_entry_the_latest_first() -> None:
    """It names the report, says what was wrong without running it, and is known by report, day and place in the row."""
    listed = entries(feeds.CORRECTED, TALK, VISIT)

    assert [(entry["summary"], entry["id"].partition(":r")[2]) for entry in listed] == [
        ("A place &lt;script&gt;was&lt;/script&gt; wrong.", "1/2026-11-24/2"),
        ("A name was wrong.", "1/2026-11-24/1"),
        ("All.", "2/2026-11-23/1"),
        ("A date was wrong.", "1/2026-11-22/1"),
    ]
    assert listed[0]["title"] == "Talks <b>& tea"
    assert listed[0]["link"] == "https://example.org/archive/reports/2021/talks.html"


@pytest.mark.parametrize("address", feeds.FEEDS)
def test_a_date_that_is_no_day_breaks_no_feed(address: str) -> None:
    """A month stands for its first day; what has no day at all is in no feed."""
    listed = entries(address, VISIT, NEVER)

    assert [entry["title"] for entry in listed] == ["A visit"]
    assert listed[0]["published"][:10] == {feeds.ADDED: "2026-12-01", feeds.CORRECTED: "2026-11-23"}[address]


@pytest.mark.parametrize("address", feeds.FEEDS)
def test_a_feed_holds_the_latest(address: str) -> None:
    """It stays small however long the archive grows."""
    many = [
        Report(f"r{n}", f"reports/2021/{n}.md", f"Report {n}", "talks", added=day, corrections=(Correction(day, "x"),))
        for n, day in enumerate(f"2026-{month:02}-{day:02}" for month in range(1, 13) for day in range(1, 11))
    ]
    listed = entries(address, *many)

    assert len(listed) == feeds.IN_FEED
    assert listed[0]["title"] == "Report 119"


@pytest.mark.parametrize("address", feeds.FEEDS)
def test_a_feed_without_an_entry_has_no_clock(address: str) -> None:
    """Made twice, it is the same: no entry tells a day, and the time of the build is none."""
    one, other = (feeds.FEEDS[address](archive.build([], [], {}, [], {}), SITE, ENGLISH) for _ in range(2))

    assert one == other


@pytest.mark.parametrize(("settings", "there"), [("SITEURL = 'https://lake.example/archive'\n", True), ("", False)])
def test_a_correction_reaches_its_readers(tmp_path: Path, settings: str, there: bool) -> None:
    """It stands on the page, among the corrections and, where the site has an address, in a feed named there."""
    note = "The talks were on 9 June."
    page = TALKS.replace("added:", f"corrections: [{{date: 2026-11-24, note: {note}}}]\nadded:")
    site = small_site(tmp_path, {**SMALL, "content/reports/2021/envoys-meet.md": page}, settings)
    assert (result := build(site)).returncode == 0, told(result)
    pages = read_site(site / "output")
    feed = site / "output" / feeds.CORRECTED
    named = [link for link in pages["corrections.html"].links if urlsplit(link.address).path.endswith(feeds.CORRECTED)]

    assert note in (site / "output" / "reports/2021/envoys-meet.html").read_text("utf-8")
    assert note in (site / "output" / "corrections.html").read_text("utf-8")
    assert feed.is_file() is there
    assert sorted(link.tag for link in named) == (["a", "link"] if there else [])
    if there:
        assert note in feed.read_text("utf-8")
