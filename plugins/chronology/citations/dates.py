"""An EDTF date -> what the formats need of it: wordings, numbers, and how sure it is.

Every format keeps the doubt that the date has, in the way that its readers know.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from .. import edtf
from ..edtf import Point
from ..model import Edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SHORT_MONTHS = ("Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")
SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}

Naming = Callable[[int, int | None, int | None], str]
"""Year, month and day -> a wording; the last two are None where they are not known."""


def known(point: Point) -> tuple[int, ...]:
    """The numbers of a date that are known: year, month and day, or the first of them."""
    day = date.fromordinal(point.first)
    match point.kind:
        case "day" | "time":
            return day.year, day.month, day.day
        case "month":
            return day.year, day.month
        case "some day":
            return (day.year, day.month) if point.number else (day.year,)
        case "season" | "quarter" | "week" | "decade" | "century":
            return ()
    return (day.year,)


@lru_cache(1 << 14)
def worded(text: Edtf, name: Naming, about: str) -> str:
    """The date in the words of a style guide. `about` stands before what is approximate, brackets and a question
    mark round what is doubtful.
    """
    value = edtf.parse(text)
    start, end = value.start, value.end
    if not value.interval and start:
        return _point(start, name, about)
    if start and end:
        return f"between {_point(start, name, about)} and {_point(end, name, about)}"
    if start:
        return f"not before {_point(start, name, about)}"
    return f"not after {_point(end, name, about)}" if end else ""


def _point(point: Point, name: Naming, about: str) -> str:
    numbers = known(point)
    if numbers:
        month, day = (*numbers[1:], None, None)[:2]
        said = name(numbers[0], month, day)
    elif point.kind == "season":
        said = f"{SEASONS[point.number]} {point.year}"
    else:
        return f"between {_day(point.first, name)} and {_day(point.last, name)}"
    if point.qualifier in ("~", "%"):
        said = f"{about} {said}"
    return f"[{said}?]" if point.qualifier in ("?", "%") else said


def _day(ordinal: int, name: Naming) -> str:
    day = date.fromordinal(ordinal)
    return name(day.year, day.month, day.day)


def american(year: int, month: int | None, day: int | None) -> str:
    """November 21, 2015."""
    if not month:
        return str(year)
    return f"{MONTHS[month - 1]} {day}, {year}" if day else f"{MONTHS[month - 1]} {year}"


def abbreviated(year: int, month: int | None, day: int | None) -> str:
    """21 Nov. 2015."""
    return " ".join(str(part) for part in (day, SHORT_MONTHS[month - 1] if month else "", year) if part)
