"""A piece of text -> the word in it, and the term that it is found by: as the lunr of the page makes it."""

from __future__ import annotations

import re

from lunr.stemmer import PorterStemmer
from lunr.stop_word_filter import WORDS

SMALL: frozenset[str] = frozenset(WORDS)
"""Words that stand everywhere ("of", "the") and are not searched for."""

_EDGES = re.compile(r"^\W+|\W+$")


def bare(piece: str) -> str:
    """The word without the marks around it; empty where there is none. "u.s." becomes "u.s": Python's lunr would leave
    a word alone that has marks within and around it.
    """
    return _EDGES.sub("", piece)


class Stems(dict[str, str]):
    """By piece of lower-case text its term; "" for a small word, and where there is no word.

    lunr walks every text character by character and runs three steps on every token; a report's words are nearly
    all known from the reports before it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._stemmer = _PagesStemmer()

    def __missing__(self, piece: str) -> str:
        word = bare(piece)
        self[piece] = stem = "" if word in SMALL else self._stemmer.stem(word)
        return stem


class _PagesStemmer(PorterStemmer):  # type: ignore[misc]  # lunr has no types
    """Porter's stemmer as lunr has it in JavaScript."""

    b: str

    def step1c(self) -> None:
        """A last y becomes i behind a consonant: "army", but not "turkey", of which Python's lunr makes "turkei"."""
        if self.ends("y") and self.j >= 1 and self.b[self.j] not in "aeiou":
            self.b = self.b[: self.k] + "i" + self.b[self.k + 1 :]
