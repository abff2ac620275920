"""Claims the title: of the lines above the first paragraph, the one that looks most like a headline."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import fold
from ..months import WHOLE_DATE
from .page import Page, Row, plainly

_FIELD = re.compile(r"(?:title|headline)\s*: ?\S")
_DATE = re.compile(WHOLE_DATE)
_MOST_WORDS = 34
# Beyond these no head is worth its cost: rows, and characters to find a title repeated in.
_MANY, _REACH = 400, 200_000
_UNDER_IT, _OVER_IT = 4, 2
_FEW, _SEED, _TOP = 4, 12, 3
_WORDS, _WORDS_AMONG_MENUS, _MANY_WORDS = 3, 5, 24
_OF_A_BYLINE = ("by ", "& ")


def title(page: Page) -> Iterator[Row]:
    """A title that the seed's header gives is looked for word for word, and nothing else is claimed."""
    head = list(page.head())
    given = page.header.get("title")
    if given:
        wanted = plainly(given)
        yield from [row for row in head if _without_mark(row.plain) == wanted][:1]
        return
    labelled = [row for row in head if _FIELD.match(row.plain)]
    if labelled:
        yield labelled[0]
        return
    if page.last < 0:
        # Without a paragraph all is head, and only the top of it can hold a title.
        head = head[:_TOP]
    heads = [row for row in head if row.words <= _MOST_WORDS and not row.plain.startswith(_OF_A_BYLINE)]
    if all(row.words < _WORDS for row in heads):
        heads = page.under_motto() or heads
    if heads:
        yield _best(page, heads[-_MANY:])


def _best(page: Page, heads: list[Row]) -> Row:
    """Of equals the first, for what follows a title is a standfirst. In the long head of a whole
    website the menus come first, and of equals the last is nearest to the story.
    """
    if len(heads) == 1:
        return heads[0]
    late = len(heads) > _SEED
    enough = _WORDS if len(heads) <= _FEW else _WORDS_AMONG_MENUS
    merits = [_merit(page, row, enough) for row in heads]
    top = max(merits)
    best = [row for row, merit in zip(heads, merits, strict=True) if merit == top]
    at = len(best) - 1 if late else 0
    while at and best[at - 1].index == best[at].index - 1:
        at -= 1
    return best[at]


def _merit(page: Page, row: Row, enough: int) -> int:
    merit = 4 if row.words >= enough else 3 if row.words == 4 else min(row.words, 2)
    if row.plain.startswith("# "):
        merit += 4
    if row.words > _MANY_WORDS:
        merit -= 1
    if row.plain.endswith((".", ":", ",", ";")) or row.plain[:1] == '"' == row.plain[-1:]:
        merit -= 2
    if _DATE.search(fold(row.plain)):
        merit -= 4
    if row.words < _WORDS:
        return merit + _stamped(page, row, _UNDER_IT)
    if _stamped(page, row, _UNDER_IT):
        merit += 3
    elif _stamped(page, row, -_OVER_IT):
        merit += 2
    if _stamped(page, row, 1) or _stamped(page, row, -1):
        merit += 1
    if row.words >= enough and page.plain.count(row.plain, 0, _REACH) > 1:
        merit += 2
    return merit


def _stamped(page: Page, row: Row, rows: int) -> bool:
    """Whether a stamp or a byline stands within so many rows under it, or over it."""
    step = 1 if rows > 0 else -1
    return any(
        page.claims.get(i) in ("stamp", "credit") for i in range(row.index + step, row.index + rows + step, step)
    )


def _without_mark(plain: str) -> str:
    return plain.lstrip("# ").removeprefix("title:").removeprefix("headline:").strip()
