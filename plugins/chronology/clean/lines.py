"""The text of a seed -> its lines; the lines of a wrapped paragraph are one.

Mail and agency wires break a paragraph after some seventy characters. Taken one by one, such lines look
like a menu, and names and quotations would be cut in two. A paragraph that is wrapped becomes one line
whose text holds the line breaks; it keeps the number of its first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..agencies import AGENCY
from ..model import Line

_WIDEST = 110
_SHORTEST = 30
_FULL = 0.6
_ENDS = (".", "!", "?", ":", '."', ".'", '!"', '?"', ".”", "?”", "!”", ".’", ".)")
_LEAST_SHARE = 5
_DATELINE = re.compile(r"[A-Z][^a-z]{1,30}[,(][^\n]{0,40}? (?:--?|[–—_]) ")
_DASHES = ("-", "–", "—", "_")
_DATELINE_ALONE = re.compile(rf"\s*[A-Z][\w .,'’-]{{1,60}} ?\({AGENCY}\) ?[-–—_]{{1,3}}\s*$", re.IGNORECASE)
_HANGING = frozenset({
    "a", "an", "the", "and", "or", "but", "of", "in", "on", "at", "to", "for", "by", "with", "from", "that", "which",
    "who", "was", "were", "has", "had", "his", "their", "its",
})  # fmt: skip
_WORD = re.compile(r"[^\W_]")


def read_lines(text: str) -> Iterator[Line]:
    """The lines with a word on them, in order; a dateline that stands alone begins the next one."""
    waiting: Line | None = None
    for line in _all_lines(text):
        if waiting:
            if len(line.text) > _WIDEST or line.text.rstrip().endswith(_ENDS):
                line = Line(waiting.number, waiting.start, line.end, text[waiting.start : line.end])
            else:
                yield waiting
            waiting = None
        if line.text.rstrip().endswith(_DASHES) and _DATELINE_ALONE.match(line.text):
            waiting = line
        else:
            yield line
    if waiting:
        yield waiting


def _all_lines(text: str) -> Iterator[Line]:
    block: list[str] = []
    number = start = at = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line and _WORD.search(line):
            block.append(line)
        elif block:
            yield from _paragraphs(text, block, number - len(block), start)
            block = []
        at += len(line) + 1
        if not block:
            start = at
    if block:
        yield from _paragraphs(text, block, number + 1 - len(block), start)


def _paragraphs(text: str, block: list[str], number: int, start: int) -> Iterator[Line]:
    """The paragraphs of lines that stand together; each line is one where nothing is wrapped."""
    joins = _joins(block)
    first, begin, at = number, start, start
    for line, joined in zip(block, joins, strict=True):
        end = at + len(line)
        if not joined:
            yield Line(first, begin, end, text[begin:end])
            first, begin = number + 1, end + 1
        at = end + 1
        number += 1


def _joins(block: list[str]) -> list[bool]:
    """Whether each line goes on in the next one."""
    width = max(map(len, block))
    if len(block) < 2 or width > _WIDEST:
        return [False] * len(block)
    enough = max(_SHORTEST, _FULL * width)
    full = [len(line) >= enough for line in block]
    # A sentence surely runs on where a small letter follows a full line that ends nothing, and behind a word that
    # nothing ends with, whatever follows.
    runs_on = [
        long and ((following[:1].islower() and not line.rstrip().endswith(_ENDS)) or _hangs(line))
        for long, line, following in zip(full, block, block[1:], strict=False)
    ]
    if sum(runs_on) * _LEAST_SHARE < len(runs_on):
        return [False] * len(block)
    joins: list[bool] = []
    wrapped = False
    for long, line, on, following in zip(full, block, runs_on, block[1:], strict=False):
        # Within a wrapped paragraph a line may begin with a name: it goes on unless something ended.
        wrapped = on or (long and not following[:2].isspace() and (wrapped or _opens(line)))
        joins.append(wrapped)
    return [*joins, False]


def _hangs(line: str) -> bool:
    return line.rstrip().rpartition(" ")[2] in _HANGING


def _opens(line: str) -> bool:
    """Whether a line is surely the first of a paragraph: indented, or with a dateline. A title is neither."""
    return line[:1].isspace() or _DATELINE.match(line) is not None
