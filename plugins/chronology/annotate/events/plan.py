"""Whether something had happened yet when the report came out."""

from __future__ import annotations

from ... import edtf
from ...model import Edtf
from ..inflect import words
from ..parts import FINITE, FUTURE, NOUN
from ..types import Weighed
from .scene import Scene

SPOKEN = words("statement background appeal condemnation accusation threat support pledge cooperation")
"""Types that are told so often in passing that only a date makes an event of them."""
HABITS = words("aid concession refusal")
"""Types whose verbs ("allows", "provides", "opposes") tell more often of a state than of a deed."""
OF_WORDS = (SPOKEN - {"cooperation", "background"}) | words("talks agreement refusal")
"""Types of what is spoken or signed, as against deeds."""
_MONTH = 31


def is_faint(weighed: Weighed, date: Edtf) -> bool:
    """Whether a date makes no event of a trigger: "last summer's offer", "the bank said of 1986"."""
    first, last = edtf.bounds(date)
    if weighed.type == "statement" and last - first >= _MONTH:
        return True
    return weighed.form == NOUN and weighed.type in SPOKEN | HABITS


def may_be_news(scene: Scene, date: Edtf) -> bool:
    """Whether what was said on a date can be what the report is about: not a month before it came out."""
    return scene.published is None or edtf.bounds(scene.published)[0] - edtf.bounds(date)[0] <= _MONTH


def within(published: Edtf, date: Edtf) -> bool:
    """Whether the report came out in a longer time that a date names: "the 2013 attack" of a report of that year."""
    (first, last), (begin, end) = edtf.bounds(published), edtf.bounds(date)
    return begin <= first and last <= end and end - begin > _MONTH


def day_of(date: Edtf) -> Edtf:
    """A date without its time of day: an event of a chronology is dated by the day."""
    head, slash, tail = date.partition("/")
    return f"{head.partition('T')[0]}{slash}{tail.partition('T')[0]}"


def is_planned(scene: Scene, weighed: Weighed, date: Edtf | None) -> bool:
    """Whether a trigger tells of a plan. Who promises or threatens something does so now."""
    form = FUTURE if weighed.form == NOUN and _will(weighed) else weighed.form
    return weighed.type == weighed.word_type and planned(scene, form, date)


def _will(weighed: Weighed) -> bool:
    """Whether a noun stands behind the "will" of its clause: "they will speak at a summit"."""
    parsed, first = weighed.parsed, weighed.first
    before = range(max(0, first - _NEAR), first)
    return any(parsed.words[i] in _WILL and parsed.clause(i) is weighed.clause for i in before)


_WILL = words("will would shall")
_NEAR = 12


def planned(scene: Scene, form: str, date: Edtf | None) -> bool:
    """Of the future, seen from the report: by its verb, or by a date that had not come."""
    if form == FINITE:
        return False
    if date is None or scene.published is None:
        return form == FUTURE
    if edtf.bounds(scene.published)[0] <= edtf.OPEN_START:
        return form == FUTURE
    return edtf.bounds(date)[0] > edtf.bounds(scene.published)[1] or (
        form == FUTURE and edtf.bounds(date)[1] >= edtf.bounds(scene.published)[0]
    )


def contradicts(scene: Scene, form: str, date: Edtf) -> bool:
    """Whether the verb tells of the past and the date lies behind the report: one of them was misread."""
    if scene.published is None or form != FINITE:
        return False
    return edtf.bounds(date)[0] > edtf.bounds(scene.published)[1]
