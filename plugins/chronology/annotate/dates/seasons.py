"""Seasons, quarters, weekends, decades and centuries: "last summer", "third quarter of 2023", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from .kinds import CENTURIES, DECADES, DIGITS, PERIODS, QUARTERS, SEASONAL, YEARS
from .reckoning import Clock, Meaning, in_century, in_decade, in_half, in_quarter, in_season, latest_year, rule, weekend
from .tense import looks_ahead
from .terms import ANY_YEAR, MONTH, ORDINAL, ORDINALS, SEASON, SEASONS, YEAR, month_number, year_number

_WHICH = r"(?:(?:the )?(?:early|mid|late)[ -])?"
_SEASON = (
    rf"{_WHICH}(?:(?:the )?(last|this past|this|next|past|coming) |(?<=in )the |the (?={SEASON} of )"
    rf"|(?<=over )the |(?={SEASON},? {YEAR})|(?={SEASON} of ))({SEASON})\b"
    rf"(?:,? (?:of )?({ANY_YEAR})| of (last|this|next) year)?"
)
_QUARTER = (
    rf"(?:the )?(?:fiscal )?(?:({YEAR}) |(last|this|next|previous|year-ago|year-earlier) (?:year's )?|year's )?"
    rf"(?:fiscal )?({ORDINAL})[- ]"
    rf"(?:fiscal )?(quarter|half)\b(?!-)(?:,? (?:of |in )?(?:fiscal )?({YEAR})| (?:of )?(last|this|next) year)?"
)
_THE_QUARTER = (
    r"(?:the|this|last|next|its) (?:(latest|current|most recent|previous|corresponding|comparable"
    r"|(?:comparable |corresponding )?year-(?:ago|earlier)) )?(?:fiscal )?(quarter)\b(?!-)"
)
_LATEST = (
    r"the (latest|year-ago|year-earlier|corresponding|same|comparable)(?: year-(?:ago|earlier))? period"
    r"(?: (?:last year|a year (?:ago|earlier)|of (?:last year|a year (?:ago|earlier))))?\b"
)
_WEEKEND = r"(?:(?:the|this|last|next|this past|past|coming) ){1,2}weekend\b"
_DECADE = r"(?:the )?(?:(?:early|mid|late)[ -])?((?:1[5-9]|20)\d)0'?s\b"
_CENTURY = r"(?:the )?(?:(?:early|mid|late)[ -])?(\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"
_OFF = {"last": -1, "this past": -1, "past": -1, "this": 0, "next": 1, "coming": 1, "previous": -1}


def _season(match: re.Match[str], clock: Clock) -> Meaning | None:
    which, code = (match[1] or "").lower(), SEASONS[match[2].lower()]
    if match[3]:
        return in_season(year_number(match[3]), code)
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{code}")
    today = date.fromordinal(clock.day)
    if match[4]:
        return in_season(today.year + _OFF[match[4].lower()], code)
    begins = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[code]
    # The most recent one that has begun, for "last", "past" and no word at all.
    began = today.year - (today.month < begins)
    if which in ("next", "coming") or (not which and looks_ahead(clock)):
        return in_season(began + 1, code)
    if which == "this":
        return in_season(today.year, code)
    if which == "last" and today.year == began and today.month < begins + 3:
        began -= 1
    return in_season(began, code)


def _quarter(match: re.Match[str], clock: Clock) -> Meaning | None:
    """A quarter or a half of a year, told by its number."""
    number, in_part = ORDINALS[match[3]], in_quarter if match[4] == "quarter" else in_half
    parts, letter = (4, "Q") if match[4] == "quarter" else (2, "H")
    if number > parts:
        return None
    year, off = match[1] or match[5], match[2] or match[6]
    if year:
        return in_part(int(year), number)
    if letter == "H" and not off and not _is_of_a_year(clock):
        return None
    if clock.day is None:
        return Meaning("DATE", f"XXXX-{letter}{number}")
    today = date.fromordinal(clock.day)
    current = (today.month - 1) * parts // 12 + 1
    if off in ("year-ago", "year-earlier"):
        return in_part(today.year - 1 - (number > current), number)
    if off:
        return in_part(today.year + _OFF[off], number)
    # Its figures are told when it is over, unless the words look ahead to it.
    ahead = number >= current and looks_ahead(clock)
    return in_part(today.year - (number > current and not ahead and number - current > 1), number)


def _is_of_a_year(clock: Clock) -> bool:
    """Whether "the second half" is one of a year: most are of a match, some of a decade."""
    if clock.after.startswith(" of "):
        return clock.after.startswith((" of the year", " of the fiscal year"))
    return bool(_OF_A_YEAR.search(clock.before) or _OF_A_YEAR.search(clock.after))


_OF_A_YEAR = re.compile(r"\b(?:year|fiscal|profits?|earnings|sales|revenues?|income|results|loss|growth|economy)\b")


def _the_quarter(match: re.Match[str], clock: Clock) -> Meaning | None:
    which = (match[1] or "").lower()
    if clock.day is None:
        return Meaning("DATE", "XXXX-QX")
    today = date.fromordinal(clock.day)
    current = (today.month + 2) // 3
    first = match[0].split()[0].lower()
    if first in ("this", "last", "next"):
        return in_quarter(today.year, current + _OFF[first])
    if which == "current":
        return in_quarter(today.year, current)
    if ended := _ENDED.match(clock.after):
        month = month_number(ended[1])
        return in_quarter(latest_year(clock.day, month, None, ahead=False), (month + 2) // 3)
    told = _told(clock)
    if told and which in ("latest", "most recent") and told >= (today.year, current):
        # A quarter has figures only when it is over.
        told = None
    year, quarter = told or (today.year, current - 1)
    return in_quarter(year - (which not in ("", "latest", "most recent", "previous")), quarter)


_ENDED = re.compile(rf" (?:that )?ended(?: on| in)? ({MONTH})")


def _told(clock: Clock) -> tuple[int, int] | None:
    """Year and number of the quarter that is being told of."""
    value = clock.quarter.value if clock.quarter else ""
    return (int(value[:4]), int(value[-1])) if value else None


def _latest(match: re.Match[str], clock: Clock) -> Meaning | None:
    told = _told(clock)
    return in_quarter(told[0] - (match[1] != "latest"), told[1]) if told else None


def _weekend(match: re.Match[str], clock: Clock) -> Meaning:
    if clock.day is None:
        return Meaning("DATE", "XXXX-WXX-WE")
    words = match[0].lower().split()
    here = date.fromordinal(clock.day).weekday()
    if "next" in words or "coming" in words:
        return weekend(clock.day, 0 if here < 5 and "coming" in words else 1)
    if "last" in words or "past" in words:
        return weekend(clock.day, -1)
    ahead = "this" in words or looks_ahead(clock) or here >= 5
    return weekend(clock.day, 0 if ahead else -1)


def _decade(match: re.Match[str], _: Clock) -> Meaning:
    return in_decade(int(match[1]) * 10)


def _century(match: re.Match[str], _: Clock) -> Meaning | None:
    century = int(match[1]) - 1
    return in_century(century * 100) if 0 < century < 30 else None


RULES = (
    rule("season", SEASONAL, _SEASON, _season),
    rule("season", QUARTERS, _QUARTER, _quarter),
    rule("season", QUARTERS, _THE_QUARTER, _the_quarter),
    rule("season", PERIODS, _LATEST, _latest),
    rule("season", PERIODS, _WEEKEND, _weekend),
    rule("season", YEARS | DECADES, _DECADE, _decade),
    rule("season", CENTURIES | DIGITS, _CENTURY, _century),
)
