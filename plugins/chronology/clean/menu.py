"""Claims what is left of a website's menus: runs of short lines far from every paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from .page import WEBSITE, Page, Row

_LISTED = re.compile(r"(?:\d+[.)]|[-*•]|\([a-z\d]\)|[a-z][.)])\s")
_KICKER = 4
_ENTRY = 6
_HEADLINE = 14
_RUN = 4


def menu(page: Page) -> Iterator[Row]:
    """Above the title a line of few words is a menu or a kicker. Below it only a run of short lines is
    one, after other furniture of a website: right after a paragraph such a run is a list.
    """
    titles = page.named("title")
    top = titles[0].index if titles else -1
    above = [row for row in page.short if row.index < top]
    many = len(above) >= _RUN and any(page.claims.get(index) in WEBSITE for index in range(top))
    if many or len(above) < _RUN:
        yield from (row for row in above if row.words <= (_HEADLINE if many else _KICKER))
    below = [row for row in page.short if top < row.index < page.lead or row.index > page.last]
    runs = [run for run in _runs(below) if len(run) >= _RUN]
    after = _after_furniture(page) if runs else []
    for run in runs:
        if after[run[0].index]:
            yield from run


def _runs(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for short, run in groupby(rows, key=_is_entry):
        if short:
            yield list(run)


def _is_entry(row: Row) -> bool:
    return row.words <= _ENTRY and not row.ends and not _LISTED.match(row.plain)


def _after_furniture(page: Page) -> list[bool]:
    """For each row, whether furniture stands between the last paragraph above and it."""
    after: list[bool] = []
    furniture = False
    for row in page.rows:
        after.append(furniture)
        rule = page.claims.get(row.index)
        furniture = rule in WEBSITE or (furniture and not (row.prose and rule is None))
    return after
