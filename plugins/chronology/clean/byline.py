"""Claims what stands under the title: a name alone beside a stamp, and a line that holds a date."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import fold
from ..months import WHOLE_DATE
from .page import Page, Row, capitalised


def byline(page: Page) -> Iterator[Row]:
    titles = page.named("title")
    if not titles:
        return
    for row in page.head():
        beside = (page.claims.get(row.index - 1), page.claims.get(row.index + 1))
        if not titles[0].index < row.index <= titles[0].index + _NEAR:
            continue
        name = "stamp" in beside and 2 <= row.words <= _WORDS and not row.ends and _is_name(row.text)
        if name or (row.words <= _WORDS_AROUND_A_DATE and not row.prose and _DATE.search(fold(row.plain))):
            yield row


def _is_name(text: str) -> bool:
    return text.replace(" ", "").replace(".", "").replace("-", "").replace("'", "").isalpha() and capitalised(
        text.split()
    )


_NEAR, _WORDS, _WORDS_AROUND_A_DATE = 8, 4, 16
_DATE = re.compile(WHOLE_DATE)
