"""A reading to its islands: runs of words that dates are made of, each with a word that gives a date away.

One look at each word finds them; the patterns are then tried on a few words instead of on every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..reading import Reading
from .kinds import CLOCKS, GIVING_AWAY, KINDS, SMALL_WORDS, kinds_of_figure
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


class Candidate(NamedTuple):
    """What a rule's pattern matched."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    quoted: bool


_HEARTS = frozenset(word for word, kinds in KINDS.items() if kinds & GIVING_AWAY)
_SIGHT = 30


def islands(reading: Reading) -> Iterator[Island]:
    """The islands in text order, apart from each other."""
    tokens, sentences = reading.tokens, reading.sentences
    words, starts = tokens.lowered, tokens.starts
    count = len(words)
    number, done = 0, 0
    # Of all words only those that begin with a figure come before ":" in the order of characters.
    for hit in [index for index, word in enumerate(words) if word in _HEARTS or word < ":"]:
        if hit < done:
            continue
        kinds = _kinds(reading, hit)
        if not kinds & GIVING_AWAY:
            continue
        while sentences[number].end <= starts[hit]:
            number += 1
        sentence = sentences[number]
        first = hit
        while first > done and starts[first - 1] >= sentence.start and (kind := _kinds(reading, first - 1)):
            first, kinds = first - 1, kinds | kind
        done = hit + 1
        while done < count and starts[done] < sentence.end and (kind := _kinds(reading, done)):
            done, kinds = done + 1, kinds | kind
        end = tokens.ends[done - 1]
        yield Island(number, starts[first], end, min(sentence.end, end + _SIGHT), kinds)


def _kinds(reading: Reading, index: int) -> int:
    tokens = reading.tokens
    word = tokens.lowered[index]
    if word < ":":
        kinds = kinds_of_figure(word)
        # A bare number gives a date away on a clock only: "9:52".
        return kinds | CLOCKS if index + 1 < len(tokens.gaps) and tokens.gaps[index + 1] == ":" else kinds
    if word in SMALL_WORDS and tokens.words[index][0] == word[0]:
        return 0
    return KINDS.get(word, 0)


def candidates(reading: Reading, lowered: str, island: Island, rules: tuple[Rule, ...]) -> list[Candidate]:
    """The matches of the rules, the leftmost and longest first."""
    found = [
        (match.start(), -match.end(), order, rule, match)
        for order, rule in enumerate(rules)
        for match in rule.pattern.finditer(lowered, island.start, island.sight)
        if match.start() < island.end
    ]
    # Start, end and order never all agree, so that no rule or match is ever compared.
    found.sort()
    quotes = reading.quotes
    return [
        Candidate(start, -end, rule, match, bool(quotes) and reading.quote_at(start) is not None)
        for start, end, _, rule, match in found
    ]
