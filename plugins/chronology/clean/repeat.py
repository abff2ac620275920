"""Claims a line of the head that is printed again below: the later one is the report's own."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page, Row


def repeat(page: Page) -> Iterator[Row]:
    """The title once more, and a standfirst that the body repeats word for word."""
    found = page.named("title")
    if not (found or page.header.get("title")):
        return
    first = 0
    if found:
        first = found[0].index + 1
        words = found[0].plain.lstrip("# ")
        yield from (row for row in page.free if row.words >= _FEWEST and row.plain.lstrip("# ") == words)
    lines = [row.plain for row in page.free]
    for at, row in enumerate(page.free[:_HEAD], 1):
        # Only what comes right under the title: a refrain in the body is the author's.
        if row.index <= first + _UNDER and row.words >= _FEWEST and row.plain and row.plain in lines[at:]:
            yield row


_FEWEST = 4
_UNDER = 3
_HEAD = 5
