"""Dates that leave something out: "September 4", "in October", "May 2024", "June last year", "since 2012"."""

from __future__ import annotations

import re
from datetime import date

from .reckoning import Clock, Meaning, in_month, in_year, latest_year, on, rule
from .tense import looks_ahead, looks_back
from .terms import DAY, MONTH, MONTHS, WEEKDAY_SHORT, YEAR, YEARS, day_number, month_number

_EDGE = r"(?:(?:the )?(?:early|mid|late|beginning of|start of|middle of|end of)[ -])?"
_MONTH_DAY = rf"(?:{WEEKDAY_SHORT},? )?(?:({MONTH}) ({DAY})|(?:the )?({DAY}) (?:of )?({MONTH}))(?!-? ?\d)"
_MONTH_YEAR = rf"{_EDGE}({MONTH}),? (?:of )?({YEAR})"
_MONTH_OF = rf"{_EDGE}({MONTH}),? (?:of )?(this|last|next) year"
_MONTH_NAMED = (
    rf"(?:{_EDGE}|(?:earlier|later) in )(?:(this|last|next|past|this past|this coming) )?({MONTH})(?:'s)?"
    r"(?![\w-]|'[a-z]| \d)"
)
_FISCAL = r"(?:(?:the )?fiscal (?:year )?|the year )?"
_YEAR = rf"{_EDGE}{_FISCAL}({YEAR})(?![\w-]|'?s\b)"
# What stands before a year, and before few other numbers of four digits.
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|into|since|by|of|during|until|till|late|early|mid|before|after|through|from|between|than|for|around|to"
    r"|and|or|both|due|the|an?|his|her|its|their|our|that|this|on|as|with)|'s|s'|[(,-]|^)[ \"'(]*$"
)
# What is counted, so that the number before it is no year.
_COUNTED = re.compile(
    r"-? ?(?:people|persons?|men|women|children|troops|soldiers|civilians|fighters|militants|refugees|villagers"
    r"|families|homes|houses|schools|hectares|dollars|euros|pounds|francs|k?m\b|km2|kilomet|met(?:er|re)s|miles|feet"
    r"|tons|tonnes|barrels|deaths?|dead|others|more|or more|jobs|workers|pages|shares|police|officers|prisoners"
    r"|migrants|victims|cases|hours|days|years|yards|local time|gmt|utc)\b"
)


def _month_day(match: re.Match[str], clock: Clock) -> Meaning | None:
    month, day = month_number(match[1] or match[4]), day_number(match[2] or match[3])
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
    year = _nearest_year(clock.day, month, day, looks_ahead(clock))
    try:
        return on(date(year, month, day).toordinal())
    except ValueError:
        return None


def _nearest_year(today: int, month: int, day: int, ahead: bool) -> int:
    """Behind, unless the words look ahead or the day is just to come: "Dec. 10" in late November."""
    here = date.fromordinal(today)
    # In days of a year of equal months: exact enough to tell near from far.
    since = (31 * (here.month - month) + here.day - day) % 372
    to_come = (372 - since) % 372
    future = since > 0 and (to_come <= _NEAR or (ahead and since > _NEAR))
    return latest_year(today, month, day, ahead=future)


_NEAR = 60


def _month_year(match: re.Match[str], _: Clock) -> Meaning:
    return in_month(int(match[2]), month_number(match[1]))


def _month_of(match: re.Match[str], clock: Clock) -> Meaning:
    month = month_number(match[1])
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    off = {"this": 0, "last": -1, "next": 1}[match[2].lower()]
    return in_month(date.fromordinal(clock.day).year + off, month)


def _month(match: re.Match[str], clock: Clock) -> Meaning | None:
    which = (match[1] or "").lower()
    name = match[2].lower().rstrip(".")
    if name in ("may", "march", "mar") and not which and not _MONTH_WORD.search(clock.before):
        return None
    if len(name) == 3 and name != "may" and not match[2].endswith("."):
        # "Jan" and "Mar" are names of people and places.
        return None
    month = month_number(name)
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{month:02}")
    today = date.fromordinal(clock.day)
    since = (today.month - month) % 12
    if which in ("last", "past", "this past"):
        # "last February", told in March, is of the year before: else it would be just "February".
        return in_month(today.year - (month >= today.month or (which == "last" and since == 1)), month)
    if which in ("next", "this coming"):
        return in_month(today.year + (month <= today.month), month)
    if which == "this":
        return in_month(today.year, month)
    ahead = since > 2 and (looks_ahead(clock) or (since > 8 and not looks_back(clock)))
    return in_month(latest_year(clock.day, month, None, ahead), month)


# "May" and "March" open sentences and name people: a preposition must say that a month is meant.
_MONTH_WORD = re.compile(
    r"\b(?:in|since|by|of|during|until|till|early|late|mid|before|after|through|from|for|to|and|between|end)[ -]$"
)


def _year(match: re.Match[str], clock: Clock) -> Meaning | None:
    prefixed = match.start(1) > match.start()
    if not prefixed and not _BEFORE_YEAR.search(clock.before):
        return None
    if _COUNTED.match(clock.after):
        return None
    return in_year(int(match[1]))


RULES = (
    rule("partial", MONTHS | YEARS, _MONTH_YEAR, _month_year),
    rule("partial", MONTHS, _MONTH_OF, _month_of),
    rule("partial", MONTHS, _MONTH_DAY, _month_day),
    rule("partial", MONTHS, _MONTH_NAMED, _month),
    rule("partial", YEARS, _YEAR, _year),
)
