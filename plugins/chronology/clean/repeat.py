"""Claims a line of the head that is printed again below: the later one is the report's own."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page, Row


def repeat(page: Page) -> Iterator[Row]:
    """The title once more, and a standfirst that the body repeats word for word."""
    if not page.free or not (page.named("title") or page.header.get("title")):
        return
    titles = {row.plain.lstrip("# ") for row in page.named("title")}
    first = page.named("title")[0].index + 1 if titles else 0
    for row in page.free:
        if row.plain and row.plain.lstrip("# ") in titles and row.words >= _FEWEST:
            yield row
    below: dict[str, int] = {row.plain: row.index for row in page.free if row.plain}
    for row in page.free[:_HEAD]:
        # Only what comes right under the title: a refrain in the body is the author's.
        if row.index <= first + _UNDER and row.words >= _FEWEST and below.get(row.plain, -1) > row.index:
            yield row


_FEWEST = 4
_UNDER = 3
_HEAD = 5
