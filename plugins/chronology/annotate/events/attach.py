"""What belongs to a trigger: the date that dates it, and who and where stands in its clause."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import chain

from ...model import Code, DateFound, Edtf, EventFound, Evidence
from ..clauses import CONTENT, MAIN, Parsed
from ..inflect import words
from ..parts import ADJECTIVE, FINITE, FUTURE, INFINITIVE, NOUN, PARTICIPLE
from ..reading import Reading
from ..types import Weighed, is_own_promise
from .plan import SPOKEN, day_of, is_planned
from .scene import Scene, Span

_FAR = 14
"""A date further away, in words and boundaries, says nothing about a trigger."""
_NEXT_TO = 4
_TAIL = 5
"""Words within which a sentence must end behind ", AFP reported"."""
_OTHER_CLAUSE, _NO_VERB, _COMMA = 9, 3, 3


def attached(reading: Reading, parsed: Parsed, triggers: tuple[Weighed, ...], date: DateFound) -> Weighed | None:
    """The trigger that a date belongs to: near, and in the same clause where there is one."""
    at = max(0, bisect_right(reading.tokens.ends, date.start) - parsed.first)
    if not triggers or at >= parsed.size:
        return None
    triggers = _without_promise(parsed, _without_tail(reading, parsed, triggers))
    if at <= 2:
        # "On Friday, the group, which had ..., seized the hotel."
        return _main_verb(parsed, triggers) or max(triggers, key=lambda w: w.weight, default=None)
    near = [(cost, w) for w in triggers if (cost := _cost(reading, parsed, w, at)) <= _FAR]
    if near:
        return min(near, key=lambda pair: pair[0])[1]
    return main if _introduces(reading, parsed, date) and (main := _main_verb(parsed, triggers)) else None


def _without_tail(reading: Reading, parsed: Parsed, triggers: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """Without ", the agency reported" at the end, where the sentence has another trigger."""
    rest = tuple(w for w in triggers if not (w.type == "statement" and _is_tail(reading, parsed, w.trigger.first)))
    return rest or triggers


def _without_promise(parsed: Parsed, triggers: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """Without "he would ...", where its clause names the thing that is to come: "speak at a summit on Monday"."""
    things = {parsed.of[w.trigger.first] for w in triggers if w.type not in SPOKEN}
    return tuple(w for w in triggers if not (is_own_promise(w) and parsed.of[w.trigger.first] in things))


def _is_tail(reading: Reading, parsed: Parsed, at: int) -> bool:
    if parsed.size - at > _TAIL:
        return False
    return "," in reading.folded[parsed.begin(max(0, at - _TAIL)) : parsed.begin(at)]


def _introduces(reading: Reading, parsed: Parsed, date: DateFound) -> bool:
    """Whether a date ends what stands before the main clause: "Speaking to reporters on Friday, she ..."."""
    return (
        "," not in reading.folded[parsed.sentence.start : date.start] and reading.folded[date.end : date.end + 1] == ","
    )


def _main_verb(parsed: Parsed, triggers: tuple[Weighed, ...]) -> Weighed | None:
    verbs = [
        w for w in triggers
        if w.trigger.form in (FINITE, FUTURE) and parsed.clause(w.trigger.first).kind == MAIN
    ]  # fmt: skip
    return max(verbs, key=lambda w: w.weight, default=None)


def _cost(reading: Reading, parsed: Parsed, weighed: Weighed, date: int) -> float:
    trigger = weighed.trigger
    if trigger.form == ADJECTIVE:
        return _FAR + 1
    low, high = (trigger.last, date) if trigger.first < date else (date, trigger.first)
    cost = float(high - low) + (0.5 if trigger.first > date else 0)
    ours, dates = parsed.clause(trigger.first), parsed.clause(date)
    if ours is not dates:
        # "said on Monday that": the day of the saying stands next to it; a later one is part of what was said.
        cost += 0 if weighed.type == "statement" and dates.kind == CONTENT and high - low <= _NEXT_TO else _OTHER_CLAUSE
    if trigger.form in (NOUN, PARTICIPLE, INFINITIVE):
        # "met on Monday to discuss ..." dates the meeting.
        cost += _NO_VERB
    return cost + _COMMA * reading.folded.count(",", parsed.end(low), parsed.begin(high))


def event_of(
    scene: Scene, parsed: Parsed, weighed: Weighed, date: Edtf | None, dating: tuple[Evidence, ...]
) -> EventFound:
    """The event that a trigger tells of, with who and where stands in its clause."""
    kind = weighed.type
    told = weighed
    if kind == "statement":
        spans = [(parsed.sentence.start, parsed.sentence.end)]
        # The deed itself, not the promise that it is while it is only announced.
        told = _said(scene, parsed, weighed) or weighed
        kind = told.trigger.type
    else:
        spans = spans_of(scene, parsed, weighed)
    countries = names(scene.countries_in(*span) for span in spans)
    return EventFound(
        date=day_of(date) if date else None,
        event_type=kind,
        actors=names(scene.actors_in(*span) for span in spans),
        places=names(scene.places_in(*span) for span in spans),
        countries=countries or (_state_before(scene, parsed) if kind in _OF_A_STATE else ()),
        evidence=(scene.words_of(told), *dating),
        status="planned" if is_planned(scene, weighed, date) else None,
    )


def spans_of(scene: Scene, parsed: Parsed, weighed: Weighed) -> list[Span]:
    """Where a sentence tells of an event: its clause, others with a trigger of its type ("were killed after
    gunmen attacked"), and for what somebody said, the one who said it.
    """
    told = {weighed.trigger.first}
    same = (w for w in scene.triggers_in(parsed) if w.type == weighed.type and w.trigger.form != NOUN)
    told.update(w.trigger.first for w in same)
    if parsed.clause(weighed.trigger.first).kind == CONTENT:
        told.add(0)
    spans: list[Span] = []
    for at in sorted(told):
        if not spans or parsed.begin(at) >= spans[-1][1]:
            spans.append(scene.span(parsed, at))
    return spans


_OF_A_STATE = words("coup election")


def _state_before(scene: Scene, parsed: Parsed) -> tuple[Code, ...]:
    """The one country of the sentence before in the paragraph: in it "the colonels took power"."""
    before = scene.reading.sentence_at(parsed.sentence.start - 2)
    if before is None or before.paragraph != parsed.sentence.paragraph:
        return ()
    found = scene.countries_in(before.start, before.end)
    return found if len(found) == 1 else ()


def names(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(chain.from_iterable(found)))


def _said(scene: Scene, parsed: Parsed, said: Weighed) -> Weighed | None:
    """What was said, where it tells of more than the saying: an announced deployment is a military move."""
    behind = [
        w
        for w in scene.triggers_in(parsed)
        if w.type != "statement"
        and parsed.clause(w.trigger.first).kind == CONTENT
        and w.trigger.first > said.trigger.first
    ]
    best = max(behind, key=lambda w: w.weight, default=None)
    return best if best and best.weight > said.weight else None
