"""An event as it is told -> the known event that it is, by who, what, where and when."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ... import edtf
from ...model import Edtf, EventFound, Id, KnownEvent
from ...vocabulary import Vocabulary
from .scene import Scene

NEWS = 31
"""Days for which an event stays in the news."""
_NARROW = 62
"""Days: a wider date fits too many events to tell one by it."""
_PARTIES = 3
"""From three parties on, who takes part is enough to tell one agreement from another."""


@dataclass(frozen=True, slots=True)
class Register:
    """The known events by what a report may say of them: an archive of thousands is not gone through for each."""

    of_actor: Mapping[Id, tuple[KnownEvent, ...]]
    at_place: Mapping[str, tuple[KnownEvent, ...]]


def register(vocabulary: Vocabulary) -> Register:
    """The known events of an archive, made once."""
    return vocabulary.once(_register)


def _register(vocabulary: Vocabulary) -> Register:
    actors: dict[Id, list[KnownEvent]] = {}
    places: dict[str, list[KnownEvent]] = {}
    for known in vocabulary.events.values():
        for actor in dict.fromkeys(known.actors):
            actors.setdefault(actor, []).append(known)
        for place in dict.fromkeys(at.place for at in known.locations if at.place):
            places.setdefault(place, []).append(known)
    return Register({a: tuple(k) for a, k in actors.items()}, {p: tuple(k) for p, k in places.items()})


def recognised(scene: Scene, event: EventFound) -> EventFound:
    """The event with the known one that it is, where exactly one has its type, date, actors or country."""
    if event.known or event.date is None or event.event_type == "background":
        return event
    candidates = _candidates(scene, event)
    if not candidates:
        return event
    first, last = edtf.bounds(event.date)
    undated = first <= edtf.OPEN_START and last < edtf.OPEN_END
    if undated:
        # What was told of as news a month later at most.
        first = last - NEWS
    tests: list[Callable[[KnownEvent], bool]] = []
    if last - first <= _NARROW:
        tests.append(lambda known: _same(scene, known, event, edtf.join(first, last)))
    if first == last:
        # A communiqué of the next day dates the meeting for some by its own day.
        tests.append(lambda known: _beside(scene, known, event, first))
    if undated and len(event.actors) >= _PARTIES:
        tests.append(lambda known: _among_parties(known, event, last))
    for test in tests:
        fitting = [known for known in candidates if test(known)]
        if len(fitting) == 1:
            # The record's date counts only within what the report says: the report keeps its own word.
            return event._replace(known=fitting[0].id, date=edtf.intersect(fitting[0].date, event.date) or event.date)
        if fitting:
            return event
    return event


def _candidates(scene: Scene, event: EventFound) -> list[KnownEvent]:
    """The known events with an actor or a place of the event."""
    known = register(scene.vocabulary)
    found = {k.id: k for actor in event.actors for k in known.of_actor.get(actor, ())}
    found |= {k.id: k for place in event.places for k in known.at_place.get(place, ())}
    return [found[key] for key in sorted(found)]


def _alike(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    """Of one type; within a day, between the same two, the talks may be told of as the agreement reached there."""
    if known.event_type == event.event_type:
        return True
    types = scene.vocabulary.event_types
    groups = {types[kind].group for kind in (known.event_type, event.event_type) if kind in types}
    first, last = edtf.bounds(date)
    return last - first <= 2 and len(known.actors) > 1 and len(groups) == 1


def _same(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    if not edtf.overlaps(known.date, date) or not _alike(scene, known, event, date):
        return False
    actors = set(known.actors)
    if len(actors) > 1:
        return actors <= set(event.actors)
    here = {at.country for at in known.locations} & set(event.countries)
    there = {at.place for at in known.locations if at.place} & set(event.places)
    return bool(there) or bool(here and actors and actors <= set(event.actors))


def _beside(scene: Scene, known: KnownEvent, event: EventFound, day: int) -> bool:
    """Whether the same people met on the day before or after."""
    return len(known.actors) > 1 and _same(scene, known, event, edtf.join(day - 1, day + 1))


def _among_parties(known: KnownEvent, event: EventFound, last: int) -> bool:
    """Whether all who are named took part in it, and it had happened by then."""
    same_type = known.event_type == event.event_type
    return same_type and set(event.actors) <= set(known.actors) and edtf.bounds(known.date)[1] <= last
