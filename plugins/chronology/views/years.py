"""A year of the chronology -> its page, and of a long one the pages of its months and days."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from .. import edtf
from ..pictures.histogram import Histogram, of_year
from .activity import tallies
from .parts import EntryView, Link, Shown
from .periods import Key, Period, address, anchor, in_turn, written


@dataclass(frozen=True, slots=True)
class Span:
    """A month on the page of its year, or a day on that of its month."""

    number: int
    """1 to 12 or to 31; 0 for entries that are known to the year or to the month only."""
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


@dataclass(frozen=True, slots=True)
class MonthView:
    """Keys of month.html: a month of a year that one page cannot tell in full, or a day of such a month."""

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


def pages(shown: Shown) -> Iterator[tuple[str, str, str, Callable[[], YearView | MonthView]]]:
    """The address, the template, the title and the view of each page of the chronology."""
    for before, one, after in in_turn(shown.years.values()):
        earlier = _link(before.key, shown) if before else None
        later = _link(after.key, shown) if after else None
        view = partial(_year if len(one.key) == 1 else _month, one, earlier, later, shown)
        yield one.address, "year" if len(one.key) == 1 else "month", title(one.key, shown), view


def title(key: Key, shown: Shown) -> str:
    """In words: "2019", "March 2019", "14 March 2019"."""
    if key[-1]:
        return edtf.words(written(key), shown.language)
    known = title(key[:-1], shown)
    if len(key) == 2:
        return shown.language.gettext("{year}, month not known").format(year=known)
    return shown.language.gettext("{month}, day not known").format(month=known)


def _year(year: Period, earlier: Link | None, later: Link | None, shown: Shown) -> YearView:
    counted = {month: tally for (_, month), tally in tallies(entry.date for entry in year.entries).items()}
    return YearView(
        year=year.key[0],
        months=_spans(year, shown),
        histogram=of_year(year.key[0], counted, lambda _, month: f"#{anchor((*year.key, month))}"),
        entries=len(year.entries),
        reports=_reports(year),
        unsure=sum(tally.unsure for tally in counted.values()),
        earlier=earlier,
        later=later,
    )


def _month(month: Period, earlier: Link | None, later: Link | None, shown: Shown) -> MonthView:
    longer = [month.key[:depth] for depth in range(1, len(month.key))]
    return MonthView(
        within=tuple((address(key), title(key, shown)) for key in longer),
        entries=() if month.brief else tuple(map(shown.entry, month.entries)),
        days=_spans(month, shown) if month.brief else (),
        total=len(month.entries),
        reports=_reports(month),
        earlier=earlier,
        later=later,
    )


def _spans(period: Period, shown: Shown) -> tuple[Span, ...]:
    return tuple(
        Span(
            number=part.key[-1],
            name=_name(part, shown),
            anchor=anchor(part.key),
            entries=tuple(map(shown.entry, part.entries)),
            full=_link(part.key, shown) if period.brief else None,
        )
        for part in period.parts
    )


def _name(part: Period, shown: Shown) -> str:
    """Of a month on the page of its year, or of a day on that of its month: "March", "14 March"."""
    calendar = shown.language.calendar
    if not part.key[-1]:
        return ""
    if len(part.key) == 2:
        return calendar.headings[part.key[-1] - 1]
    return calendar.write(calendar.day_of_year, date(*part.key))


def _link(key: Key, shown: Shown) -> Link:
    return Link(address(key), title(key, shown))


def _reports(period: Period) -> int:
    return len({report.id for entry in period.entries for report in entry.reports})
