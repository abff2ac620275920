"""Days named from the day of speaking: "today", "yesterday", "tomorrow morning", "last night", "overnight"."""

from __future__ import annotations

import re

from ... import edtf
from .kinds import NAMED, PARTS
from .reckoning import Clock, Meaning, on, part_on, rule
from .terms import PART_OF_DAY, part_of_day

_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}
_NAMED = (
    r"(?:(?:early|earlier|late|later) )?((?:the day (before|after) )?(today|tonight|yesterday|tomorrow|overnight))\b"
    rf"(?: ({PART_OF_DAY})\b)?"
)
_PART = rf"(?:(?:early|earlier|late|later) )?(this|last) ({PART_OF_DAY})\b"
_OF_THE_DAY = rf"(?:(?<=\bin )the|(?:mid|early|late)[- ]) ?({PART_OF_DAY})\b"


def _named(match: re.Match[str], clock: Clock) -> Meaning:
    name = match[3].lower()
    part = part_of_day(match[4]) if match[4] else "NI" if name in ("tonight", "overnight") else ""
    if clock.day is None:
        return _floating(part)
    day = clock.day + _DAYS[name] + {"before": -1, "after": 1}.get((match[2] or "").lower(), 0)
    if name == "overnight":
        # The night before, or the one to come after midnight: either day of it.
        return part_on(day, part)._replace(edtf=edtf.join(day - 1, day))
    return part_on(day, part) if part else on(day)


def _part(match: re.Match[str], clock: Clock) -> Meaning:
    part = part_of_day(match[2])
    if clock.day is None:
        return _floating(part)
    # "last night" is the night that began yesterday.
    return part_on(clock.day - (match[1].lower() == "last"), part)


def _of_the_day(match: re.Match[str], clock: Clock) -> Meaning | None:
    """A part of the day that is told of."""
    part = part_of_day(match[1])
    if clock.near and clock.near.edtf:
        return part_on(edtf.bounds(clock.near.edtf)[0], part)
    return part_on(clock.day, part) if clock.day else _floating(part)


def _floating(part: str) -> Meaning:
    return Meaning("TIME" if part else "DATE", "XXXX-XX-XX" + (f"T{part}" if part else ""))


RULES = (
    rule("deictic", NAMED, _NAMED, _named),
    rule("deictic", PARTS, _PART, _part),
    rule("deictic", PARTS, _OF_THE_DAY, _of_the_day),
)
