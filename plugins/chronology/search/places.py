"""Texts -> the places at which each word stands, as it is written: what a search for a phrase asks for.

A word is kept in just its form, so that "talks" is not "talk"; lunr's small words ("of", "the") take up a place and are
not kept, for they stand everywhere.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence

from .stems import SMALL, bare

FIELDS = ("title", "body")
"""The fields of a report that are read, one behind the other."""

_GAP = " "
"""A piece that takes up a place, so that no phrase reaches from one field into the next."""


class Places:
    """The words of the reports that were read."""

    def __init__(self) -> None:
        self._standing: dict[str, array[int]] = {}
        self._latest: dict[str, int] = {}
        self._word_in = _Words({_GAP: ""})

    def read(self, report: int, texts: Iterable[Sequence[str]]) -> None:
        """The texts of the next report, each in pieces of lower-case letters between spaces."""
        word_in, standing, latest = self._word_in, self._standing, self._latest
        words = [word for pieces in texts for piece in (*pieces, _GAP) if (word := word_in[piece]) is not None]
        for place, word in enumerate(words):
            if not word:
                continue
            numbers = standing.get(word)
            if numbers is None:
                standing[word] = numbers = array("i")
            before = latest.get(word, -1)
            if before != report:
                numbers.append(before - report)
                latest[word] = report
            numbers.append(place)

    def standing(self) -> Mapping[str, array[int]]:
        """By word where it stands: for each report that has it its distance from the one before, made negative, then
        its places there.
        """
        return self._standing


class _Words(dict[str, str | None]):
    """A piece of text -> the word in it, without what surrounds it; "" for a small word, None where there is none."""

    def __missing__(self, piece: str) -> str | None:
        word = bare(piece)
        self[piece] = found = None if not word else "" if word in SMALL else word
        return found
