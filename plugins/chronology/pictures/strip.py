"""How often something comes back through the years -> a strip of strokes, as long as a line of text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

HEIGHT = 20
SLOT = 4


@dataclass(frozen=True, slots=True)
class Strip:
    width: int
    path: str
    """A stroke for each year, upright, its length the number of times."""
    counts: tuple[tuple[int, int], ...]
    """(year, times) of each stroke."""
    first: int
    """First and last year of the axis."""
    last: int


def strip(years: Mapping[int, int], first: int, last: int, peak: int) -> Strip:
    """The strokes of `years` on an axis from `first` to `last`; `peak` times reach the top."""
    counts = tuple(sorted((year, times) for year, times in years.items() if times))
    return Strip((last - first + 1) * SLOT, "".join(_strokes(counts, first, peak)), counts, first, last)


def _strokes(counts: Iterable[tuple[int, int]], first: int, peak: int) -> Iterable[str]:
    for year, times in counts:
        yield f"M{(year - first) * SLOT + SLOT // 2} {HEIGHT}v-{max(3, round(HEIGHT * times / peak))}"
