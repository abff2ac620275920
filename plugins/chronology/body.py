"""Markdown as people and seeds write it -> HTML in which nothing can run."""

from __future__ import annotations

import re
from html import escape, unescape

import markdown
import nh3

_TAGS = {
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em", "h2", "h3", "h4", "h5", "h6",
    "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "strong", "sub", "sup", "table", "tbody", "td", "th",
    "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}}

# One converter for all pages: making one costs as much as converting a report with it.
_CONVERTER = markdown.Markdown(extensions=["abbr", "def_list", "sane_lists", "tables"], output_format="html")

# Sanitizing comes last, over the HTML that was made, so that no trick of Markdown gets past it.
_CLEANER = nh3.Cleaner(
    tags=_TAGS,
    attributes=_ATTRIBUTES,
    url_schemes={"http", "https", "mailto"},
    link_rel="external noopener",
)
_H1 = re.compile(r"<(/?)h1\b[^>]*>")


def render(text: str) -> str:
    """The body's HTML. Images and raw markup beyond plain text are left out; the page's title is its only h1."""
    _CONVERTER.reset()
    html = _H1.sub(r"<\1h2>", _CONVERTER.convert(text))
    return _CLEANER.clean(html)


# What Markdown would read as markup at any place, and at the beginning of a line.
_SPECIAL = re.compile(r"([\\`*_\[\]<>&{}|])")
_LINE_START = re.compile(r"^([#+-]|\d+[.)])")


def to_markdown(text: str) -> str:
    """Plain text as Markdown that shows exactly this text: one paragraph for each line."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n\n".join(_escaped(line) for line in lines if line) + "\n"


def _escaped(line: str) -> str:
    line = _SPECIAL.sub(lambda m: escape(m[1]) if m[1] in "<>&" else "\\" + m[1], line)
    line = _LINE_START.sub(lambda m: m[1][:-1] + "\\" + m[1][-1], line)
    # A colon has no escape in Python-Markdown; at the beginning of a line it would make a definition.
    return f"&#58;{line[1:]}" if line.startswith(":") else line


_BETWEEN = re.compile(r"<[^>]*>")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|td|th|dd|dt|blockquote|pre)>|<br>|<hr>")


def plain(html: str) -> str:
    """The words of sanitized HTML, for the search."""
    text = unescape(_BETWEEN.sub("", _BLOCK_END.sub(" ", html)))
    return " ".join(text.split())
