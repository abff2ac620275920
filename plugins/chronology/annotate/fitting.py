"""A day that a page states -> how well the report's own words fit it: its weekdays, years and full days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import Enum

from ..months import MONTH_NAME
from .reading import Reading
from .stamps import DATE, date_of

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# "Friday, Nov. 3" names its own day, "Friday" one of the report's week.
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_DAYS)})\b(?!,? (?:{MONTH_NAME}|\d))")


class Fit(Enum):
    """How the words of a report fit a day."""

    NONE = 0
    """They do not, or say nothing: it may be years younger than the report."""
    YEAR = 1
    """The latest year that they name is its year; or they name none, and its weekday among others."""
    WEEKDAY = 2
    """So they do, and its weekday is the first that they name."""


def fit_of(reading: Reading, stated: str) -> Fit:
    """How the body fits a day. An interval is no day, and nothing fits it.

    Most pages that are changed are changed on the day on which they come out; of the others one in seven
    names the same weekday first. So a weekday that fits is as sure as a stamp.
    """
    if "/" in stated:
        return Fit.NONE
    day = date.fromisoformat(stated)
    body = list(_body(reading))
    years = {year for line in body for year in _YEAR.findall(line)}
    weekdays = [name for line in body for name in _WEEKDAY.findall(line)]
    if years and max(years) != f"{day.year:04}":
        return Fit.NONE
    named = _DAYS[day.weekday()]
    if weekdays[:1] == [named]:
        return Fit.WEEKDAY
    return Fit.YEAR if years or named in weekdays else Fit.NONE


def settled(reading: Reading, stated: str) -> str:
    """Of the two readings of "03/05/2019", the one whose weekday the body names first, if the body also tells of
    a full day after the other; else what was stated.
    """
    first, _, last = stated.partition("/")
    if not last or fit_of(reading, last) is not Fit.WEEKDAY:
        return stated
    told = (match for line in _body(reading) for match in DATE.finditer(line))
    return last if any(first < day <= last for day in map(date_of, told) if day) else stated


def _body(reading: Reading) -> Iterator[str]:
    return (reading.folded[line.start : line.end].lower() for line in reading.cleaned.body)
