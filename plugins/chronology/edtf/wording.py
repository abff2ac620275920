"""An EDTF date in words for readers, and as a value for browsers."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from .parsing import OPEN_END, Point, parse

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_SEASONS = {21: "spring", 22: "summer", 23: "autumn", 24: "winter"}
_QUARTERS = {33: "first", 34: "second", 35: "third", 36: "fourth"}


@lru_cache(maxsize=65536)
def words(text: str) -> str:
    """The date in English: "14 November 2015", "between 27 and 31 March 2024", "since 2012"."""
    value = parse(text)
    start, end = value.start, value.end
    if not value.interval and start:
        return _about(start, _name(start))
    if start and end:
        return f"between {_shared(start, end)} and {_name(end)}{_doubts(start, end)}"
    if start:
        return "since " + _about(start, _name(start))
    if end is None:
        return "date unknown"
    if end.last + 1 == OPEN_END:
        return "up to " + _about(end, _name(end))
    return "before " + _about(end, _name(_next(end)))


@lru_cache(maxsize=65536)
def html_datetime(text: str) -> str | None:
    """The value for <time datetime>, as precise as what is known; None where HTML has no form for it."""
    value = parse(text)
    if value.interval or value.start is None:
        return None
    point = value.start
    match point.kind:
        case "day" | "time" | "month" | "year" | "week":
            return text.rstrip("?~%")
        case "some month":
            return text[:4]
        case "some day":
            return text[:7] if point.number else text[:4]
    return None


def _doubts(start: Point, end: Point) -> str:
    if start.qualifier and end.qualifier:
        return " (both ends uncertain)"
    if start.qualifier:
        return " (beginning uncertain)"
    return " (end uncertain)" if end.qualifier else ""


def _shared(start: Point, end: Point) -> str:
    """The beginning of an interval without what its end says too: "27", "7 September", "August"."""
    full = _name(start)
    if {start.kind, end.kind} - {"day", "month"} or start.year != end.year:
        return full
    name = full.rsplit(" ", 1)[0]
    return name.split(" ")[0] if start.kind == end.kind == "day" and start.number == end.number else name


def _next(point: Point) -> Point:
    """The day, month or year that follows; behind anything else, the day."""
    first = point.last + 1
    day = date.fromordinal(first)
    kind = point.kind if point.kind in ("month", "year") else "day"
    return Point(kind, first, first, day.year, day.month)


def _about(point: Point, name: str) -> str:
    return {"?": "possibly ", "~": "about ", "%": "possibly about "}.get(point.qualifier, "") + name


def _name(point: Point) -> str:
    day = date.fromordinal(point.first)
    month, year = _MONTHS[day.month - 1], str(point.year)
    match point.kind:
        case "day":
            return f"{day.day} {month} {year}"
        case "time":
            clock = point.time.replace("Z", " UTC")
            return f"{day.day} {month} {year}, {re.sub(r'(?<=[0-9])(?=[+-])', ' UTC', clock)}"
        case "month":
            return f"{month} {year}"
        case "some month":
            return f"some month of {year}"
        case "some day":
            return f"some day in {month} {year}" if point.number else f"some day in {year}"
        case "decade":
            return f"the {year}s" if point.first > 3652 else "the first decade"
        case "century":
            number = day.year // 100 + 1
            return f"the {number}{_th(number)} century"
        case "season":
            return f"{_SEASONS[point.number]} {year}"
        case "quarter":
            return f"the {_QUARTERS[point.number]} quarter of {year}"
        case "week":
            return f"week of {day.day} {month} {day.year}"
    return year


def _th(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
