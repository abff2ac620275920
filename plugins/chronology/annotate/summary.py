"""A reading -> the sentence that sums up the report in its header."""

from __future__ import annotations

from .reading import Reading, Sentence

LIMIT = 240
"""Characters: about what a list of reports shows of each."""
_FEWEST_WORDS = 6


def summarise(reading: Reading) -> str:
    """The standfirst where it is a sentence and no quotation, otherwise the lead; "" where there is neither."""
    standfirst = next((s for s in reading.sentences if s.part == "standfirst"), None)
    if standfirst and _tells(reading, standfirst):
        return _cut(_plain(reading, standfirst))
    lead = next((s for s in reading.sentences if s.part == "body"), None)
    return _cut(_plain(reading, lead)) if lead else ""


def _tells(reading: Reading, sentence: Sentence) -> bool:
    text = reading.folded[sentence.start : sentence.end]
    return text[0] not in "'\"" and len(text.split()) >= _FEWEST_WORDS


def _plain(reading: Reading, sentence: Sentence) -> str:
    return " ".join(reading.text[sentence.start : sentence.end].split())


def _cut(text: str) -> str:
    """At most LIMIT characters, cut between words."""
    if len(text) <= LIMIT:
        return text
    head = text[: LIMIT - 1]
    # A text without any space is cut where it must be.
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:-–—") + "…"
