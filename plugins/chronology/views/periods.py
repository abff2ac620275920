"""The events of an archive -> its years, and of years with too many for one page their months and days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from .. import edtf, urls
from ..archive import Entry, moment
from ..model import Edtf
from ..pictures.histogram import NO_MONTH

Key = tuple[int, ...]
"""A year; behind it the number of a month, and behind that the number of a day."""
NO_DAY = 0
"""In the place of a day: the date says the month only. Such events stand before the first."""
_LONG = 366
"""Days; an interval that has no end is looked at no further."""


@dataclass(frozen=True)
class Period:
    """A year, a month of it, or a day of that, with what happened then."""

    key: Key
    entries: Sequence[Entry]
    room: int
    """Events that one page tells in full."""

    @property
    def brief(self) -> bool:
        """Whether its page tells its events in a line each, and the pages of its parts tell them in full."""
        return len(self.entries) > self.room and len(self.parts) > 1

    @cached_property
    def parts(self) -> tuple[Period, ...]:
        """Its months or its days, in order; a day has none."""
        if len(self.key) > len(_PARTS):
            return ()
        part_of = _PARTS[len(self.key) - 1]
        groups: dict[int, list[Entry]] = {}
        for entry in self.entries:
            groups.setdefault(part_of(entry.date), []).append(entry)
        return tuple(Period((*self.key, number), listed, self.room) for number, listed in sorted(groups.items()))

    @property
    def address(self) -> str:
        return address(self.key)

    def part(self, number: int) -> str:
        """Where one of its parts is told in full: on a page of its own, or under a heading of this one."""
        key = (*self.key, number)
        return address(key) if self.brief else f"{self.address}#{anchor(key)}"


def address(key: Key) -> str:
    return urls.period(written(key))


def written(key: Key) -> str:
    """As an EDTF date, unless a number is 0: "2019", "2019-03", "2019-03-14"."""
    return f"{key[0]:04d}" + "".join(f"-{number:02d}" for number in key[1:])


def anchor(key: Key) -> str:
    """Of its heading on the page of the period that it belongs to."""
    names, number = ("year", "month", "day"), key[-1]
    return f"{names[len(key) - 1]}-{number:02d}" if number else names[len(key) - 2]


def in_turn(years: Iterable[Period]) -> Iterator[tuple[Period | None, Period, Period | None]]:
    """Every period that has a page, with those before and after it: a month comes after a year that is told in full."""
    row, depth = list(years), 1
    while any(len(one.key) == depth for one in row):
        for at, one in enumerate(row):
            if len(one.key) == depth:
                yield row[at - 1] if at else None, one, row[at + 1] if at + 1 < len(row) else None
        row = [part for one in row for part in (one.parts if one.brief else (one,))]
        depth += 1


@lru_cache(maxsize=65536)
def month_of(when: Edtf | None) -> int:
    """1 to 12: where a date begins; NO_MONTH where it leaves the month open.

    An interval stands where it begins, unless it is as long as a season: then no month is truer than another.
    """
    first, last = _ends(when)
    months = (last.year - first.year) * 12 + last.month - first.month
    return first.month if months < 2 else NO_MONTH


@lru_cache(maxsize=65536)
def day_of(when: Edtf | None) -> int:
    """1 to 31: where a date begins; NO_DAY where it leaves more than a week open."""
    first, last = _ends(when)
    return first.day if (last - first).days < 8 else NO_DAY


def _ends(when: Edtf | None) -> tuple[date, date]:
    """The first and the last day that a date may mean, as far as they are looked at."""
    start, end = moment(when)
    if start >= edtf.OPEN_END:
        return date.min, date.max
    return date.fromordinal(start), date.fromordinal(min(end, start + _LONG, edtf.OPEN_END - 1))


_PARTS = (month_of, day_of)
