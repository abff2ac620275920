"""Actors, places or countries as they were found -> whose names stand in a stretch of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from ...model import Evidence

Span = tuple[int, int]


class Mentions(NamedTuple):
    """Every mention in the order of the text, as two columns."""

    starts: tuple[int, ...]
    names: tuple[str, ...]

    def within(self, *spans: Span) -> tuple[str, ...]:
        """Whose names begin in these stretches, each once."""
        starts, names = self
        found: list[str] = []
        for start, end in spans:
            first = bisect_left(starts, start)
            found += names[first : bisect_left(starts, end, first)]
        return tuple(dict.fromkeys(found)) if found else ()

    def any_within(self, start: int, end: int) -> bool:
        first = bisect_left(self.starts, start)
        return first < len(self.starts) and self.starts[first] < end


_QUOTED_FROM = re.compile(r"according to (?:the |an? )?$")


def mentions(folded: str, found: Iterable[tuple[str, tuple[Evidence, ...]]]) -> Mentions:
    """The mentions of each name, but for those who are only cited: "according to the Kremlin"."""
    told = sorted([(words.start, name) for name, evidence in found for words in evidence])
    if "according to " in folded:
        told = [m for m in told if not _QUOTED_FROM.search(folded, max(0, m[0] - 20), m[0])]
    return Mentions(*zip(*told, strict=True)) if told else Mentions((), ())
