"""The archive -> its landing page, the chronology and a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import urls
from ..archive import Archive, Entry, year_of
from ..edtf import bounds
from ..model import Report
from .parts import Counted, EntryView, Link, ReportCard, Shown

MONTHS = ("January", "February", "March", "April", "May", "June",
          "July", "August", "September", "October", "November", "December")  # fmt: skip


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
    """1 to 12; 0 where the date leaves the month open."""
    assert entry.date is not None
    first, last = (date_of(ordinal) for ordinal in _closed(entry))
    return first[1] if first[:2] == last[:2] else (first[1] if last[0] == first[0] and last[1] - first[1] < 2 else 0)


def date_of(ordinal: int) -> tuple[int, int]:
    """Year and month of a day."""
    from datetime import date

    day = date.fromordinal(ordinal)
    return day.year, day.month


def _closed(entry: Entry) -> tuple[int, int]:
    first, last = bounds(entry.date or "")
    start, _ = entry.moment
    return (start, start) if start != first else (first, min(last, first + 400))


def year_summaries(archive: Archive) -> tuple[YearSummary, ...]:
    counts = {
        year: Counter(month_of(entry) for entry in entries) for year, entries in archive.entries_by_year.items()
    }
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
        top_actors=_most(shown.actor, archive.reports_by_actor, 12),
        top_countries=_most(shown.country, archive.reports_by_country, 12),
        types=tuple(
            Counted(shown.type(i).href, shown.type(i).label, len(entries), shown.type(i).group)
            for i, entries in sorted(archive.entries_by_type.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:12]
        ),
    )


def _most(link, table, most: int) -> tuple[Counted, ...]:  # type: ignore[no-untyped-def]
    ranked = sorted(table.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:most]
    return tuple(Counted(link(i).href, link(i).text, len(reports)) for i, reports in ranked)


def index(shown: Shown) -> ChronologyView:
    archive = shown.archive
    return ChronologyView(
        years=year_summaries(archive),
        entries=len(archive.entries),
        undated=tuple(shown.entry(entry) for entry in archive.undated),
    )


def years(shown: Shown) -> Iterable[YearView]:
    listed = list(shown.archive.entries_by_year.items())
    for n, (year, entries) in enumerate(listed):
        before = listed[n - 1][0] if n else None
        after = listed[n + 1][0] if n + 1 < len(listed) else None
        yield YearView(
            year=year,
            months=tuple(_months(entries, shown)),
            entries=len(entries),
            earlier=Link(urls.year(before), str(before)) if before is not None else None,
            later=Link(urls.year(after), str(after)) if after is not None else None,
        )


def _months(entries: Sequence[Entry], shown: Shown) -> Iterable[Month]:
    by_month: dict[int, list[EntryView]] = {}
    for entry in entries:
        by_month.setdefault(month_of(entry), []).append(shown.entry(entry))
    for number, listed in sorted(by_month.items()):
        name = MONTHS[number - 1] if number else ""
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
        made.append(YearGroup("Without a date", "", "undated", tuple(groups[None])))
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
