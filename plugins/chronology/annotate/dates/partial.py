"""Dates that leave something out: "September 4", "in October", "May 2024", "June last year", "since 2012"."""

from __future__ import annotations

import re
from datetime import date

from .kinds import MONTHS, POINTING, UNITS, YEARS
from .reckoning import Clock, Meaning, in_month, in_quarter, in_year, latest_year, on, rule
from .tense import looks_ahead, looks_back
from .terms import ANY_YEAR, DAY, MONTH, WEEKDAY_SHORT, day_number, month_number, weekday_number, year_number

_EDGE = r"(?:(?:the )?(?:early|mid|late|beginning of|start of|middle of|end of)[ -])?"
_MONTH_DAY = rf"(?:({WEEKDAY_SHORT}),? )?(?:({MONTH}) ({DAY})|(?:the )?({DAY}) (?:of )?({MONTH}))(?!-? ?\d)"
_MONTH_YEAR = rf"{_EDGE}({MONTH}),? (?:of )?({ANY_YEAR})"
_MONTH_OF = rf"{_EDGE}({MONTH}),? (?:of )?(this|last|next) year"
_MONTH_NAMED = (
    rf"(?:{_EDGE}|(?:earlier|later) in )(?:(this|last|next|past|this past|this coming) )?({MONTH})(?:'s)?"
    r"(?![\w-]|'[a-z]| \d)"
)
_FISCAL = r"(?:(?:the )?fiscal (?:year )?|the year )?"
_YEAR = rf"{_EDGE}{_FISCAL}({ANY_YEAR})(?![\w-]|'?s\b)"
# What stands before a year, and before few other numbers of four digits.
_BEFORE_YEAR = re.compile(
    r"(?:\b(?:in|into|since|by|of|during|until|till|late|early|mid|before|after|through|from|between|than|for|around|to"
    r"|and|or|both|due|the|an?|his|her|its|their|our|that|this|on|as|with)|'s|s'|[(,-])[ \"'(]*$"
)
_WORD = 24
"""Characters that hold the word before, with its marks."""
# What is counted, so that the number before it is no year.
_COUNTED = re.compile(
    r"-? ?(?:people|persons?|men|women|children|troops|soldiers|civilians|fighters|militants|refugees|villagers"
    r"|families|homes|houses|schools|hectares|dollars|euros|pounds|francs|k?m\b|km2|kilomet|met(?:er|re)s|miles|feet"
    r"|tons|tonnes|barrels|deaths?|dead|others|more|or more|jobs|workers|pages|shares|police|officers|prisoners"
    r"|migrants|victims|cases|hours|days|years|yards|local time|gmt|utc)\b"
)


def _month_day(match: re.Match[str], clock: Clock) -> Meaning | None:
    month, day = month_number(match[2] or match[5]), day_number(match[3] or match[4])
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}")
    year = _nearest_year(clock.day, month, day, clock)
    there = _ordinal(year, month, day)
    if match[1]:
        # A weekday that does not fit the year tells of the one beside it; if it fits none, it is a slip.
        weekday = weekday_number(match[1])
        beside = (there, _ordinal(year + 1, month, day), _ordinal(year - 1, month, day))
        there = next((day for day in beside if day and (day - 1) % 7 == weekday), there)
    return on(there) if there else None


def _ordinal(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).toordinal()
    except ValueError:
        return None


def _nearest_year(today: int, month: int, day: int, clock: Clock) -> int:
    """Behind, unless the words look ahead or the day is just to come: "Dec. 10" in late November."""
    here = date.fromordinal(today)
    # In days of a year of equal months: exact enough to tell near from far.
    since = (31 * (here.month - month) + here.day - day) % 372
    to_come = (372 - since) % 372
    future = since > 0 and (to_come <= _NEAR or (since > _NEAR and looks_ahead(clock)))
    return latest_year(today, month, day, ahead=future)


_NEAR = 60


def _month_year(match: re.Match[str], _: Clock) -> Meaning:
    return in_month(year_number(match[2]), month_number(match[1]))


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
    told = match[1]
    known = _BEFORE_YEAR if told[0].isdigit() else _BEFORE_WORDS
    before = clock.just_before[-_WORD:]
    if not prefixed and before.strip(" \"'(") and not known.search(before) and not _OF_ITS_YEAR.match(clock.after):
        return None
    if _COUNTED.match(clock.after):
        return None
    if told == "two thousand" and not prefixed and re.match(r" \w", clock.after):
        # "Of two thousand people".
        return None
    if (period := _PERIOD.match(clock.after)) and clock.quarter and clock.before.endswith("the "):
        # "The 1989 period", compared with the same quarter of another year.
        return in_quarter(int(told), int(clock.quarter.value[-1])) if period and told[0].isdigit() else None
    return in_year(year_number(told))


# What is named after its year, whatever stands before: "an unsuccessful 1996 campaign".
_OF_ITS_YEAR = re.compile(
    r" (?:\w+ )?(?:campaign|elections?|season|budget|war|coup|earnings|results|sales|profits?|forecasts?|estimates?"
    r"|crop|harvest|agreement|accords?|treaty|deal|law|constitution|summit|attacks?|bombings?|report|film|album|vote"
    r"|referendum|race|protests?|revolution|uprising|invasion|earthquake|convention|resolution|massacre|genocide)\b"
)
_BEFORE_WORDS = re.compile(r"\b(?:in|since|of|by|until|before|after|from|during|year|late|early|mid)[ -]$")
_PERIOD = re.compile(r" (?:period|quarter)\b")


RULES = (
    rule("partial", MONTHS | YEARS, _MONTH_YEAR, _month_year),
    rule("partial", MONTHS | UNITS | POINTING, _MONTH_OF, _month_of),
    rule("partial", MONTHS, _MONTH_DAY, _month_day),
    rule("partial", MONTHS, _MONTH_NAMED, _month),
    rule("partial", YEARS, _YEAR, _year),
)
