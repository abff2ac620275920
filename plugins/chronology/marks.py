"""The HTML of a body + names and quotations -> the same HTML with links and marks.

Nothing is matched across a block: a paragraph, a list item or a cell is one stretch of text, with
its tags between. Matching is done on folded text (accents, curly quotes and odd spaces made
plain), which keeps every offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from .folding import fold

_TAG = re.compile(r"""<(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_BLOCK = re.compile(r"</?(?:p|li|ul|ol|dl|dt|dd|blockquote|h[1-6]|table|thead|tbody|tr|td|th|pre|div|hr|br)\b")
_CLOSED = ("a", "code", "pre")
"""Inside these no link is set."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Words to be marked where they first stand in the body."""

    quote: str
    anchor: str
    """The id that the mark gets."""


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    open: str
    close: str


@dataclass(slots=True)
class Marked:
    """What came of it."""

    html: str
    found: frozenset[str]
    """Anchors of the marks that were found."""
    mentioned: frozenset[str]
    """Addresses that were linked at least once."""


def mark(html: str, names: Mapping[str, str], marks: Sequence[Mark] = ()) -> Marked:
    """Link the first mention of each name in a block, and mark each quotation once.

    `names` maps a form of a name to the address it leads to; the longest form wins.
    """
    html = html.replace("&nbsp;", "\u00a0")
    forms = sorted(((fold(escape(form, quote=False)), to) for form, to in names.items()), key=lambda f: (-len(f[0]), f))
    waiting = {m.anchor: fold(escape(m.quote, quote=False)) for m in marks if m.quote}
    found: set[str] = set()
    mentioned: set[str] = set()
    out: list[str] = []
    for block in _blocks(html):
        text = "".join(part for part, is_tag in block if not is_tag)
        if not text or text.isspace():
            out += [part for part, _ in block]
            continue
        folded = fold(text)
        links = _links(folded, forms, _closed(block), mentioned)
        quoted = list(_quotes(folded, waiting, found))
        out.append(_woven(block, links, quoted))
    return Marked("".join(out), frozenset(found), frozenset(mentioned))


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
) -> list[_Span]:
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
    return sorted(
        (_Span(a, b, f'<a class="actor" href="{escape(to)}">', "</a>") for to, (a, b) in first.items()),
        key=lambda span: span.start,
    )


def _is_word(text: str, start: int, end: int) -> bool:
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or after.isalnum())


def _quotes(folded: str, waiting: Mapping[str, str], found: set[str]) -> Iterator[_Span]:
    for anchor, quote in waiting.items():
        if anchor in found:
            continue
        at = folded.find(quote)
        if at >= 0:
            found.add(anchor)
            yield _Span(at, at + len(quote), anchor, "</mark>")


def _woven(block: list[tuple[str, bool]], links: list[_Span], quotes: list[_Span]) -> str:
    """The block with its links and marks set in. A mark that crosses a tag is closed and opened again;
    its first piece carries the id.
    """
    out: list[str] = []
    at = 0
    opened: set[str] = set()
    cuts = sorted({p for span in (*links, *quotes) for p in (span.start, span.end)})
    for part, is_tag in block:
        if is_tag:
            out.append(part)
            continue
        end = at + len(part)
        edges = [at, *(c for c in cuts if at < c < end), end]
        for a, b in pairwise(edges):
            piece = part[a - at : b - at]
            inside = [q for q in quotes if q.start <= a and b <= q.end]
            new = [q.open for q in inside if q.open not in opened]
            opened.update(new)
            if inside:
                piece = _marked(piece, new)
            link = next((x for x in links if x.start <= a and b <= x.end), None)
            if link and a in (link.start, at):
                piece = link.open + piece
            if link and b in (link.end, end):
                piece += link.close
            out.append(piece)
        at = end
    return "".join(out)


def _marked(piece: str, anchors: list[str]) -> str:
    """A piece in a mark; where several quotations begin together, each keeps an id of its own."""
    ids = [f' id="{anchor}"' for anchor in anchors] or [""]
    extra = "".join(f"<span{i}></span>" for i in ids[1:])
    return f"{extra}<mark{ids[0]}>{piece}</mark>"
