"""Seasons, quarters, weekends, decades and centuries: "last summer", "third quarter of 2023", "the 1990s"."""

from __future__ import annotations

import re
from datetime import date

from .reckoning import Clock, Meaning, in_century, in_decade, in_quarter, in_season, rule, weekend
from .tense import looks_ahead
from .terms import DIGITS, ORDINAL, ORDINALS, SEASON, SEASONAL, SEASONS, UNITS, YEAR, YEARS

_WHICH = r"(?:(?:the )?(?:early|mid|late)[ -])?"
_SEASON = (
    rf"{_WHICH}(?:(?:the )?(last|this past|this|next|past|coming) |(?<=in )the |the (?={SEASON} of )"
    rf"|(?={SEASON},? {YEAR})|(?={SEASON} of ))({SEASON})\b(?:,? (?:of )?({YEAR})| of (last|this|next) year)?"
)
_QUARTER = (
    rf"(?:the )?(?:fiscal )?(?:({YEAR}) |(last|this|next) year's |year's )?(?:fiscal )?({ORDINAL})[- ]"
    rf"(?:fiscal )?quarter\b(?:,? (?:of |in )?(?:fiscal )?({YEAR})| (?:of )?(last|this|next) year)?"
)
_THE_QUARTER = (
    r"(?:the|this|last|next|its) (?:(latest|current|most recent|previous|year-ago|year-earlier|corresponding) )?"
    r"(?:fiscal )?(quarter)\b"
)
_LATEST = (
    r"the (latest|year-ago|year-earlier|corresponding|same|comparable) period"
    r"(?: (?:last year|a year (?:ago|earlier)|of (?:last year|a year (?:ago|earlier))))?\b"
)
_WEEKEND = r"(?:(?:the|this|last|next|this past|past|coming) )+weekend\b"
_DECADE = r"(?:the )?(?:(?:early|mid|late)[ -])?((?:1[5-9]|20)\d)0'?s\b"
_CENTURY = r"(?:the )?(?:(?:early|mid|late)[ -])?(\d{1,2})(?:st|nd|rd|th)[ -]centur(?:y|ies)\b"
_OFF = {"last": -1, "this past": -1, "past": -1, "this": 0, "next": 1, "coming": 1}


def _season(match: re.Match[str], clock: Clock) -> Meaning | None:
    which, code = (match[1] or "").lower(), SEASONS[match[2].lower()]
    if match[3]:
        return in_season(int(match[3]), code)
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
    quarter = ORDINALS[match[3].lower()]
    year, off = match[1] or match[4], match[2] or match[5]
    if year:
        return in_quarter(int(year), quarter)
    if clock.day is None:
        return Meaning("DATE", f"XXXX-Q{quarter}")
    today = date.fromordinal(clock.day)
    if off:
        return in_quarter(today.year + _OFF[off.lower()], quarter)
    current = (today.month + 2) // 3
    # Its figures are told when it is over, unless the words look ahead to it.
    ahead = quarter >= current and looks_ahead(clock)
    return in_quarter(today.year - (quarter > current and not ahead and quarter - current > 1), quarter)


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
    told = re.fullmatch(r"(\d{4})-Q(\d)", clock.previous.value) if clock.previous else None
    year, quarter = (int(told[1]), int(told[2])) if told else (today.year, current - 1)
    return in_quarter(year - (which in ("year-ago", "year-earlier", "corresponding")), quarter)


def _latest(match: re.Match[str], clock: Clock) -> Meaning | None:
    told = re.fullmatch(r"(\d{4})-Q(\d)", clock.previous.value) if clock.previous else None
    if not told:
        return None
    return in_quarter(int(told[1]) - (match[1].lower() != "latest"), int(told[2]))


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
    rule("season", SEASONAL, _QUARTER, _quarter),
    rule("season", SEASONAL, _THE_QUARTER, _the_quarter),
    rule("season", SEASONAL, _LATEST, _latest),
    rule("season", SEASONAL, _WEEKEND, _weekend),
    rule("season", YEARS, _DECADE, _decade),
    rule("season", UNITS | DIGITS, _CENTURY, _century),
)
