"""Actors, countries, event types, sources and known events -> their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..archive import Archive, Entry
from ..languages import names
from ..model import Actor, Country, EventType, KnownEvent, Report
from .chronology import YearGroup, cards, grouped_by_year
from .parts import (
    Counted,
    EntryView,
    Link,
    PlaceView,
    ReportCard,
    Shown,
    TypeLink,
    When,
    ranked,
    ranked_types,
)


@dataclass(frozen=True, slots=True)
class OfficeView:
    title: str
    country: Link | None
    start: When | None
    end: When | None


@dataclass(frozen=True, slots=True)
class Identifier:
    """The same thing in another catalogue."""

    text: str
    url: str
    """Empty where the catalogue is not known."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """Keys of actor.html."""

    id: str
    name: str
    kind: str
    country: Link | None
    aliases: tuple[str, ...]
    offices: tuple[OfficeView, ...]
    relations: tuple[tuple[str, Link], ...]
    """(type, the other actor)"""
    identifiers: tuple[Identifier, ...]
    description: str
    """HTML, sanitized."""
    years: tuple[YearGroup, ...]
    reports: tuple[ReportCard, ...]
    companions: tuple[Counted, ...]
    countries: tuple[Counted, ...]
    types: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class CountryView:
    """Keys of country.html."""

    code: str
    name: str
    capital: str
    identifiers: tuple[Identifier, ...]
    description: str
    years: tuple[YearGroup, ...]
    reports: tuple[ReportCard, ...]
    actors: tuple[Counted, ...]
    """Those that the reports name most."""
    own_actors: tuple[Link, ...]
    """Those whose record names this country."""
    types: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class TypeView:
    """Keys of type.html."""

    type: TypeLink
    definition: str
    """What belongs to it, in a sentence; may be empty."""
    plover: str
    acled: str
    years: tuple[YearGroup, ...]
    entries: int
    actors: tuple[Counted, ...]


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """Keys of source.html."""

    name: str
    reports: tuple[ReportCard, ...]
    actors: tuple[Counted, ...]


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
    earlier: EntryView | None
    """The entry before and after it in which one of its actors takes part."""
    later: EntryView | None


def actor(record: Actor, description: str, shown: Shown) -> ActorView:
    archive = shown.archive
    reports = archive.reports_by_actor.get(record.id, ())
    return ActorView(
        id=record.id,
        name=names.actor(record, shown.language),
        kind=names.actor_kind(record.kind, shown.language),
        country=shown.country(record.country) if record.country else None,
        aliases=tuple(alias for alias in record.aliases if alias != record.name),
        offices=tuple(
            OfficeView(o.title, shown.country(o.country) if o.country else None, shown.when(o.start), shown.when(o.end))
            for o in record.offices
        ),
        relations=tuple((names.relation(r.type, shown.language), shown.actor(r.to)) for r in record.relations),
        identifiers=identifiers(record.same_as),
        description=description,
        years=grouped_by_year(archive.entries_by_actor.get(record.id, ()), shown),
        reports=cards(reports, shown),
        companions=ranked(archive.companions(record.id), shown.actor),
        countries=_countries(reports, shown),
        types=_types(reports, shown),
    )


def country(record: Country, description: str, shown: Shown) -> CountryView:
    archive, code = shown.archive, record.code
    reports = archive.reports_by_country.get(code, ())
    return CountryView(
        code=code,
        name=names.country(record, shown.language),
        capital=record.capital,
        identifiers=identifiers(record.same_as),
        description=description,
        years=grouped_by_year(archive.entries_by_country.get(code, ()), shown),
        reports=cards(reports, shown),
        actors=_actors(reports, shown),
        own_actors=tuple(
            shown.actor(a.id) for a in archive.actors.values() if a.country == code and a.id in archive.reports_by_actor
        ),
        types=_types(reports, shown),
    )


def event_type(record: EventType, shown: Shown) -> TypeView:
    entries = shown.archive.entries_by_type.get(record.id, ())
    counts = Counter(i for entry in entries for i in entry.actors)
    return TypeView(
        type=shown.type(record.id),
        definition=names.definition(record, shown.language),
        plover=record.plover,
        acled=record.acled,
        years=grouped_by_year(entries, shown),
        entries=len(entries),
        actors=ranked(counts, shown.actor),
    )


def source(reports: Sequence[Report], shown: Shown) -> SourcePageView:
    return SourcePageView(name=outlet_name(reports), reports=cards(reports, shown), actors=_actors(reports, shown))


def outlet_name(reports: Sequence[Report]) -> str:
    """The spelling of the outlet that most of its reports have."""
    spellings = Counter(report.source.outlet for report in reports)
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling))


def event(record: KnownEvent, description: str, shown: Shown) -> EventView:
    archive = shown.archive
    before, after = _around(archive, record)
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
        reports=cards(archive.entry_of_event[record.id].reports, shown),
        earlier=shown.entry(before) if before else None,
        later=shown.entry(after) if after else None,
    )


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


def _actors(reports: Iterable[Report], shown: Shown) -> tuple[Counted, ...]:
    return ranked(Counter(role.id for report in reports for role in report.actors), shown.actor)


def _countries(reports: Iterable[Report], shown: Shown) -> tuple[Counted, ...]:
    return ranked(Counter(code for report in reports for code in report.countries), shown.country)


def _types(reports: Iterable[Report], shown: Shown) -> tuple[Counted, ...]:
    return ranked_types(Counter(report.event_type for report in reports), shown)


_CATALOGUES = {
    "wikidata": "https://www.wikidata.org/wiki/",
    "viaf": "https://viaf.org/viaf/",
    "gnd": "https://d-nb.info/gnd/",
    "isni": "https://isni.org/isni/",
    "geonames": "https://www.geonames.org/",
}


def identifiers(same_as: Iterable[str]) -> tuple[Identifier, ...]:
    """`wikidata:Q7747` as a link."""
    made = []
    for entry in same_as:
        catalogue, _, name = entry.partition(":")
        base = _CATALOGUES.get(catalogue.lower())
        if entry.startswith(("http://", "https://")):
            made.append(Identifier(entry, entry))
        else:
            made.append(Identifier(entry, base + name if base else ""))
    return tuple(made)
