"""How many events fall in each span of time -> the bars of a histogram."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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


@dataclass(frozen=True, slots=True)
class Tally:
    count: int
    unsure: int = 0
    """Those of them of which the date does not say for certain that they belong here."""


@dataclass(frozen=True, slots=True)
class Bar:
    year: int
    """The first one that it stands for."""
    month: int
    """1 to 12, NO_MONTH or WHOLE."""
    count: int
    unsure: int
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
    slots: int
    """How many of the picture's equal parts the label has for itself."""


@dataclass(frozen=True, slots=True)
class Histogram:
    width: int
    bars: tuple[Bar, ...]
    """Those that count something, in order of time."""
    labels: tuple[Label, ...]
    parts: int
    """Equal parts of the axis: the sum of the labels' slots."""
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


def histogram(tallies: Mapping[tuple[int, int], Tally], months_of: int = MONTHS_OF) -> Histogram | None:
    """Bars for (year, month), the month being NO_MONTH where it is open; None where there is nothing to draw.

    Up to `months_of` years from the first to the last a month has a bar of its own. The axis runs through empty years.
    """
    if not tallies:
        return None
    first, last = min(tallies)[0], max(tallies)[0]
    span = last - first + 1
    if span <= months_of:
        slots = {key: (key[0] - first) * 13 + key[1] for key in tallies}
        return _drawn(tallies, slots, _labels(first, last, 1), span, step=0, count=span * 13)
    step = 1
    while span / step > YEARS_OF:
        step *= 10
    first -= first % step
    merged: dict[tuple[int, int], Tally] = {}
    for (year, _), tally in sorted(tallies.items()):
        key = (year - year % step, WHOLE)
        old = merged.get(key, Tally(0))
        merged[key] = Tally(old.count + tally.count, old.unsure + tally.unsure)
    count = (last - first) // step + 1
    slots = {key: (key[0] - first) // step for key in merged}
    return _drawn(merged, slots, _labels(first, last, step), count, step, count)


def of_year(year: int, tallies: Mapping[int, Tally]) -> Histogram | None:
    """The twelve months of one year, and before them what is known to the year only."""
    if not tallies:
        return None
    slots = {(year, month): month for month in tallies}
    return _drawn({(year, m): tally for m, tally in tallies.items()}, slots, (), 13, step=0, count=13)


def _drawn(
    tallies: Mapping[tuple[int, int], Tally],
    slots: Mapping[tuple[int, int], int],
    labels: Sequence[Label],
    parts: int,
    step: int,
    count: int,
) -> Histogram:
    peak = max(tally.count for tally in tallies.values())
    bars = tuple(
        Bar(
            *key,
            tally.count,
            tally.unsure,
            slots[key] * SLOT,
            HEIGHT - _height(tally.count, peak),
            _height(tally.unsure, peak),
        )
        for key, tally in sorted(tallies.items())
        if tally.count
    )
    return Histogram(count * SLOT, bars, tuple(labels), parts, step, peak)


def _height(count: int, peak: int) -> int:
    """One is seen beside ten thousand."""
    return max(2, round(HEIGHT * count / peak)) if count else 0


def _labels(first: int, last: int, step: int) -> tuple[Label, ...]:
    """At most LABELS years, round ones where there are many; the first label holds what comes before a round one."""
    bars = (last - first) // step + 1
    every = next(n for n in _ROUND if bars / n <= LABELS)
    starts = [first, *(y for y in range(first + step, last + 1, step) if y % (every * step) == 0)]
    if len(starts) > 1 and (starts[1] - starts[0]) // step * 2 < every:
        # Too little room for the first year beside a round one.
        del starts[0]
        starts[0] = first
    ends = [*starts[1:], first + bars * step]
    return tuple(Label(start, (end - start) // step) for start, end in zip(starts, ends, strict=True))


_ROUND = (1, 2, 5, 10, 20, 25, 50, 100)
