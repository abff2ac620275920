"""A seed's text laid out in rows, with the claims that the rules have made on them so far."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from ..model import Line

# Furniture is short. Lines beyond this are body without a look at their words, so that one
# endless line costs no more than its length.
LONG = 600
_WORDS_OF_PROSE = 8
_WORDS_OF_LONG_PROSE = 30
_PLAIN = {
    "‘": "'", "’": "'", "‛": "'", "ʼ": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "\u200b": "", "\ufeff": "", "\u00ad": "",
}  # fmt: skip
_SENTENCE_END = re.compile(r"[.!?…。！？؟][\"')\]”’»]*$")
_FULL_STOP = re.compile(r"[.…。][\"')\]”’»]*$")


# Not frozen: a frozen one takes three times as long to make, and a text has one for every line.
@dataclass(slots=True, eq=False)
class Row:
    """A line with a word on it, or a wrapped paragraph."""

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
        """As given, without the space around it."""
        return self.line.text.strip()

    @property
    def ends(self) -> bool:
        """Whether it closes like a sentence."""
        return _SENTENCE_END.search(self.plain[-8:]) is not None


class Page:
    """What a rule reads. A rule gives back the rows it claims; it changes nothing.

    Most rules claim nothing in most texts, so what hangs on the claims is worked out anew only after one was made.
    """

    __slots__ = ("claims", "free", "header", "last", "lead", "opening", "plain", "rows", "short")

    def __init__(self, rows: tuple[Row, ...], plain: str, header: Mapping[str, str]) -> None:
        self.rows = rows
        self.plain = plain
        """The whole text in lower case with plain marks."""
        self.header = header
        """What the seed's header says of itself: a given title is looked for, not guessed."""
        self.claims: dict[int, str] = {}
        """Index of a row -> the rule that claimed it."""
        self.free: list[Row]
        """The rows that nobody has claimed, in order."""
        self.short: list[Row]
        """Those of them that are no prose."""
        self.lead: int
        """Index of the first paragraph of the report; behind the last row on a page without any."""
        self.opening: int
        """Index of the paragraph from which on the body runs: the second one where a stamp or the like
        parts it from the first, which is a standfirst then.
        """
        self.last: int
        """Index of the last paragraph; -1 on a page without any."""
        self._look()

    def _look(self) -> None:
        """Finds the body among the rows that are left."""
        claims = self.claims
        self.free = [row for row in self.rows if row.index not in claims] if claims else list(self.rows)
        self.short = [row for row in self.free if not row.prose]
        self.lead = self.opening = len(self.rows)
        self.last = -1
        prose = [row for row in self.free if row.prose]
        if not prose:
            return
        at = _lead([row.index for row in prose])
        stamps = [index for index, rule in claims.items() if rule == "stamp"]
        heading = self.heading(sorted(stamps)) if stamps else None
        if heading is not None:
            at = next(n for n, row in enumerate(prose) if row.index > heading)
        lead = opening = prose[at]
        if lead.words <= _WORDS_OF_STANDFIRST and at + 1 < len(prose) and prose[at + 1].index <= lead.index + _NEAR:
            opening = prose[at + 1]
        self.lead, self.opening, self.last = lead.index, opening.index, prose[-1].index

    def claim(self, rows: Iterable[Row], rule: str) -> None:
        """A row that is claimed already stays with its first rule."""
        # All rows first: a rule goes on reading the page while it gives them back.
        claimed = [row for row in list(rows) if self.claims.setdefault(row.index, rule) is rule]
        if claimed:
            self._look()

    def named(self, rule: str) -> list[Row]:
        """The rows that a rule has claimed."""
        return [self.rows[index] for index in sorted([i for i, name in self.claims.items() if name == rule])]

    def mentioning(self, *hints: str) -> list[Row]:
        """The free rows with one of these words. Most texts have none of them at all, and one look at
        the whole costs a hundredth of a search in every row.
        """
        found: dict[int, Row] = {}
        for hint in hints:
            if hint in self.plain:
                found.update((row.index, row) for row in self.free if hint in row.plain)
        return [found[index] for index in sorted(found)]

    def heading(self, stamps: Sequence[int]) -> int | None:
        """Which of these rows heads the report, on a page that is a whole website: the one under which
        most of the text stands, with menus above it and hardly any text. The dates of teasers and of
        comments have a few sentences under them.
        """
        return _heading(self.free, self.claims, stamps)

    def head(self) -> list[Row]:
        """The free rows above the first paragraph."""
        lead = self.lead
        return [row for row in self.free if row.index < lead]

    def under_motto(self) -> list[Row]:
        """What may be the title although a sentence stands above it, as the motto of a site does: it stands
        between that and the body, right above a stamp.
        """
        between = (row for row in self.short if self.lead < row.index < self.opening)
        return [r for r in between if r.words > _FEW_WORDS and self.claims.get(r.index + 1) in ("stamp", "credit")]

    def outside(self) -> list[Row]:
        """The free rows that are no prose and stand above or below the body: only there is a line
        that could be a subheading surely none.
        """
        return [row for row in self.short if row.index < self.opening or row.index > self.last]


def lay_out(text: str, lines: Iterable[Line], header: Mapping[str, str]) -> Page:
    """The page of a seed, nothing claimed."""
    return Page(tuple([_row(index, line) for index, line in enumerate(lines)]), _without_marks(text), header)


def _heading(free: list[Row], claims: Mapping[int, str], stamps: Sequence[int]) -> int | None:
    text = [0] * (len(stamps) + 1)
    for row in free:
        if row.prose:
            text[bisect_left(stamps, row.index)] += row.words
    best = max(range(1, len(text)), key=text.__getitem__)
    at = stamps[best - 1]
    menus = sum(rule in WEBSITE for index, rule in claims.items() if index < at)
    # Where only one date stands on the page, somewhat less than half of the text under it is enough. Where
    # readers' comments fill the page, each has its own date and a small part of it.
    most = (2 if len(stamps) > 1 else 2.5) * text[best] >= sum(text)
    alone = len(stamps) > _THREAD and text[best] >= _THREAD * max(n for at, n in enumerate(text) if at != best)
    return at if menus >= _MENUS and (most or alone) else None


def _lead(prose: list[int]) -> int:
    """The first paragraph that two others follow closely: a lone sentence in a long menu, such as a
    notice on cookies, is no lead. Where there is no such stretch, the first.
    """
    for at in range(len(prose) - 2):
        if prose[at + 2] - prose[at] <= _NEAR:
            return at
    return 0


WEBSITE = frozenset({"navigation", "share_bar", "promotion", "related", "comments", "rights", "notice"})
"""The rules that only the furniture of a website falls under."""
_MENUS = 4
_THREAD = 3
_FEW_WORDS = 2
# Rows within which paragraphs stand close together: pictures and boxes come between them.
_NEAR = 6
_WORDS_OF_STANDFIRST = 60


def _row(index: int, line: Line) -> Row:
    text = line.text
    if len(text) > LONG:
        return Row(index, line, "", LONG, True)
    plain = plainly(text)
    words = plain.count(" ") + 1
    if len(plain) > _LONGEST_WORDS * words:
        # Chinese and its neighbours put no spaces between words.
        words = len(plain) // 4
    if "\n" in text:
        return Row(index, line, plain, words, True)
    prose = words >= _WORDS_OF_LONG_PROSE or (words >= _WORDS_OF_PROSE and _FULL_STOP.search(plain[-8:]) is not None)
    return Row(index, line, plain, words, prose)


_LONGEST_WORDS = 16


def plainly(text: str) -> str:
    """The words of a line as they are compared: lower case, plain marks, single spaces."""
    return " ".join(_without_marks(text).split())


def _without_marks(text: str) -> str:
    if not text.isascii():
        # A few searches for rare marks are ten times as fast as str.translate with a table.
        for mark, plain in _PLAIN.items():
            text = text.replace(mark, plain)
    return text.lower()


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


def words(text: str) -> frozenset[str]:
    """A list of words, as it is easiest to read and to add to."""
    return frozenset(text.split())


_JOINING = words("of and the for de la le du des del der den van von el al bin ibn und et y e da do dos di")
