"""How many events fall in each span of time -> the bars of a histogram."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

HEIGHT = 100
SLOT = 4
"""Units from the beginning of a bar to that of the next; the last of them is empty."""
MONTHS_OF = 40
"""Years; up to here each month has a bar, beyond it each year."""
YEARS_OF = 200
"""Years; beyond it a bar is ten years, then a hundred."""
LABELS = 9
"""No axis has more: they have to fit on a telephone."""

NO_MONTH = 0
"""In the place of a month: the date says the year only. Such events stand before January."""
WHOLE = -1
"""In the place of a month: the bar is a whole year, or several."""

Leads = Callable[[int, int], str]
"""Year and month (NO_MONTH, WHOLE) -> the address of what a bar counts."""


@dataclass(frozen=True, slots=True)
class Tally:
    count: int
    unsure: int = 0
    """Those of them of which the date does not say for certain that they belong here."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.count + other.count, self.unsure + other.unsure)


@dataclass(frozen=True, slots=True)
class Bar:
    year: int
    """The first one that it stands for."""
    month: int
    """1 to 12, NO_MONTH or WHOLE."""
    count: int
    unsure: int
    href: str
    x: int
    y: int
    """Of its upper edge; all bars stand on HEIGHT."""
    doubt: int
    """Height of its upper part, for what is unsure."""

    @property
    def height(self) -> int:
        return HEIGHT - self.y


@dataclass(frozen=True, slots=True)
class Label:
    year: int
    at: float
    """Percent of the picture's width."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table beside the picture."""

    year: int
    cells: tuple[int, ...]
    """Of the twelve months, and first of what has no month; empty where bars are years."""
    count: int
    unsure: int
    href: str
    """Where its first bar leads, for those who have no mouse."""


@dataclass(frozen=True, slots=True)
class Histogram:
    width: int
    bars: tuple[Bar, ...]
    """Those that count something, in order of time."""
    labels: tuple[Label, ...]
    step: int
    """Years in a bar; 0 where a bar is a month."""
    peak: int
    """The largest count."""

    @property
    def total(self) -> int:
        return sum(bar.count for bar in self.bars)

    @property
    def unsure(self) -> int:
        return sum(bar.unsure for bar in self.bars)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The same numbers as a table, a line for each year or for each bar of years."""
        years: dict[int, list[Bar]] = {}
        for bar in self.bars:
            years.setdefault(bar.year, []).append(bar)
        return tuple(_row(year, bars, self.step) for year, bars in years.items())


def histogram(tallies: Mapping[tuple[int, int], Tally], leads: Leads, months_of: int = MONTHS_OF) -> Histogram | None:
    """Bars for (year, month), the month being NO_MONTH where it is open; None where there is nothing to draw.

    Up to `months_of` years from the first to the last a month has a bar of its own. The axis runs through empty years.
    """
    if not tallies:
        return None
    first, last = min(tallies)[0], max(tallies)[0]
    if last - first < months_of:
        slots = {key: (key[0] - first) * 13 + key[1] for key in tallies}
        bars = _bars(tallies, slots, leads)
        return Histogram((last - first + 1) * 13 * SLOT, bars, _labels(first, last, 1), 0, _peak(tallies))
    step = 1
    while (last - first) // step >= YEARS_OF:
        step *= 10
    first -= first % step
    merged: dict[tuple[int, int], Tally] = {}
    begins: dict[int, int] = {}
    for (year, _), tally in sorted(tallies.items()):
        key = (year - year % step, WHOLE)
        merged[key] = merged.get(key, Tally(0)) + tally
        begins.setdefault(key[0], year)
    slots = {key: (key[0] - first) // step for key in merged}
    bars = _bars(merged, slots, lambda year, month: leads(begins[year], month))
    width = ((last - first) // step + 1) * SLOT
    return Histogram(width, bars, _labels(first, last, step), step, _peak(merged))


def of_year(year: int, tallies: Mapping[int, Tally], leads: Leads) -> Histogram | None:
    """The twelve months of one year, and before them, where there is any, what is known to the year only."""
    if not tallies:
        return None
    months = {(year, month): tally for month, tally in tallies.items()}
    first = NO_MONTH if NO_MONTH in tallies else 1
    bars = _bars(months, {key: key[1] - first for key in months}, leads)
    return Histogram((13 - first) * SLOT, bars, (), 0, _peak(months))


def _peak(tallies: Mapping[tuple[int, int], Tally]) -> int:
    return max(tally.count for tally in tallies.values())


def _bars(
    tallies: Mapping[tuple[int, int], Tally], slots: Mapping[tuple[int, int], int], leads: Leads
) -> tuple[Bar, ...]:
    peak = _peak(tallies)
    return tuple(
        Bar(
            *key,
            tally.count,
            tally.unsure,
            leads(*key),
            slots[key] * SLOT,
            HEIGHT - _height(tally.count, peak),
            _height(tally.unsure, peak),
        )
        for key, tally in sorted(tallies.items())
        if tally.count
    )


def _height(count: int, peak: int) -> int:
    """One is seen beside ten thousand."""
    return max(2, round(HEIGHT * count / peak)) if count else 0


def _labels(first: int, last: int, step: int) -> tuple[Label, ...]:
    """At most LABELS years, round ones where there are many."""
    bars = (last - first) // step + 1
    every = step * next(n for n in _ROUND if bars / n <= LABELS)
    years = (year for year in range(first, last + 1, step) if year % every == 0)
    places = ((year, round(100 * ((year - first) // step) / bars, 1)) for year in years)
    return tuple(Label(year, at) for year, at in places if at < _ROOM)


_ROUND = (1, 2, 5, 10, 20, 25, 50, 100)
_ROOM = 90
"""Percent; a label that begins further on would not end in the picture."""


def _row(year: int, bars: Sequence[Bar], step: int) -> Row:
    by_month = {bar.month: bar for bar in bars}
    cells = tuple(by_month[n].count if n in by_month else 0 for n in range(13)) if not step else ()
    return Row(year, cells, sum(bar.count for bar in bars), sum(bar.unsure for bar in bars), bars[0].href)
