"""A seed's text laid out in rows, with the claims that the rules have made on them so far."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

from ..model import Line

# Furniture is short. Lines beyond this are body without a look at their words, so that one
# endless line costs no more than its length.
LONG = 600
_WORDS_OF_PROSE = 8
_WORDS_OF_LONG_PROSE = 30
_PLAIN = str.maketrans(
    {
        "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'",
        "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
        "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
        "\u200b": None, "\ufeff": None, "\u00ad": None,
    }
)  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…。؟][\"')\]”’»]*$")
_FULL_STOP = re.compile(r"[.…。][\"')\]”’»]*$")


@dataclass(frozen=True, slots=True)
class Row:
    """A line with a word on it."""

    index: int
    """Its place among the rows, counted from 0."""
    line: Line
    plain: str
    """Lower case, plain quotes and dashes, single spaces; empty for a line longer than `LONG`."""
    words: int
    prose: bool
    """Whether it reads as a paragraph: a sentence of some length, brought to an end."""

    @property
    def text(self) -> str:
        return self.line.text.strip()

    @property
    def ends(self) -> bool:
        """Whether it closes like a sentence."""
        return _SENTENCE_END.search(self.plain[-8:]) is not None


@dataclass(frozen=True, slots=True)
class Page:
    """What a rule reads. A rule gives back the rows it claims; it changes nothing."""

    rows: tuple[Row, ...]
    header: Mapping[str, str] = field(default_factory=dict)
    """What the seed's header says of itself: a given title is looked for, not guessed."""
    claims: Mapping[int, str] = field(default_factory=dict)
    """Index of a row -> the rule that claimed it."""
    free: tuple[Row, ...] = ()
    """The rows that nobody has claimed, in order."""
    short: tuple[Row, ...] = ()
    """Those of them that are no prose."""

    def claim(self, rows: Iterable[Row], rule: str) -> Page:
        """The page with these rows claimed; a row that is claimed already stays with its first rule."""
        new = {row.index: rule for row in rows if row.index not in self.claims}
        if not new:
            return self
        return _page(self.rows, self.header, {**self.claims, **new})

    def named(self, rule: str) -> list[Row]:
        """The rows that a rule has claimed."""
        return [self.rows[index] for index, name in sorted(self.claims.items()) if name == rule]

    @property
    def lead(self) -> int:
        """Index of the first paragraph of the report: the first prose in a stretch of prose. A page
        without any has its lead behind the last row."""
        prose = [row.index for row in self.free if row.prose]
        for at, index in enumerate(prose):
            # A lone sentence in a long menu (a notice on cookies) is no lead.
            if at + 1 == len(prose) or prose[at + 1] - index <= _NEAR or len(self.rows) < _WHOLE_PAGE:
                return index
        return len(self.rows)

    @property
    def last(self) -> int:
        """Index of the last paragraph; -1 on a page without prose."""
        return next((row.index for row in reversed(self.free) if row.prose), -1)

    def head(self) -> Iterator[Row]:
        """The free rows above the first paragraph."""
        lead = self.lead
        return (row for row in self.free if row.index < lead)

    def outside(self) -> Iterator[Row]:
        """The free rows that are no prose and stand above the first or below the last paragraph:
        only there is a line that could be a subheading surely none."""
        lead, last = self.lead, self.last
        return (row for row in self.short if row.index < lead or row.index > last)


_NEAR = 5
_WHOLE_PAGE = 40


def lay_out(text: str, header: Mapping[str, str]) -> Page:
    """The page of a seed, nothing claimed."""
    return _page(tuple(_rows(text)), header, {})


def _page(rows: tuple[Row, ...], header: Mapping[str, str], claims: Mapping[int, str]) -> Page:
    free = tuple(row for row in rows if row.index not in claims)
    return Page(rows, header, claims, free, tuple(row for row in free if not row.prose))


def _rows(text: str) -> Iterator[Row]:
    start = index = 0
    for number, line in enumerate(text.split("\n"), 1):
        if _has_word(line):
            yield _row(index, Line(number, start, start + len(line), line))
            index += 1
        start += len(line) + 1


def _has_word(line: str) -> bool:
    return any(map(str.isalnum, line))


def _row(index: int, line: Line) -> Row:
    if len(line.text) > LONG:
        return Row(index, line, "", LONG, True)
    plain = plainly(line.text)
    words = plain.count(" ") + 1
    prose = words >= _WORDS_OF_LONG_PROSE or (
        words >= _WORDS_OF_PROSE and _FULL_STOP.search(plain[-8:]) is not None
    )
    return Row(index, line, plain, words, prose)


def plainly(text: str) -> str:
    """The words of a line as they are compared: lower case, plain marks, single spaces."""
    return " ".join(text.translate(_PLAIN).lower().split())


def capitalised(words: Iterable[str]) -> bool:
    """Whether every word is written like a part of a name; small joining words do not count."""
    seen = False
    for word in islice(words, LONG):
        bare = word.strip(".,;:|()[]\"'&-")
        if not bare or bare.lower() in _JOINING:
            continue
        if not bare[0].isupper():
            return False
        seen = True
    return seen


_JOINING = frozenset("of and the for de la le du des del der den van von el al bin ibn und et y e da do dos di".split())
