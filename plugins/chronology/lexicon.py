"""Names and what they stand for -> where a text says them: a dictionary over tokens, longest match first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import repeat
from typing import Generic, NamedTuple, TypeVar

from .folding import fold
from .tokens import Tokens

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
    lowered: tuple[str, ...]
    """The same in small letters."""
    held: Held


class Row(NamedTuple, Generic[Held]):
    """The names that begin with one word."""

    alone: Entry[Held] | None
    """The word itself, where it is a name."""
    longer: dict[str, list[Entry[Held]]]
    """The others by their second word in small letters, longest first."""


class Lexicon(Generic[Held]):
    """Names by their first token, longest first. Built once per process, then only read."""

    def __init__(self, names: Iterable[tuple[str, Held]]) -> None:
        """Of two rows with the same name the first one stays."""
        held: dict[tuple[str, ...], Held] = {}
        for name, value in names:
            words = split_name(name)
            if words:
                held.setdefault(words, value)
        self._rows = _by_first_word(held.items())
        self._shouts = frozenset(word.upper() for word, row in self._rows.items() if len(word) > 1 or row.longer)
        self._begin = self._shouts.union(self._rows)
        self._small = {word: _further(word, row) for word, row in self._rows.items() if word == word.lower()}
        self._shouted: dict[str, Row[Held]] = {}
        self._held = held

    def get(self, words: tuple[str, ...]) -> Held | None:
        """What exactly these tokens stand for."""
        return self._held.get(words)

    def find(self, tokens: Tokens) -> tuple[Match[Held], ...]:
        """Every name that the text says, from left to right, none within another."""
        words, starts, ends = tokens.words, tokens.starts, tokens.ends
        lowered, last = tokens.lowered, len(words) - 1
        rows, shouts, resume = self._rows, self._shouts, 0
        nothing: Row[Held] = Row(None, {})
        matches: list[Match[Held]] = []
        for at in self._beginnings(tokens):
            if at < resume:
                continue
            word = words[at]
            found, longer = rows.get(word, nothing)
            second = lowered[at + 1] if at < last else ""
            if second in longer:
                found = _longest(longer[second], tokens, at) or found
            if found is None and word in shouts:
                # A headline or a dateline in capitals: "TOKYO", "SAUDI ARABIA".
                found, longer = self._row_shouted(word)
                found = _longest(longer.get(second, ()), tokens, at) or found
            if found is not None:
                resume = at + 1 + len(found.rest)
                end = _end(tokens, resume) if found.rest else ends[at]
                matches.append(Match(at, resume, starts[at], end, found.held))
        return tuple(matches)

    def _beginnings(self, tokens: Tokens) -> list[int]:
        """The words that may begin a name. Most begin none: what stands here is all that they cost."""
        words, begin, said = tokens.words, self._begin, tokens.said
        found = [at for at in tokens.capitals if words[at] in begin]
        # "the" begins the Hague, in a text that says "Hague".
        small = [word for word, further in self._small.items() if word in said and not further.isdisjoint(said)]
        if small:
            found = sorted(found + [at for at, word in enumerate(words) if word in small])
        return found

    def _row_shouted(self, word: str) -> Row[Held]:
        """The names that begin with this word, all in capitals. Worked out when first asked for: few are."""
        row = self._shouted.get(word)
        if row is None:
            plain = self._rows.get(word.capitalize())
            entries = [entry for group in plain.longer.values() for entry in group] if plain else []
            entries += [plain.alone] if plain and plain.alone else []
            row = self._shouted[word] = _row(
                Entry(tuple(part.upper() for part in rest), lowered, held)
                for rest, lowered, held in entries
                if len(word) + sum(map(len, rest)) >= _SHOUTED
            )
        return row


def _end(tokens: Tokens, last: int) -> int:
    """Where a name of several words ends: the last full stop of "U.S." belongs to it."""
    end, text = tokens.ends[last - 1], tokens.text
    if len(tokens.words[last - 1]) == 1 and text[end - 2 : end - 1] == "." == text[end : end + 1]:
        return end + 1
    return end


def word_set(words: str) -> frozenset[str]:
    """A set of words, written as they would be read."""
    return frozenset(words.split())


_SHORTENED = word_set("Mr Mrs Ms Dr St Prof Gen Lt Col Maj Capt Sgt Adm Brig Sen Rep Gov Rev Hon Pres Msgr")


def split_name(name: str) -> tuple[str, ...]:
    """The tokens of a name, as a reading has them."""
    return tuple(_TOKEN.findall(name if name.isascii() else fold(name)))


def _by_first_word(names: Iterable[tuple[tuple[str, ...], Held]]) -> dict[str, Row[Held]]:
    entries: dict[str, list[Entry[Held]]] = {}
    for words, value in names:
        rest = words[1:]
        entries.setdefault(words[0], []).append(Entry(rest, tuple([word.lower() for word in rest]), value))
    return {word: _row(group) for word, group in entries.items()}


def _row(entries: Iterable[Entry[Held]]) -> Row[Held]:
    alone: Entry[Held] | None = None
    longer: dict[str, list[Entry[Held]]] = {}
    for entry in entries:
        if entry.rest:
            longer.setdefault(entry.lowered[0], []).append(entry)
        else:
            alone = entry
    for group in longer.values():
        group.sort(key=lambda entry: -len(entry.rest))
    return Row(alone, longer)


def _further(word: str, row: Row[Held]) -> frozenset[str]:
    """Words of which a text says one, in small letters, if it says a name of this row."""
    return frozenset([word] if row.alone else row.longer)


def _longest(entries: Iterable[Entry[Held]], tokens: Tokens, at: int) -> Entry[Held] | None:
    """The first of these names that the text says at a token: they stand longest first."""
    for entry in entries:
        last = at + 1 + len(entry.rest)
        if tokens.lowered[at + 1 : last] == entry.lowered and _is_said(entry, tokens, at, last):
            return entry
    return None


def _is_said(entry: Entry[Held], tokens: Tokens, first: int, last: int) -> bool:
    """Whether words that agree in small letters are the name. A long one may miss a capital: "UN Security council"."""
    if len(entry.rest) == 1 and tokens.words[first + 1] != entry.rest[0]:
        return False
    return all(map(joined, repeat(tokens.text), tokens.ends[first : last - 1], tokens.starts[first + 1 : last]))


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
