"""An EDTF text to the days it stands for."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from .meant import advice, last_day

OPEN_START = 0
"""The first day of what has no known beginning: the day before 0001-01-01."""
OPEN_END = date.max.toordinal() + 1
"""The last day of what has no known end: the day after 9999-12-31."""

_SEASONS = range(21, 25)
_QUARTERS = range(33, 37)


class EdtfError(ValueError):
    """A text that is no date; `message` says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str = "") -> None:
        self.message, self.hint = message, hint
        super().__init__(f"{message} ({hint})" if hint else message)


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an interval, or a date that is none."""

    kind: str
    """day, time, month, year, decade, century, season, quarter or week; or "some month" of a year,
    "some day" of a month or a year."""
    first: int
    last: int
    year: int
    number: int = 0
    """The month, season, quarter or week."""
    time: str = ""
    """Of a date-time: "21:52+05:30"."""
    qualifier: str = ""


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date that was understood. The ends are one point unless it is an interval; None is an open end."""

    text: str
    start: Point | None
    end: Point | None
    first: int
    last: int
    interval: bool

    @property
    def is_day(self) -> bool:
        """Whether it is one day, without doubt."""
        return self.start is not None and self.start.kind == "day" and not self.start.qualifier and not self.interval


@lru_cache(maxsize=65536)
def parse(text: str) -> Edtf:
    """The date that a text stands for; EdtfError says what was found and what was expected."""
    head, slash, tail = text.partition("/")
    if "/" in tail:
        raise EdtfError(f'found "{text}", expected at most one "/", between two dates', advice(text))
    if not slash:
        point = _point(text)
        return Edtf(text, point, point, point.first, point.last, False)
    start = _point(head) if head not in ("", "..") else None
    end = _point(tail) if tail not in ("", "..") else None
    first = start.first if start else OPEN_START
    last = end.last if end else OPEN_END
    if first > last:
        raise EdtfError(f'found "{text}", whose end is before its beginning', f"write {tail}/{head}")
    return Edtf(text, start, end, first, last, True)


def is_valid(text: str) -> bool:
    """Whether the text is a date of the subset."""
    try:
        parse(text)
    except EdtfError:
        return False
    return True


_POINT = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d\dXX)"
    r"(?:-W(?P<week>\d\d)|-(?P<month>\d\d|XX)(?:-(?P<day>\d\d|XX)(?:T(?P<time>[\d:]+)(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?"
    r"(?P<qualifier>[?~%]?)"
)
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?")
_ZONE = re.compile(r"Z|[+-](?:0\d|1[0-4]):[0-5]\d")


@lru_cache(maxsize=65536)
def _point(text: str) -> Point:
    found = _POINT.fullmatch(text)
    if not found:
        raise EdtfError(
            f'found "{text}", expected an EDTF date such as 2015, 2015-11, 2015-11-14 or 2015-11/2016',
            advice(text),
        )
    year, week, month, day, time, zone, qualifier = found.groups()
    if "X" in year:
        if week or month:
            raise EdtfError(f'found "{text}", a month in an unknown year', "write the years alone, such as 201X")
        first, last = (max(int(year.replace("X", fill)), 1) for fill in "09")
        kind = "decade" if year.count("X") == 1 else "century"
        return Point(kind, _day(text, first, 1, 1), _day(text, last, 12, 31), first, 0, "", qualifier)
    number = int(year)
    if not number:
        raise EdtfError(f'found "{text}", expected a year from 0001 to 9999', "there is no year 0000 in this calendar")
    if week:
        monday = _checked(text, lambda: date.fromisocalendar(number, int(week), 1)).toordinal()
        return Point("week", monday, min(monday + 6, OPEN_END - 1), number, int(week), "", qualifier)
    if time:
        if not _TIME.fullmatch(time) or (zone and not _ZONE.fullmatch(zone)):
            raise EdtfError(f'found "{text}", expected a time of day such as T21:52, T21:52:00Z or T21:52+05:30')
        if not (month.isdigit() and day.isdigit()):
            raise EdtfError(f'found "{text}", a time on an unknown day', "leave the time out")
        ordinal = _day(text, number, int(month), int(day))
        return Point("time", ordinal, ordinal, number, int(month), time + (zone or ""), qualifier)
    return _calendar(text, number, month, day, qualifier)


def _calendar(text: str, year: int, month: str | None, day: str | None, qualifier: str) -> Point:
    if not month or month == "XX":
        if day and day != "XX":
            raise EdtfError(f'found "{text}", a day in an unknown month', f"write {year:04}-XX-XX or {year:04}")
        kind = "some day" if day else "some month" if month else "year"
        return Point(kind, _day(text, year, 1, 1), _day(text, year, 12, 31), year, 0, "", qualifier)
    number = int(month)
    if number in _SEASONS or number in _QUARTERS:
        if day:
            raise EdtfError(f'found "{text}", a day behind a season or quarter', f"write {year:04}-{month}")
        kind = "season" if number in _SEASONS else "quarter"
        begins = (number - 20) * 3 if kind == "season" else (number - 33) * 3 + 1
        ends = begins + 2
        last_year, last_month = (year, ends) if ends <= 12 else (min(year + 1, 9999), ends - 12)
        last = _day(text, last_year, last_month, monthrange(last_year, last_month)[1])
        return Point(kind, _day(text, year, begins, 1), last, year, number, "", qualifier)
    if not 1 <= number <= 12:
        raise EdtfError(
            f'found month {month} in "{text}", expected 01 to 12, 21 to 24 (seasons) or 33 to 36 (quarters)',
            advice(text),
        )
    if day and day != "XX":
        ordinal = _day(text, year, number, int(day))
        return Point("day", ordinal, ordinal, year, number, "", qualifier)
    last = _day(text, year, number, monthrange(year, number)[1])
    return Point("some day" if day else "month", _day(text, year, number, 1), last, year, number, "", qualifier)


def _day(text: str, year: int, month: int, day: int) -> int:
    if 1 <= month <= 12 and not 1 <= day <= monthrange(year, month)[1]:
        raise EdtfError(f'found "{text}", a day that is not in the calendar', last_day(year, month))
    return _checked(text, lambda: date(year, month, day)).toordinal()


def _checked(text: str, make: Callable[[], date]) -> date:
    try:
        return make()
    except ValueError as error:
        raise EdtfError(f'found "{text}", which is not in the calendar: {error}') from None
