"""The main event of a report: what its title and lead tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import edtf
from ...model import DateFound, Edtf, EventFound, Evidence, Published
from ..clauses import CONTENT, MAIN, Parsed
from ..head import weigh_head
from ..inflect import words
from ..parts import FINITE, FUTURE, NOUN
from ..types import Weighed
from .attach import attached, spans_of
from .mentions import Span
from .plan import OF_WORDS, contradicts, day_of, is_planned, may_be_news, within
from .scene import Scene
from .setting import land_of, places_of

LEAD = 3
"""Sentences of the body in which the date of the main event is looked for."""


def main_event(scene: Scene, published: Published) -> EventFound | None:
    """The event that the page is about; None where nothing in the head tells of one."""
    found = weigh_head(scene.told)
    if found is None:
        return None
    telling = scene.words_of(found)
    date, dating = _date(scene, found, published)
    told = spans_of(scene, found.parsed, found)
    if found.type not in OF_WORDS and not scene.countries.within(*told):
        # "Two people were killed when a bridge fell in Gao": nothing else in the sentence says where.
        told = [(found.parsed.sentence.start, found.parsed.sentence.end)]
    head = [*_titles(scene), *told, scene.span(found.parsed, 0), *_retold(scene, found)]
    countries = scene.countries.within(*head)
    return EventFound(
        date=date,
        event_type=found.type,
        actors=scene.actors.within(*head),
        places=places_of(scene, found, told),
        countries=countries,
        evidence=(telling, *dating),
        status="planned" if is_planned(scene, found, date) else None,
        land=land_of(scene, found, countries),
    )


def _titles(scene: Scene) -> list[Span]:
    return [(s.start, s.end) for s in scene.reading.sentences if s.part == "title"]


def _retold(scene: Scene, main: Weighed) -> list[Span]:
    """The sentence of the lead that goes on with the main event: "The agreement was reached in a call with ..."."""
    for parsed in scene.body[1:LEAD]:
        if found := _DID_SO.match(scene.reading.folded, parsed.sentence.start):
            return [(found.end(), parsed.sentence.end)]
        if parsed is main.parsed or parsed.words[0] != "the":
            continue
        first = next(iter(scene.told.weighed_in(parsed)), None)
        if first and first.type == main.type and first.first == 1:
            return [(parsed.sentence.start, parsed.sentence.end)]
    return []


_DID_SO = re.compile(r"(?:He|She|They|It) (?:did|does|was doing) (?:so|this)\b")


def _date(scene: Scene, main: Weighed, published: Published) -> tuple[Edtf | None, tuple[Evidence, ...]]:
    """The date that the lead gives to its own verb, otherwise that on which somebody told of it, or of publication."""
    told = [(parsed, date, weighed) for parsed in scene.body[:LEAD] for date, weighed in _dated(scene, parsed, main)]
    # "Said on Monday that its men had attacked the day before": the deed has its own day.
    told.sort(key=lambda each: each[2].type == "statement" != main.type)
    for parsed, date, weighed in told:
        if weighed.type == "statement" and not may_be_news(scene, date.edtf or ""):
            continue
        at = scene.word_at(parsed, date.start)
        day = date.edtf or ""
        if "since" in (parsed.words[at - 1], parsed.words[at]) and (lasting := _since(scene, weighed, day)):
            return lasting, (scene.date_evidence(date),)
        if not _OTHER_TIME.isdisjoint((parsed.words[at - 1], parsed.words[at])) or (
            scene.published and within(scene.published, day)
        ):
            continue
        # A day to come dates only what is told as to come, and not what was decided now.
        if (main.form == FUTURE and main.type not in _DECIDED) or not contradicts(scene, FINITE, day):
            return day_of(day), (scene.date_evidence(date),)
    # The seed's own header has no words to show.
    return scene.published, tuple(e for e in published.evidence[:1] if e.quote)


_DECIDED = words("withdrawal")
"""Types of which what "will" be done was decided when it was told."""


def _dated(scene: Scene, parsed: Parsed, main: Weighed) -> Iterator[tuple[DateFound, Weighed]]:
    """The dates of a sentence that belong to a trigger which tells of the main event."""
    for date in scene.dates_in(parsed.sentence):
        weighed = attached(scene.reading, parsed, scene.told.weighed_in(parsed), date)
        if weighed and date.edtf and _tells_main(scene, parsed, weighed, main):
            yield date, weighed


def _since(scene: Scene, weighed: Weighed, day: Edtf) -> Edtf | None:
    """From a day to the report, for what has gone on that long: "floods have killed nine since Monday"."""
    before = weighed.parsed.words[weighed.first - 1]
    if before not in ("has", "have") or not scene.published or weighed.type == "statement":
        return None
    first, last = edtf.bounds(day)[0], edtf.bounds(scene.published)[1]
    return edtf.join(first, last) if edtf.OPEN_START < first <= last < edtf.OPEN_END else None


# "Hostages held since 2010 were freed": such a date bounds something else.
_OTHER_TIME = words("since until till after following before")


# "The attack took place on Monday."
_TOOK_PLACE = words("took happened occurred began came")


def _tells_main(scene: Scene, parsed: Parsed, weighed: Weighed, main: Weighed) -> bool:
    """Whether a trigger of the lead tells of the main event, and not of something before it."""
    if parsed is main.parsed and weighed.first == main.first:
        return True
    first = parsed is scene.body[0]
    if weighed.type == "statement":
        return (first or parsed is main.parsed) and weighed.clause.kind in (MAIN, CONTENT)
    if weighed.type == main.type and (parsed is main.parsed or first) and parsed.words[weighed.clause.opener] == "when":
        # "Nine were killed when gunmen attacked a market on Monday".
        return True
    if (
        weighed.type == main.type
        and weighed.form == NOUN
        and not _TOOK_PLACE.isdisjoint(parsed.words[weighed.last + 1 : weighed.last + 4])
    ):
        return True
    # In the first sentence also another verb of the main clause: "met and agreed on Monday".
    return weighed.clause.kind == MAIN and (first or weighed.type == main.type) and weighed.weight > 5
