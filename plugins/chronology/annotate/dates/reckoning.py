"""Calendar arithmetic: a day, week, month, quarter or year to its TIMEX3 value and its EDTF date."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ... import edtf
from .kinds import DIGITS


class Meaning(NamedTuple):
    """What an expression says."""

    type: str
    value: str
    edtf: str | None = None


@dataclass(slots=True)
class Clock:
    """What is known where an expression stands."""

    day: int | None
    """The day of speaking or publication, as an ordinal; None where it is not known."""
    previous: Meaning | None
    """The date told of before, if any."""
    near: Meaning | None
    """The day of what is being told: the nearest day found before, within a week of publication."""
    event: Meaning | None
    """The last exact day on which something told of happened: no plan, and not only the day of saying it."""
    quarter: Meaning | None
    """The quarter of a year of which the sentences just before tell."""
    text: str
    """The folded text in lower case, of which `sentence` and `span` are parts."""
    sentence: tuple[int, int]
    span: tuple[int, int]

    @property
    def words(self) -> str:
        """The expression itself."""
        return self.text[self.span[0] : self.span[1]]

    @property
    def just_before(self) -> str:
        """The last few words of the sentence before it."""
        return self.text[max(self.sentence[0], self.span[0] - _NEAR) : self.span[0]]

    @property
    def before(self) -> str:
        """The words of the sentence before the expression."""
        return self.text[max(self.sentence[0], self.span[0] - _SIGHT) : self.span[0]]

    @property
    def after(self) -> str:
        """The words of the sentence behind it."""
        return self.text[self.span[1] : min(self.sentence[1], self.span[1] + _SIGHT)]

    @property
    def clause_before(self) -> str:
        """The words before it, back to the next mark."""
        before = self.before
        return before[max(map(before.rfind, _MARKS)) + 1 :]

    @property
    def clause_after(self) -> str:
        """The words behind it, up to the next mark that ends a clause."""
        return _CLAUSE.match(self.text, self.span[1], min(self.sentence[1], self.span[1] + _SIGHT))[0]  # type: ignore[index]


_SIGHT = 200
"""Characters on either side that a rule may look at; without a limit, a text without full stops takes time squared."""
_NEAR = 60
_MARKS = (",", ";", ":", '"', "(", ")")
_CLAUSE = re.compile(r",?[^;:\"()]*")


Resolve = Callable[[re.Match[str], Clock], Meaning | None]


class Rule(NamedTuple):
    """A pattern of one family and the function that reads what it matched. None says that it is no date after all."""

    family: str
    needs: int
    """Kinds of words (kinds.py) that an island must all hold to be searched."""
    pattern: re.Pattern[str]
    resolve: Resolve


def rule(family: str, needs: int, pattern: str, resolve: Resolve) -> Rule:
    """A rule whose pattern, written in lower case, begins at a word."""
    begin = r"(?<![\w.,$/-])" if needs & DIGITS else r"\b(?=\w)"
    return Rule(family, needs, re.compile(begin + pattern), resolve)


def on(day: int) -> Meaning:
    """A day."""
    text = date.fromordinal(day).isoformat()
    return Meaning("DATE", text, text)


def part_on(day: int, part: str) -> Meaning:
    """The morning, afternoon, evening or night of a day; EDTF keeps the day."""
    text = date.fromordinal(day).isoformat()
    return Meaning("TIME", f"{text}T{part}", text)


def _checked(year: int) -> int:
    if not 1 <= year <= 9999:
        raise ValueError(f"found the year {year}, expected one from 1 to 9999")
    return year


def in_week(day: int, weeks: int = 0) -> Meaning:
    """The ISO week of a day, or one that many weeks off."""
    day = day + 7 * weeks
    year, week, weekday = date.fromordinal(day).isocalendar()
    monday = day - weekday + 1
    return Meaning("DATE", f"{year:04}-W{week:02}", edtf.join(monday, monday + 6))


def weekend(day: int, weeks: int = 0) -> Meaning:
    """The weekend of the ISO week of a day."""
    day = day + 7 * weeks
    year, week, weekday = date.fromordinal(day).isocalendar()
    saturday = day - weekday + 6
    return Meaning("DATE", f"{year:04}-W{week:02}-WE", edtf.join(saturday, saturday + 1))


def in_month(year: int, month: int) -> Meaning:
    """A month; months beyond 12 or below 1 run into other years."""
    year, month = _checked(year + (month - 1) // 12), (month - 1) % 12 + 1
    text = f"{year:04}-{month:02}"
    return Meaning("DATE", text, text)


def in_quarter(year: int, quarter: int) -> Meaning:
    """A quarter; those beyond 4 or below 1 run into other years."""
    year, quarter = _checked(year + (quarter - 1) // 4), (quarter - 1) % 4 + 1
    return Meaning("DATE", f"{year:04}-Q{quarter}", f"{year:04}-{quarter * 3 - 2:02}/{year:04}-{quarter * 3:02}")


def in_half(year: int, half: int) -> Meaning:
    """The first or second half of a year."""
    return Meaning("DATE", f"{_checked(year):04}-H{half}", f"{year:04}-{half * 6 - 5:02}/{year:04}-{half * 6:02}")


def in_season(year: int, code: str) -> Meaning:
    """A season of the north. Winter may be either side of the new year."""
    _checked(year - 1), _checked(year + 1)
    months = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11)}
    if code in months:
        first, last = months[code]
        return Meaning("DATE", f"{year:04}-{code}", f"{year:04}-{first:02}/{year:04}-{last:02}")
    return Meaning("DATE", f"{year:04}-WI", f"{year - 1:04}-12/{year + 1:04}-02")


def in_year(year: int) -> Meaning:
    """A year."""
    return Meaning("DATE", f"{_checked(year):04}", f"{year:04}")


def in_decade(year: int) -> Meaning:
    """The decade of a year."""
    return Meaning("DATE", f"{year // 10:03}", f"{year // 10:03}X")


def in_century(year: int) -> Meaning:
    """The century of a year: 1900 to 1999 is the 20th, as people say."""
    return Meaning("DATE", f"{year // 100:02}", f"{year // 100:02}XX")


_LETTERS = {
    "second": "TS",
    "minute": "TM",
    "hour": "TH",
    "day": "D",
    "week": "W",
    "month": "M",
    "quarter": "Q",
    "year": "Y",
}
_LONG = {"fortnight": (2, "week"), "decade": (10, "year"), "century": (100, "year")}
_HALVES = {"year": "6M", "day": "T12H", "hour": "30M", "minute": "30S"}
_TIMES = ("hour", "minute")


def lasting(count: float | None, unit: str) -> Meaning:
    """A duration: 18, "month" to P18M; an unknown number is X."""
    if unit in _LONG:
        factor, base = _LONG[unit]
        if count is None:
            return Meaning("DURATION", {"fortnight": "PXW", "decade": "PXDE", "century": "PXCE"}[unit])
        return lasting(count * factor, base)
    if count and count % 1 == 0.5 and unit in _HALVES:
        whole, half = f"{count:g}".partition(".")[0], _HALVES[unit]
        return Meaning("DURATION", f"P{'T' if unit in _TIMES else ''}{whole}{_LETTERS[unit][-1]}{half}")
    letter = _LETTERS[unit]
    time, letter = ("T", letter[1]) if letter[0] == "T" else ("", letter)
    return Meaning("DURATION", f"P{time}{'X' if count is None else f'{count:g}'}{letter}")


def shifted(day: int, count: float, unit: str) -> Meaning | None:
    """The day, week, month or year so many units after a day, as precise as the unit; None beyond the calendar."""
    whole = int(count)
    if unit in _LONG:
        factor, unit = _LONG[unit]
        whole *= factor
    there = date.fromordinal(day)
    try:
        match unit:
            case "day":
                return on(day + whole)
            case "week":
                return in_week(day, whole)
            case "month":
                return in_month(there.year, there.month + whole)
            case "quarter":
                return in_quarter(there.year, (there.month + 2) // 3 + whole)
            case "year":
                return in_year(there.year + whole)
    except (ValueError, OverflowError, edtf.EdtfError):
        return None
    # An hour or a minute off is the same day.
    return on(day)


def latest_year(day: int, month: int, of_month: int | None, ahead: bool) -> int:
    """The year of a month, or a day of it, told without one: the nearest behind, or ahead."""
    today = date.fromordinal(day)
    here, there = (today.month, today.day), (month, of_month or today.day)
    if ahead:
        return today.year + (there < here)
    return today.year - (there > here)
