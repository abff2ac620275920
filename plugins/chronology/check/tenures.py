"""What a report makes of an actor, held against the actor's record: offices and lifetimes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .. import edtf
from ..model import Edtf, Record, Report
from ..outlines import ActorOutline, plain
from ..problems import Problem
from .around import Around
from .kinds import told

SLACK = 31
"""Days by which a date may be off that is said to be uncertain."""
MOURNED = 366
"""Days for which the dead still stand at the head of reports."""

# Words that make an office one that is held no longer, not yet, or by somebody else.
_NOT_NOW = frozenset({
    "former", "formerly", "ex", "then", "late", "onetime", "previous", "previously", "ousted", "deposed", "once", "old",
    "future", "next", "incoming", "elect", "designate", "candidate", "successor", "predecessor", "outgoing",
    "deputy", "vice", "acting", "interim", "assistant",
})  # fmt: skip
_SMALL = frozenset({"of", "the", "and", "for", "to", "in", "a", "an"})
_WORD = re.compile(r"[^\W_]+")

Days = tuple[int, int]


def office_not_held(record: Record, around: Around) -> Iterator[Problem]:
    """Evidence that names an actor with an office which the actor did not hold at the time."""
    if not isinstance(record, Report):
        return
    times = _times(record)
    for id_, quote in record.evidence.actors.items():
        actor = around.actors.get(id_)
        if times and actor and actor.offices and (problem := _wrong_office(record, actor, quote, times, around)):
            yield problem


def _wrong_office(record: Report, actor: ActorOutline, quote: str, times: list[Days], around: Around) -> Problem | None:
    said = _WORD.findall(plain(quote))
    named = [(_core(title, country, around), title, start, end) for title, country, start, end in actor.offices]
    named = [held for held in named if held[0] and held[0] <= set(said)]
    if not named:
        return None
    longest = max(len(core) for core, *_ in named)
    meant = [held for held in named if len(held[0]) == longest]
    if any(word in _NOT_NOW and word not in meant[0][0] for word in said):
        return None
    if any(_overlaps(_tenure(start, end), time) for _, _, start, end in meant for time in times):
        return None
    tenure = " and ".join(f"{start or '..'}/{end or '..'}" for _, _, start, end in meant)
    time = record.date or record.published
    message = f'"{quote}" names {actor.name} as {meant[0][1]}, held {tenure}; the report is of {time}'
    hint = f"mend the date or the actor, or the tenure in content/{actor.path}"
    return told("office-not-held", record, message, hint, "evidence", "actors", actor.id)


def _core(title: str, country: str | None, around: Around) -> frozenset[str]:
    """The words that name an office, whosever it is: "President of Russia" is that of a president."""
    names = around.countries.get(country or "", ())
    nation = {word for name in names for word in _WORD.findall(plain(name))}
    bare = re.sub(r"\(.*?\)", "", plain(title))
    return frozenset(word for word in _WORD.findall(bare) if word not in nation | _SMALL)


def outside_lifetime(record: Record, around: Around) -> Iterator[Problem]:
    """A leading part for an actor that was not there yet, or had been gone for long."""
    times = _times(record) if isinstance(record, Report) else []
    if not isinstance(record, Report) or not times:
        return
    for number, role in enumerate(record.actors):
        actor = around.actors.get(role.id)
        if role.role != "primary" or not actor or not actor.exists:
            continue
        first, last = edtf.bounds(actor.exists)
        if not any(_overlaps((first, last + MOURNED), time) for time in times):
            message = f"{actor.name} existed {actor.exists}; the report is of {record.date or record.published}"
            hint = f"mend the date or the actor, or `exists` in content/{actor.path}"
            yield told("outside-lifetime", record, message, hint, "actors", number)


def _times(report: Report) -> list[Days]:
    """When the main event was, and when it was told, with some slack where that is uncertain."""
    return [_loosely(date) for date in (report.date, report.published) if date]


def _loosely(date: Edtf) -> Days:
    first, last = edtf.bounds(date)
    slack = SLACK if any(sign in date for sign in "?~%") else 0
    return first - slack, last + slack


def _tenure(start: Edtf | None, end: Edtf | None) -> Days:
    return edtf.bounds(start)[0] if start else edtf.OPEN_START, edtf.bounds(end)[1] if end else edtf.OPEN_END


def _overlaps(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]
