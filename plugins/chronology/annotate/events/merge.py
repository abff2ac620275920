"""Tellings of one event become one event, with the evidence of all."""

from __future__ import annotations

from collections.abc import Iterable

from ... import edtf
from ...model import EventFound, Evidence
from ..inflect import words

TELLING = words("trigger since known_event known_place")
"""Rules whose evidence tells of the event; that of all others dates it."""


def merged(events: Iterable[EventFound]) -> list[EventFound]:
    """The events without repetition, in the order in which each was first told."""
    kept: list[EventFound] = []
    for event in events:
        at = next((n for n, one in enumerate(kept) if same(one, event)), None)
        if at is None:
            kept.append(event)
        else:
            kept[at] = join(kept[at], event)
    return kept


def same(a: EventFound, b: EventFound) -> bool:
    """Whether two tellings may be of one event: type, time, place and actors do not part them."""
    if a.known and b.known:
        return a.known == b.known
    if a.evidence[0] == b.evidence[0] and a.event_type == b.event_type:
        return True
    if a.event_type != b.event_type or a.status != b.status or not _one_time(a, b):
        return False
    if _goes_on(a, b):
        return True
    if a.countries and b.countries and not set(a.countries) & set(b.countries):
        return False
    if a.actors and b.actors:
        ours, theirs = set(a.actors), set(b.actors)
        one_undated = _undated(a) or _undated(b)
        if one_undated and (a.known or b.known or (_undated(a) and _undated(b))):
            # What nothing dates is another deed, or a known event, only where the same actors do it.
            return ours <= theirs or theirs <= ours
        return bool(ours & theirs)
    return bool(set(a.countries) & set(b.countries) or (a.date is not None and a.date == b.date))


_NEXT = 350
"""Characters: what the next sentence tells without a date goes on with the same event."""


def _goes_on(a: EventFound, b: EventFound) -> bool:
    """Whether the second telling is undated and close behind the first: "They seized the men in the south"."""
    distance = b.evidence[0].start - a.evidence[0].end
    return _undated(b) and 0 <= distance <= _NEXT and not b.actors


def _undated(event: EventFound) -> bool:
    return event.date is None or edtf.bounds(event.date)[0] <= edtf.OPEN_START


def _one_time(a: EventFound, b: EventFound) -> bool:
    """Equal dates, or one within the other."""
    if a.date is None or b.date is None or a.date == b.date:
        return True
    (a_first, a_last), (b_first, b_last) = edtf.bounds(a.date), edtf.bounds(b.date)
    return (a_first <= b_first and b_last <= a_last) or (b_first <= a_first and a_last <= b_last)


def join(a: EventFound, b: EventFound) -> EventFound:
    """Both tellings as one: the narrower date, the actors and places of both, all the words."""
    narrower = b if _width(b) < _width(a) else a
    both = (*a.evidence, *b.evidence)
    told = [e for e in both if e.rule in TELLING] + [e for e in both if e.rule not in TELLING]
    return a._replace(
        date=narrower.date,
        actors=_both(a.actors, b.actors),
        places=_both(a.places, b.places),
        countries=_both(a.countries, b.countries),
        evidence=_once(told),
        known=a.known or b.known,
    )


def _width(event: EventFound) -> int:
    first, last = edtf.bounds(event.date or "../..")
    return last - first


def _both(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*a, *b)))


def _once(told: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Without repetition, and without a place's name that stands within other words."""
    kept: dict[tuple[int, int], Evidence] = {}
    for one in told:
        if one[:2] not in kept:
            kept[one[:2]] = one
    spans = [w for w in kept.values() if w.rule != "known_place"]
    return tuple([
        w for w in kept.values()
        if w.rule != "known_place" or not any(s.start <= w.start and w.end <= s.end for s in spans)
    ])  # fmt: skip
