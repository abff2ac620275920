"""One sentence to the places in it that may be dates, the leftmost and longest first."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..reading import Reading, Sentence, Tokens
from .reckoning import Rule
from .terms import MONTHS, SMALL_WORD, kind_of


class Candidate(NamedTuple):
    """What a rule's pattern matched."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]
    quoted: bool


@cache
def _rules_for(kinds: int, rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.needs & kinds == rule.needs)


_REACH = 7
"""Words on either side of the one that names the date; the longest expressions have nine."""


def _windows(tokens: Tokens, within: range, around: list[int], sentence: Sentence) -> list[tuple[int, int]]:
    """The stretches of the sentence that hold these tokens and their neighbours, apart from each other."""
    spans: list[tuple[int, int]] = []
    for index in around:
        first, stop = index - _REACH, index + _REACH
        begin = tokens.starts[first] if first > within.start else sentence.start
        # Up to the next token, so that a pattern sees what follows the last one.
        end = tokens.starts[stop] if stop < within.stop else sentence.end
        if spans and begin <= spans[-1][1]:
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((begin, end))
    return spans


def candidates(reading: Reading, lowered: str, sentence: Sentence, rules: tuple[Rule, ...]) -> list[Candidate]:
    """The matches of all rules whose kinds of words the sentence holds.

    A rule is tried only near words of its first kind: that halves the time of the whole search.
    """
    tokens = reading.tokens_in(sentence.start, sentence.end)
    words = reading.tokens.words
    hits = [(index, kind) for index in tokens if (kind := kind_of(words[index]))]
    if not hits:
        return []
    kinds = 0
    for _, kind in hits:
        kinds |= kind
    windows: dict[int, list[tuple[int, int]]] = {}
    found = []
    for order, rule in enumerate(_rules_for(kinds, rules)):
        pivot = rule.needs & -rule.needs
        if pivot not in windows:
            around = [index for index, kind in hits if kind & pivot]
            windows[pivot] = _windows(reading.tokens, tokens, around, sentence)
        for begin, end in windows[pivot]:
            for match in rule.pattern.finditer(lowered, begin, end):
                if pivot != MONTHS or not SMALL_WORD.search(reading.folded, match.start(), match.end()):
                    found.append((match.start(), -match.end(), order, rule, match))
    found.sort(key=lambda item: item[:3])
    return [
        Candidate(start, -end, rule, match, reading.quote_at(start) is not None) for start, end, _, rule, match in found
    ]
