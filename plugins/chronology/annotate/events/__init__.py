"""The events that a report tells of: the main one of its head, and those that it dates or names besides.

head -> main | body -> dated, undated, named -> known events recognised -> tellings of one event merged
"""

from __future__ import annotations

import re
from operator import attrgetter

from ... import edtf
from ...model import ActorFound, CountryFound, DateFound, Edtf, EventFound, PlaceFound, Published
from ...vocabulary import Vocabulary
from ..imprint import after_dateline
from ..reading import Reading
from ..told import Told
from .ahead import ahead
from .dated import dated
from .known import named, placed
from .main import LEAD, main_event
from .mentions import Span, mentions
from .merge import TELLING, join, merged, same
from .plan import HABITS, OF_WORDS, day_of
from .recognised import recognised
from .scene import Scene
from .sequence import days_before_main, followed_by
from .undated import ongoing, undated
from .where import where


def find_events(
    reading: Reading,
    dates: tuple[DateFound, ...],
    actors: tuple[ActorFound, ...],
    places: tuple[PlaceFound, ...],
    countries: tuple[CountryFound, ...],
    published: Published,
    vocabulary: Vocabulary,
) -> tuple[tuple[EventFound, ...], int | None]:
    """The events in the order in which they are told, and the index of the main one."""
    told = Told(reading, vocabulary)
    on_calendar, by_sentence = _dates(reading, dates)
    dateline = _dateline(reading)
    scene = Scene(
        reading=reading,
        vocabulary=vocabulary,
        published=day_of(published.date) if published.date else None,
        told=told,
        body=tuple([parsed for parsed in told.sentences if parsed.sentence.part == "body"]),
        dates=on_calendar,
        dates_of=by_sentence,
        actors=mentions(reading.folded, [(actor.id, actor.evidence) for actor in actors]),
        places=mentions(reading.folded, [(place.name, place.evidence) for place in places]).without(dateline),
        countries=mentions(reading.folded, [(land.code, land.evidence) for land in countries]).without(dateline),
        sent_from=next((p for p in places if any(dateline[0] <= e.start < dateline[1] for e in p.evidence)), None),
    )
    main = main_event(scene, published)
    # What has a date or a name of its own goes first: an undated telling of the same joins it.
    taken = frozenset(e.start for e in main.evidence[1:]) if main else frozenset[int]()
    further = [recognised(scene, e) for e in merged(dated(scene, taken))]
    further = [*further, *named(scene), *placed(scene, places), *(days_before_main(scene, main) if main else ())]
    further = [*further, *ahead(scene, main)]
    further = [*further, *followed_by(scene, tuple(further)), *ongoing(scene), *undated(scene, main)]
    further = [e for e in further if e.event_type in vocabulary.event_types]
    if main:
        # Its own words are not a further telling of it.
        further = [e for e in further if e.evidence[0] != main.evidence[0]]
    events, at = _ordered(scene, main, further)
    return tuple(where(scene, event, places) for event in events), at


def _dates(reading: Reading, dates: tuple[DateFound, ...]) -> tuple[list[DateFound], dict[int, list[DateFound]]]:
    """The dates that tell when something happened, in the order of the text; and those of each sentence, by its
    beginning, without what comes "daily".
    """
    on_calendar: list[DateFound] = []
    by_sentence: dict[int, list[DateFound]] = {}
    for date in sorted([date for date in dates if date.edtf], key=attrgetter("start")):
        sentence = reading.sentence_at(date.start)
        if sentence and _in_dateline(reading.folded, sentence.start, date):
            continue
        on_calendar.append(date)
        if sentence and date.type in ("DATE", "TIME"):
            by_sentence.setdefault(sentence.start, []).append(date)
    return on_calendar, by_sentence


def _dateline(reading: Reading) -> Span:
    """The stretch of "BAMAKO, March 13 (Reuters) -" that the body begins with, if it does: there somebody wrote."""
    lead = next((s for s in reading.sentences if s.part == "body"), None)
    if lead is None:
        return 0, 0
    return lead.start, lead.start + after_dateline(reading.folded[lead.start : lead.end])


_DATELINE = re.compile(r"[A-Z][A-Za-z .,'/-]{1,40}")
_DATELINE_ENDS = re.compile(r"(?:,? \d{4})?\s*(?:\([^)\n]*\)\s*)?(?:-|:)\s")
_LONGEST = 41


def _in_dateline(folded: str, start: int, date: DateFound) -> bool:
    """Whether a date stands in "ACCRA, March 10 (Reuters) -": it tells when that was written, not what happened."""
    if date.start - start > _LONGEST or not _DATELINE_ENDS.match(folded, date.end):
        return False
    return _DATELINE.fullmatch(folded, start, date.start) is not None


def _ordered(
    scene: Scene, main: EventFound | None, further: list[EventFound]
) -> tuple[tuple[EventFound, ...], int | None]:
    """One event for each occurrence; the main one takes in what retells it."""
    events = [e for e in merged(recognised(scene, e) for e in merged(further)) if _stands(e)]
    if main:
        main = recognised(scene, main)
        rest = []
        for event in events:
            if _retells(scene, main, event):
                main = join(main, event)._replace(date=_narrower(main, event))
            else:
                rest.append(event)
        # Its second telling may have named those by whom it is known.
        main = recognised(scene, main)
        record = scene.vocabulary.events.get(main.known or "")
        if record and record.event_type not in OF_WORDS:
            # A deed is of the type that its record says; what was said may be told as talks and as an agreement.
            main = main._replace(event_type=record.event_type)
        events = [main, *rest]
    events.sort(key=lambda e: e.evidence[0].start)
    return tuple(events), next((n for n, e in enumerate(events) if e is main), None)


def _narrower(main: EventFound, telling: EventFound) -> Edtf | None:
    """The date of the main event; where the day of the report leaves it open, what a known event leaves of that."""
    if main.date is None or telling.date is None:
        return main.date or telling.date
    if telling.known and edtf.bounds(main.date)[1] >= edtf.OPEN_END:
        return edtf.intersect(main.date, telling.date) or main.date
    return main.date


def _stands(event: EventFound) -> bool:
    """Whether something dates the event, or its type is one of deeds: "refuses to pay" alone is a state."""
    dated_or_known = event.known or any(words.rule not in TELLING for words in event.evidence)
    return bool(dated_or_known) or event.event_type not in HABITS


def _retells(scene: Scene, main: EventFound, event: EventFound) -> bool:
    if event.date is None or main.date is None:
        return same(main, event)
    # An open interval holds the main event and all before it: only the same actors make it the same.
    if edtf.bounds(event.date)[0] <= edtf.OPEN_START:
        lead = scene.body[:LEAD][-1].sentence.end
        near = event.evidence[0].start < lead and bool(set(event.actors) & set(main.actors))
        within = bool(event.actors) and set(event.actors) <= set(main.actors)
        return (near or within) and same(main, event)
    return same(main, event)
