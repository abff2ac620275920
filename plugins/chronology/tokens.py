"""A folded text -> its words, as parallel columns."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate


# Not frozen: that would double what it costs to make one.
@dataclass(slots=True, eq=False)
class Tokens:
    """Runs of letters and digits in reading order, as parallel columns (a tuple of objects per
    token would cost more than all rules together). Never changed.
    """

    text: str
    """The folded text that they stand in."""
    words: tuple[str, ...]
    """From the folded text, case kept."""
    lowered: tuple[str, ...]
    """The same in small letters."""
    gaps: tuple[str, ...]
    """What stands between each word and the one before it; a blank line for what is not read there."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    said: frozenset[str]
    """All words, in small letters: most rules need but a few of them, which most texts have not."""
    capitals: tuple[int, ...]
    """The tokens with a capital letter: hardly any name begins without one."""

    def part(self, first: int, last: int) -> Tokens:
        """Tokens `first` up to, not including, `last`, by themselves."""
        own = slice(first, last)
        lowered, capitals = self.lowered[own], tuple([at - first for at in self.capitals if first <= at < last])
        columns = self.words[own], lowered, self.gaps[own], self.starts[own], self.ends[own]
        return Tokens(self.text, *columns, frozenset(lowered), capitals)


def split_tokens(text: str, spans: Iterable[tuple[int, int]]) -> Tokens:
    """The tokens of these stretches of a folded text."""
    pattern = _ASCII_TOKEN if text.isascii() else _TOKEN
    # Split with its separators a line gives words and gaps in turn, and their lengths all offsets: no object a token.
    words: list[str] = []
    gaps: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for start, end in spans:
        pieces = pattern.split(text[start:end])
        offsets = list(accumulate(map(len, pieces), initial=start))
        pieces[0] = f"\n\n{pieces[0]}"
        gaps += pieces[:-1:2]
        words += pieces[1::2]
        starts += offsets[1:-1:2]
        ends += offsets[2::2]
    # All at once in small letters: word by word it would take twice as long.
    lowered = "\n".join(words).lower().split("\n") if words else []
    capitals = tuple([at for at, word in enumerate(words) if word != lowered[at]])
    columns = tuple(words), tuple(lowered), tuple(gaps), tuple(starts), tuple(ends)
    return Tokens(text, *columns, frozenset(lowered), capitals)


_TOKEN = re.compile(r"([^\W_]+)")
_ASCII_TOKEN = re.compile(r"([0-9A-Za-z]+)")
"""The same for most texts, in two thirds of the time."""
