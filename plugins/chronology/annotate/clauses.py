"""A sentence's words sorted into clauses: what it says, and what it mentions in passing.

No grammar is built. A clause opens at a word such as "which" or "after" and closes at the next
comma; that is enough to tell "condemned the attack" from "that killed twenty".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from ..tokens import Tokens
from .inflect import words
from .reading import Reading, Sentence

MAIN, CONTENT, RELATIVE, ADVERBIAL = "main", "content", "relative", "adverbial"

_RELATIVE = words("which who whom whose where that")
_ADVERBIAL = words(
    "after before since until while when although though because as if unless amid following despite"
    " during whereas without"
)
SPEECH = words(
    "said says say saying announced announces announce announcing stated states told tells declared"
    " declares claim claimed claims confirmed confirms added adds reported reports noted notes stressed"
    " stresses insisted insists indicated revealed warned warns explained argued argues believes"
    " believed concluded acknowledged admitted alleges alleged suggested threatened agreed hoped hopes"
    " decided demanded demands urged vowed promised"
)
_SAYING = words("said says say saying")
_PRONOUNS = words("he she it they we there")
# "said on Monday that": a day stands between the verb and what was said.
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")


class Clause(NamedTuple):
    """A stretch of a sentence; a main clause goes on behind what is put between commas."""

    kind: str
    opener: int
    """The word that opened it, such as "after"; the first of the sentence for the main clause."""


_BEYOND = ("",) * 8
"""Stand behind the last word, and so before the first: a rule looks around without asking where the sentence ends."""


@dataclass(eq=False, slots=True)
class Parsed:
    """A sentence whose every word knows its clause; words are counted from 0. Never changed; not frozen, which would
    double what it costs.
    """

    sentence: Sentence
    first: int
    """The token of the reading that is its first word."""
    size: int
    words: tuple[str, ...]
    """In small letters, and then `_BEYOND`."""
    _tokens: Tokens
    _stretches: tuple[list[int], list[Clause]] | None = None
    """Where a clause begins or goes on, and which: sorted when first asked for, since most sentences never are."""

    def _sort(self) -> tuple[list[int], list[Clause]]:
        self._stretches = _sort(self)
        return self._stretches

    def clause(self, at: int) -> Clause:
        """The clause of a word."""
        begins, clauses = self._stretches or self._sort()
        return clauses[bisect_right(begins, at) - 1]

    def stretch(self, at: int) -> tuple[int, int]:
        """The words around one that belong to its clause: the first, and the one behind the last."""
        begins, _ = self._stretches or self._sort()
        n = bisect_right(begins, at)
        return begins[n - 1], begins[n] if n < len(begins) else self.size

    @property
    def gaps(self) -> tuple[str, ...]:
        """What stands before each word."""
        return self._tokens.gaps[self.first : self.first + self.size]

    def is_name(self, at: int) -> bool:
        """Whether a word has a capital; False beyond the end of the sentence."""
        return 0 <= at < self.size and self._tokens.words[self.first + at][0].isupper()

    def begin(self, at: int) -> int:
        """Where a word begins in the text."""
        return self._tokens.starts[self.first + at]

    def end(self, at: int) -> int:
        """Where a word ends in the text."""
        return self._tokens.ends[self.first + at]


def parse(reading: Reading) -> tuple[Parsed, ...]:
    """Every sentence, ready to be sorted into clauses."""
    tokens, sentences = reading.tokens, reading.sentences
    words = _small(tokens)
    # Words stand in sentences only, so each sentence has those up to the next one.
    firsts = [bisect_left(tokens.starts, sentence.start) for sentence in sentences]
    return tuple([
        Parsed(sentence, first, stop - first, words[first:stop] + _BEYOND, tokens)
        for sentence, (first, stop) in zip(sentences, pairwise([*firsts, len(words)]), strict=True)
    ])  # fmt: skip


def _small(tokens: Tokens) -> tuple[str, ...]:
    """The words in small letters, but for the names among them."""
    words = tokens.words
    names = [at for at in tokens.capitals if words[at] in _NAMES and _is_name(words, at)]
    if not names:
        return tokens.lowered
    small = list(tokens.lowered)
    for at in names:
        small[at] = words[at]
    return tuple(small)


_OPENERS = _RELATIVE | _ADVERBIAL
_TURNS = _OPENERS | SPEECH
_FIRST = Clause(MAIN, 0)


def _sort(parsed: Parsed) -> tuple[list[int], list[Clause]]:
    """Where the stretches of a sentence begin, and the clause of each."""
    words, gaps, size = parsed.words, parsed.gaps, parsed.size
    main = current = _FIRST
    spoken: Clause | None = None
    begins, clauses = [0], [main]
    every = zip(range(size), words, gaps, strict=False)
    turns = [at for at, word, gap in every if word in _TURNS or (gap != " " and _turns(gap))]
    for at, following in zip(turns, [*turns[1:], size], strict=False):
        word, before, gap = words[at], words[at - 1], gaps[at]
        if at and not spoken and ";" in gap:
            # What follows has a subject of its own.
            main = current = Clause(MAIN, at)
        if current is not main:
            if _closes(gap):
                current = spoken or main
            elif word in SPEECH and not spoken and _set_in(current, gaps):
                # "The ministers, after a meeting in Vienna on Saturday said ...": no comma closes it.
                current = main
        kind = _opens(word, before, gap) if word in _OPENERS else None
        if spoken and word == "that" and before in ("and", "or"):
            # "said that ..., and that ..."
            kind = CONTENT
        if kind is None and current is main and not spoken and before in SPEECH and _tells(before, word):
            kind = CONTENT
        if kind and not (kind == RELATIVE and not at):
            current = Clause(kind, at)
            spoken = current if kind == CONTENT else spoken
        if current is not clauses[-1]:
            begins.append(at)
            clauses.append(current)
        if word in SPEECH and at + 1 < following and current is main and not spoken and _tells(word, words[at + 1]):
            # What follows "said" without "that" is what was said.
            current = spoken = Clause(CONTENT, at + 1)
            begins.append(at + 1)
            clauses.append(current)
    return begins, clauses


_BEFORE_MONTH = words("in since last next this of on until by from to through early late mid and")


_NAMES = words("March State States Free")
# "The Free Syrian Army" sets nobody free.
_FREE_THINGS = frozenset(["Army", "Officers", "Movement", "Party", "Press", "University", "Trade", "Zone", "Union"])


def _is_name(words: tuple[str, ...], i: int) -> bool:
    """Whether "March" is the month and no demonstration, and "States" are the United: such a word keeps its capital."""
    if words[i] == "Free":
        return not _FREE_THINGS.isdisjoint(words[i + 1 : i + 4])
    if words[i] != "March":
        return i > 0
    after, before = words[i + 1] if i + 1 < len(words) else "", words[i - 1].lower() if i else ""
    return after.isdigit() or before.isdigit() or before in _BEFORE_MONTH


def _tells(before: str, word: str) -> bool:
    """Whether a word begins what was said, without "that": "said the army had ...", "announced it would ..."."""
    return before in _SAYING or (before in SPEECH and word in _PRONOUNS)


def _set_in(clause: Clause, gaps: tuple[str, ...]) -> bool:
    """Whether a clause of time or cause is put between commas behind the subject."""
    return clause.kind == ADVERBIAL and gaps[clause.opener] == ", "


@lru_cache(maxsize=1024)
def _turns(gap: str) -> bool:
    """Whether a clause may end at what stands between two words."""
    return ";" in gap or _closes(gap)


@lru_cache(maxsize=1024)
def _closes(gap: str) -> bool:
    # One character alone stands within a word or a number: "1,000", "well-known".
    return len(gap) > 1 and (any(mark in gap for mark in ",;:()") or " - " in gap)


def _opens(word: str, before: str, gap: str) -> str | None:
    """The kind of clause that a word opens."""
    if word == "that":
        return CONTENT if before in SPEECH or before in _DAYS else RELATIVE if before not in ("", "so") else None
    if word in _RELATIVE:
        return RELATIVE
    if word == "following" and before in ("the", "this", "our"):
        return None
    if word in _ADVERBIAL:
        # "as" joins in "as well as", "such as", "as inefficient".
        return None if word == "as" and "," not in gap else ADVERBIAL
    return None
