"""Dates with day, month and year: "14 November 2015", "Saturday, Nov. 14, 2015", "2015-11-14", "14/11/2015"."""

from __future__ import annotations

import re
from datetime import date

from .kinds import DASHED, DIGITS, DOTTED, MONTHS, YEARS
from .reckoning import Clock, Meaning, on, rule
from .terms import ANY_YEAR, DAY, MONTH, WEEKDAY_SHORT, day_number, month_number, year_number

_MONTH_FIRST = rf"(?:{WEEKDAY_SHORT},? )?({MONTH}) ({DAY}),? (?:of )?({ANY_YEAR})"
_DAY_FIRST = rf"(?:{WEEKDAY_SHORT},? )?(?:the )?({DAY}) (?:of )?({MONTH}),? ({ANY_YEAR})"
_ISO = r"(\d{4})-(\d\d)-(\d\d)(?![\w-])"
_SLASHED = r"(\d{1,2})([/.])(\d{1,2})\2(\d{4})(?!\w)"


def _month_first(match: re.Match[str], _: Clock) -> Meaning | None:
    return _on(year_number(match[3]), month_number(match[1]), day_number(match[2]))


def _day_first(match: re.Match[str], _: Clock) -> Meaning | None:
    return _on(year_number(match[3]), month_number(match[2]), day_number(match[1]))


def _iso(match: re.Match[str], _: Clock) -> Meaning | None:
    return _on(int(match[1]), int(match[2]), int(match[3]))


def _slashed(match: re.Match[str], _: Clock) -> Meaning | None:
    """Only a number above 12 tells the day from the month; otherwise it lies between the two readings."""
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    readings = sorted({m.value for m in (_on(year, other, one), _on(year, one, other)) if m})
    if not readings:
        return None
    if len(readings) == 1:
        return Meaning("DATE", readings[0], readings[0])
    return Meaning("DATE", f"{year:04}", "/".join(readings))


def _on(year: int, month: int, day: int) -> Meaning | None:
    try:
        return on(date(year, month, day).toordinal())
    except ValueError:
        return None


RULES = (
    rule("absolute", MONTHS | YEARS, _MONTH_FIRST, _month_first),
    rule("absolute", MONTHS | YEARS, _DAY_FIRST, _day_first),
    rule("absolute", YEARS | DASHED, _ISO, _iso),
    rule("absolute", YEARS | DIGITS | DOTTED, _SLASHED, _slashed),
)
