"""What was to come, dated by the main event: "she would meet them the next day", "elected in 18 months"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ... import edtf
from ...model import Edtf, EventFound
from ..clauses import Parsed
from ..inflect import words
from ..parts import FINITE
from ..types import Weighed
from .attach import event_of
from .plan import SPOKEN
from .scene import Scene

_AHEAD = re.compile(
    r"\b(?:the (?:next|following) (?P<day>day|week)|in (?P<number>\d{1,2}|two|three|four|five|six|nine|ten|twelve"
    r"|eighteen) (?P<unit>months|years))\b",
    re.I,
)
_UNITS, _MANY = words("day week"), words("months years")
_SIGNS = _MANY | words("next following")
"""One of them stands wherever that is found."""
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "nine": 9, "ten": 10, "twelve": 12, "eighteen": 18,
}  # fmt: skip
_WILL = words("will would shall")
# What makes an aim of a participle: "a parliament elected in 18 months" alone may be of the past.
_AIMS = words("aim aims plan plans want wants hope hopes propose proposes proposed foresees envisages agreed calls")
_FEW = 14
"""Words within which the trigger and the date of a plan stand."""


def ahead(scene: Scene, main: EventFound | None) -> Iterator[EventFound]:
    """Planned events that hang on the day of the main one."""
    if main is None or main.date is None:
        return
    first, last = edtf.bounds(main.date)
    if first <= edtf.OPEN_START or last >= edtf.OPEN_END:
        return
    for parsed in scene.body_with(_SIGNS):
        if _MANY.isdisjoint(parsed.words) and _UNITS.isdisjoint(parsed.words):
            continue
        found = _AHEAD.search(scene.reading.folded, parsed.sentence.start, parsed.sentence.end)
        if found is None or _is_dated(scene, parsed, found):
            continue
        at = scene.word_at(parsed, found.start())
        planned = _planned(parsed, scene.told.weighed_in(parsed), at)
        if planned is None:
            continue
        begin, weighed = planned
        dating = scene.reading.evidence(*found.span(), "after_anchor")
        event = event_of(scene, parsed, weighed, _date(found, first, last), (dating,))
        stop = max(found.end(), event.evidence[0].end if weighed.first < at else 0)
        telling = scene.reading.evidence(parsed.begin(begin), stop, "trigger")
        yield event._replace(status="planned", evidence=(telling, dating))


def _is_dated(scene: Scene, parsed: Parsed, found: re.Match[str]) -> bool:
    """Whether the words are a calendar date already, on a clock of their own."""
    return any(d.start < found.end() and found.start() < d.end for d in scene.dates_in(parsed.sentence))


def _planned(parsed: Parsed, triggers: tuple[Weighed, ...], at: int) -> tuple[int, Weighed] | None:
    """Where the words of a plan begin, and its trigger: what stands with "would", or a participle of an aim."""
    near = [w for w in triggers if abs(w.first - at) <= _FEW and w.type not in SPOKEN]
    will = next((i for i in range(at, max(0, at - _FEW), -1) if parsed.words[i] in _WILL), None)
    if will is not None:
        behind = [w for w in near if w.first > will]
        return (max(will - 1, 0), behind[0]) if behind else None
    if _AIMS.isdisjoint(parsed.words):
        return None
    before = [w for w in near if w.first < at and (w.form != FINITE or _is_participle(parsed, w))]
    return (before[-1].first, before[-1]) if before else None


def _is_participle(parsed: Parsed, weighed: Weighed) -> bool:
    """Whether a comma parts what looks like a verb from the noun that it describes."""
    return parsed.gaps[weighed.first] == ", "


def _date(found: re.Match[str], first: int, last: int) -> Edtf:
    if found["day"]:
        days = {"day": 1, "week": 7}[found["day"].lower()]
        return edtf.join(first + days, last + days)
    told = found["number"].lower()
    months = (_NUMBERS.get(told) or int(told)) * (12 if found["unit"].lower() == "years" else 1)
    start = date.fromordinal(first)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    # Nobody means the day by which eighteen months are over.
    return f"{year:04}-{month + 1:02}~"
