"""Times that come again: "every Monday", "each July", "daily", "on Tuesdays", "once a week"."""

from __future__ import annotations

import re

from .kinds import RATES, SETS, UNITS, WEEKDAYS
from .reckoning import Clock, Meaning, lasting, rule
from .terms import MONTH, PART_OF_DAY, UNIT, WEEKDAY, month_number, part_of_day, unit, weekday_number

_EVERY = rf"(?:every|each) (?:(other|second) )?(?:({WEEKDAY})|({MONTH})|({PART_OF_DAY})|({UNIT}))\b"
_ADVERB = r"(hourly|daily|nightly|weekly|fortnightly|monthly|yearly|annually)\b(?!-)"
_PLURAL = rf"({WEEKDAY[:-2]})(?:s\b(?: ({PART_OF_DAY})s?\b)?| ({PART_OF_DAY})s\b)"
_RATE = rf"(?:once|twice|{{0}} times) (?:an?|every) ({UNIT})\b".format(r"\w{1,20}")
_ADVERBS = {"hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "weekly": "P1W", "fortnightly": "P2W", "monthly": "P1M"}
_ADVERBS |= {"yearly": "P1Y", "annually": "P1Y"}


def _every(match: re.Match[str], _: Clock) -> Meaning:
    if match[2]:
        return Meaning("SET", f"XXXX-WXX-{weekday_number(match[2]) + 1}")
    if match[3]:
        return Meaning("SET", f"XXXX-{month_number(match[3]):02}")
    if match[4]:
        return Meaning("SET", f"XXXX-XX-XXT{part_of_day(match[4])}")
    return Meaning("SET", lasting(2 if match[1] else 1, unit(match[5])).value)


def _adverb(match: re.Match[str], _: Clock) -> Meaning | None:
    return Meaning("SET", _ADVERBS[match[1].lower()])


def _plural(match: re.Match[str], _: Clock) -> Meaning:
    named = match[2] or match[3]
    part = f"T{part_of_day(named)}" if named else ""
    return Meaning("SET", f"XXXX-WXX-{weekday_number(match[1]) + 1}{part}")


def _rate(match: re.Match[str], _: Clock) -> Meaning:
    return Meaning("SET", lasting(1, unit(match[1])).value)


RULES = (
    rule("set", SETS, _EVERY, _every),
    rule("set", SETS, _ADVERB, _adverb),
    rule("set", WEEKDAYS, _PLURAL, _plural),
    rule("set", UNITS | RATES, _RATE, _rate),
)
