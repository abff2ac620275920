"""Claims a person's name that stands alone between the title and a stamp."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Page, Row, capitalised


def byline(page: Page) -> Iterator[Row]:
    titles = page.named("title")
    if not titles:
        return
    for row in page.head():
        beside = (page.claims.get(row.index - 1), page.claims.get(row.index + 1))
        near = titles[0].index < row.index <= titles[0].index + _NEAR
        if near and "stamp" in beside and 2 <= row.words <= _WORDS and not row.ends and _is_name(row.text):
            yield row


def _is_name(text: str) -> bool:
    return text.replace(" ", "").replace(".", "").replace("-", "").replace("'", "").isalpha() and capitalised(
        text.split()
    )


_NEAR, _WORDS = 6, 4
