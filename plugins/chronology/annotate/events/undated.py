"""Deeds without a date of their own -> events that are bounded by what stands around them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import edtf
from ...model import DateFound, EventFound
from ..clauses import ADVERBIAL, MAIN, Parsed
from ..inflect import words
from ..parts import FINITE
from ..types import Weighed
from .attach import attached, event_of
from .plan import SPOKEN
from .scene import Scene

_FAINT = 2.5


def undated(scene: Scene, main: EventFound | None) -> Iterator[EventFound]:
    """What was done, by someone who is named, at a time that nothing says: "../published"."""
    for parsed in scene.body:
        start, end = parsed.sentence.start, parsed.sentence.end
        if scene.dates_in(parsed.sentence):
            if not _THEN.isdisjoint(parsed.words):
                triggers = _beside(scene, parsed, main)
                yield from _since_then(scene, parsed, triggers)
                yield from _before_then(scene, parsed, triggers)
            continue
        # A deed of nobody, nowhere, would be left out below.
        if scene.actors.any_within(start, end) or scene.countries.any_within(start, end):
            for weighed in _deeds(scene, parsed, main):
                event = event_of(scene, parsed, weighed, scene.until_published(), ())
                if event.actors or event.countries:
                    yield event


def _deeds(scene: Scene, parsed: Parsed, main: EventFound | None) -> list[Weighed]:
    """What a sentence without a date says was done: not what is planned, lasts or is quoted."""
    # Few sentences have such a verb: the others need no weighing.
    if not [t for t in scene.told.triggers_in(parsed) if t.form == FINITE and t.type not in SPOKEN]:
        return []
    deeds = [
        w for w in _beside(scene, parsed, main)
        if w.form == FINITE and not w.negated and w.weight >= _FAINT and w.type not in SPOKEN
        and not _lasts(parsed, w) and not scene.reading.quote_at(parsed.begin(w.first))
    ]  # fmt: skip
    ahead = deeds and _AHEAD.search(scene.reading.folded, parsed.sentence.start, parsed.sentence.end)
    return [] if ahead else deeds


def _beside(scene: Scene, parsed: Parsed, main: EventFound | None) -> tuple[Weighed, ...]:
    """What a sentence tells besides the main event. Another verb of its kind beside its own tells of the same:
    "killed four and wounded nine".
    """
    triggers = scene.told.weighed_in(parsed)
    if main is None or not parsed.sentence.start <= main.evidence[0].start < parsed.sentence.end:
        return triggers
    return tuple([w for w in triggers if w.type != main.event_type])


_LASTING = words("war wars conflict insurgency crisis unrest violence drought epidemic blockade")


def _lasts(parsed: Parsed, weighed: Weighed) -> bool:
    """Whether it sums up what has gone on for long: "The war has cost thousands of lives"."""
    first = weighed.first
    if parsed.words[first - 1] not in ("has", "have"):
        return False
    return not _LASTING.isdisjoint(parsed.words[weighed.clause.opener : first])


_THEN = words("since after")

# "A government elected in 18 months" is no deed of the past, whatever its verb looks like.
_AHEAD = re.compile(r"\b(?:in|within) (?:\d+|a|two|three|four|five|six) (?:day|week|month|year)s?\b")


def _since_then(scene: Scene, parsed: Parsed, triggers: tuple[Weighed, ...]) -> Iterator[EventFound]:
    """Between a date and the report: "on alert since last week's attack, the police say they have captured three"."""
    since = [d for d in scene.dates_in(parsed.sentence) if _in_since_clause(scene, parsed, d)]
    if not since or scene.published is None or not since[0].edtf:
        return
    first, last = edtf.bounds(since[0].edtf)[0], edtf.bounds(scene.published)[1]
    for weighed in triggers:
        own = weighed.clause
        if weighed.form == FINITE and own.kind != ADVERBIAL and weighed.type not in SPOKEN and first <= last:
            yield event_of(scene, parsed, weighed, edtf.join(first, last), (scene.date_evidence(since[0]),))


def _before_then(scene: Scene, parsed: Parsed, triggers: tuple[Weighed, ...]) -> Iterator[EventFound]:
    """Not after a date: "last week she protested after the army had shot at the crowd"."""
    hosts = [
        (date, host)
        for date in scene.dates_in(parsed.sentence)
        if (host := attached(scene.reading, parsed, triggers, date)) and host.clause.kind == MAIN
    ]
    if not hosts or not hosts[0][0].edtf:
        return
    date = hosts[0][0]
    dated = {scene.word_at(parsed, d.start) for d in scene.dates_in(parsed.sentence)}
    for weighed in triggers:
        own = weighed.clause
        if weighed.form != FINITE or own.kind != ADVERBIAL or weighed.type in SPOKEN:
            continue
        if parsed.words[own.opener] == "after" and not any(
            parsed.clause(at) is own for at in dated if at < parsed.size
        ):
            before = edtf.join(edtf.OPEN_START, edtf.bounds(date.edtf or "../..")[1])
            yield event_of(scene, parsed, weighed, before, (scene.date_evidence(date),))


def _in_since_clause(scene: Scene, parsed: Parsed, date: DateFound) -> bool:
    at = scene.word_at(parsed, date.start)
    possessive = scene.reading.folded.startswith("'s", date.end)
    return (
        at < parsed.size
        and parsed.words[parsed.clause(at).opener] in ("since", "after")
        # "since last week's attack" too, but not "since Monday", from which on something lasts.
        and (at > parsed.clause(at).opener + 1 or possessive)
    )


_SINCE, _HAS = words("since"), words("has have")


def ongoing(scene: Scene) -> Iterator[EventFound]:
    """A state with a beginning that nobody dates: "Since the league was founded there have been ..."."""
    for parsed in scene.body_with(_SINCE):
        if parsed.words[0] != "since" or scene.dates_in(parsed.sentence):
            continue
        if _HAS.isdisjoint(parsed.words):
            continue
        start, end = parsed.sentence.start, parsed.sentence.end
        _, stop = scene.span(parsed, 1) if parsed.size > 1 else (start, end)
        yield EventFound(
            date=scene.until_published(),
            event_type="background",
            actors=scene.actors.within((start, end)),
            places=scene.places.within((start, end)),
            countries=scene.countries.within((start, end)),
            evidence=(scene.reading.evidence(start, stop, "since"),),
        )
