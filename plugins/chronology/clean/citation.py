"""Claims the line that cites the published report: outlet, title, date, address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_OPENING = re.compile(
    r"[(\[*_ ]*(?:source|sources|citation|cited from|retold from|retold after|digest of|summary of"
    r"|summarised from|based on|adapted from"
    r"|originally published (?:in|by|on|at)|first published (?:in|by|at)|(?:re)?published (?:in|by)"
    r"|this (?:article|story|report) (?:was )?(?:first |originally )?(?:appeared|published) (?:in|on|by"
    r"|at))\b\s*:?\s"
)
_URL = re.compile(r"https?://\S|www\.\w")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_QUOTED = re.compile(r'"[^"]{8,200}"')
_LIMIT = 60


def citation(page: Page) -> Iterator[Row]:
    """Above the first paragraph or below the last one; within the body a source is part of the story."""
    rows = page.rows
    lead = next((row.index for row in rows if row.prose and not _is_citation(row)), len(rows))
    last = next((row.index for row in reversed(rows) if row.prose and not _is_citation(row)), -1)
    return (row for row in page.free if (row.index < lead or row.index > last) and _is_citation(row))


def _is_citation(row: Row) -> bool:
    if not row.plain or row.words < 2 or row.words > _LIMIT:
        return False
    opened = _OPENING.match(row.plain)
    if ("http" in row.plain or "www." in row.plain) and _URL.search(row.plain):
        return True
    if not opened and (row.prose or '"' not in row.plain):
        return False
    year = _YEAR.search(row.plain)
    if opened:
        # "Based on ..." may well begin a sentence: it cites only with a year, an address or a colon.
        return bool(year) or (":" in row.plain[:30] and not row.prose)
    return bool(year and _QUOTED.search(row.plain))
