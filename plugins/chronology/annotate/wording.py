"""A weighed trigger -> the words of its sentence that tell of the event."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from ..model import Evidence
from .inflect import words
from .parts import NOUN
from .reading import Reading
from .types import Weighed

_WORDS, _FEW, _BEFORE = 12, 2, 6
"""How many words of evidence tell enough, how many too little, and how many before them help then."""


def words_of(reading: Reading, found: Weighed, others: Collection[int] = ()) -> Evidence:
    """The words that tell of the event: from the trigger to the end of its clause, or to an "and" with another
    verb; where those are few ("were killed"), with those before it. `others`: where the sentence has other verbs.
    """
    first, last = found.first, found.last
    parsed = found.parsed
    words, gaps = parsed.words, parsed.gaps
    # A trigger with a gap may end in another clause.
    stop = parsed.stretch(last)[1] if parsed.clause(last) is found.clause else 0
    for at in range(last + 1, min(stop, first + _WORDS)):
        if _parts(gaps[at]):
            break
        if found.form == NOUN and words[at] in _VERB_BEGINS:
            break
        if at > found.last + 1 and words[at] in _AND and (at + 1 in others or at + 2 in others):
            break
        last = at
    while last > found.last and words[last] in _LOOSE:
        last -= 1
    if last - first < _FEW:
        earliest = max(parsed.stretch(first)[0], first - _BEFORE)
        while first > earliest and not _parts(gaps[first]):
            first -= 1
        while first < found.first and words[first] in _LOOSE and words[first + 1] not in _SIGN:
            first += 1
    return reading.evidence(parsed.begin(first), parsed.end(last), "trigger")


@lru_cache(maxsize=1024)
def _parts(gap: str) -> bool:
    """Whether what stands between two words parts them."""
    return gap != "," and (any(mark in gap for mark in ',;:()"') or " - " in gap)


_AND = words("and but or then")
# "at least 20" is no loose "at".
_SIGN = words("least most")
# Where the thing that a noun names ends.
_VERB_BEGINS = words("is are was were has have had may might could can will would must should did does do")
_LOOSE = words("a an the and or of in on at to for by with from its his her their that which who as under over into")
