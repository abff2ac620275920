"""Times of day: "at 9:52 PM IST", "10 p.m. Wednesday", "0800 GMT", "noon Thursday"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import CLOCKS, DIGITS, PARTS
from .reckoning import Clock, Meaning, latest_year, on, rule
from .tense import looks_ahead, nearest_weekday
from .terms import DAY, MONTH, WEEKDAY, day_number, month_number, weekday_number

_ZONE = r"(?: (gmt|utc|[ecmpbiw][sde]t|cest|msk|local time)\b)?"
_TAIL = rf"(?:,? (?:on )?(?:({WEEKDAY})|({MONTH}) ({DAY})))?"
_TWELVE = rf"(?:around |about )?(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])(?:\.m\.|m\b){_ZONE}{_TAIL}"
_CLOCK = rf"([01]?\d|2[0-3]):([0-5]\d)(?![:\d]){_ZONE}{_TAIL}"
_MILITARY = rf"([01]\d|2[0-3])([0-5]\d)()(?: (gmt|utc)\b){_TAIL}"
_NAMED = rf"(noon|midday|midnight)\b{_TAIL}"


def _twelve(match: re.Match[str], clock: Clock) -> Meaning | None:
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return _at(clock, f"{hour:02}:{match[2] or '00'}", match[4], match, 5)


def _clock(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _at(clock, f"{int(match[1]):02}:{match[2]}", match[3], match, 4)


def _military(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _at(clock, f"{match[1]}:{match[2]}", match[4], match, 5)


def _named(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _at(clock, "24:00" if match[1] == "midnight" else "12:00", None, match, 2)


def _at(clock: Clock, time: str, zone: str | None, match: re.Match[str], tail: int) -> Meaning | None:
    """The time on the day that is told of. Of zones only GMT and UTC mean one thing everywhere."""
    day = _day(clock, *match.group(tail, tail + 1, tail + 2))
    if day is None:
        return Meaning("TIME", f"XXXX-XX-XXT{time}")
    offset = "Z" if zone in ("gmt", "utc") else ""
    here = on(day).value
    whole = f"{here}T{time}{offset}"
    return Meaning("TIME", f"{here}T{time}", whole if edtf.is_valid(whole) else here)


def _day(clock: Clock, weekday: str | None, month: str | None, of_month: str | None) -> int | None:
    if month and of_month:
        if clock.day is None:
            return None
        number, day = month_number(month), day_number(of_month)
        return date(latest_year(clock.day, number, day, looks_ahead(clock)), number, day).toordinal()
    if weekday:
        return nearest_weekday(clock, weekday_number(weekday))
    told = clock.event or clock.near
    if told and told.edtf:
        return edtf.bounds(told.edtf)[0]
    return clock.day


RULES = (
    rule("time", DIGITS | CLOCKS, _TWELVE, _twelve),
    rule("time", DIGITS | CLOCKS, _CLOCK, _clock),
    rule("time", DIGITS | CLOCKS, _MILITARY, _military),
    rule("time", PARTS, _NAMED, _named),
)
