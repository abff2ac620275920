"""The HTML of a web page -> the text of the report in it, and what its markup says of the report.

trafilatura finds the paragraphs. It leaves out the lines around them, and some of those are sources:
a stamp, a byline, the notice that alone names the outlet. They are put back where they stood, for the
cleaners to claim and the annotation to read.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from .annotate.published import find_published
from .annotate.reading import lay_out
from .clean import clean
from .clean.page import plainly
from .declared import declared_days
from .model import Seed

_ABOVE = frozenset({"stamp", "credit", "byline", "citation", "fields"})
_BELOW = frozenset({"credit", "citation", "rights", "comments"})
_LINES_ABOVE = 8
_FEWEST_WORDS, _MOST_WORDS = 3, 60
_MARKS = (" | ", " - ", " – ", " — ", " :: ", " · ", " • ", " : ")

_INVISIBLE = ("script", "style", "noscript", "template", "svg", "head", "iframe")
_AROUND = (*_INVISIBLE, "form", "nav", "select")
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "br", "dd", "div", "dl", "dt", "figcaption", "figure",
    "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section",
    "table", "td", "th", "time", "tr", "ul",
})  # fmt: skip
_LANG = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([A-Za-z]{2,3})\b", re.IGNORECASE)


def read_webpage(html: str) -> tuple[str, dict[str, str]] | None:
    """Text and header of the report in a page; None where none is found. Raises ImportError without
    the extra `html`.
    """
    # Heavy, and wanted for this one kind of seed only: hence an extra, and imported here.
    from trafilatura import bare_extraction

    page: Any = bare_extraction(html, include_comments=False, with_metadata=True)
    if page is None or not (page.text or "").strip():
        return None
    declared = _LANG.search(html[:5000])
    found = {
        "title": page.title, "author": page.author, "outlet": page.sitename, "url": page.url,
        "lang": page.language or (declared[1].lower() if declared else ""),
    }  # fmt: skip
    header = {key: " ".join(value.split()) for key, value in found.items() if value and value.strip()}
    root = _tree(html)
    if root is not None:
        # Not the date that trafilatura gives: it takes a day of a comment or of another story, where none is stated.
        header |= declared_days(root)
    if title := _title(
        header.get("title", ""), header.get("outlet", ""), _headings(root, "h1"), _headings(root, "h2", "h3")
    ):
        header["title"] = title
    text = "\n".join(_put_back(page.text.split("\n"), _lines(root, _AROUND), header))
    if "date" not in header and not _stamped(text, header):
        # With its menus: a date above them is that of the visit.
        day = _stamped("\n\n".join(_lines(root, _INVISIBLE)), header)
        header |= {"date": day} if day else {}
    return text, header


def _stamped(text: str, header: dict[str, str]) -> str | None:
    """The day that a text states around its report."""
    return find_published(lay_out(Seed("", text, header), clean(text, header))).date


def _title(given: str, outlet: str, headings: list[str], lesser: Collection[str]) -> str:
    """The heading that readers see, if the page has one for the report: the title in the markup is
    written for search engines, and often bears the name of the site. One that is a lesser heading yields
    to those of the first rank.
    """
    wanted = set(plainly(given).split())
    kin = {heading: len(wanted & set(plainly(heading).split())) for heading in headings}
    near = [heading for heading in headings if 2 * kin[heading] >= min(len(wanted), heading.count(" ") + 1) > 0]
    if near:
        return max(near, key=lambda heading: kin[heading])
    if len(headings) == 1 or (headings and given in lesser):
        return headings[0]
    name = plainly(outlet)
    for mark in _MARKS:
        head, found, tail = given.rpartition(mark)
        if found and name and plainly(tail) == name:
            return head.strip()
    return given


def _headings(root: Any, *ranks: str) -> list[str]:
    """The page's headings of these ranks that may be a title."""
    if root is None:
        return []
    texts = dict.fromkeys(" ".join(heading.text_content().split()) for heading in root.iter(*ranks))
    return [text for text in texts if _FEWEST_WORDS <= text.count(" ") + 1 <= _MOST_WORDS]


def _put_back(lines: list[str], visible: list[str], header: dict[str, str]) -> list[str]:
    """The extracted lines, with the lines around them that tell of their source."""
    where: dict[str, int] = {}
    for at, line in enumerate(visible):
        where.setdefault(plainly(line), at)
    places = [where.get(plainly(line.removeprefix("- ")), -1) for line in lines]
    known = [place for place in places if place >= 0]
    if not known:
        return lines
    title = where.get(plainly(header.get("title", "")), min(known))
    dropped = {d.line - 1: d.rule for d in clean("\n".join(visible)).dropped}
    first, last = min(p for p in known if p > title) if max(known) > title else title, max(known)
    taken = set(known)
    out: list[tuple[int, str]] = []
    before = -1
    for line, place in zip(lines, places, strict=True):
        before = max(before, place)
        out.append((before, line))
    for at, rule in sorted(dropped.items()):
        above = title < at <= first + _LINES_ABOVE and at < _second(known, first) and rule in _ABOVE
        if at not in taken and (above or (at > last and rule in _BELOW)):
            out.append((at, visible[at]))
    # Sorting is stable: the order of the extracted lines stays.
    return [line for _, line in sorted(out, key=lambda pair: pair[0])]


def _second(places: list[int], first: int) -> int:
    """Where the second of the extracted lines under the title stands."""
    return min((place for place in places if place > first), default=first)


def _tree(html: str) -> Any:
    """The elements of a page; None where it has none."""
    from lxml import etree  # type: ignore[import-untyped]
    from lxml import html as lxml_html

    try:
        return lxml_html.document_fromstring(html.encode("utf-8"), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (ValueError, etree.ParserError):
        return None


def _lines(root: Any, hiding: Collection[str]) -> list[str]:
    """What a reader sees, but for what stands in the elements of these names; a line for each block."""
    from lxml import etree

    if root is None:
        return []
    lines: list[list[str]] = [[]]
    hidden = 0
    for action, element in etree.iterwalk(root, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else "script"
        step = 1 if action == "start" else -1
        if tag in hiding:
            hidden += step
        if tag in _BLOCKS:
            lines.append([])
        text = element.text if action == "start" else element.tail
        if text and not hidden:
            lines[-1].append(text)
    joined = (" ".join("".join(parts).split()) for parts in lines)
    return [line for line in joined if line]
