"""Dates of a text -> the same with the two ends of each stretch: "1991" and "1997" of "from 1991 to 1997"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ...model import DateFound
from .terms import MONTH, YEAR

_END = rf"(?:{YEAR}|{MONTH}(?: {YEAR})?)"
_ENDS = re.compile(rf"({_END}) (?:and|to|until|through) ({_END})", re.IGNORECASE)


def with_ends(dates: Sequence[DateFound]) -> tuple[DateFound, ...]:
    """In text order; a stretch stands before its ends. TIMEX3 marks the ends, and the stretch has the EDTF interval."""
    if not any(date.rule == "range" for date in dates):
        return tuple(dates)
    return tuple(end for date in dates for end in (date, *_ends(date)))


def _ends(date: DateFound) -> Iterator[DateFound]:
    named = _ENDS.fullmatch(date.text) if date.rule == "range" and date.edtf else None
    if named and date.edtf:
        for group, value in enumerate(date.edtf.split("/"), 1):
            start = date.start + named.start(group)
            yield DateFound(start, start + len(named[group]), named[group], "DATE", value, value, date.rule)
