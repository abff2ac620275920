"""The archive -> what happened on each day of the year, whatever the year: "on this day"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from .. import edtf
from ..archive import Archive, Entry
from .parts import EntryView
from .shown import Shown

SHOWN = 800
"""Entries on the page. Of a large archive each day shows those that most reports tell of."""

Day = tuple[int, int]
"""Month and day, 1 to 12 and 1 to 31."""


@dataclass(frozen=True, slots=True)
class DayOfYear:
    words: str
    """"14 November"."""
    anchor: str
    """"d-11-14"; a script finds that of today by it."""
    number: int
    """Of the day in its month."""
    total: int
    entries: tuple[tuple[int, EntryView], ...]
    """Each with its year, and in order of these."""


@dataclass(frozen=True, slots=True)
class DaysOfMonth:
    name: str
    anchor: str
    days: tuple[DayOfYear, ...]
    """Those with events."""


@dataclass(frozen=True, slots=True)
class DaysView:
    """Keys of days.html."""

    months: tuple[DaysOfMonth, ...]
    days: int
    entries: int
    """Events that are known to the day."""


def days(shown: Shown) -> DaysView:
    found = by_day(shown.archive)
    most = max(1, SHOWN // max(1, len(found)))
    calendar = shown.language.calendar
    months = []
    for month in sorted({month for month, _ in found}):
        listed = tuple(_day(day, found[day], most, shown) for day in sorted(found) if day[0] == month)
        months.append(DaysOfMonth(calendar.headings[month - 1], f"month-{month:02d}", listed))
    return DaysView(tuple(months), len(found), sum(map(len, found.values())))


def by_day(archive: Archive) -> dict[Day, list[Entry]]:
    """The entries that are known to the day, in order of time."""
    found: dict[Day, list[Entry]] = {}
    for entry in archive.entries:
        if entry.date and not entry.planned and not set(entry.date) & set("?~%"):
            first, last = edtf.bounds(entry.date)
            if first == last:
                day = date.fromordinal(first)
                found.setdefault((day.month, day.day), []).append(entry)
    return found


def _day(day: Day, entries: Sequence[Entry], most: int, shown: Shown) -> DayOfYear:
    month, number = day
    calendar = shown.language.calendar
    told_most = sorted(entries, key=lambda entry: (not entry.known, -len(entry.reports), not entry.main))[:most]
    return DayOfYear(
        # A leap year has all days.
        words=calendar.write(calendar.day_of_year, date(2000, month, number)),
        anchor=f"d-{month:02d}-{number:02d}",
        number=number,
        total=len(entries),
        entries=tuple(
            (date.fromordinal(entry.moment[0]).year, shown.entry(entry))
            for entry in sorted(told_most, key=lambda e: (e.moment, e.anchor))
        ),
    )
