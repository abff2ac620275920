"""The text of a report -> its slip: all that one report brings into the index, apart from all others."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from .documents import Document
from .stems import SMALL, Stems, bare

PLACED = ("title", "body")
"""The fields of which the places of words are kept, one behind the other: what a search for a phrase asks for."""

_GAP = (" ",) * 8
"""Pieces that take up places, so that no phrase reaches from one field into the next, over its small words neither:
any word may stand at theirs, and more than seven in a row nobody writes."""
_SEPARATOR = re.compile(r"[ \t\n\r\f\v\xa0-]+")


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands in one report."""

    terms: Mapping[str, Mapping[str, int]]
    """By field, how often each term stands in it."""
    lengths: Mapping[str, int]
    """By field, how many terms it has."""
    places: Mapping[str, Sequence[int]]
    """By word its places, in order. A word is kept in just its form, so that "talks" is not "talk"; lunr's small words
    ("of", "the") take up a place and are not kept, for they stand everywhere."""


class Slips:
    """Makes slips. What it finds out of a word it keeps: a report's words are nearly all known from others."""

    def __init__(self) -> None:
        self.stems = Stems()
        self._words = _Words({_GAP[0]: ""})

    def of(self, document: Document) -> Slip:
        stems = self.stems
        pieces = {name: _SEPARATOR.split(text.lower()) for name, text in document.items()}
        found = {name: [stem for word in words if (stem := stems[word])] for name, words in pieces.items()}
        return Slip(
            {name: Counter(terms) for name, terms in found.items()},
            {name: len(terms) for name, terms in found.items()},
            self._places(pieces[name] for name in PLACED),
        )

    def _places(self, texts: Iterable[Sequence[str]]) -> dict[str, list[int]]:
        """The texts in pieces of lower-case letters between spaces."""
        word_in = self._words
        words = [word for pieces in texts for piece in (*pieces, *_GAP) if (word := word_in[piece]) is not None]
        places: dict[str, list[int]] = {}
        for place, word in enumerate(words):
            if word:
                standing = places.get(word)
                if standing is None:
                    places[word] = [place]
                else:
                    standing.append(place)
        return places


class _Words(dict[str, str | None]):
    """A piece of text -> the word in it, without what surrounds it; "" for a small word, None where there is none."""

    def __missing__(self, piece: str) -> str | None:
        word = bare(piece)
        self[piece] = found = None if not word else "" if word in SMALL else word
        return found
