"""Events that another event dates: what followed it, and what came some days before it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import edtf
from ...model import Edtf, EventFound, Id
from ..inflect import words
from ..parts import NOUN, PARTICIPLE
from .attach import event_of
from .scene import Scene

_FOLLOW, _AFTER = words("followed"), words("after")
_FOLLOWED = re.compile(r"\b(?:was|were) (?:quickly |soon |immediately )?followed by\b")


def followed_by(scene: Scene, before: tuple[EventFound, ...]) -> Iterator[EventFound]:
    """Not before what went before, which may be dated: "The raid was followed by fighting"."""
    for parsed in scene.body_with(_FOLLOW):
        sequence = _FOLLOWED.search(scene.reading.folded, parsed.sentence.start, parsed.sentence.end)
        if not sequence or scene.dates_in(parsed.sentence):
            continue
        triggers = scene.told.weighed_in(parsed)
        second = next((w for w in triggers if parsed.begin(w.first) >= sequence.end()), None)
        if second is None or second.form not in (NOUN, PARTICIPLE):
            continue
        first = _last_before(before, parsed.sentence.start)
        date = f"{edtf.join(edtf.bounds(first)[0], edtf.OPEN_END)}" if first else scene.until_published()
        yield event_of(scene, parsed, second, date, (scene.reading.evidence(*sequence.span(), "sequence"),))


_STRIFE = words("attack battle bombardment coup protest")


def _last_before(events: tuple[EventFound, ...], offset: int) -> Edtf | None:
    """The date of the violence told of last before an offset, where it has a beginning."""
    dates = [
        (e.evidence[0].start, e.date)
        for e in events
        if e.date and e.evidence[0].start < offset and e.event_type in _STRIFE
        and edtf.bounds(e.date)[0] > edtf.OPEN_START
    ]  # fmt: skip
    return max(dates)[1] if dates else None


_LATER = re.compile(
    r"\b(?:(?P<one>a|an|one)|(?P<number>two|three|four|five|\d{1,2})) (?P<unit>day|week)s?(?: later)? after\b",
    re.I,
)
_COMES = re.compile(r"\b(?:came|comes|took place|happened|followed)\b(?: \w+){0,2} ?$")
_UNITS, _DAYS = words("day days week weeks"), {"day": 1, "week": 7}
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5}


def days_before_main(scene: Scene, main: EventFound) -> Iterator[EventFound]:
    """Dated by the main event: "The call came a day after the president spoke to his neighbour"."""
    if main.date is None:
        return
    first, last = edtf.bounds(main.date)
    if first <= edtf.OPEN_START or last >= edtf.OPEN_END:
        return
    for parsed in scene.body_with(_AFTER):
        if _UNITS.isdisjoint(parsed.words):
            continue
        later = _LATER.search(scene.reading.folded, parsed.sentence.start, parsed.sentence.end)
        if later is None:
            continue
        triggers = scene.told.weighed_in(parsed)
        told = [w for w in triggers if parsed.begin(w.first) < later.start()]
        verbs = (w for w in triggers if w.form != NOUN)
        behind = next((w for w in verbs if parsed.begin(w.first) >= later.end()), None)
        # Only where the sentence begins with the main event itself: "The call with the president came ...".
        itself = parsed.words[0] in ("the", "this", "that") and _COMES.search(
            scene.reading.folded, parsed.sentence.start, later.start()
        )
        if behind is None or not (itself or any(_alike(scene, w.type, main.event_type) for w in told)):
            continue
        number = 1 if later["one"] else _NUMBERS.get(later["number"].lower()) or int(later["number"])
        days = number * _DAYS[later["unit"].lower()]
        yield event_of(
            scene,
            parsed,
            behind,
            edtf.join(first - days, last - days),
            (scene.reading.evidence(*later.span(), "after_anchor"),),
        )


def _alike(scene: Scene, one: Id, other: Id) -> bool:
    """Of one group of the vocabulary: the call in which an agreement was reached."""
    types = scene.vocabulary.event_types
    return one == other or (one in types and other in types and types[one].group == types[other].group)
