"""Days to EDTF, and what two dates have in common."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from .parsing import OPEN_END, OPEN_START, EdtfError, parse


@lru_cache(maxsize=65536)
def bounds(text: str) -> tuple[int, int]:
    """First and last day as proleptic Gregorian ordinals; open ends are OPEN_START and OPEN_END."""
    value = parse(text)
    return value.first, value.last


def sort_key(text: str) -> tuple[int, int]:
    """By beginning, then by end: of two that begin on the same day, the more precise comes first."""
    return bounds(text)


def years(text: str) -> tuple[int, int] | None:
    """First and last year. An open end counts as the other end's year: "2012/.." stands under 2012 only."""
    value = parse(text)
    ends = [ordinal for ordinal in (value.first, value.last) if OPEN_START < ordinal < OPEN_END]
    if not ends:
        return None
    return date.fromordinal(ends[0]).year, date.fromordinal(ends[-1]).year


def overlaps(a: str, b: str) -> bool:
    """Whether two dates may be of the same day."""
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    return a_first <= b_last and b_first <= a_last


def intersect(a: str, b: str) -> str | None:
    """What both leave, or None. Where one lies within the other it is given back as it was written."""
    (a_first, a_last), (b_first, b_last) = bounds(a), bounds(b)
    first, last = max(a_first, b_first), min(a_last, b_last)
    if first > last:
        return None
    if (first, last) == (a_first, a_last):
        return a
    return b if (first, last) == (b_first, b_last) else join(first, last)


@lru_cache(maxsize=65536)
def join(first: int, last: int) -> str:
    """The shortest plain EDTF for these days: a whole month is "2024-03", not its first and last day.

    Seasons and quarters are not used: few people know their numbers.
    """
    first, last = max(first, OPEN_START), min(last, OPEN_END)
    if first > last or first == OPEN_END or last == OPEN_START:
        raise EdtfError(f"found no day of the calendar from {first} to {last}", "give the first day first")
    if first > OPEN_START and last < OPEN_END:
        year = date.fromordinal(first).isoformat()[:4]
        for whole in (f"{year[:2]}XX", f"{year[:3]}X", *_wholes(first)):
            if bounds(whole) == (first, last):
                return whole
    start = next((w for w in _wholes(first) if bounds(w)[0] == first and bounds(w)[1] <= last), "..")
    end = next((w for w in _wholes(last) if bounds(w)[1] == last and bounds(w)[0] >= first), "..")
    return f"{start}/{end}"


def _wholes(ordinal: int) -> tuple[str, ...]:
    """The year, month and day that hold an ordinal; nothing for an open end."""
    if not OPEN_START < ordinal < OPEN_END:
        return ()
    day = date.fromordinal(ordinal).isoformat()
    return day[:4], day[:7], day
