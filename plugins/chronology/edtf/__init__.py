"""Reads and writes EDTF (ISO 8601-2), the subset that an archive of news needs: text to days, and back.

Taken: `2015`, `2015-11`, `2015-11-14`, `2015-11-14T21:52[:00][Z|+05:30]`; behind a date `?` uncertain,
`~` approximate and `%` both; intervals `a/b` with `..` or nothing for an open end; `201X`, `20XX`,
`2004-XX`, `2004-06-XX`, `2004-XX-XX`; seasons `2001-21` (spring) to `24`, quarters `2001-33` to `36`;
and ISO weeks `2024-W12`, which EDTF has not. A qualifier does not widen a date. Winter `2001-24` runs
from December 2001 to February 2002.
"""

from __future__ import annotations

from .parsing import OPEN_END, OPEN_START, Edtf, EdtfError, Point, is_valid, parse
from .spans import bounds, intersect, join, overlaps, sort_key, years
from .wording import html_datetime, words

__all__ = [
    "OPEN_END", "OPEN_START", "Edtf", "EdtfError", "Point", "bounds", "html_datetime", "intersect",
    "is_valid", "join", "overlaps", "parse", "sort_key", "words", "years",
]  # fmt: skip
