"""Claims what an editor or republisher has put between the lines: "Comment: ...", "Editor's note: ..."."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_REMARK = re.compile(
    r"[\[(*_]*(?:[a-z.]{2,12} )?(?:comment|editor'?s'? (?:note|comment|remark)|editorial (?:note|comment)"
    r"|ed(?:itor)?\.?|publisher'?s note|moderator'?s note|translator'?s note|note to readers"
    r"|a note to (?:our )?readers|nb)\]? ?[:–-] ?\S"
)


def remark(page: Page) -> Iterator[Row]:
    """Words such as "no comment: ..." belong to the story; a website's own name before it does not."""
    for row in page.free:
        if _REMARK.match(row.plain) and not row.plain.startswith(_STORY):
            yield row


_STORY = (
    "no comment",
    "a comment",
    "the comment",
    "his comment",
    "her comment",
    "in comment",
    "for comment",
    "to comment",
    "on comment",
)
