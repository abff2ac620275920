"""A reading as the rules for actors see it: its tokens, the places named in it, and what is already taken."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from ...folding import fold
from ...lexicon import Match, joined
from ...vocabulary import Sense, Vocabulary
from ..reading import Reading
from .words import ARTICLES, NOT_NAMES, ORGANISATION_NOUNS, PARTICLES, REGIONAL


class Mention(NamedTuple):
    """Words that name an actor: tokens `first` up to, not including, `last`; characters `start` to `end`."""

    first: int
    last: int
    start: int
    end: int
    rule: str
    id: str
    """The authority record's id, or "" while it is not known who it is."""
    kind: str = "person"
    country: str | None = None


class Person(NamedTuple):
    """Someone whom the page names, by the words of the name."""

    key: str
    """The id."""
    words: tuple[str, ...]
    kind: str
    country: str | None
    firsts: list[int]
    """The tokens at which the page names them so; more are added as they are found."""


_BEYOND = ("",) * 24
"""Stand behind the last word, and so before the first: a rule looks around without asking where the page ends."""


class Page:
    """One report, for as long as its actors are looked for."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.vocabulary = vocabulary
        self.folded = reading.folded
        tokens = reading.tokens
        self.words, self.starts, self.ends = tokens.words, tokens.starts, tokens.ends
        self.lowered = (*tokens.lowered, *_BEYOND)
        self.lower = self.lowered.__getitem__
        """The word in small letters, or "" a few words beyond either end of the page."""
        self.gap = (*tokens.gaps[1:], "\n\n", "").__getitem__
        """What stands between this word and the next; a blank line behind the last, nothing before the first."""
        self.places: tuple[Match[Sense], ...] = reading.matches(vocabulary.places)
        self.place_at = {at: place for place in self.places for at in range(place.first, place.last)}
        self.placed: dict[int, bool] = {}
        """Of a country's name, by its first token: whether a word of place governs it."""
        self.taken = bytearray(len(self.words))
        self._shouted = {s.start for s in reading.sentences if self.folded[s.start : s.end].isupper()}
        written = {self.words[at] for at in tokens.capitals}
        names = {word for word in written if word not in NOT_NAMES and word[0].isupper()}
        self.capitals = [at for at in tokens.capitals if self.words[at] in names]
        """The words that may begin a name."""
        self._goes_on = names | PARTICLES
        self._regional = frozenset() if REGIONAL.isdisjoint(written) else self._begin_organisations()
        if self._regional:
            self.capitals = sorted({*self.capitals, *self._regional})
        if self._shouted:
            self.capitals = [at for at in self.capitals if not self.shouted(self.starts[at])]
        self._runs: list[tuple[int, int]] | None = None

    def _begin_organisations(self) -> frozenset[int]:
        """Where words that begin no other name begin an organisation's: "Central Command", "African Union"."""
        return frozenset(
            at
            for at, word in enumerate(self.words[:-1])
            if word in REGIONAL
            and self.words[at + 1] in ORGANISATION_NOUNS
            and at not in self.place_at
            and self.gap(at) == " "
        )

    def take(self, mentions: Iterable[Mention]) -> None:
        """Marks the words of these mentions: no later rule may use them."""
        for mention in mentions:
            self.taken[mention.first : mention.last] = b"\1" * (mention.last - mention.first)
            self._runs = None

    def free(self, first: int, last: int) -> bool:
        """Whether no rule has taken one of these words."""
        return self.taken.find(1, first, last) < 0

    def says(self, words: frozenset[str]) -> bool:
        """Whether one of these words, given in small letters, stands anywhere: most rules need but a few."""
        return not words.isdisjoint(self.reading.tokens.said)

    def mention(
        self, first: int, last: int, rule: str, key: str = "", kind: str = "person", country: str | None = None
    ) -> Mention:
        return Mention(first, last, self.starts[first], self.ends[last - 1], rule, key, kind, country)

    def text(self, first: int, last: int) -> str:
        """These words as the report writes them."""
        return " ".join(self.reading.text[self.starts[first] : self.ends[last - 1]].split())

    def joined(self, at: int) -> bool:
        """Whether this word and the next may belong to one name."""
        gap = self.gap(at)
        if gap == " ":
            return True
        if at + 1 >= len(self.words):
            return False
        end, start = self.ends[at], self.starts[at + 1]
        if not joined(self.folded, end, start):
            return False
        # A wrapped line of the body goes on; a headline does not.
        return "\n" not in gap or self.part(end - 1) == "body" == self.part(start)

    def part(self, offset: int) -> str:
        """Of what the words at this offset are a part: "title", "standfirst" or "body"; "" for none."""
        sentence = self.reading.sentence_at(offset)
        return sentence.part if sentence else ""

    def opens(self, at: int) -> bool:
        """Whether this word begins a sentence, so that its capital says nothing."""
        if at == 0:
            return True
        gap = self.gap(at - 1)
        return gap != " " and any(c in gap for c in '.!?:"\n') and not self.joined(at - 1)

    def geographic(self, first: int, last: int) -> bool:
        """Whether these words name nothing but places."""
        place_at = self.place_at
        while first < last and first in place_at:
            first += 1
        return first == last

    def shouted(self, offset: int) -> bool:
        """Whether the sentence at this offset is in capitals: there a capital says nothing."""
        if not self._shouted:
            return False
        sentence = self.reading.sentence_at(offset)
        return sentence is not None and sentence.start in self._shouted

    def runs(self) -> list[tuple[int, int]]:
        """Capitalised words that stand together, as (first, last): "Iyad Ag Ghali", "Russian Foreign Ministry"."""
        if self._runs is None:
            self._runs = self._find_runs()
        return self._runs

    def _find_runs(self) -> list[tuple[int, int]]:
        words, taken, goes_on = self.words, self.taken, self._goes_on
        size, resume = len(words), 0
        runs: list[tuple[int, int]] = []
        for first in self.capitals:
            if first < resume or taken[first]:
                continue
            last = first + 1
            if first > resume and words[first - 1] in ARTICLES and self.gap(first - 1) == "-":
                # "al-Nusra Front" begins with its article.
                first -= 1
            # Most names end before a word that belongs to none: this lookup is all that they cost.
            while last < size and (words[last] in goes_on or last in self._regional):
                ahead = self._next_capital(last)
                if ahead is None:
                    break
                last = ahead + 1
            resume = last
            runs.append((first, last))
        return runs

    def _next_capital(self, last: int) -> int | None:
        """The capitalised word that carries a name on after `last` words, over up to two particles."""
        if not self.joined(last - 1):
            return None
        words, taken, size = self.words, self.taken, len(self.words)
        ahead = last
        while ahead < size and not taken[ahead]:
            word = words[ahead]
            if word[0].isupper():
                return None if word in NOT_NAMES and ahead not in self._regional else ahead
            if ahead == last + 2 or word not in PARTICLES or not self.joined(ahead):
                return None
            ahead += 1
        return None


_INITIALS = re.compile(r"(?<=\b\w)\.")
_NO_ID = re.compile(r"[^a-z0-9]+")


@lru_cache(maxsize=10_000)
def slug(name: str) -> str:
    """As an id: "Ibrahim Boubacar Keïta" -> "ibrahim-boubacar-keita"; "U.S.-led coalition" -> "us-led-coalition"."""
    return _NO_ID.sub("-", _INITIALS.sub("", fold(name)).replace("'", "").lower()).strip("-")
