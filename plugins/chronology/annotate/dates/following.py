"""Dates that hang on the one before: "May the following year", "the next day", "the same month", "that year"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import DIGITS, FOLLOWING, MONTHS, UNITS
from .reckoning import Clock, Meaning, in_month, on, rule, shifted
from .tense import looks_ahead
from .terms import DAY, MONTH, day_number, month_number

_STEPS = {"following": 1, "next": 1, "same": 0, "that": 0, "previous": -1, "preceding": -1}
_MONTH = rf"({MONTH}),? (?:of )?(?:the (following|next|same|previous|preceding)|(that)) year\b"
_UNIT = r"(?:the (following|next|same|previous|preceding)|(?<!by )(that)) (day|week|month|quarter|year)\b"


def _month(match: re.Match[str], clock: Clock) -> Meaning | None:
    month, step = month_number(match[1]), _STEPS[(match[2] or match[3]).lower()]
    year = _year(clock.previous)
    return in_month(year + step, month) if year else Meaning("DATE", f"XXXX-{month:02}")


def _unit(match: re.Match[str], clock: Clock) -> Meaning | None:
    step, named = _STEPS[(match[1] or match[2]).lower()], match[3].lower()
    previous = clock.previous
    if named == "day" and clock.event and not looks_ahead(clock):
        # "They came on 3 May, he said on Friday. The next day ...": counted from what happened, not from the telling.
        previous = clock.event
    if named == "quarter":
        previous = clock.quarter
    if not previous or not previous.edtf:
        return None
    if named == "year":
        year = _year(previous)
        return shifted(date(year, 1, 1).toordinal(), step, "year") if year else None
    first, last = edtf.bounds(previous.edtf)
    near_enough = {"day": 0, "week": 6, "month": 30, "quarter": 92}[named]
    return shifted(first, step, named) if last - first <= near_enough else None


def _year(meaning: Meaning | None) -> int | None:
    """The year that a date lies in, if it is one."""
    span = edtf.years(meaning.edtf) if meaning and meaning.edtf else None
    return span[0] if span and span[0] == span[1] else None


def _also(match: re.Match[str], clock: Clock) -> Meaning | None:
    """A further day of the month told just before: the 25 of "April 24 and 25"."""
    told = _DAY_AND.search(clock.before)
    if not told or not clock.previous or not clock.previous.edtf or _COUNTED.match(clock.after):
        return None
    first, last = edtf.bounds(clock.previous.edtf)
    before = date.fromordinal(first)
    day = day_number(match[1])
    return on(before.replace(day=day).toordinal()) if first == last and day > before.day else None


_DAY_AND = re.compile(rf"\b{MONTH} {DAY}(?:,| and| or|, and|, or) $")
_COUNTED = re.compile(r" ?[a-z]|[-:%$]")


RULES = (
    rule("following", MONTHS | UNITS | FOLLOWING, _MONTH, _month),
    rule("following", UNITS | FOLLOWING, _UNIT, _unit),
    rule("following", MONTHS | DIGITS, rf"({DAY})(?!\w)", _also),
)
