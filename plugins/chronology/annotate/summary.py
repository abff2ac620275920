"""A reading -> the sentence that sums up the report in its header."""

from __future__ import annotations

from .imprint import after_dateline
from .reading import Reading, Sentence

LIMIT = 240
"""Characters: about what a list of reports shows of each."""
_FEWEST_WORDS = 6


def summarise(reading: Reading) -> str:
    """The standfirst where it is a sentence and no quotation, or else the lead behind its dateline; "" without both."""
    standfirst = next((s for s in reading.sentences if s.part == "standfirst"), None)
    if standfirst and _tells(reading, standfirst):
        return _cut(_plain(reading, standfirst.start, standfirst.end))
    lead = next((s for s in reading.sentences if s.part == "body"), None)
    if lead is None:
        return ""
    start = lead.start + after_dateline(reading.folded[lead.start : lead.end])
    return _cut(_plain(reading, start, lead.end))


def _tells(reading: Reading, sentence: Sentence) -> bool:
    text = reading.folded[sentence.start : sentence.end]
    return text[0] not in "'\"" and len(text.split()) >= _FEWEST_WORDS


def _plain(reading: Reading, start: int, end: int) -> str:
    return " ".join(reading.text[start:end].split())


def _cut(text: str) -> str:
    """At most LIMIT characters, cut between words."""
    if len(text) <= LIMIT:
        return text
    head = text[: LIMIT - 1]
    # A text without any space is cut where it must be.
    return (head.rsplit(" ", 1)[0] if " " in head else head).rstrip(" ,;:-–—") + "…"
