"""A reading to its islands: runs of words that dates are made of, each with a word that gives a date away.

One look at each word finds them; the patterns are then tried on a few words instead of on every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..reading import Reading
from .kinds import CLOCKS, GIVING_AWAY, KINDS, MONTHS, PAIRING, SMALL_WORDS, kinds_of_figure
from .reckoning import Rule


class Island(NamedTuple):
    """A run of words of one sentence."""

    sentence: int
    """Which sentence of the reading."""
    start: int
    end: int
    sight: int
    """A little behind its end, so that a pattern sees what follows."""
    kinds: int
    """The kinds of all its words together."""


Candidate = tuple[int, int, int, Rule, re.Match[str]]
"""What a rule's pattern matched: start, end (negative, so that of two the longer comes first), order, rule, match."""

_HEARTS = frozenset(word for word, kinds in KINDS.items() if kinds & GIVING_AWAY) | SMALL_WORDS
_SIGHT = 16
# What a mark behind a figure makes of it. A bare number gives a date away on a clock only: "9:52".
_JOINING = {":": CLOCKS, **dict.fromkeys(("-", " - ", "- ", " -", "/", "."), PAIRING)}


def islands(reading: Reading) -> Iterator[Island]:
    """The islands in text order, apart from each other."""
    tokens, sentences = reading.tokens, reading.sentences
    words, starts = tokens.lowered, tokens.starts
    known, count = KINDS.get, len(words)
    number, done = 0, 0
    # Of all words only those that begin with a figure come before ":" in the order of characters.
    for hit in [index for index, word in enumerate(words) if word in _HEARTS or word < ":"]:
        if hit < done:
            continue
        kinds = known(words[hit]) or _kinds_of(reading, hit)
        if not kinds & GIVING_AWAY:
            continue
        while sentences[number].end <= starts[hit]:
            number += 1
        sentence = sentences[number]
        first, done_before, done = hit, done, hit + 1
        while first > done_before and starts[first - 1] >= sentence.start:
            kind = known(words[first - 1]) or _kinds_of(reading, first - 1)
            if not kind:
                break
            first, kinds = first - 1, kinds | kind
        while done < count and starts[done] < sentence.end:
            kind = known(words[done]) or _kinds_of(reading, done)
            if not kind:
                break
            done, kinds = done + 1, kinds | kind
        end = tokens.ends[done - 1]
        yield Island(number, starts[first], end, min(sentence.end, end + _SIGHT), kinds)


def _kinds_of(reading: Reading, index: int) -> int:
    """The kinds of a figure, or of a word that is a month only with a capital."""
    tokens = reading.tokens
    word = tokens.lowered[index]
    if word < ":":
        joining = _JOINING.get(tokens.gaps[index + 1], 0) if index + 1 < len(tokens.gaps) else 0
        return kinds_of_figure(word) | joining
    return MONTHS if word in SMALL_WORDS and tokens.words[index][0] != word[0] else 0


def candidates(lowered: str, island: Island, rules: tuple[Rule, ...]) -> list[Candidate]:
    """The matches of the rules, the leftmost and longest first."""
    _, start, end, sight, _ = island
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(lowered, start, sight)
        if match.start() < end
    ]
    # Start, end and order never all agree, so that no rule or match is ever compared.
    found.sort()
    return found
