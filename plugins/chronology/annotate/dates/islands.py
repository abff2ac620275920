"""A reading to its islands: runs of words that dates are made of, each with a word that gives a date away.

One look at each word finds them; the patterns are then tried on a few words instead of on every sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ...tokens import Tokens
from ..reading import Reading
from .kinds import CLOCKS, DASHED, DOTTED, GIVING_AWAY, KINDS, MONTHS, PAIRING, SMALL_WORDS, kinds_of_figure
from .reckoning import Rule


class Island(NamedTuple):
    """A run of words of one sentence."""

    sentence: int
    """Which sentence of the reading."""
    first: int
    last: int
    """Its tokens: from `first` up to, not including, `last`."""
    sight: int
    """The character a little behind its end up to which a pattern sees what follows."""
    kinds: int
    """The kinds of all its words together."""


Candidate = tuple[int, int, int, Rule, re.Match[str]]
"""What a rule's pattern matched: start, end (negative, so that of two the longer comes first), order, rule, match."""

_HEARTS = frozenset(word for word, kinds in KINDS.items() if kinds & GIVING_AWAY) | SMALL_WORDS
_SIGHT = 16
# What a mark behind a figure makes of it. A bare number gives a date away on a clock only: "9:52".
_JOINING = {":": CLOCKS, **dict.fromkeys(("-", " - ", "- ", " -"), PAIRING | DASHED), **dict.fromkeys("/.", DOTTED)}


def islands(reading: Reading) -> list[Island]:
    """The islands in text order, apart from each other."""
    tokens, sentences = reading.tokens, reading.sentences
    words, starts, ends = tokens.lowered, tokens.starts, tokens.ends
    known, count = KINDS.get, len(words)
    found: list[Island] = []
    number, done = 0, 0
    # Of all words only those that begin with a figure come before ":" in the order of characters.
    for hit in [index for index, word in enumerate(words) if word in _HEARTS or word < ":"]:
        if hit < done:
            continue
        kinds = known(words[hit]) or _kinds_of(tokens, hit)
        if not kinds & GIVING_AWAY:
            continue
        while sentences[number].end <= starts[hit]:
            number += 1
        begin, stop = sentences[number].start, sentences[number].end
        first, done_before, done = hit, done, hit + 1
        while first > done_before and starts[first - 1] >= begin:
            kind = known(words[first - 1]) or _kinds_of(tokens, first - 1)
            if not kind:
                break
            first, kinds = first - 1, kinds | kind
        while done < count and starts[done] < stop:
            kind = known(words[done]) or _kinds_of(tokens, done)
            if not kind:
                break
            done, kinds = done + 1, kinds | kind
        found.append(Island(number, first, done, min(stop, ends[done - 1] + _SIGHT), kinds))
    return found


def _kinds_of(tokens: Tokens, index: int) -> int:
    """The kinds of a figure, or of a word that is a month only with a capital."""
    word = tokens.lowered[index]
    if word < ":":
        joining = _JOINING.get(tokens.gaps[index + 1], 0) if index + 1 < len(tokens.gaps) else 0
        return kinds_of_figure(word) | joining
    return MONTHS if word in SMALL_WORDS and tokens.words[index][0] != word[0] else 0


def candidates(lowered: str, starts: Sequence[int], sight: int, rules: tuple[Rule, ...]) -> list[Candidate]:
    """The matches of the rules, the leftmost and longest first. An expression begins where a word does: to try at these
    places takes half as long as to search between them.
    """
    found: list[Candidate] = []
    for order, rule in enumerate(rules):
        match_at, resume = rule.pattern.match, 0
        for start in starts:
            if start >= resume and (match := match_at(lowered, start, sight)):
                resume = match.end()
                found.append((start, -resume, order, rule, match))
    # Start, end and order never all agree, so that no rule or match is ever compared.
    found.sort()
    return found
