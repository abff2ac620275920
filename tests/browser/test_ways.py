"""A reader's ways through the archive, clicked in a real browser: from disk and from a server."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from pelican.plugins.chronology import pagefile, urls
from pelican.plugins.chronology.archive import year_of
from pelican.plugins.chronology.model import Report
from reader import Reader


@pytest.fixture(scope="session")
def report(site: Path) -> Report:
    """A report that names an actor and a country and is dated, so that there are ways from it."""
    reports = pagefile.read_content(site / "content").reports
    return next(r for r in reports if r.date and year_of(r.date) and r.actors and r.countries and r.body.strip())


def walk(reader: Reader, report: Report) -> None:
    """From the landing page to a year, a report, its actor, its country, and back to where it began."""
    assert report.date
    reader.open(urls.LANDING)
    reader.follow(urls.CHRONOLOGY)
    reader.follow(urls.year(year_of(report.date) or 0))
    reader.follow(urls.report(report.path))
    assert report.title in reader.page.locator("h1").inner_text()
    reader.follow(urls.actor(report.actors[0].id))
    reader.follow(urls.report(report.path))
    reader.follow(urls.country(report.countries[0]))
    reader.follow(urls.report(report.path))
    reader.follow(urls.LANDING)


def test_a_reader_walks_through_the_archive(reader: Reader, report: Report) -> None:
    """By clicks alone: landing page, chronology, year, report, actor, country, and back; no error, no request."""
    walk(reader, report)

    assert reader.address == urls.LANDING


def test_the_archive_is_whole_without_javascript(open_reader: Callable[..., Reader], report: Report) -> None:
    """Every way is there, and every page is whole, for a browser that runs no script."""
    reader = open_reader(java_script_enabled=False)

    walk(reader, report)
    reader.open(urls.report(report.path))

    first_words = " ".join(report.body.split()[:2])
    assert first_words in " ".join(reader.page.locator("main").inner_text().split())


def test_a_report_shows_the_words_it_rests_on(reader: Reader, site: Path) -> None:
    """An annotation's evidence stands on the page of the report, so that a reader can check the claim."""
    reports = pagefile.read_content(site / "content").reports
    shown = next(r for r in reports if r.rights == "full" and r.evidence.date)

    reader.open(urls.report(shown.path))

    assert shown.evidence.date in reader.page.locator("main").inner_text()


@pytest.mark.parametrize("width", [320, 1280])
def test_no_page_is_wider_than_the_screen(open_reader: Callable[..., Reader], report: Report, width: int) -> None:
    """Text flows at the width of a small telephone as on a desk; nothing is read by scrolling sideways."""
    reader = open_reader(viewport={"width": width, "height": 640})
    addresses = [urls.LANDING, urls.CHRONOLOGY, urls.report(report.path), urls.actor(report.actors[0].id)]
    addresses += [urls.country(report.countries[0]), urls.ACTORS, urls.COUNTRIES, urls.SEARCH, urls.CORRECTIONS]

    for address in addresses:
        reader.open(address)
        wide = reader.page.evaluate("document.documentElement.scrollWidth")

        assert wide <= width, address
