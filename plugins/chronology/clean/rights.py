"""Claims notices of copyright and syndication: "© 2024 ...", "All rights reserved"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_NOTICE = re.compile(
    r"^(?:©|\(c\) |copyright\b|&copy;).{0,200}(?:\d{4}|©|\(c\)|reserved|ltd|inc|limited|[a-z]{3,}$)"
    r"|©\s*(?:copyright )?(?:19|20)\d\d|\ball rights reserved\b"
    r"|\bmay not be (?:published, broadcast|reproduced|republished|redistributed|copied, )"
    r"|\b(?:published|generated|auto-generated) from (?:a )?syndicated (?:news )?feed"
    r"|\bhas not been edited by\b.{0,60}\bstaff\b|\bis (?:published"
    r"|auto-generated) (?:unedited )?from\b.{0,40}\b(?:feed|wire)"
    r"|\b(?:views|opinions) expressed (?:in|by|here)\b.{0,120}\b(?:own|not necessarily|do not)\b"
    r"|\b(?:re)?published (?:here )?under (?:a |the )?creative commons"
)
_HINTS = ("©", "(c)", "copy", "reserved", "may not be", "feed", "edited by", "expressed", "creative commons")
_LIMIT = 70


def rights(page: Page) -> Iterator[Row]:
    return (row for row in page.mentioning(*_HINTS) if row.words <= _LIMIT and _NOTICE.search(row.plain))
