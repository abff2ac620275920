"""What has dates -> its years; and of those with too much for one page, their months and days."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache
from typing import Generic, TypeVar

from .. import edtf
from ..archive import moment, year_of
from ..languages import Language
from ..model import Edtf
from ..pictures.histogram import NO_MONTH

Key = tuple[int, ...]
"""A year; behind it the number of a month, and behind that the number of a day. 0: not known."""
NO_YEAR = NO_DAY = 0
"""What has no year stands behind all years; what has no day, before the first of its month."""
_LONG = 366
"""Days; an interval that has no end is looked at no further."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Cut(Generic[Item]):
    """How a long list is cut by time."""

    dated: Callable[[Item], Edtf | None]
    room: int
    """Items that one page holds."""
    address: Callable[[str], str]
    """The name of a period, "2019-03", -> where its page is."""

    def years(self, items: Iterable[Item]) -> tuple[Period[Item], ...]:
        """Those with items, in order; last NO_YEAR."""
        years: dict[int, list[Item]] = {}
        for item in items:
            when = self.dated(item)
            years.setdefault((year_of(when) if when else None) or NO_YEAR, []).append(item)
        in_order = sorted(years.items(), key=lambda pair: (pair[0] == NO_YEAR, pair[0]))
        return tuple(Period((year,), listed, self) for year, listed in in_order)


@dataclass(frozen=True)
class Period(Generic[Item]):
    """A year, a month of it, or a day of that, with what is listed there."""

    key: Key
    items: Sequence[Item]
    cut: Cut[Item]

    @property
    def crowded(self) -> bool:
        """Whether it has more than one page holds."""
        return len(self.items) > self.cut.room

    @property
    def long(self) -> bool:
        """Whether its parts have pages of their own, since one page cannot hold it."""
        return self.crowded and len(self.parts) > 1

    @cached_property
    def parts(self) -> tuple[Period[Item], ...]:
        """Its months or its days, in order; a day has none."""
        if len(self.key) > len(_PARTS):
            return ()
        part_of = _PARTS[len(self.key) - 1]
        groups: dict[int, list[Item]] = {}
        for item in self.items:
            groups.setdefault(part_of(self.cut.dated(item)), []).append(item)
        return tuple(Period((*self.key, number), listed, self.cut) for number, listed in sorted(groups.items()))

    @property
    def address(self) -> str:
        return self.cut.address(written(self.key))

    def within(self, language: Language) -> tuple[tuple[str, str], ...]:
        """Address and title of the year that it belongs to, and of the month."""
        longer = [self.key[:depth] for depth in range(1, len(self.key))]
        return tuple((self.cut.address(written(key)), in_words(key, language)) for key in longer)

    def part(self, number: int) -> str:
        """Where one of its parts stands: on a page of its own, or under a heading of this one."""
        key = (*self.key, number)
        return self.cut.address(written(key)) if self.long else f"{self.address}#{anchor(key)}"


def written(key: Key) -> str:
    """As an EDTF date, unless a number is 0: "2019", "2019-03", "2019-03-14"."""
    return f"{key[0]:04d}" + "".join(f"-{number:02d}" for number in key[1:]) if key[0] else "undated"


def in_words(key: Key, language: Language) -> str:
    """As a title: "2019", "March 2019", "14 March 2019"."""
    if key[-1]:
        return edtf.words(written(key), language)
    match key:
        case (_,):
            return language.gettext("Without a date")
        case (year, _):
            return language.gettext("{year}, month not known").format(year=year)
    return language.gettext("{month}, day not known").format(month=in_words(key[:-1], language))


def anchor(key: Key) -> str:
    """Of its heading on the page of the period that it belongs to."""
    names, number = ("year", "month", "day"), key[-1]
    return f"{names[len(key) - 1]}-{number:02d}" if number else names[len(key) - 2]


def in_turn(
    years: Iterable[Period[Item]],
) -> Iterator[tuple[Period[Item] | None, Period[Item], Period[Item] | None]]:
    """Every period that has a page, with those before and after it: a month comes after a year that is not cut."""
    row, depth = list(years), 1
    while any(len(one.key) == depth for one in row):
        for at, one in enumerate(row):
            if len(one.key) == depth:
                yield row[at - 1] if at else None, one, row[at + 1] if at + 1 < len(row) else None
        row = [part for one in row for part in (one.parts if one.long else (one,))]
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
