"""The HTML of a body + names and quotations -> the same HTML with links and marks.

A mark has the id `said-NAME`. Behind its last word stands a link without words to `#why-NAME`, where the page tells
what rests on it; the elements with the ids `_why` ("Evidence:") and `what-NAME` give the link its name for those who
cannot see it.

Nothing is matched across a block: a paragraph, a list item or a cell is one stretch of text, with
its tags between. Matching is done on folded text (accents, curly quotes and odd spaces made
plain), which keeps every offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import pairwise
from typing import NamedTuple

from .folding import fold

_TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|blockquote|h[1-6]|table|thead|tbody|tr|td|th|pre|div|hr|br)\b")
_CLOSED = ("a", "code", "pre")
"""Inside these no link is set."""
_CLOSING = re.compile(r"<(?:a|code|pre)\b")


class Mark(NamedTuple):
    """Words to be marked where they first stand in the body."""

    quote: str
    name: str
    """What rests on the words: "date", "actor-ada-stone"."""
    quiet: bool = False
    """Whether it is marked for those only who ask for all evidence."""


class _Link(NamedTuple):
    """Where a name leads. Offsets are of a block's text."""

    start: int
    end: int
    to: str


class _Quote(NamedTuple):
    """Where a quotation stands."""

    start: int
    end: int
    mark: Mark


@dataclass(slots=True)
class Marked:
    """What came of it."""

    html: str
    found: frozenset[str]
    """Names of the marks that were found."""
    mentioned: frozenset[str]
    """Addresses that were linked at least once."""


def mark(html: str, names: Mapping[str, str], marks: Sequence[Mark] = ()) -> Marked:
    """Link the first mention of each name in a block, and mark each quotation once.

    `names` maps a form of a name to the address it leads to; the longest form wins.
    """
    html = html.replace("&nbsp;", "\u00a0")
    forms = sorted(((_sought(form), to) for form, to in names.items()), key=lambda f: (-len(f[0]), f))
    waiting = [(_sought(m.quote), m) for m in marks if m.quote]
    closing = _CLOSING.search(html)
    found: set[str] = set()
    mentioned: set[str] = set()
    out: list[str] = []
    for block in _blocks(html):
        text = "".join(part for part, is_tag in block if not is_tag)
        if not text or text.isspace():
            out += [part for part, _ in block]
            continue
        folded = fold(text)
        links = _links(folded, forms, _closed(block) if closing else [], mentioned)
        quoted = list(_quotes(folded, waiting, found))
        out.append(_woven(block, links, quoted))
    return Marked("".join(out), frozenset(found), frozenset(mentioned))


@lru_cache(1 << 12)
def _sought(words: str) -> str:
    """Words as they stand in a folded body. The same few hundred names are looked for in every report."""
    return fold(escape(words, quote=False))


def _blocks(html: str) -> Iterator[list[tuple[str, bool]]]:
    """Stretches of (part, is it a tag), cut at the tags of blocks."""
    block: list[tuple[str, bool]] = []
    at = 0
    for tag in _TAG.finditer(html):
        if tag.start() > at:
            block.append((html[at : tag.start()], False))
        if _BLOCK.match(tag[0]):
            if block:
                yield block
            block = []
        block.append((tag[0], True))
        at = tag.end()
    if at < len(html):
        block.append((html[at:], False))
    if block:
        yield block


def _closed(block: list[tuple[str, bool]]) -> list[tuple[int, int]]:
    """Where in the block's text no link may be set: inside links and code."""
    spans, at, since, depth = [], 0, 0, 0
    for part, is_tag in block:
        if not is_tag:
            at += len(part)
        elif part.lstrip("</").split(">")[0].split(" ")[0] in _CLOSED:
            if part.startswith("</"):
                depth -= 1
                if depth == 0:
                    spans.append((since, at))
            else:
                since = at if depth == 0 else since
                depth += 1
    if depth > 0:
        spans.append((since, at))
    return spans


def _links(
    folded: str, forms: list[tuple[str, str]], closed: list[tuple[int, int]], mentioned: set[str]
) -> list[_Link]:
    """The first mention of each address; a longer form found before keeps its words."""
    taken = list(closed)
    first: dict[str, tuple[int, int]] = {}
    for form, to in forms:
        at = folded.find(form)
        while at >= 0:
            end = at + len(form)
            if _is_word(folded, at, end) and not any(a < end and at < b for a, b in taken):
                taken.append((at, end))
                if to not in first or at < first[to][0]:
                    first[to] = (at, end)
            at = folded.find(form, end)
    mentioned.update(first)
    return sorted((_Link(a, b, to) for to, (a, b) in first.items()), key=lambda link: link.start)


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())


def _quotes(folded: str, waiting: Sequence[tuple[str, Mark]], found: set[str]) -> Iterator[_Quote]:
    for quote, mark in waiting:
        at = folded.find(quote) if mark.name not in found else -1
        if at >= 0:
            found.add(mark.name)
            yield _Quote(at, at + len(quote), mark)


def _woven(block: list[tuple[str, bool]], links: list[_Link], quotes: list[_Quote]) -> str:
    """The block with its links and marks set in. A mark that crosses a tag is closed and opened again; its first
    piece carries the id. The way from a mark to its evidence is a link, so it waits for the end of any other.
    """
    if not links and not quotes:
        return "".join([part for part, _ in block])
    out: list[str] = []
    at = 0
    opened: set[str] = set()
    over: list[Mark] = []
    inside_link = False
    spans: list[_Link | _Quote] = [*links, *quotes]
    cuts = sorted({p for span in spans for p in (span.start, span.end)})
    for part, is_tag in block:
        if is_tag:
            out.append(part)
            if part.startswith(("<a ", "<a>", "</a")):
                inside_link = not part.startswith("</")
            continue
        end = at + len(part)
        for a, b in pairwise([at, *(c for c in cuts if at < c < end), end]):
            if over and not inside_link and not any(link.start < a < link.end for link in links):
                out += map(_way_back, over)
                over = []
            piece = part[a - at : b - at]
            if around := [quote for quote in quotes if quote.start <= a and b <= quote.end]:
                new = [quote.mark.name for quote in around if quote.mark.name not in opened]
                opened.update(new)
                piece = _marked(piece, new, all(quote.mark.quiet for quote in around))
                over += [quote.mark for quote in around if quote.end == b]
            for link in links:
                if link.start <= a and b <= link.end:
                    opens = f'<a class="actor" href="{escape(link.to)}">' if a in (link.start, at) else ""
                    piece = f"{opens}{piece}{'</a>' if b in (link.end, end) else ''}"
            out.append(piece)
        at = end
    return "".join([*out, *map(_way_back, over)])


def _marked(piece: str, names: list[str], quiet: bool) -> str:
    """A piece in a mark; where several quotations begin together, each keeps an id of its own."""
    ids = [f' id="said-{name}"' for name in names] or [""]
    extra = "".join(f"<span{i}></span>" for i in ids[1:])
    quietly = ' class="quiet"' if quiet else ""
    return f"{extra}<mark{ids[0]}{quietly}>{piece}</mark>"


def _way_back(mark: Mark) -> str:
    quietly = " quiet" if mark.quiet else ""
    return f'<a class="why{quietly}" href="#why-{mark.name}" aria-labelledby="_why what-{mark.name}"></a>'
