"""Whether the words around a date look ahead."""

from __future__ import annotations

import re

from .reckoning import Clock

_AHEAD = re.compile(
    r"\b(?:will|shall|would|won't|to be held|due|scheduled|slated|upcoming|expect(?:s|ed)? to|is expected|are expected"
    r"|plans?(?= (?:to|for) )|planned|planning|set to|ahead of|aims? to|hopes? to|going to|is to|are to|intends? to"
    r"|must|should|starting|effective|payable|expires?|as soon as|as early as|no later than)\b|'ll\b"
)
# "will be told on Friday" looks ahead, "said on Friday that it will" does not: the nearer word decides.
_BACK = re.compile(
    r"\b(?:said|says|told|(?:(?<!be )(?<!not )(?:met|held|made|taken|given))|spoke|began|went|had been|took|came|gave"
    r"|agreed|freed|(?<!be )(?<!to )(?:brought|bought|sold|won|lost|left|fell|rose|led|paid|sent|became|broke|built"
    r"|drew|drove|fought|found|flew|got|grew|kept|ran|saw|shot|stood|struck|withdrew|wrote)|(?<!be )(?<!\ba )(?<!\ban )"
    r"(?<!\bthe )(?<!still )(?!united |hundred |armed |allied |unprecedented )\w+[^\We]ed)\b(?!,)"
)
# One word of each cue: most clauses hold none of them, and to see that is quick.
_HINTS = (
    "will shall would won't held due scheduled slated upcoming expect expects expected plan plans planned planning set "
    "ahead aim aims hope hopes going intend intends must should starting effective payable expire expires soon early "
    "later"
)
_HINT_WORDS = frozenset(_HINTS.split())
_DEADLINES = tuple(f"{word} {edge}" for word in ("until", "till", "by", "through") for edge in ("", "early ", "late "))
_DEADLINES += tuple(f"{word} mid-" for word in ("until", "till", "by", "through"))
_OVER = re.compile(r"\b(?:was|were|had|did|didn't|wasn't|weren't|been)\b")
_BEFORE_IT = re.compile(r"\b(?:ahead of|before|for|until|prior to|since) (?:the )?$")
_HAD_BEEN_DUE = re.compile(r"\bhad been (?:due|expected|scheduled|slated|planned|set|to)\b")
_WILL = re.compile(
    r"\b(?:will|shall|won't|(?:is|are) (?:to|due|expected|scheduled|slated|planned|set)|plans? to)\b|'ll\b"
)
_OPENING = 16
"""Characters of a clause in which no verb has come yet."""


def nearest_weekday(clock: Clock, wanted: int) -> int | None:
    """The day of a weekday's name: today, or the last such day, or the coming one where the words look ahead."""
    if clock.day is None:
        return None
    back = (clock.day - 1 - wanted) % 7
    if not back or not looks_ahead(clock):
        return clock.day - back
    if clock.after.startswith("'s ") and not _BEFORE_IT.search(clock.before):
        # "He will appeal against Friday's ruling": what is named after its day has mostly happened.
        return clock.day - back
    return clock.day - back + 7


def looks_ahead(clock: Clock) -> bool:
    """Whether what is dated was still to come: a word that looks ahead stands before it and rules it."""
    clause = clock.clause_before
    if clause.endswith(_DEADLINES) and not _OVER.search(clause) and not _OVER.search(clock.clause_after):
        return True
    if _may_look_ahead(clause) and (cues := [cue.end() for cue in _AHEAD.finditer(clause)]):
        return not (_HAD_BEEN_DUE.search(clause) or _BACK.search(clause, cues[-1]))
    return len(clause) < _OPENING and _opens_ahead(clock)


def _may_look_ahead(words: str) -> bool:
    if not _HINT_WORDS.isdisjoint(words.replace(",", " ").replace('"', " ").split()):
        return True
    return "is to " in words or "are to " in words or "'ll " in words


def _opens_ahead(clock: Clock) -> bool:
    """Of a date at the beginning of its sentence: whether the first verb behind it looks ahead."""
    if len(clock.before) > _OPENING:
        return False
    after = clock.after
    cue = _WILL.search(after) if _may_look_ahead(after) else None
    return cue is not None and not _BACK.search(after, 0, cue.start())


def looks_back(clock: Clock) -> bool:
    """Whether the words around it tell of what is over."""
    clause = clock.clause_before
    if _BACK.search(clause) or clock.before.endswith("since "):
        return True
    return len(clock.before) < _OPENING and bool(_BACK.search(clock.after)) and not _opens_ahead(clock)
