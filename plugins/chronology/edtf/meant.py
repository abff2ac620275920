"""A text that is no EDTF date -> what the writer may have meant, as advice."""

from __future__ import annotations

import re
from calendar import monthrange

from ..folding import fold
from ..months import MONTHS

_WORDY = re.compile(
    r"(?P<day>\d{1,2})?(?:st|nd|rd|th|\.)?\s*(?:of )?(?P<month>[a-z]{3,})\.?\s*"
    r"(?P<after>\d{1,2})?(?:st|nd|rd|th)?,?\s*(?P<year>\d{4})"
)
_DASHES = "‐‑‒–—−"


def advice(text: str) -> str:
    """How to write it instead."""
    plain = fold(text).strip().lower()
    if re.fullmatch(r"[+-]?Y?\d{5,}.*", text) or text.startswith("-"):
        return "years run from 0001 to 9999"
    if found := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", plain):
        return _year_first(text, *found.groups())
    if found := re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", plain):
        return _year_last(*found.groups())
    if re.fullmatch(r"\d{4}-\d\d-\d\d \d.*", plain):
        return "write a T between day and time, or leave the time out"
    if found := _WORDY.fullmatch(plain):
        day, year, month = found["day"] or found["after"], found["year"], MONTHS.get(found["month"])
        if month:
            return f"write {year}-{month:02}-{int(day):02}" if day else f"write {year}-{month:02}"
    if re.fullmatch(r"\d{3}0s", plain):
        return f"write {plain[:3]}X"
    return "year first: 2015-11-14 for 14 November 2015; ~ behind it means about, ? perhaps"


def _year_first(text: str, year: str, month: str, day: str) -> str:
    meant = f"{year}-{int(month):02}-{int(day):02}"
    if any(dash in text for dash in _DASHES):
        return f"write {meant} with plain hyphens"
    if meant != text:
        return f"write year-month-day with two digits each: {meant}"
    if int(month) > 12 >= int(day):
        return f"the month comes before the day: {year}-{day}-{month}"
    return "is it year-month-day?"


def _year_last(first: str, second: str, year: str) -> str:
    day_first, month_first = (f"{year}-{int(m):02}-{int(d):02}" for d, m in ((first, second), (second, first)))
    if int(first) > 12:
        return f"year first: write {day_first}"
    if int(second) > 12:
        return f"year first: write {month_first}"
    return f"year first: write {day_first} if the day stands in front, {month_first} if the month does"


def last_day(year: int, month: int) -> str:
    """How long a month is, in words."""
    return f"the month {year:04}-{month:02} has {monthrange(year, month)[1]} days; write an EDTF date of that calendar"
