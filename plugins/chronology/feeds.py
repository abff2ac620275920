"""An archive -> Atom feeds: of the reports that were added last, and of the corrections that were made last.

A feed is read elsewhere, so it needs the public address of the site. Titles in it are plain text, and what an entry
says is HTML to its readers: words of ours are escaped for that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from html import escape
from types import MappingProxyType
from urllib.parse import urlsplit

from feedgenerator import Atom1Feed

from . import edtf, urls
from .archive import Archive
from .languages import Language
from .languages.messages import message
from .model import Correction, Edtf, Report
from .views.site import Site

ADDED = "feeds/reports.atom.xml"
CORRECTED = "feeds/corrections.atom.xml"
IN_FEED = 50
"""Entries that a feed holds."""

_CORRECTIONS = message("", "Corrections")


def added(archive: Archive, site: Site, _language: Language) -> str:
    """The reports that were added last. A correction makes one new again."""
    made = _feed(site.name, site.subtitle, urls.LANDING, ADDED, site)
    dated = [(day, report) for report in archive.reports if (day := _day(report.added))]
    for day, report in sorted(dated, key=lambda pair: (pair[0], pair[1].path), reverse=True)[:IN_FEED]:
        corrected = [when for correction in report.corrections if (when := _day(correction.date))]
        made.add_item(
            title=report.title,
            link=f"{site.address}/{urls.report(report.path)}",
            description=escape(report.summary),
            # Drawn from the permanent id: a corrected date must not make a second entry in a reader.
            unique_id=_tag(site, report.id),
            pubdate=day,
            updateddate=max([day, *corrected]),
        )
    return _text(made)


def corrections(archive: Archive, site: Site, language: Language) -> str:
    """What was put right last, an entry for each correction."""
    title = f"{site.name}: {language.say(_CORRECTIONS)}"
    made = _feed(title, site.subtitle, urls.CORRECTIONS, CORRECTED, site)
    listed = [row for report in archive.reports for row in _corrected(report)]
    for day, name, report, correction in sorted(listed, key=lambda row: row[:2], reverse=True)[:IN_FEED]:
        made.add_item(
            title=report.title,
            link=f"{site.address}/{urls.report(report.path)}",
            description=escape(correction.note),
            unique_id=_tag(site, name),
            pubdate=day,
            updateddate=day,
        )
    return _text(made)


FEEDS: Mapping[str, Callable[[Archive, Site, Language], str]] = MappingProxyType({ADDED: added, CORRECTED: corrections})
"""What makes each feed, by its address."""


def _corrected(report: Report) -> Iterator[tuple[datetime, str, Report, Correction]]:
    """The corrections of a report with their days and their names. A name holds when the note is worded anew."""
    before: Counter[Edtf] = Counter()
    for correction in report.corrections:
        before[correction.date] += 1
        if day := _day(correction.date):
            yield day, f"{report.id}/{correction.date}/{before[correction.date]}", report, correction


class _Feed(Atom1Feed):  # type: ignore[misc]  # the library has no types
    """A feed that is as old as its latest entry; without one the library would tell the time of the build."""

    def latest_post_date(self) -> datetime:
        return super().latest_post_date() if self.items else datetime(1970, 1, 1, tzinfo=UTC)


def _feed(title: str, description: str, page: str, address: str, site: Site) -> Atom1Feed:
    return _Feed(
        title=title,
        link=f"{site.address}/{page}",
        description=description,
        language=site.lang,
        feed_url=f"{site.address}/{address}",
    )


def _tag(site: Site, name: str) -> str:
    return f"tag:{urlsplit(site.address).hostname},2026:{name}"


def _day(text: Edtf | None) -> datetime | None:
    """The first day of a date, or the last where the first is open: a feed knows no other dates than days."""
    if not text:
        return None
    first, last = edtf.bounds(text)
    known = first if first > edtf.OPEN_START else last
    if not edtf.OPEN_START < known < edtf.OPEN_END:
        return None
    return datetime.combine(date.fromordinal(known), time(), UTC)


def _text(made: Atom1Feed) -> str:
    text: str = made.writeString("utf-8")
    return text
