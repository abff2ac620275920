"""An event as it is told -> the known event that it is, by who, what, where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from ... import edtf
from ...model import Edtf, EventFound, KnownEvent
from ..inflect import words
from ..register import Shelf, register
from .plan import OF_WORDS
from .scene import Scene

NEWS = 31
"""Days for which an event stays in the news."""
_NARROW = 62
"""Days: a wider date fits too many events to tell one by it."""
_PARTIES = 3
"""From three parties on, who takes part is enough to tell one agreement from another."""


def recognised(scene: Scene, event: EventFound) -> EventFound:
    """The event with the known one that it is, where exactly one has its type, date, actors or country."""
    if event.known or event.date is None or event.event_type == "background":
        return event
    shelves = register(scene.vocabulary).shelves(event.actors, event.places)
    if not shelves:
        return event
    for candidates, test in _tests(scene, event, event.date, shelves):
        fitting = [known for known in candidates if test(known)]
        if len(fitting) == 1:
            # The record's date counts only within what the report says: the report keeps its own word.
            date = edtf.intersect(fitting[0].date, event.date) or event.date
            return event._replace(known=fitting[0].id, date=date)
        if fitting:
            return event
    return event


def _tests(
    scene: Scene, event: EventFound, date: Edtf, shelves: list[Shelf]
) -> Iterator[tuple[Iterable[KnownEvent], Callable[[KnownEvent], bool]]]:
    """The known events that it may be, with what tells whether it is: the surest test first."""
    first, last = edtf.bounds(date)
    undated = first <= edtf.OPEN_START and last < edtf.OPEN_END
    if undated:
        # What was told of as news a month later at most.
        first = last - NEWS
    if last - first <= _NARROW:
        near = _near(shelves, first - 1, last + 1)
        if near:
            yield near, lambda known: _same(scene, known, event, edtf.join(first, last))
        if near and first == last:
            # A communiqué of the next day dates the meeting for some by its own day.
            yield near, lambda known: _beside(scene, known, event, first)
    if undated and len(event.actors) >= _PARTIES:
        yield _of_all(scene, event), lambda known: _among_parties(known, event, last)


def _near(shelves: list[Shelf], first: int, last: int) -> list[KnownEvent]:
    """The known events with an actor or a place of the event, in these days."""
    return list({known.id: known for shelf in shelves for known in shelf.between(first, last)}.values())


def _of_all(scene: Scene, event: EventFound) -> list[KnownEvent]:
    """The known events in which all actors of the event took part, whenever that was."""
    known = register(scene.vocabulary)
    fewest = min((known.of_actor(actor).all() for actor in event.actors), key=len)
    actors = set(event.actors)
    return [k for k in fewest if actors <= set(k.actors)]


def _alike(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    """Of one type; within a day, between the same two, the talks may be told of as the agreement reached there, and at
    one place the attack as a battle.
    """
    if known.event_type == event.event_type:
        return True
    types = scene.vocabulary.event_types
    groups = {types[kind].group for kind in (known.event_type, event.event_type) if kind in types}
    first, last = edtf.bounds(date)
    return last - first <= 2 and len(groups) == 1 and (len(known.actors) > 1 or _one_place(known, event))


def _same(scene: Scene, known: KnownEvent, event: EventFound, date: Edtf) -> bool:
    if not edtf.overlaps(known.date, date) or not _alike(scene, known, event, date):
        return False
    actors = set(known.actors)
    here = {at.country for at in known.locations} & set(event.countries)
    first, last = edtf.bounds(date)
    alone = _one_place(known, event) or (here and known.event_type in _OF_A_STATE)
    if alone and last - first <= _FEW_DAYS and known.event_type not in OF_WORDS:
        # One such deed a day at a place, and one coup in a country: not all who took part need be named.
        return True
    if len(actors) > 1:
        return actors <= set(event.actors)
    return _one_place(known, event) or bool(here and actors and actors <= set(event.actors))


_FEW_DAYS = 2
_OF_A_STATE = words("coup election")


def _one_place(known: KnownEvent, event: EventFound) -> bool:
    return any(at.place in event.places for at in known.locations if at.place)


def _beside(scene: Scene, known: KnownEvent, event: EventFound, day: int) -> bool:
    """Whether the same people met on the day before or after."""
    return len(known.actors) > 1 and _same(scene, known, event, edtf.join(day - 1, day + 1))


def _among_parties(known: KnownEvent, event: EventFound, last: int) -> bool:
    """Whether all who are named took part in it, and it had happened by then."""
    return known.event_type == event.event_type and edtf.bounds(known.date)[1] <= last
