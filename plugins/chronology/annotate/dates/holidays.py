"""Days that have a name: "Christmas Eve", "New Year's Day", "Easter Sunday", "Thanksgiving", "election day 2020"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from .kinds import HOLIDAYS
from .reckoning import Clock, Meaning, on, rule
from .tense import looks_ahead
from .terms import YEAR

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "christmas eve": (12, 24), "christmas day": (12, 25),
    "christmas": (12, 25), "halloween": (10, 31),
}  # fmt: skip
_FROM_EASTER = {"good friday": -2, "easter sunday": 0, "easter": 0, "easter monday": 1}
_NAMES = sorted([*_FIXED, *_FROM_EASTER, "thanksgiving day", "thanksgiving"], key=len, reverse=True)
_NO_DAY = r"(?!'s? |-| (?:islands?|rising|uprising|offensive|week|trees?|markets?)\b)"
_NAMED = rf"({'|'.join(_NAMES)})\b{_NO_DAY}(?:,? ({YEAR}))?"


def _easter(year: int) -> int:
    """Easter Sunday of the western churches, after the "Anonymous Gregorian" reckoning."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * late + 114, 31)
    return date(year, month, day + 1).toordinal()


def _thanksgiving(year: int) -> int:
    """The fourth Thursday of November, as in the United States."""
    first = date(year, 11, 1).toordinal()
    return first + (3 - (first - 1)) % 7 + 21


def _day_of(name: str) -> Callable[[int], int]:
    if name in _FIXED:
        month, day = _FIXED[name]
        return lambda year: date(year, month, day).toordinal()
    if name in _FROM_EASTER:
        return lambda year: _easter(year) + _FROM_EASTER[name]
    return _thanksgiving


def _named(match: re.Match[str], clock: Clock) -> Meaning | None:
    day_in = _day_of(match[1])
    if match[2]:
        return on(day_in(int(match[2])))
    if clock.day is None:
        month, day = _FIXED.get(match[1], (0, 0))
        return Meaning("DATE", f"XXXX-{month:02}-{day:02}" if month else "XXXX-XX-XX")
    year = date.fromordinal(clock.day).year
    last = day_in(year) if day_in(year) <= clock.day else day_in(year - 1)
    coming = day_in(year) if day_in(year) >= clock.day else day_in(year + 1)
    return on(coming if looks_ahead(clock) or coming - clock.day <= _NEAR else last)


_NEAR = 30
"""Days ahead within which a holiday is the coming one: in December, Christmas is that of this year."""

RULES = (rule("holiday", HOLIDAYS, _NAMED, _named),)
