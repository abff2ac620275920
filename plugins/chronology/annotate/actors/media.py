"""What a report calls a newspaper, a news agency or a channel -> media without a record."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Mention, Page
from .words import HEADS, MEDIA_CALLED, MEDIA_WORDS, ORGANISATION_NOUNS


def discover_media(page: Page) -> list[Mention]:
    """As in "Anatel news agency", "the newspaper Al Fadjr"; not "Syrian television", "newspaper reporter Ada Stone"."""
    if not page.says(MEDIA_WORDS):
        return []
    found = list(_called(page))
    page.take(found)
    return found


def _called(page: Page) -> Iterator[Mention]:
    for first, last in page.runs():
        if last - first > 4 or page.geographic(first, last) or page.lower(last - 1) in HEADS:
            continue
        if any(page.words[at] in ORGANISATION_NOUNS for at in range(first, last)):
            continue
        if _follows(page, last) or _precedes(page, first):
            yield page.mention(first, last, "called_media", kind="media")


def _follows(page: Page, last: int) -> bool:
    if page.gap(last - 1) != " ":
        return False
    return page.lower(last) in MEDIA_CALLED or (page.lower(last), page.lower(last + 1)) == ("news", "agency")


def _precedes(page: Page, first: int) -> bool:
    if not first or page.gap(first - 1) != " ":
        return False
    return page.lower(first - 1) in MEDIA_CALLED or (page.lower(first - 2), page.lower(first - 1)) == ("news", "agency")
