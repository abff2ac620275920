"""Claims what is left of a website's menus: runs of short lines far from every paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .page import Page, Row

_LISTED = re.compile(r"(?:\d+[.)]|[-*•]|\([a-z\d]\)|[a-z][.)])\s")
_KICKER = 4
_ENTRY = 6
_RUN = 4


def menu(page: Page) -> Iterator[Row]:
    """Above the title a line of few words is a menu or a kicker. Elsewhere only a long run of short
    lines is one, and never a numbered list."""
    titles = page.named("title")
    top = titles[0].index if titles else -1
    above = [row for row in page.short if row.index < top]
    yield from (row for row in above if row.words <= _KICKER or len(above) >= _RUN)
    outside = [row for row in page.outside() if row.index > top]
    for run in _runs(outside):
        if len(run) >= _RUN:
            yield from run


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    # Rows of one run have the same distance between index and place; claimed rows between do not part them.
    for short, run in groupby(rows, key=lambda row: row.words <= _ENTRY and not row.ends and not _LISTED.match(row.plain)):
        if short:
            yield list(run)
