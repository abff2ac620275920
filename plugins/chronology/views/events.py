"""A known event -> its page: all reports that tell of it, and where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

from .. import edtf
from ..archive import Archive, Entry
from ..languages import names
from ..model import KnownEvent, Report, ReportEvent
from .chronology import cards
from .parts import EntryView, Link, PlaceView, ReportCard, TypeLink, When
from .previews import Preview, previews
from .records import Identifier, identifiers
from .shown import Shown
from .volumes import Shelf, Volumes, published

SAID = 24
"""Of the reports that say the same of an event no more are named."""


@dataclass(frozen=True, slots=True)
class SaidBy:
    report: ReportCard
    attributed_to: str
    """Whom the report gives as its source for a figure; may be empty."""


@dataclass(frozen=True, slots=True)
class Saying:
    """One value, and who says so. One of `when`, `place` and `figure` is filled."""

    by: tuple[SaidBy, ...]
    """Those that came out first, SAID at most."""
    further: int
    """How many more say so."""
    when: When | None = None
    place: PlaceView | None = None
    figure: str = ""
    chosen: bool = False
    """Whether the archive's record of the event has it."""


@dataclass(frozen=True, slots=True)
class Aspect:
    """What reports say of one thing."""

    kind: str
    """"date", "place" or "figure"."""
    what: str
    """What a figure counts: "killed"; empty for the others."""
    sayings: tuple[Saying, ...]
    differ: bool
    """Whether two of them cannot both be right: a day lies within its month, and a town within its country."""


@dataclass(frozen=True, slots=True)
class EventView:
    """Keys of event.html."""

    id: str
    name: str
    when: When | None
    type: TypeLink
    aliases: tuple[str, ...]
    actors: tuple[Link, ...]
    places: tuple[PlaceView, ...]
    identifiers: tuple[Identifier, ...]
    description: str
    reports: tuple[ReportCard, ...]
    volumes: Volumes | None
    """Of an event of which more reports tell than a page should hold; then `reports` is empty."""
    aspects: tuple[Aspect, ...]
    """What its reports say of date, place and figures; empty where they say nothing that could be compared."""
    earlier: EntryView | None
    """The entry before and after it in which one of its actors takes part."""
    later: EntryView | None
    previews: tuple[Preview, ...]


def event(record: KnownEvent, description: str, shown: Shown) -> EventView:
    archive = shown.archive
    before, after = _around(archive, record)
    own = archive.entry_of_event[record.id]
    reports = own.reports
    shelved = shelf(record, shown)
    _, carded = shelved.latest() if shelved else ((), reports)
    beside = [entry for entry in (before, after) if entry]
    return EventView(
        id=record.id,
        name=record.name,
        when=shown.when(record.date),
        type=shown.type(record.event_type),
        aliases=tuple(alias for alias in record.aliases if alias != record.name),
        actors=tuple(shown.actor(i) for i in record.actors),
        places=tuple(shown.place(location) for location in record.locations),
        identifiers=identifiers(record.same_as),
        description=description,
        reports=() if shelved else cards(reports, shown),
        volumes=shelved.volumes(shown) if shelved else None,
        aspects=tuple(_aspects(record, reports, shown)),
        earlier=shown.entry(before) if before else None,
        later=shown.entry(after) if after else None,
        previews=previews(shown, [own, *beside], carded, but=record.id),
    )


def shelf(record: KnownEvent, shown: Shown) -> Shelf | None:
    """The years in which reports told of an event, with a page each; None where one page can hold all reports."""
    reports = shown.archive.entry_of_event[record.id].reports
    return Shelf.of(shown.event(record), (), reports, published, shown.room)


def _around(archive: Archive, event: KnownEvent) -> tuple[Entry | None, Entry | None]:
    """The nearest entries before and after a known event in which one of its actors takes part."""
    own = archive.entry_of_event[event.id]
    before: Entry | None = None
    after: Entry | None = None
    for actor_id in event.actors:
        for other in archive.entries_by_actor.get(actor_id, ()):
            if other.moment < own.moment and (before is None or other.moment > before.moment):
                before = other
            elif other.moment > own.moment and other.date and (after is None or other.moment < after.moment):
                after = other
    return before, after


@dataclass(slots=True)
class _Told:
    """What is said, gathered: an answer -> who gives it."""

    dates: dict[str, list[SaidBy]] = field(default_factory=dict)
    places: dict[PlaceView, list[SaidBy]] = field(default_factory=dict)
    figures: dict[str, dict[str, list[SaidBy]]] = field(default_factory=dict)


def _aspects(record: KnownEvent, reports: Sequence[Report], shown: Shown) -> Iterable[Aspect]:
    told = _Told()
    for report in reports:
        _listen(told, record, report, shown)
    if told.dates:
        dates = sorted(told.dates.items())
        said = tuple(_saying(by, when=shown.when(d), chosen=d == record.date) for d, by in dates)
        apart = not all(edtf.overlaps(one, other) for one, other in combinations(told.dates, 2))
        yield Aspect("date", "", said, apart)
    if told.places:
        own = {shown.place(location) for location in record.locations}
        places = told.places.items()
        said = tuple(_saying(by, place=place, chosen=place in own) for place, by in places)
        yield Aspect("place", "", said, any(_apart(one, other) for one, other in combinations(told.places, 2)))
    for what, values in sorted(told.figures.items()):
        figures = tuple(_saying(by, figure=value) for value, by in values.items())
        yield Aspect("figure", names.counted(what, shown.language), figures, len(figures) > 1)


def _apart(one: PlaceView, other: PlaceView) -> bool:
    if one.country and other.country and one.country != other.country:
        return True
    return bool(one.name and other.name) and one.name != other.name


def _saying(by: Sequence[SaidBy], **said: Any) -> Saying:
    return Saying(tuple(by[:SAID]), max(0, len(by) - SAID), **said)


def _listen(told: _Told, record: KnownEvent, report: Report, shown: Shown) -> None:
    """Figures count only where the event is the report's main one: else they may be of another."""
    by = SaidBy(shown.card(report), "")
    tellings: list[Report | ReportEvent] = [event for event in report.events if event.event == record.id]
    if report.event == record.id:
        tellings.append(report)
        for claim in report.claims:
            said = SaidBy(shown.card(report), claim.attributed_to)
            told.figures.setdefault(claim.what, {}).setdefault(claim.value, []).append(said)
    for date in dict.fromkeys(telling.date for telling in tellings if telling.date):
        told.dates.setdefault(date, []).append(by)
    for location in dict.fromkeys(location for telling in tellings for location in telling.locations):
        told.places.setdefault(shown.place(location), []).append(by)
