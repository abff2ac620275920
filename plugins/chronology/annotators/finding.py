"""A quote that somebody claims to have read -> where it stands in the text."""

from __future__ import annotations

import re

from ..folding import fold
from ..model import Cleaned, Seed


def readable(seed: Seed, cleaned: Cleaned) -> str:
    """The text of a seed with spaces for its furniture: every character of the report keeps its offset."""
    shown = [(line.start, line.end) for line in cleaned.body]
    shown += [(words.start, words.end) for words in (cleaned.title, cleaned.standfirst) if words]
    pieces, at = [], 0
    for start, end in sorted(shown):
        if start >= at:
            pieces += [_blank(seed.text[at:start]), seed.text[start:end]]
            at = end
    return "".join([*pieces, _blank(seed.text[at:])])


def _blank(text: str) -> str:
    return "\n".join(" " * len(line) for line in text.split("\n"))


def find(quote: str, text: str, start: int | None = None) -> tuple[int, int] | None:
    """The offsets of these words, or None. Accents, curly quotes and odd spaces make no difference, words do."""
    if start is not None and quote and text[start : start + len(quote)] == quote:
        return start, start + len(quote)
    words = fold(quote).split()
    if not any(map(str.isalnum, quote)):
        return None
    pattern = r"\s+".join(map(re.escape, words))
    found = re.search(rf"(?<!\w){pattern}(?!\w)", fold(text))
    return found.span() if found else None
