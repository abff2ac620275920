"""Known events in a text: by a name that reports give them, or by who, what, where and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ... import edtf
from ...model import Edtf, EventFound, Evidence, KnownEvent, PlaceFound
from ..triggers import NOUN
from .scene import Scene

_NEWS = 31
"""Days for which an event stays in the news, so that its place is enough to name it."""
_NARROW = 62
"""Days: a wider date fits too many events to tell one by it."""


def named(scene: Scene) -> Iterator[EventFound]:
    """An event for every known event that the body calls by a name."""
    tokens = scene.reading.tokens
    for match in scene.vocabulary.event_names.find(scene.reading.folded, tokens.words, tokens.starts, tokens.ends):
        sentence = scene.reading.sentence_at(match.start)
        event = scene.vocabulary.events[match.held]
        if sentence is None or sentence.part != "body" or _later_than_report(scene, event):
            continue
        yield _event(event, scene.reading.evidence(match.start, match.end, "known_event"))


def placed(scene: Scene, places: tuple[PlaceFound, ...]) -> Iterator[EventFound]:
    """Of each place the one event that was in the news when the report came out: "the attacks in Bamako and Paris"."""
    recent = [k for k in scene.vocabulary.events.values() if _in_the_news(scene, k)]
    if not recent:
        return
    for parsed, triggers in scene.told:
        things = {w.type for w in triggers if w.trigger.form == NOUN}
        start, end = parsed.sentence.start, parsed.sentence.end
        dates = [d.edtf for d in scene.dates_in(parsed.sentence) if d.edtf]
        for place in places:
            words = next((e for e in place.evidence if start <= e.start < end), None)
            here = [k for k in recent if any(at.place == place.name for at in k.locations)]
            if words is None or len(here) != 1 or not (here[0].event_type in things or "events" in parsed.lowered):
                continue
            if all(edtf.overlaps(date, here[0].date) for date in dates):
                yield _event(here[0], replace(words, rule="known_place"))


def _event(known: KnownEvent, words: Evidence) -> EventFound:
    return EventFound(
        date=known.date,
        event_type=known.event_type,
        actors=known.actors,
        places=tuple(at.place for at in known.locations if at.place),
        countries=tuple(at.country for at in known.locations if at.country),
        evidence=(words,),
        known=known.id,
    )


def recognised(scene: Scene, event: EventFound) -> EventFound:
    """The event with the known one that it is, where exactly one has its type, date, actors or country."""
    if event.known or event.date is None or event.event_type == "background":
        return event
    first, last = edtf.bounds(event.date)
    if first <= edtf.OPEN_START and last < edtf.OPEN_END:
        # What was told of as news a month later at most.
        first = last - _NEWS
    if last - first > _NARROW:
        return event
    fitting = [k for k in scene.vocabulary.events.values() if _same(scene, k, event, edtf.join(first, last))]
    if len(fitting) != 1:
        return event
    known = fitting[0]
    # The record's date counts only within what the report says: the report keeps its own word.
    return replace(event, known=known.id, date=edtf.intersect(known.date, event.date) or event.date)


def _later_than_report(scene: Scene, event: KnownEvent) -> bool:
    return scene.published is not None and edtf.bounds(event.date)[0] > edtf.bounds(scene.published)[1]


def _in_the_news(scene: Scene, event: KnownEvent) -> bool:
    """Within the month before the report."""
    if scene.published is None or edtf.bounds(scene.published)[0] <= edtf.OPEN_START:
        return False
    first, last = edtf.bounds(event.date)
    return edtf.bounds(scene.published)[0] - _NEWS <= first and last <= edtf.bounds(scene.published)[1]


def _alike(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    """Of one type; on one day, between the same two, the talks may be told of as the agreement reached there."""
    if known.event_type == event.event_type:
        return True
    types = scene.vocabulary.event_types
    groups = {types[kind].group for kind in (known.event_type, event.event_type) if kind in types}
    first, last = edtf.bounds(date)
    return last - first <= 1 and len(known.actors) > 1 and len(groups) == 1


def _same(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    if not edtf.overlaps(known.date, date) or not _alike(scene, known, event, date):
        return False
    actors = set(known.actors)
    if len(actors) > 1:
        return actors <= set(event.actors)
    here = {at.country for at in known.locations} & set(event.countries)
    there = {at.place for at in known.locations if at.place} & set(event.places)
    return bool(there) or bool(here and actors and actors <= set(event.actors))
