"""Stretches of time: "for 18 months", "three-day", "several years", "the past two weeks"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import EDGES, NUMBERS, PLURALS, POINTING, QUARTERS, UNITS
from .reckoning import Clock, Meaning, lasting, rule, shifted
from .terms import NUMBER, UNIT, YEAR, number, unit

_LENGTH = (
    r"(?:(?:about|almost|nearly|at least|at most|more than|less than|over|up to|just|only|around|roughly|some) )?"
    rf"({NUMBER})(?: (?:and a half|more|straight|consecutive|full|additional|whole|long))?(?: |-)({UNIT})s?"
    r"(?:-long)?\b(?![- ]old|-(?:ago|earlier))"
)
_WINDOW = (
    rf"(?:the )?(?:(past|last|previous|next|coming|first|final|recent) )((?:{NUMBER} )?)"
    r"(second|minute|hour|day|week|month|quarter|year|decade)s\b"
)
_MANY = r"(second|minute|hour|day|week|month|year|decade|centurie)s\b(?! (?:ago|earlier|later))"
_LONG = r"(?<!-)(hour|day|week|month|year)-?long\b"
_ENDED = r"the (year|quarter|month|week)(?= end(?:ed|ing)\b)"
_AND_A_HALF = rf"(?:an?|one) ({UNIT}) and a half\b"
_FOR_MANY = re.compile(
    r"\b(?:for|of|in|over|within|several|many|after|take|takes|took|lasted|spent|spend|or|by|recent|the) $"
)


def _length(match: re.Match[str], clock: Clock) -> Meaning | None:
    named = unit(match[2])
    if named == "quarter" and ("-" in match[0] or (match[1] in _FRACTIONS and clock.after.startswith(" of "))):
        return None
    if named == "quarter" and _YEAR.fullmatch(match[1]):
        return None
    if match[1] == "one" and named == "day" and _ONE_DAY.search(clock.before):
        # "He may one day return."
        return None
    if match[1] in ("a", "an") and match[0].rstrip("-long").endswith("s"):
        # "a decades-long conflict" counts no decades.
        return lasting(None, named)
    # "a second day", "a day" as a rate and "one second" are rarely stretches of time.
    if match[1].lower() in ("a", "an") and named in ("second", "quarter", "minute"):
        return None
    if match[1].lower() in ("a", "an") and re.search(r"\d[\w.]* $|times $|%? $(?<=[%] )", clock.before):
        return Meaning("SET", lasting(1, named).value)
    return lasting(number(match[1]), named)


_YEAR = re.compile(YEAR)
_FRACTIONS = ("a", "one", "three")
_ONE_DAY = re.compile(r"\b(?:that|may|might|could|would|will|to|he|she|they|it|we|i|who) $")


def _long(match: re.Match[str], _: Clock) -> Meaning:
    return lasting(1, match[1])


def _and_a_half(match: re.Match[str], _: Clock) -> Meaning:
    return lasting(1.5, unit(match[1]))


def _window(match: re.Match[str], clock: Clock) -> Meaning:
    way, named = match[1].lower(), unit(match[3])
    count = number(match[2]) if match[2].strip() else None
    found = lasting(count, named)
    if clock.day is None or count is None or named in ("second", "minute", "hour"):
        return found
    if way in ("past", "last", "previous"):
        other = shifted(clock.day, -count, named)
        if other and other.edtf:
            return found._replace(edtf=f"{_start(clock.day, count, named)}~/{date.fromordinal(clock.day).isoformat()}")
    return found


def _start(day: int, count: float, named: str) -> str:
    """The month or day in which a window that ends today began."""
    other = shifted(day, -count, named)
    if other is None or other.edtf is None:
        return ".."
    return (
        other.edtf
        if named in ("day", "month", "year")
        else edtf.join(edtf.bounds(other.edtf)[0], edtf.bounds(other.edtf)[0])
    )


def _many(match: re.Match[str], clock: Clock) -> Meaning | None:
    return lasting(None, unit(match[1])) if _FOR_MANY.search(clock.before) else None


RULES = (
    rule("duration", PLURALS | POINTING, _WINDOW, _window),
    rule("duration", UNITS | NUMBERS, _LENGTH, _length),
    rule("duration", PLURALS, _MANY, _many),
    rule("duration", UNITS | EDGES, _LONG, _long),
    rule("duration", UNITS | POINTING | EDGES, _ENDED, _long),
    rule("duration", UNITS | QUARTERS, _AND_A_HALF, _and_a_half),
)
