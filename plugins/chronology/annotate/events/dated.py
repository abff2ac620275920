"""Sentences that date what they tell -> events: "On Friday the group seized the hotel"."""

from __future__ import annotations

from collections.abc import Iterator

from ... import edtf
from ...model import DateFound, Edtf, EventFound
from ..clauses import Parsed
from ..inflect import words
from .attach import attached, event_of
from .plan import contradicts, day_of, is_faint, is_planned
from .scene import Scene

_STATES = words("be is are was were been have has had remain remains remained")


def dated(scene: Scene, taken: frozenset[int]) -> Iterator[EventFound]:
    """An event for every date that belongs to a trigger; a state of affairs for every "since" that does not.
    `taken`: where the dates begin that date the main event.
    """
    for parsed in scene.body:
        for date in scene.dates_in(parsed.sentence):
            # "a day after she spoke": such a day hangs on the main event, see days_before_main.
            if date.start in taken or date.text.lower().endswith(" after"):
                continue
            weighed = attached(scene.reading, parsed, scene.told.weighed_in(parsed), date)
            at = scene.word_at(parsed, date.start)
            before, first = parsed.words[at - 1], parsed.words[at]
            if scene.reading.folded.startswith("'s", date.end):
                # "since last year's coup": the coup is dated, whatever stands before.
                before = first = ""
            if before == "the" and date.rule == "weekday":
                # "had come on the Tuesday": a Tuesday of the story, not of the day on which it is told.
                date = date._replace(edtf=_told_before(scene, date))
            if "since" in (before, first):
                yield from _since(scene, parsed, date)
            elif weighed and date.edtf and not contradicts(scene, weighed.form, date.edtf):
                if is_faint(weighed, date.edtf):
                    continue
                if before in ("until", "till", "by") and not is_planned(scene, weighed, date.edtf):
                    continue
                yield event_of(scene, parsed, weighed, _related(date.edtf, before), (scene.date_evidence(date),))


def _told_before(scene: Scene, date: DateFound) -> Edtf | None:
    """The month or week that the story was in last; where it was in none, only not after the report."""
    earlier = [d.edtf for d in scene.dates if d.start < date.start and d.edtf]
    return earlier[-1] if earlier else scene.until_published()


def _related(date: Edtf, before: str) -> Edtf:
    """What a preposition leaves of a date: "after 2012" is not 2012."""
    first, last = edtf.bounds(date)
    if before in ("after", "following"):
        return edtf.join(first, edtf.OPEN_END)
    if before == "before":
        return edtf.join(edtf.OPEN_START, last)
    return date


def _since(scene: Scene, parsed: Parsed, date: DateFound) -> Iterator[EventFound]:
    """What has lasted since a date: "has been under threat since 2012". A deed that stands beside it ("has
    carried out raids since May") is part of that state; without such a verb ("held since 2010") nothing lasts.
    """
    words, at = parsed.words, scene.word_at(parsed, date.start)
    before = at - 1 if words[at] != "since" else at
    clause = parsed.clause(max(before - 1, 0))
    lasting = next((i for i in range(before, -1, -1) if words[i] in _STATES and parsed.clause(i) is clause), None)
    if lasting is None or date.edtf is None or edtf.bounds(date.edtf)[0] <= edtf.OPEN_START:
        return
    while words[lasting - 1] in _STATES:
        lasting -= 1
    span = scene.span(parsed, lasting)
    yield EventFound(
        date=f"{day_of(date.edtf.partition('/')[0])}/..",
        event_type="background",
        actors=scene.actors.within(span),
        places=scene.places.within(span),
        countries=scene.countries.within(span),
        evidence=(
            scene.reading.evidence(parsed.begin(lasting), date.end, "since"),
            scene.date_evidence(date),
        ),
    )
