"""A reading -> the provinces that stand in short behind a town: "Cambridge, Mass."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..vocabulary import Sense, Vocabulary
from .reading import Reading

_SHORT = re.compile(r", ([A-Z](?:\.[A-Z]|[a-z]{1,4}))(?:\.|(?<=[a-z]{2})(?=,))")


def stated_shortly(folded: str, vocabulary: Vocabulary, end: int) -> str | None:
    """The country of the province that stands in short behind a place which ends here."""
    short = _SHORT.match(folded, end)
    sense = vocabulary.shortened.get(short[1]) if short else None
    return sense.codes[0] if sense else None


def provinces_in_short(reading: Reading, vocabulary: Vocabulary) -> Iterator[tuple[int, int, Sense]]:
    """Those behind a town, known or not, as (start, end, province): "Rosemont, Ill."."""
    for short in _SHORT.finditer(reading.folded):
        sense = vocabulary.shortened.get(short[1])
        if sense and _ends_a_name(reading.folded, short.start()) and reading.sentence_at(short.start()):
            yield short.start(1), short.end(), sense


def _ends_a_name(folded: str, end: int) -> bool:
    """Whether the word that ends here has a capital."""
    return folded[folded.rfind(" ", max(0, end - 30), end) + 1 : end][:1].isupper()
