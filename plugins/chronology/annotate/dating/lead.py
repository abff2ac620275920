"""The report's own event among the archive's known events: same actors, same kind, same weekday, in the interval."""

from __future__ import annotations

import re
from typing import NamedTuple

from ... import edtf
from ...model import Clue, Evidence, KnownEvent
from ..register import register
from .story import Story

_NARROW, _YEAR = 100, 13 * 31
"""Days within which one known event is enough, and those (a year from any day of a month) within which
it is if the weekday agrees."""
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)(?:T\w+)?")


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Lead(NamedTuple):
    """The day of the report's own event, about which the report came out."""

    date: str
    clue: Clue


def match_lead(story: Story, hard: str, narrow: str) -> Lead | None:
    """The only known event that fits, or None where none or several do."""
    weekday, told = _weekday(story)
    fitting = [event for event in _candidates(story) if edtf.overlaps(event.date, hard)]
    if weekday is not None:
        fitting = [event for event in fitting if (edtf.bounds(event.date)[0] - 1) % 7 == weekday]
    likely = [event for event in fitting if edtf.overlaps(event.date, narrow)]
    if len(likely) != 1:
        return None
    event = likely[0]
    first, last = edtf.bounds(narrow)
    if last - first > (_NARROW if weekday is None else _YEAR):
        return None
    says = f"of the known events with these actors only one fits: {event.name}"
    if weekday is not None:
        says += f", on a {_DAYS[weekday]} as told"
    return Lead(f"{event.date}~", Clue(says, f"{event.date}~", False, told))


def _candidates(story: Story) -> list[KnownEvent]:
    """Known events of at least two actors, all of them named in the lead, of a kind that the lead tells of."""
    lead = [s for s in story.reading.sentences if s.paragraph <= 1]
    if not lead:
        return []
    start, end = lead[0].start, lead[-1].end
    named = {actor.id for actor in story.actors if any(start <= ev.start < end for ev in actor.evidence)}
    told = story.lowered[start:end]
    known = register(story.vocabulary)
    shared = {event.id: event for actor in sorted(named) for event in known.of_actor(actor).all()}
    return [
        event
        for event in shared.values()
        if len(event.actors) > 1
        and edtf.parse(event.date).is_day
        and named.issuperset(event.actors)
        and _is_told(story, event, told)
    ]


def _is_told(story: Story, event: KnownEvent, told: str) -> bool:
    """Whether a word of the event's type is there; a type without words rules nothing out."""
    event_type = story.vocabulary.event_types.get(event.event_type)
    triggers = event_type.triggers if event_type else ()
    stems = [trigger.lower()[:-1] if trigger.endswith("e") else trigger.lower() for trigger in triggers]
    return not stems or any(re.search(rf"\b{re.escape(stem)}", told) for stem in stems)


def _weekday(story: Story) -> tuple[int | None, Evidence | None]:
    """The weekday of the lead, counted from 0 for Monday, with the words that tell it."""
    for found in story.dates:
        sentence = story.reading.sentence_at(found.start)
        match = _WEEKDAY.fullmatch(found.value)
        if sentence is None or sentence.paragraph > 0 or found.type == "SET":
            continue
        if match and not story.reading.quote_at(found.start):
            return int(match[1]) - 1, story.reading.evidence(found.start, found.end, "weekday_of_lead")
    return None, None
