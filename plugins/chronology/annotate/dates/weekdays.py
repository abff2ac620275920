"""Weekdays: "on Saturday", "Friday night", "last Monday", "Tuesday of last week".

In a report of a Wednesday, "Wednesday" is that day; any other name is the most recent such day, or the
coming one where the words look ahead.
"""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import WEEKDAYS
from .reckoning import Clock, Meaning, on, part_on, rule
from .tense import looks_ahead, nearest_weekday
from .terms import PART_OF_DAY, WEEKDAY, part_of_day, weekday_number

_PATTERN = (
    r"(?:(?:early|earlier|late|later|mid)(?:-| on | )?)?"
    r"(?:(?:(last|this past|past|this coming|coming|next|this|the previous|the following|the same) )?)"
    rf"({WEEKDAY})(?:,? (early |late )?({PART_OF_DAY})\b)?(?: (?:of )?(last|this|next) week\b)?"
)
_IN_STORY = re.compile(
    r"(?:[,.;:)]|$| (before|earlier)\b| (?:after|following|later|he|she|it|they|we|i|the|an?|his|her|its|their|and|but"
    r"|when|as|that|in|at|with|to)\b)"
)
"""What follows "the Tuesday" where it is a day, not the name of something: "the Tuesday market"."""
_BACK = ("last", "past", "this past", "the previous")
_ON = ("next", "coming", "this coming", "the following")


def _resolve(match: re.Match[str], clock: Clock) -> Meaning | None:
    which, wanted = (match[1] or "").lower(), weekday_number(match[2])
    part = f"T{part_of_day(match[4])}" if match[4] else ""
    if clock.day is None:
        return Meaning("TIME" if part else "DATE", f"XXXX-WXX-{wanted + 1}{part}")
    day = _day(clock, which, wanted, (match[5] or "").lower())
    return part_on(day, part[1:]) if part else on(day)


def _day(clock: Clock, which: str, wanted: int, week: str) -> int:
    today = clock.day or 0
    here = date.fromordinal(today).weekday()
    if week:
        return today - here + wanted + {"last": -7, "this": 0, "next": 7}[week]
    if which in ("the following", "the same", "the previous") and clock.near and clock.near.edtf:
        # Told of something else than today: counted from there.
        today = date.fromisoformat(clock.near.edtf).toordinal()
        here = date.fromordinal(today).weekday()
    if not which and clock.before.endswith("the ") and (told := _in_story(clock, wanted)):
        return told
    back = (here - wanted) % 7
    if which in _BACK:
        return today - (back or 7)
    if which in _ON:
        return today - back + 7
    if which == "this":
        return today - here + wanted
    return nearest_weekday(clock, wanted) or today


def _in_story(clock: Clock, wanted: int) -> int | None:
    """The day of "the Tuesday" in a story that has named a day: the first one behind it, or the last one before it."""
    told, follows = clock.event or clock.previous, _IN_STORY.match(clock.after)
    if not follows or not told or not told.edtf:
        return None
    first, last = edtf.bounds(told.edtf)
    if first != last:
        return None
    here = (first - 1) % 7
    if follows[1]:
        return first - ((here - wanted) % 7 or 7)
    there = first + ((wanted - here) % 7 or 7)
    return there if clock.day is None or there <= clock.day or looks_ahead(clock) else None


RULES = (rule("weekday", WEEKDAYS, _PATTERN, _resolve),)
