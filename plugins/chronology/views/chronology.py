"""The archive -> its landing page and the way to its years; entries -> the chronology of a subject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import urls
from ..archive import Entry, year_of
from ..model import Report
from ..pictures.histogram import NO_MONTH, WHOLE, Histogram, histogram
from .activity import tallies
from .days import by_day
from .parts import Counted, EntryView, ReportCard
from .periods import Period, month_of
from .shown import Shown, ranked, ranked_types
from .years import Span, undated


@dataclass(frozen=True, slots=True)
class YearSummary:
    year: int
    href: str
    entries: int
    months: tuple[Counted, ...]
    """The twelve, each with its entries and with where they are told in full."""
    open: Counted
    """The same of those known to the year only; without words."""
    peak: int
    """The largest number of entries in any month of the archive, for the shade of a month."""


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
    histogram: Histogram | None
    undated: int
    """Entries that are in no bar."""
    days: int
    """Days of the year on which something happened."""
    latest: tuple[ReportCard, ...]
    """Added last."""
    top_actors: tuple[Counted, ...]
    top_countries: tuple[Counted, ...]
    types: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class ChronologyView:
    """Keys of chronology.html."""

    years: tuple[YearSummary, ...]
    histogram: Histogram | None
    entries: int
    days: int
    """Days of the year on which something happened."""
    undated: Span


def year_summaries(shown: Shown) -> tuple[YearSummary, ...]:
    counts = {year: Counter(month_of(entry.date) for entry in one.items) for year, one in shown.years.items()}
    peak = max((n for c in counts.values() for month, n in c.items() if month), default=0)
    return tuple(
        YearSummary(
            year=year,
            href=one.address,
            entries=len(one.items),
            months=tuple(_month(one, number, counts[year], shown) for number in range(1, 13)),
            open=_month(one, NO_MONTH, counts[year], shown),
            peak=peak,
        )
        for year, one in shown.years.items()
    )


def _month(year: Period[Entry], number: int, counts: Counter[int], shown: Shown) -> Counted:
    name = shown.language.calendar.short[number - 1] if number else ""
    return Counted(year.part(number) if counts[number] else "", name, counts[number])


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
        histogram=whole(shown),
        undated=len(archive.undated),
        days=len(by_day(archive)),
        latest=tuple(shown.card(report) for report in latest[:8]),
        top_actors=ranked({i: len(r) for i, r in archive.reports_by_actor.items()}, shown.actor, 12),
        top_countries=ranked({c: len(r) for c, r in archive.reports_by_country.items()}, shown.country, 12),
        types=ranked_types({i: len(entries) for i, entries in archive.entries_by_type.items()}, shown)[:12],
    )


def whole(shown: Shown) -> Histogram | None:
    """All events of the archive; each bar leads to its month."""
    years = shown.years

    def leads(year: int, month: int) -> str:
        return years[year].address if month == WHOLE else years[year].part(month)

    return histogram(tallies(entry.date for entry in shown.archive.entries), leads)


def index(shown: Shown) -> ChronologyView:
    archive = shown.archive
    return ChronologyView(
        years=year_summaries(shown),
        histogram=whole(shown),
        entries=len(archive.entries),
        days=len(by_day(archive)),
        undated=undated(shown),
    )


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
