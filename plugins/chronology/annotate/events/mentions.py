"""Actors, places or countries as they were found -> whose names stand in a stretch of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...model import Evidence

Span = tuple[int, int]


class Mentions(NamedTuple):
    """Every mention in the order of the text, as columns."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    names: tuple[str, ...]

    def within(self, *spans: Span) -> tuple[str, ...]:
        """Whose names begin in these stretches, each once."""
        starts, _, names = self
        found: list[str] = []
        for start, end in spans:
            first = bisect_left(starts, start)
            found += names[first : bisect_left(starts, end, first)]
        return tuple(dict.fromkeys(found)) if found else ()

    def without(self, span: Span) -> Mentions:
        """All but those that begin in a stretch."""
        start, end = span
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first == last:
            return self
        starts, ends, names = self
        return Mentions(starts[:first] + starts[last:], ends[:first] + ends[last:], names[:first] + names[last:])

    def any_within(self, start: int, end: int) -> bool:
        first = bisect_left(self.starts, start)
        return first < len(self.starts) and self.starts[first] < end

    def told_in(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """Every mention that begins in a stretch: from where to where, and whose name."""
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        return zip(self.starts[first:last], self.ends[first:last], self.names[first:last], strict=True)


_QUOTED_FROM = re.compile(r"according to (?:the |an? )?$")


def mentions(folded: str, found: Iterable[tuple[str, tuple[Evidence, ...]]]) -> Mentions:
    """The mentions of each name, but for those who are only cited: "according to the Kremlin"."""
    told = sorted([(words.start, words.end, name) for name, evidence in found for words in evidence])
    if "according to " in folded:
        told = [m for m in told if not _QUOTED_FROM.search(folded, max(0, m[0] - 20), m[0])]
    return Mentions(*zip(*told, strict=True)) if told else Mentions((), (), ())
