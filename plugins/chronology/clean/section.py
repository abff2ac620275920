"""Claims what follows the last paragraph under a heading of the website: related stories, comments."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page, Row

_HEADINGS = ("related", "comments")
_PARAGRAPHS = 3


def section(page: Page) -> Iterator[Row]:
    """Under such a heading only lines that are no paragraphs go, and only when no paragraph follows:
    a box in the middle of a report ends nobody knows where.
    """
    last = page.last
    if last < 0 or sum(row.prose for row in page.free) < _PARAGRAPHS:
        return
    start = next((i for i, rule in sorted(page.claims.items()) if i > last and rule in _HEADINGS), None)
    if start is None:
        return
    for row in page.short:
        if row.index > start:
            yield row
