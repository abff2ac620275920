"""Times of day: "at 9:52 PM IST", "10 p.m. Wednesday", "0800 GMT", "noon Thursday"."""

from __future__ import annotations

import re

from ... import edtf
from .reckoning import Clock, Meaning, on, rule
from .tense import nearest_weekday
from .terms import DIGITS, PARTS, WEEKDAY, weekday_number

_ZONE = r"(?: (gmt|utc|[ecmpbiw][sde]t|cest|msk|local time)\b)?"
_TAIL = rf"(?:,? (?:on )?({WEEKDAY}))?"
_TWELVE = rf"(?:around |about )?(1[0-2]|0?[1-9])(?:[:.]([0-5]\d))? ?([ap])(?:\.m\.|m\b){_ZONE}{_TAIL}"
_CLOCK = rf"([01]?\d|2[0-3]):([0-5]\d)(?![:\d]){_ZONE}{_TAIL}"
_MILITARY = rf"([01]\d|2[0-3])([0-5]\d)()(?: (gmt|utc)\b){_TAIL}"
_NAMED = rf"(noon|midnight)\b{_TAIL}"


def _twelve(match: re.Match[str], clock: Clock) -> Meaning:
    hour = int(match[1]) % 12 + (12 if match[3].lower() == "p" else 0)
    return _at(clock, f"{hour:02}:{match[2] or '00'}", match[4], match[5])


def _clock(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _at(clock, f"{int(match[1]):02}:{match[2]}", match[3], match[4])


def _military(match: re.Match[str], clock: Clock) -> Meaning:
    return _at(clock, f"{match[1]}:{match[2]}", match[4], match[5])


def _named(match: re.Match[str], clock: Clock) -> Meaning:
    return _at(clock, "12:00" if match[1].lower() == "noon" else "24:00", None, match[2])


def _at(clock: Clock, time: str, zone: str | None, weekday: str | None) -> Meaning:
    """The time on the day that is told of. Of zones only GMT and UTC mean one thing everywhere."""
    day = _day(clock, weekday)
    if day is None:
        return Meaning("TIME", f"XXXX-XX-XXT{time}")
    offset = "Z" if zone in ("gmt", "utc") else ""
    date = on(day).value
    whole = f"{date}T{time}{offset}"
    return Meaning("TIME", f"{date}T{time}", whole if edtf.is_valid(whole) else date)


def _day(clock: Clock, weekday: str | None) -> int | None:
    if weekday:
        return nearest_weekday(clock, weekday_number(weekday))
    if clock.near and clock.near.edtf:
        return edtf.bounds(clock.near.edtf)[0]
    return clock.day


RULES = (
    rule("time", DIGITS, _TWELVE, _twelve),
    rule("time", DIGITS, _CLOCK, _clock),
    rule("time", DIGITS, _MILITARY, _military),
    rule("time", PARTS, _NAMED, _named),
)
