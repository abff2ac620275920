"""The text of a seed -> its lines; the lines of a wrapped paragraph are one.

Mail and agency wires break a paragraph after some seventy characters. Taken one by one, such lines look
like a menu, and names and quotations would be cut in two. A paragraph that is wrapped becomes one line
whose text holds the line breaks; it keeps the number of its first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from ..model import Line

_WIDEST = 110
_SHORTEST = 30
_FULL = 0.6
_ENDS = (".", "!", "?", ":", '."', ".'", '!"', '?"', ".”", "?”", "!”", ".’", ".)")
_LEAST_SHARE = 5
_DATELINE = re.compile(r"[A-Z][^a-z]{1,30}[,(][^\n]{0,40}? (?:--?|[–—_]) ")


def read_lines(text: str) -> Iterator[Line]:
    """The lines with a word on them, in order."""
    block: list[Line] = []
    start = 0
    for number, line in enumerate(text.split("\n"), 1):
        if line and any(map(str.isalnum, line)):
            block.append(Line(number, start, start + len(line), line))
        elif block:
            yield from _paragraphs(text, block)
            block = []
        start += len(line) + 1
    yield from _paragraphs(text, block)


def _paragraphs(text: str, block: list[Line]) -> Iterator[Line]:
    """The paragraphs of lines that stand together; all of them where nothing is wrapped."""
    width = max((line.end - line.start for line in block), default=0)
    if len(block) < 2 or width > _WIDEST:
        yield from block
        return
    runs_on = [_runs_on(a.text, b.text, width) for a, b in pairwise(block)]
    if sum(runs_on) * _LEAST_SHARE < len(runs_on):
        yield from block
        return
    first = block[0]
    last = first
    wrapped = False
    for line, on in zip(block[1:], runs_on, strict=True):
        # Within a wrapped paragraph a line may begin with a name: it goes on unless something ended.
        if on or ((wrapped or _opens(last.text)) and _goes_on(last.text, line.text, width)):
            wrapped = True
        else:
            yield _joined(text, first, last)
            first = line
            wrapped = False
        last = line
    yield _joined(text, first, last)


def _runs_on(line: str, following: str, width: int) -> bool:
    """Whether a sentence surely runs on over the line break."""
    return following[:1].islower() and _is_full(line, width) and not line.rstrip().endswith(_ENDS)


def _opens(line: str) -> bool:
    """Whether a line is surely the first of a paragraph: indented, or with a dateline. A title is neither."""
    return line[:1].isspace() or _DATELINE.match(line) is not None


def _goes_on(line: str, following: str, width: int) -> bool:
    return not following[:2].isspace() and _is_full(line, width)


def _is_full(line: str, width: int) -> bool:
    return len(line) >= max(_SHORTEST, _FULL * width)


def _joined(text: str, first: Line, last: Line) -> Line:
    return first if first is last else Line(first.number, first.start, last.end, text[first.start : last.end])
