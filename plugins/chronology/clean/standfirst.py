"""Claims the standfirst: the line under the title that sums the report up."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page, Row

_FEWEST, _MOST = 6, 70
_APART = ("stamp", "credit", "caption", "share_bar", "byline")


def standfirst(page: Page) -> Iterator[Row]:
    """It is told from a first paragraph by a stamp or byline that parts it from the body, or by its
    missing full stop; a line that has neither stays in the body.
    """
    titles = page.named("title")
    if not titles:
        return
    below = [row for row in page.free if row.index > titles[0].index][:2]
    if len(below) < 2 or below[0].index > titles[0].index + _APART_ROWS:
        return
    row, following = below
    if not _FEWEST <= row.words <= _MOST or not row.plain:
        return
    between = [page.claims.get(i) for i in range(row.index + 1, following.index)]
    above = [page.claims.get(i) for i in range(titles[0].index + 1, row.index)]
    parted = any(name in ("stamp", "credit") for name in between) and not any(n in ("stamp", "credit") for n in above)
    unfinished = not row.ends and not row.plain.endswith((":", ",", ";", "-")) and following.prose
    if parted or unfinished:
        yield row


_APART_ROWS = 4
