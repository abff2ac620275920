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
    if _PLAIN.fullmatch(text):
        return _paragraphs(text)
    _CONVERTER.reset()
    html = _H1.sub(r"<\1h2>", _CONVERTER.convert(text))
    return _CLEANER.clean(html)


# Plain paragraphs of a line each, as `to_markdown` writes them: no markup but escapes. Most reports are nothing else,
# and the converter takes twenty times as long over them. What begins with a sign may be a list, a heading or a
# definition, and a space at either end has a meaning. A test holds the result against the converter's.
_ESCAPED = r"\\[\\`*_{}\[\]()>#+\-.!|]"
_LINE = rf"(?![\s#>+=:~-]|\d+[.)])(?:[^\\`*_\[\]<>&|\x00-\x1f\x7f]++|{_ESCAPED}|&(?:amp|lt|gt);)++(?<!\s)"
_PLAIN = re.compile(rf"\n*(?:{_LINE}(?:\n{{2,}}|\n?\Z))++")
_ESCAPE = re.compile(r"\\(.)")


def _paragraphs(text: str) -> str:
    """Plain paragraphs as HTML."""
    lines = (line for line in text.split("\n") if line)
    if "\\" in text:
        lines = (_ESCAPE.sub(lambda m: escape(m[1], quote=False), line) for line in lines)
    return "\n".join(f"<p>{line}</p>" for line in lines)


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
