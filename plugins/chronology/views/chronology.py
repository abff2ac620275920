"""The archive -> its landing page, the chronology and a page for each year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import urls
from ..archive import Archive, Entry, year_of
from ..model import Report
from ..pictures.histogram import NO_MONTH, WHOLE, Histogram, histogram, of_year
from .activity import month_of, tallies
from .days import by_day
from .parts import Counted, EntryView, Link, ReportCard, Shown, ranked, ranked_types


@dataclass(frozen=True, slots=True)
class YearSummary:
    year: int
    href: str
    entries: int
    months: tuple[int, ...]
    """Entries of each of the twelve months."""
    open: int
    """Entries known to the year only."""
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
    undated: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class Month:
    number: int
    """1 to 12; 0 for entries that are known to the year only."""
    name: str
    """Empty for these."""
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class YearView:
    """Keys of year.html."""

    year: int
    months: tuple[Month, ...]
    histogram: Histogram | None
    entries: int
    reports: int
    """Those that tell of an event of the year."""
    unsure: int
    """Entries of which the date does not say for certain that they belong under their month."""
    earlier: Link | None
    later: Link | None


def year_summaries(archive: Archive) -> tuple[YearSummary, ...]:
    counts = {
        year: Counter(month_of(entry.date) for entry in entries) for year, entries in archive.entries_by_year.items()
    }
    peak = max((n for c in counts.values() for month, n in c.items() if month), default=0)
    return tuple(
        YearSummary(year, urls.year(year), c.total(), tuple(c[m] for m in range(1, 13)), c[NO_MONTH], peak)
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
        histogram=whole(archive),
        undated=len(archive.undated),
        days=len(by_day(archive)),
        latest=tuple(shown.card(report) for report in latest[:8]),
        top_actors=ranked({i: len(r) for i, r in archive.reports_by_actor.items()}, shown.actor, 12),
        top_countries=ranked({c: len(r) for c, r in archive.reports_by_country.items()}, shown.country, 12),
        types=ranked_types({i: len(entries) for i, entries in archive.entries_by_type.items()}, shown)[:12],
    )


def whole(archive: Archive) -> Histogram | None:
    """All events of the archive; each bar leads to its month."""
    return histogram(tallies(entry.date for entry in archive.entries), _leads)


def _leads(year: int, month: int) -> str:
    return urls.year(year) if month == WHOLE else f"{urls.year(year)}#{_anchor(month)}"


def _anchor(month: int) -> str:
    return f"month-{month:02d}" if month else "year"


def index(shown: Shown) -> ChronologyView:
    archive = shown.archive
    return ChronologyView(
        years=year_summaries(archive),
        histogram=whole(archive),
        entries=len(archive.entries),
        days=len(by_day(archive)),
        undated=tuple(shown.entry(entry) for entry in archive.undated),
    )


def year(number: int, shown: Shown) -> YearView:
    listed = list(shown.archive.entries_by_year)
    at = listed.index(number)
    entries = shown.archive.entries_by_year[number]
    counted = {month: tally for (_, month), tally in tallies(entry.date for entry in entries).items()}
    return YearView(
        year=number,
        months=tuple(_months(entries, shown)),
        histogram=of_year(number, counted, lambda _, month: f"#{_anchor(month)}"),
        entries=len(entries),
        reports=len({report.id for entry in entries for report in entry.reports}),
        unsure=sum(tally.unsure for tally in counted.values()),
        earlier=_year_link(listed[at - 1]) if at else None,
        later=_year_link(listed[at + 1]) if at + 1 < len(listed) else None,
    )


def _year_link(number: int) -> Link:
    return Link(urls.year(number), str(number))


def _months(entries: Sequence[Entry], shown: Shown) -> Iterable[Month]:
    by_month: dict[int, list[EntryView]] = {}
    for entry in entries:
        by_month.setdefault(month_of(entry.date), []).append(shown.entry(entry))
    for number, listed in sorted(by_month.items()):
        name = shown.language.calendar.headings[number - 1] if number else ""
        yield Month(number, name, _anchor(number), tuple(listed))


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
