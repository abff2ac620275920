"""What belongs to a trigger: the date that dates it, and who and where stands in its clause."""

from __future__ import annotations

from bisect import bisect_right

from ...model import Code, DateFound, Edtf, EventFound, Evidence
from ..clauses import CONTENT, MAIN, Parsed
from ..inflect import words
from ..parts import ADJECTIVE, FINITE, FUTURE, INFINITIVE, NOUN, PARTICIPLE
from ..reading import Reading
from ..types import Weighed, is_own_promise
from .mentions import Span
from .plan import SPOKEN, day_of, is_planned
from .scene import Scene

_FAR = 14
"""A date further away, in words and boundaries, says nothing about a trigger."""
_NEXT_TO = 4
_TAIL = 5
"""Words within which a sentence must end behind ", AFP reported"."""
_OTHER_CLAUSE, _NO_VERB, _COMMA = 9, 3, 3


def attached(reading: Reading, parsed: Parsed, triggers: tuple[Weighed, ...], date: DateFound) -> Weighed | None:
    """The trigger that a date belongs to: near, and in the same clause where there is one."""
    at = max(0, bisect_right(reading.tokens.ends, date.start) - parsed.first)
    triggers = _without_promise(_without_tail(reading, parsed, triggers))
    if not triggers or at >= parsed.size:
        return None
    if at <= 2:
        # "On Friday, the group, which had ..., seized the hotel."
        return _main_verb(triggers) or max(triggers, key=lambda w: w.weight)
    costs = [_cost(reading, parsed, w, at) for w in triggers]
    if (least := min(costs)) <= _FAR:
        return triggers[costs.index(least)]
    return _main_verb(triggers) if _introduces(reading, parsed, date) else None


def _without_tail(reading: Reading, parsed: Parsed, triggers: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """Without ", the agency reported" at the end, where the sentence has another trigger."""
    near_end = parsed.size - _TAIL
    tail = [w for w in triggers if w.type == "statement" and w.first >= near_end and _is_set_off(reading, w)]
    return tuple([w for w in triggers if w not in tail]) or triggers if tail else triggers


def _is_set_off(reading: Reading, weighed: Weighed) -> bool:
    parsed, at = weighed.parsed, weighed.first
    return "," in reading.folded[parsed.begin(max(0, at - _TAIL)) : parsed.begin(at)]


def _without_promise(triggers: tuple[Weighed, ...]) -> tuple[Weighed, ...]:
    """Without "he would ...", where its clause names the thing that is to come: "speak at a summit on Monday"."""
    promises = [w for w in triggers if is_own_promise(w)]
    if not promises:
        return triggers
    things = [w.clause for w in triggers if w.type not in SPOKEN]
    return tuple([w for w in triggers if w.clause not in things or w not in promises])


def _introduces(reading: Reading, parsed: Parsed, date: DateFound) -> bool:
    """Whether a date ends what stands before the main clause: "Speaking to reporters on Friday, she ..."."""
    folded = reading.folded
    return folded.startswith(",", date.end) and "," not in folded[parsed.sentence.start : date.start]


def _main_verb(triggers: tuple[Weighed, ...]) -> Weighed | None:
    verbs = [w for w in triggers if w.clause.kind == MAIN and w.form in (FINITE, FUTURE)]
    return max(verbs, key=lambda w: w.weight, default=None)


def _cost(reading: Reading, parsed: Parsed, weighed: Weighed, date: int) -> float:
    """How far a date is from a trigger, in words and boundaries. `date`: its first word."""
    low, high = (weighed.last, date) if weighed.first < date else (date, weighed.first)
    if weighed.form == ADJECTIVE or high - low > _FAR:
        return _FAR + 1
    cost = float(high - low) + (0.5 if weighed.first > date else 0)
    there = parsed.clause(date)
    if weighed.clause is not there:
        # "said on Monday that": the day of the saying stands next to it; a later one is part of what was said.
        beside = weighed.type == "statement" and there.kind == CONTENT and high - low <= _NEXT_TO
        cost += 0 if beside else _OTHER_CLAUSE
    if weighed.form in (NOUN, PARTICIPLE, INFINITIVE):
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
        kind = told.word_type
    else:
        spans = spans_of(scene, parsed, weighed)
    countries = scene.countries.within(*spans)
    return EventFound(
        date=day_of(date) if date else None,
        event_type=kind,
        actors=scene.actors.within(*spans),
        places=scene.places.within(*spans),
        countries=countries or (_state_before(scene, parsed) if kind in _OF_A_STATE else ()),
        evidence=(scene.words_of(told), *dating),
        status="planned" if is_planned(scene, weighed, date) else None,
    )


def spans_of(scene: Scene, parsed: Parsed, weighed: Weighed) -> list[Span]:
    """Where a sentence tells of an event: its clause, others with a trigger of its type ("were killed after
    gunmen attacked"), and for what somebody said, the one who said it.
    """
    same = [w for w in scene.told.weighed_in(parsed) if w.type == weighed.type and w.form != NOUN]
    told = {weighed.first, *[w.first for w in same]}
    if weighed.clause.kind == CONTENT:
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
    found = scene.countries.within((before.start, before.end))
    return found if len(found) == 1 else ()


def _said(scene: Scene, parsed: Parsed, said: Weighed) -> Weighed | None:
    """What was said, where it tells of more than the saying: an announced deployment is a military move."""
    behind = [
        w
        for w in scene.told.weighed_in(parsed)
        if w.type != "statement" and w.clause.kind == CONTENT and w.first > said.first
    ]
    best = max(behind, key=lambda w: w.weight, default=None)
    return best if best and best.weight > said.weight else None
