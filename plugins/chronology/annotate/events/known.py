"""Known events in a text, by a name that reports give them or by their bare place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ... import edtf
from ...model import EventFound, Evidence, KnownEvent, PlaceFound
from ..clauses import Parsed
from ..inflect import words
from ..parts import NOUN
from ..register import register
from .recognised import NEWS
from .scene import Scene


def named(scene: Scene) -> Iterator[EventFound]:
    """An event for every known event that the body calls by a name."""
    if not scene.vocabulary.events:
        return
    for match in scene.reading.matches(scene.vocabulary.event_names):
        sentence = scene.reading.sentence_at(match.start)
        event = scene.vocabulary.events[match.held]
        if sentence is None or sentence.part != "body" or _later_than_report(scene, event):
            continue
        yield _event(event, scene.reading.evidence(match.start, match.end, "known_event"))


def placed(scene: Scene, places: tuple[PlaceFound, ...]) -> Iterator[EventFound]:
    """Of each place the one event that was in the news when the report came out: "the attacks in Bamako and Paris",
    and where several such places stand in a bare list: "Bamako, Paris: one blow after another".
    """
    since, until = _news(scene)
    if since > until:
        return
    known = register(scene.vocabulary)
    news = {place.name: here for place in places if (here := known.at_place(place.name).within(since, until))}
    if not news:
        return
    mentions = sorted(((e.start, e, place.name) for place in places for e in place.evidence), key=lambda m: m[0])
    starts = [start for start, _, _ in mentions]
    for parsed in scene.body:
        own = mentions[bisect_left(starts, parsed.sentence.start) : bisect_left(starts, parsed.sentence.end)]
        first = {name: evidence for _, evidence, name in reversed(own) if name in news}
        if not first:
            continue
        things = {w.type for w in scene.told.weighed_in(parsed) if w.form == NOUN}
        bare = _bare_list(scene, parsed, [evidence for _, evidence, _ in own])
        listed = {name for _, evidence, name in own if evidence in bare and name in news}
        dates = [d.edtf for d in scene.dates_in(parsed.sentence) if d.edtf]
        for name, evidence in reversed(first.items()):
            event, *others = news[name]
            told = event.event_type in things or "events" in parsed.words or (len(listed) > 1 and name in listed)
            if told and not others and all(edtf.overlaps(date, event.date) for date in dates):
                yield _event(event, evidence._replace(rule="known_place"))


# "After Beirut and Paris, ...": a bare place behind such a word stands for what happened there.
_EVENT_BEFORE = words("after since following")


def _bare_list(scene: Scene, parsed: Parsed, places: list[Evidence]) -> list[Evidence]:
    """The places that a sentence begins with, one after another, as if they were names of events."""
    text = scene.reading.folded
    if not places or text[parsed.sentence.start : places[0].start].strip().lower() not in _EVENT_BEFORE | {""}:
        return []
    listed = [places[0]]
    for place in places[1:]:
        if text[listed[-1].end : place.start] not in (", ", " and ", ", and "):
            break
        listed.append(place)
    return listed


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


def _later_than_report(scene: Scene, event: KnownEvent) -> bool:
    return scene.published is not None and edtf.bounds(event.date)[0] > edtf.bounds(scene.published)[1]


def _news(scene: Scene) -> tuple[int, int]:
    """The days of the month before the report; none where nobody knows when that was."""
    if scene.published is None or edtf.bounds(scene.published)[0] <= edtf.OPEN_START:
        return 1, 0
    first, last = edtf.bounds(scene.published)
    return first - NEWS, last
