"""The known events of an archive -> those that a report may mean, by who took part, where and when."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .. import edtf
from ..model import Id, KnownEvent
from ..vocabulary import Vocabulary

_LONG = 31
"""Days: what lasted longer is looked at whatever the time that is asked for. There are few such events."""


class Shelf(NamedTuple):
    """Known events in the order of time, so that those of a few days are found among thousands."""

    short: tuple[KnownEvent, ...]
    firsts: tuple[int, ...]
    """The first day of each."""
    long: tuple[KnownEvent, ...]

    def between(self, first: int, last: int) -> list[KnownEvent]:
        """Those that share a day with this stretch, first and last day included."""
        begin, end = bisect_left(self.firsts, first - _LONG), bisect_right(self.firsts, last)
        return [known for known in (*self.short[begin:end], *self.long) if _meets(known, first, last)]

    def within(self, first: int, last: int) -> list[KnownEvent]:
        """Those that lie in this stretch as a whole."""
        near = self.between(first, last)
        return [known for known in near if first <= edtf.bounds(known.date)[0] and edtf.bounds(known.date)[1] <= last]

    def all(self) -> tuple[KnownEvent, ...]:
        return self.short + self.long


_EMPTY = Shelf((), (), ())


@dataclass(frozen=True, slots=True)
class Register:
    """The known events by what a report may say of them: an archive of thousands is not gone through for each."""

    _of_actor: Mapping[Id, Shelf]
    _at_place: Mapping[str, Shelf]

    def of_actor(self, actor: Id) -> Shelf:
        return self._of_actor.get(actor, _EMPTY)

    def at_place(self, place: str) -> Shelf:
        return self._at_place.get(place, _EMPTY)

    def shelves(self, actors: Iterable[Id], places: Iterable[str]) -> list[Shelf]:
        """Those of these actors and places that are not empty: of most reports there is none."""
        found = [self._of_actor[actor] for actor in actors if actor in self._of_actor]
        return found + [self._at_place[place] for place in places if place in self._at_place]


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
    return Register({a: _shelf(k) for a, k in actors.items()}, {p: _shelf(k) for p, k in places.items()})


def _shelf(events: Iterable[KnownEvent]) -> Shelf:
    in_order = sorted(events, key=lambda known: (edtf.bounds(known.date), known.id))
    short = tuple(known for known in in_order if _days(known) <= _LONG)
    return Shelf(
        short,
        tuple(edtf.bounds(known.date)[0] for known in short),
        tuple(known for known in in_order if _days(known) > _LONG),
    )


def _days(known: KnownEvent) -> int:
    first, last = edtf.bounds(known.date)
    return last - first


def _meets(known: KnownEvent, first: int, last: int) -> bool:
    begin, end = edtf.bounds(known.date)
    return begin <= last and first <= end
