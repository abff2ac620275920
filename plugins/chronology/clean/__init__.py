"""Sorts the lines of a seed into the body of the report and all that stands around it.

    text -> lines -> rows -> each cleaner claims some -> title, standfirst, dropped | the rest is the body

A cleaner is a function from a page to the rows that it claims. What no cleaner claims stays in the
body, so that a cleaner that is not sure claims nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from ..model import Cleaned, Dropped, Evidence
from .address import address
from .author_note import author_note
from .byline import byline
from .caption import caption
from .citation import citation
from .comments import comments
from .credit import credit
from .fields import fields
from .lines import read_lines
from .masthead import masthead
from .menu import menu
from .navigation import navigation
from .notice import notice
from .page import Page, Row, lay_out
from .promotion import promotion
from .related import related
from .remark import remark
from .repeat import repeat
from .rights import rights
from .section import section
from .share_bar import share_bar
from .stamp import stamp
from .standfirst import standfirst
from .title import title

Cleaner = Callable[[Page], Iterable[Row]]

# The order matters, for each cleaner sees what those before it have claimed:
# - what is known by its own words goes first, wherever it stands: it cannot be a title then;
# - stamp and credit before title: a title is known by the stamp or byline under it;
# - masthead before title: an outlet's name alone on the first line is no title;
# - repeat before standfirst: a standfirst that the body repeats is given up for the body's line;
# - byline before standfirst: a line with a name and a date under the title sums nothing up;
# - author_note, section and menu last: they go by where title, stamp and body ended up.
CLEANERS: tuple[Cleaner, ...] = (
    fields, citation, address, share_bar, caption, related, notice, comments, promotion, rights,
    navigation, remark, stamp, credit, masthead, title, byline, repeat, standfirst, author_note,
    section, menu,
)  # fmt: skip


def clean(text: str, header: Mapping[str, str] | None = None) -> Cleaned:
    """The lines of a text, each with a word on it either in the body or among the dropped."""
    page = lay_out(text, read_lines(text), header or {})
    for cleaner in CLEANERS:
        page.claim(cleaner(page), cleaner.__name__)
    return Cleaned(
        title=_words_of(page, "title") or _quoted_title(page),
        standfirst=_words_of(page, "standfirst"),
        body=tuple(row.line for row in page.free),
        dropped=tuple(
            Dropped(page.rows[index].line.number, page.rows[index].line.text, rule)
            for index, rule in sorted(page.claims.items())
        ),
    )


# "# Title" of Markdown and "Title: ..." of a list of fields: the mark is no part of the words.
_MARK = re.compile(r"\s*(?:#{1,6}\s+|(?:title|headline)\s*:\s*)?", re.IGNORECASE)
_QUOTED = re.compile(r"[\"“«]([^\"“”«»]{8,200})[\"”»]")


def _words_of(page: Page, rule: str) -> Evidence | None:
    for row in page.named(rule)[:1]:
        mark = _MARK.match(row.line.text)
        start = row.line.start + (mark.end() if mark else 0)
        words = row.line.text[start - row.line.start :].rstrip()
        return Evidence(start, start + len(words), words, rule)
    return None


def _quoted_title(page: Page) -> Evidence | None:
    """The title in a citation, where neither the header nor a line of its own gives one."""
    if page.header.get("title"):
        return None
    for row in page.named("citation"):
        quoted = _QUOTED.search(row.line.text)
        if quoted and quoted[1].count(" ") >= 2:
            words = quoted[1].rstrip(" ,.")
            start = row.line.start + quoted.start(1)
            return Evidence(start, start + len(words), words, "citation")
    return None
