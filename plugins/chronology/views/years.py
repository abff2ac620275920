"""A year of the chronology -> its page, and of a long one the pages of its months and days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from ..archive import Entry
from ..pictures.histogram import Histogram, of_year
from .activity import tallies
from .parts import EntryView, Link
from .periods import NO_YEAR, Period, anchor, in_turn, in_words
from .previews import Preview, previews
from .shown import Shown


@dataclass(frozen=True, slots=True)
class Span:
    """A month on the page of its year, a day on that of its month, or what has no date on that of all years."""

    number: int
    """1 to 12 or to 31; 0 for entries that are known to the year or to the month only, or not even so."""
    name: str
    """Empty for these."""
    anchor: str
    entries: tuple[EntryView, ...]
    full: Link | None
    """The page that tells them in full, where this one has a line for each; else it tells them in full itself."""


@dataclass(frozen=True, slots=True)
class YearView:
    """Keys of year.html."""

    year: int
    months: tuple[Span, ...]
    histogram: Histogram | None
    entries: int
    reports: int
    """Those that tell of an event of the year."""
    unsure: int
    """Entries of which the date does not say for certain that they belong under their month."""
    earlier: Link | None
    later: Link | None
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class MonthView:
    """Keys of month.html: a month of a year that one page cannot tell in full, a day of it, or what has no date."""

    within: tuple[tuple[str, str], ...]
    """Address and title of the year; and, of a day, of the month."""
    entries: tuple[EntryView, ...]
    """In full; empty where the days have pages of their own."""
    days: tuple[Span, ...]
    """These days, with a line for each entry."""
    total: int
    """Entries."""
    reports: int
    earlier: Link | None
    """The month or day before, or the year if one page tells it in full."""
    later: Link | None
    previews: tuple[Preview, ...]


def pages(shown: Shown) -> Iterator[tuple[int, str, str, str, Callable[[], YearView | MonthView]]]:
    """The year, the address, the template, the title and the view of each page of the chronology."""
    for before, one, after in in_turn(shown.years.values()):
        earlier, later = (shown.period(period) if period else None for period in (before, after))
        template, make = ("year", _year) if len(one.key) == 1 else ("month", _month)
        title = in_words(one.key, shown.language)
        yield one.key[0], one.address, template, title, partial(make, one, earlier, later, shown)
    if shown.undated.crowded:
        title = in_words(shown.undated.key, shown.language)
        yield NO_YEAR, shown.undated.address, "month", title, partial(_month, shown.undated, None, None, shown)


def undated(shown: Shown) -> Span:
    """What has no date, for the page of all years."""
    return _span(shown.undated, "", "_undated", shown.undated.crowded, shown)


def _year(year: Period[Entry], earlier: Link | None, later: Link | None, shown: Shown) -> YearView:
    counted = {month: tally for (_, month), tally in tallies(entry.date for entry in year.items).items()}
    return YearView(
        year=year.key[0],
        months=_spans(year, shown),
        histogram=of_year(year.key[0], counted, lambda _, month: f"#{anchor((*year.key, month))}"),
        entries=len(year.items),
        reports=_reports(year),
        unsure=sum(tally.unsure for tally in counted.values()),
        earlier=earlier,
        later=later,
        previews=_previews(year, shown),
    )


def _month(month: Period[Entry], earlier: Link | None, later: Link | None, shown: Shown) -> MonthView:
    return MonthView(
        within=month.within(shown.language),
        entries=() if month.long else tuple(map(shown.entry, month.items)),
        days=_spans(month, shown) if month.long else (),
        total=len(month.items),
        reports=_reports(month),
        earlier=earlier,
        later=later,
        previews=_previews(month, shown),
    )


def _previews(period: Period[Entry], shown: Shown) -> tuple[Preview, ...]:
    """None where there is but a line for each entry: these lead to the entries in full."""
    return () if period.long else previews(shown, period.items)


def _spans(period: Period[Entry], shown: Shown) -> tuple[Span, ...]:
    return tuple(_span(part, _name(part, shown), anchor(part.key), period.long, shown) for part in period.parts)


def _span(period: Period[Entry], name: str, at: str, brief: bool, shown: Shown) -> Span:
    entries = tuple(map(shown.entry, period.items))
    return Span(period.key[-1], name, at, entries, shown.period(period) if brief else None)


def _name(part: Period[Entry], shown: Shown) -> str:
    """Of a month on the page of its year, or of a day on that of its month: "March", "14 March"."""
    calendar = shown.language.calendar
    if not part.key[-1]:
        return ""
    if len(part.key) == 2:
        return calendar.headings[part.key[-1] - 1]
    return calendar.write(calendar.day_of_year, date(*part.key))


def _reports(period: Period[Entry]) -> int:
    return len({report.id for entry in period.items for report in entry.reports})
