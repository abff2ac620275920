"""Names and what they stand for -> where a text says them: a dictionary over tokens, longest match first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from .folding import fold

Held = TypeVar("Held")

_TOKEN = re.compile(r"[^\W_]+")
_JOINS = frozenset({" ", "-", ".", "'", "/", " - ", "  "})
# Shorter words in capitals are acronyms ("US", "IS", "UAE"): they are names as they are written, never shouted ones.
_SHOUTED = 4


class Match(NamedTuple, Generic[Held]):
    """A name in a text: tokens `first` up to, not including, `last`; characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    held: Held


class Entry(NamedTuple, Generic[Held]):
    rest: tuple[str, ...]
    """The tokens after the first."""
    held: Held


class Lexicon(Generic[Held]):
    """Names by their first token, longest first. Built once per process, then only read."""

    def __init__(self, names: Iterable[tuple[str, Held]]) -> None:
        """Of two rows with the same name the first one stays."""
        held: dict[tuple[str, ...], Held] = {}
        for name, value in names:
            words = split_name(name)
            if words:
                held.setdefault(words, value)
        self._entries = _by_first_word(held.items())
        self._held = held

    def get(self, words: tuple[str, ...]) -> Held | None:
        """What exactly these tokens stand for."""
        return self._held.get(words)

    def find(
        self, folded: str, words: Sequence[str], starts: Sequence[int], ends: Sequence[int]
    ) -> Iterator[Match[Held]]:
        """Every name, from left to right, none within another."""
        entries, resume = self._entries, 0
        for at, word in enumerate(words):
            here = entries.get(word)
            if (here is None and not (word.isupper() and len(word) > 1)) or at < resume:
                continue
            found = _longest(here, folded, words, starts, ends, at) if here else None
            if found is None and len(word) > 1 and word.isupper():
                # A headline or a dateline in capitals: "TOKYO", "SAUDI ARABIA".
                here = entries.get(word.capitalize())
                found = _longest(here, folded, words, starts, ends, at, shouted=True) if here else None
            if found is not None:
                last, value = found
                resume = last
                end = ends[last - 1]
                # The last full stop of "U.S." belongs to the name.
                if (
                    last - at > 1
                    and len(words[last - 1]) == 1
                    and folded[end - 2 : end - 1] == "." == folded[end : end + 1]
                ):
                    end += 1
                yield Match(at, last, starts[at], end, value)


def word_set(words: str) -> frozenset[str]:
    """A set of words, written as they would be read."""
    return frozenset(words.split())


_SHORTENED = word_set("Mr Mrs Ms Dr St Prof Gen Lt Col Maj Capt Sgt Adm Brig Sen Rep Gov Rev Hon Pres Msgr")


def split_name(name: str) -> tuple[str, ...]:
    """The tokens of a name, as a reading has them."""
    return tuple(_TOKEN.findall(name if name.isascii() else fold(name)))


def _by_first_word(
    names: Iterable[tuple[tuple[str, ...], Held]],
) -> dict[str, list[Entry[Held]]]:
    entries: dict[str, list[Entry[Held]]] = {}
    for words, value in names:
        entries.setdefault(words[0], []).append(Entry(words[1:], value))
    for row in entries.values():
        if len(row) > 1:
            row.sort(key=lambda entry: -len(entry.rest))
    return entries


def _longest(
    entries: list[Entry[Held]],
    folded: str,
    words: Sequence[str],
    starts: Sequence[int],
    ends: Sequence[int],
    at: int,
    shouted: bool = False,
) -> tuple[int, Held] | None:
    for rest, value in entries:
        last = at + 1 + len(rest)
        if shouted:
            rest = tuple(word.upper() for word in rest)
            if len(words[at]) + sum(map(len, rest)) < _SHOUTED:
                continue
        if not rest:
            return last, value
        if _same(tuple(words[at + 1 : last]), rest) and all(
            joined(folded, ends[i], starts[i + 1]) for i in range(at, last - 1)
        ):
            return last, value
    return None


def _same(words: tuple[str, ...], rest: tuple[str, ...]) -> bool:
    """Long names keep their meaning where a capital is missing: "UN Security council"."""
    if words == rest:
        return True
    if len(rest) < 2 or len(words) < len(rest) or words[0].lower() != rest[0].lower():
        return False
    return all(word.lower() == other.lower() for word, other in zip(words, rest, strict=True))


def joined(folded: str, end: int, start: int) -> bool:
    """Whether what stands between two words lets them be one name: "Al-Qaeda", "St. Lucia", a line's wrap."""
    gap = folded[end:start]
    if gap in _JOINS:
        return True
    if gap == ". ":
        # An initial or an abbreviation, not the end of a sentence.
        word = folded[max(0, end - 5) : end].rpartition(" ")[2]
        return len(word) == 1 or word in _SHORTENED or (len(word) > 2 and word[-2] == ".")
    return gap.isspace() and "\n\n" not in gap


def overlaps(spans: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether one of these spans, in order and apart from each other, shares a character with `start` to `end`."""
    index = bisect_left(spans, (end, end)) - 1
    return index >= 0 and spans[index][1] > start
