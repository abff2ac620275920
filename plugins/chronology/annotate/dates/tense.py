"""Whether the words around a date look ahead."""

from __future__ import annotations

import re

from .reckoning import Clock

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won't|to be held|due|scheduled|slated|upcoming|expect(?:s|ed)? to|is expected|are expected"
    r"|plan(?:s|ned|ning)?|set to|ahead of|aims? to|hopes? to|going to|is to|are to|intends? to|must|should|starting"
    r"|effective|payable|expires?|as soon as)\b|'ll\b"
)
# "will be told on Friday" looks ahead, "said on Friday that it will" does not: the nearer word decides.
_BACK = re.compile(r"\b(?:said|says|told|met|held|spoke|began|went|had been|took|came|made|gave|\w+ed)\b(?!,)")


def nearest_weekday(clock: Clock, wanted: int) -> int | None:
    """The day of a weekday's name: today, or the last such day, or the coming one where the words look ahead."""
    if clock.day is None:
        return None
    back = (clock.day - 1 - wanted) % 7
    return clock.day - back + 7 if back and looks_ahead(clock) else clock.day - back


def looks_ahead(clock: Clock) -> bool:
    """Whether what is dated was still to come: a word that looks ahead stands before it and rules it."""
    clause = clock.clause_before
    cues = [cue.end() for cue in _AHEAD.finditer(clause)]
    return bool(cues) and not any(cues[-1] < back.start() for back in _BACK.finditer(clause))


def looks_back(clock: Clock) -> bool:
    """Whether the words before it tell of what is over."""
    return bool(_BACK.search(clock.clause_before)) or clock.before.endswith("since ")
