"""Stretches with two ends: "from 3 to 5 May", "May 3-5, 2024", "between 2012 and 2015", "from May to July 2023"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import DIGITS, MONTHS, PAIRING, YEARS
from .reckoning import Clock, Meaning, latest_year, rule
from .tense import looks_ahead
from .terms import DAY, MONTH, YEAR, day_number, month_number

_TO = r"(?: ?- ?| to | and | through | until )"
_DAYS_MONTH = rf"({DAY}){_TO}({DAY}) (?:of )?({MONTH})(?:,? ({YEAR}))?"
_MONTH_DAYS = rf"({MONTH}) ({DAY}) ?(?:-| to | through ) ?({DAY})(?:,? ({YEAR}))?(?! [ap]\.?m)"
_YEARS = (
    rf"(?:(?<=between )({YEAR}) and|(?<=from )({YEAR}) (?:to|until|through)|({YEAR})-) ?({YEAR}|\d\d(?!\d))(?![\w-])"
)
_MONTHS = (
    rf"(?:(?<=between )({MONTH})(?: ({YEAR}))? and|(?<=from )({MONTH})(?: ({YEAR}))? (?:to|until|through))"
    rf" ({MONTH}) ({YEAR})"
)


def _days_month(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _days(clock, match[1], match[2], match[3], match[4])


def _month_days(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _days(clock, match[2], match[3], match[1], match[4])


def _days(clock: Clock, first: str, last: str, name: str, year: str | None) -> Meaning | None:
    month, start, end = month_number(name), day_number(first), day_number(last)
    if start >= end:
        return None
    length = f"P{end - start + 1}D"
    if year:
        number = int(year)
    elif clock.day is None:
        return Meaning("DURATION", length)
    else:
        number = latest_year(clock.day, month, start, looks_ahead(clock))
    try:
        return Meaning("DURATION", length, f"{date(number, month, start)}/{date(number, month, end)}")
    except ValueError:
        return None


def _years(match: re.Match[str], _: Clock) -> Meaning | None:
    first = int(match[1] or match[2] or match[3])
    last = int(match[4]) if len(match[4]) == 4 else first // 100 * 100 + int(match[4])
    if last <= first:
        return None
    return Meaning("DURATION", f"P{last - first}Y", f"{first:04}/{last:04}")


def _months(match: re.Match[str], _: Clock) -> Meaning | None:
    last_year, last = int(match[6]), month_number(match[5])
    first = month_number(match[1] or match[3])
    first_year = int(match[2] or match[4] or last_year - (first > last))
    length = (last_year - first_year) * 12 + last - first
    if length <= 0:
        return None
    whole = f"{first_year:04}-{first:02}/{last_year:04}-{last:02}"
    return Meaning("DURATION", f"P{length}M", whole) if edtf.is_valid(whole) else None


RULES = (
    rule("range", MONTHS | DIGITS | PAIRING, _DAYS_MONTH, _days_month),
    rule("range", MONTHS | DIGITS | PAIRING, _MONTH_DAYS, _month_days),
    rule("range", YEARS | PAIRING, _YEARS, _years),
    rule("range", MONTHS | YEARS | PAIRING, _MONTHS, _months),
)
