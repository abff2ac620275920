"""The archive -> its landing page, the chronology and a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .. import edtf, urls
from ..archive import Archive, Entry, year_of
from ..model import Report
from .parts import Counted, EntryView, Link, ReportCard, Shown, ranked, ranked_types


@dataclass(frozen=True, slots=True)
class YearSummary:
    year: int
    href: str
    entries: int
    months: tuple[int, ...]
    """Entries of each of the twelve months; those known to the year only are in none."""
    peak: int
    """The largest number of entries in any month of the archive, for the height of bars."""


@dataclass(frozen=True, slots=True)
class LandingView:
    """Keys of index.html."""

    reports: int
    entries: int
    actors: int
    countries: int
    first: str
    """First and last year of the chronology; empty for an empty archive."""
    last: str
    years: tuple[YearSummary, ...]
    latest: tuple[ReportCard, ...]
    """Added last."""
    top_actors: tuple[Counted, ...]
    top_countries: tuple[Counted, ...]
    types: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """Keys of chronology.html."""

    years: tuple[YearSummary, ...]
    entries: int
    undated: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class Month:
    name: str
    """Empty for entries that are known to the year only."""
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Keys of year.html."""

    year: int
    months: tuple[Month, ...]
    entries: int
    earlier: Link | None
    later: Link | None


def month_of(entry: Entry) -> int:
    """1 to 12: where the entry begins; 0 where its date leaves the month open.

    An interval stands where it begins, unless it is as long as a season: then no month is truer than another.
    """
    start, end = entry.moment
    first, last = date.fromordinal(start), date.fromordinal(min(end, start + _LONG, edtf.OPEN_END - 1))
    months = (last.year - first.year) * 12 + last.month - first.month
    return first.month if months < 2 else 0


_LONG = 366
"""Days; an interval that has no end is looked at no further."""


def year_summaries(archive: Archive) -> tuple[YearSummary, ...]:
    counts = {year: Counter(month_of(entry) for entry in entries) for year, entries in archive.entries_by_year.items()}
    peak = max((n for c in counts.values() for month, n in c.items() if month), default=0)
    return tuple(
        YearSummary(year, urls.year(year), c.total(), tuple(c[m] for m in range(1, 13)), peak)
        for year, c in counts.items()
    )


def landing(shown: Shown) -> LandingView:
    archive = shown.archive
    years = list(archive.entries_by_year)
    latest = sorted(archive.reports, key=lambda r: (r.added or "", r.published or "", r.path), reverse=True)
    return LandingView(
        reports=len(archive.reports),
        entries=len(archive.entries),
        actors=sum(bool(archive.reports_by_actor.get(i)) for i in archive.actors),
        countries=sum(bool(reports) for reports in archive.reports_by_country.values()),
        first=str(years[0]) if years else "",
        last=str(years[-1]) if years else "",
        years=year_summaries(archive),
        latest=tuple(shown.card(report) for report in latest[:8]),
        top_actors=ranked({i: len(r) for i, r in archive.reports_by_actor.items()}, shown.actor, 12),
        top_countries=ranked({c: len(r) for c, r in archive.reports_by_country.items()}, shown.country, 12),
        types=ranked_types({i: len(entries) for i, entries in archive.entries_by_type.items()}, shown)[:12],
    )


def index(shown: Shown) -> ChronologyView:
    archive = shown.archive
    return ChronologyView(
        years=year_summaries(archive),
        entries=len(archive.entries),
        undated=tuple(shown.entry(entry) for entry in archive.undated),
    )


def year(number: int, shown: Shown) -> YearView:
    listed = list(shown.archive.entries_by_year)
    at = listed.index(number)
    entries = shown.archive.entries_by_year[number]
    return YearView(
        year=number,
        months=tuple(_months(entries, shown)),
        entries=len(entries),
        earlier=_year_link(listed[at - 1]) if at else None,
        later=_year_link(listed[at + 1]) if at + 1 < len(listed) else None,
    )


def _year_link(number: int) -> Link:
    return Link(urls.year(number), str(number))


def _months(entries: Sequence[Entry], shown: Shown) -> Iterable[Month]:
    by_month: dict[int, list[EntryView]] = {}
    for entry in entries:
        by_month.setdefault(month_of(entry), []).append(shown.entry(entry))
    for number, listed in sorted(by_month.items()):
        name = shown.language.calendar.headings[number - 1] if number else ""
        yield Month(name, f"month-{number:02d}" if number else "year", tuple(listed))


def grouped_by_year(entries: Sequence[Entry], shown: Shown) -> tuple[YearGroup, ...]:
    """The chronology of an actor, a country or a type, by year; undated entries come last."""
    groups: dict[int | None, list[EntryView]] = {}
    for entry in entries:
        year = year_of(entry.date) if entry.date else None
        groups.setdefault(year, []).append(shown.entry(entry))
    dated = sorted((year, listed) for year, listed in groups.items() if year is not None)
    made = [YearGroup(str(year), urls.year(year), f"y{year}", tuple(listed)) for year, listed in dated]
    if None in groups:
        made.append(YearGroup(shown.language.gettext("Without a date"), "", "undated", tuple(groups[None])))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class YearGroup:
    label: str
    href: str
    """The year's own page; empty for undated entries."""
    anchor: str
    entries: tuple[EntryView, ...]


def cards(reports: Iterable[Report], shown: Shown) -> tuple[ReportCard, ...]:
    return tuple(shown.card(report) for report in reports)
