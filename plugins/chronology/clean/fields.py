"""Claims lines such as "Source: The Daily Star" or "Date: 12 May 2014" that head a text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_FIELD = re.compile(
    r"(?:source|outlet|publication|publisher|newspaper|date|published|publication date|updated|author"
    r"|authors|byline|reporter"
    r"|url|link|address|agency|dateline|section|category|language|retrieved|accessed|archived|archive"
    r"|tags?|keywords)\s*: ?\S"
)
# Read by the title rule.
_TITLE = re.compile(r"(?:title|headline)\s*: ?\S")


def fields(page: Page) -> Iterator[Row]:
    """Fields stand together at the top: the first line that is none ends them."""
    for row in page.rows:
        if _TITLE.match(row.plain):
            continue
        if row.prose or not _FIELD.match(row.plain):
            return
        yield row
