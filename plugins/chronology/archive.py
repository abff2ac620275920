"""All records of an archive and the indexes over them, built in one pass.

The chronology is made of entries. A known event is one entry, however many reports tell of it;
any other event is an entry of the report that tells of it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import TypeVar

from . import edtf, urls
from .model import Actor, Code, Country, Edtf, EventType, Id, KnownEvent, Location, Report, ReportEvent

_STATE_KINDS = ("state", "body")
"""Actors that bring their country with them; a person's nationality does not make a report about it."""

Moment = tuple[int, int]
Filed = TypeVar("Filed")
_NEVER: Moment = (edtf.OPEN_END + 1, 0)
"""Where an undated entry stands: behind all others."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An occurrence as the chronology tells it."""

    anchor: str
    """Unique in the archive, and lasting: the known event's id, or the report's with a number."""
    date: Edtf | None
    moment: Moment
    event_type: Id
    text: str
    """One sentence."""
    actors: tuple[Id, ...]
    locations: tuple[Location, ...]
    countries: tuple[Code, ...]
    reports: tuple[Report, ...]
    """Those that tell of it, in order of their publication."""
    known: KnownEvent | None = None
    planned: bool = False
    main: bool = False
    """Whether it is the main event of one of its reports."""


@dataclass(frozen=True)
class Archive:
    """Records and indexes. Every list is in order of time; undated entries come last."""

    reports: tuple[Report, ...]
    actors: Mapping[Id, Actor]
    countries: Mapping[Code, Country]
    events: Mapping[Id, KnownEvent]
    event_types: Mapping[Id, EventType]
    entries: tuple[Entry, ...]
    entries_by_year: Mapping[int, Sequence[Entry]]
    undated: Sequence[Entry]
    entries_by_actor: Mapping[Id, Sequence[Entry]]
    entries_by_country: Mapping[Code, Sequence[Entry]]
    entries_by_type: Mapping[Id, Sequence[Entry]]
    entry_of_event: Mapping[Id, Entry]
    reports_by_actor: Mapping[Id, Sequence[Report]]
    reports_by_country: Mapping[Code, Sequence[Report]]
    reports_by_source: Mapping[str, Sequence[Report]]
    """By the slug of the outlet: names that differ only in writing are one source."""
    position: Mapping[Id, int] = field(repr=False)
    """Of a report in `reports`, by its id."""
    positions_by_actor: Mapping[Id, Sequence[int]] = field(repr=False)
    """The same of each report in `reports_by_actor`."""

    @property
    def shown_countries(self) -> list[Code]:
        """The countries that have a page: those of reports and entries, those with a record of their own, and those
        that the records of actors lead to.
        """
        codes = {*self.reports_by_country, *self.entries_by_country}
        codes |= {code for code, record in self.countries.items() if record.path}
        for actor in self.actors.values():
            codes |= {code for code in (actor.country, *(office.country for office in actor.offices)) if code}
        return sorted(codes)

    def companions(self, actor: Id) -> Counter[Id]:
        """The actors that appear in the same reports, with the number of these."""
        reports = self.reports_by_actor.get(actor, ())
        return Counter(role.id for report in reports for role in report.actors if role.id != actor)

    def event(self, id: Id | None) -> KnownEvent | None:  # noqa: A002 - the field's own name
        """The known event of this id, if there is one."""
        return self.events.get(id) if id else None

    def neighbours(self, report: Report) -> tuple[Report | None, Report | None]:
        """The report before and the report after this one, in time."""
        at = self.position[report.id]
        before = self.reports[at - 1] if at > 0 else None
        after = self.reports[at + 1] if at + 1 < len(self.reports) else None
        return before, after

    def neighbours_by_actor(self, report: Report, actor: Id) -> tuple[Report | None, Report | None]:
        """The same among the reports in which an actor appears."""
        listed = self.reports_by_actor[actor]
        at = self._place(report, actor)
        return (listed[at - 1] if at > 0 else None, listed[at + 1] if at + 1 < len(listed) else None)

    def around(self, report: Report, actor: Id, reach: int = 3) -> Sequence[Report]:
        """Up to `reach` reports before and after this one in which the actor appears."""
        listed = self.reports_by_actor[actor]
        at = self._place(report, actor)
        return [*listed[max(0, at - reach) : at], *listed[at + 1 : at + 1 + reach]]

    def near(self, report: Report, reach: int = 3) -> Iterator[Report]:
        """The reports among whose neighbours this one is, or would be, in all lists that `around` and the other ways
        from report to report follow. It need not be in the archive.
        """
        for listed in (self.reports, *(self.reports_by_actor.get(role.id, ()) for role in report.actors)):
            at = bisect_left(listed, in_time(report), key=in_time)
            yield from listed[max(0, at - reach) : at + reach + 1]

    def _place(self, report: Report, actor: Id) -> int:
        """Where a report stands in an actor's list, which is in the order of `reports`."""
        return bisect_left(self.positions_by_actor[actor], self.position[report.id])


@lru_cache(1 << 16)
def moment(when: Edtf | None) -> Moment:
    """Where a date stands in time: by its first day, an open beginning by its last. Undated comes last."""
    if when is None:
        return _NEVER
    first, last = edtf.bounds(when)
    return (last, last) if first == edtf.OPEN_START else (first, last)


def in_time(report: Report) -> tuple[Moment, Moment, str]:
    """Where a report stands among all reports."""
    return moment(report.date or report.published), moment(report.published), report.path


@lru_cache(1 << 14)
def year_of(when: Edtf) -> int | None:
    """The year under which the chronology lists a date; None where it has neither beginning nor end."""
    first, _ = moment(when)
    return date.fromordinal(first).year if first < edtf.OPEN_END else None


def countries_of(report: Report, actors: Mapping[Id, Actor]) -> tuple[Code, ...]:
    """Every country that a report touches: those it is about first, then those of its places, events and states."""
    found = [*report.countries, *(place.country for place in report.locations if place.country)]
    for event in report.events:
        found += [place.country for place in event.locations if place.country]
    return tuple(dict.fromkeys(found + _state_countries([role.id for role in report.actors], actors)))


def _state_countries(ids: Iterable[Id], actors: Mapping[Id, Actor]) -> list[Code]:
    found = []
    for i in ids:
        actor = actors.get(i)
        if actor and actor.kind in _STATE_KINDS and actor.country:
            found.append(actor.country)
    return found


def build(
    reports: Iterable[Report],
    actors: Iterable[Actor],
    countries: Mapping[Code, Country],
    events: Iterable[KnownEvent],
    event_types: Mapping[Id, EventType],
) -> Archive:
    """The archive of these records. They must have been checked: every reference leads to a record."""
    ordered = tuple(sorted(reports, key=in_time))
    actor_table = {actor.id: actor for actor in sorted(actors, key=lambda a: a.id)}
    event_table = {event.id: event for event in sorted(events, key=lambda e: e.id)}
    entries = sorted(_entries(ordered, actor_table, event_table), key=lambda e: (e.moment, e.anchor))

    by_year, undated = _by_year(entries)
    position = {report.id: n for n, report in enumerate(ordered)}
    by_actor = _filed(ordered, lambda report: dict.fromkeys(role.id for role in report.actors))
    return Archive(
        reports=ordered,
        actors=actor_table,
        countries=countries,
        events=event_table,
        event_types=event_types,
        entries=tuple(entries),
        entries_by_year=by_year,
        undated=undated,
        entries_by_actor=_filed(entries, lambda entry: entry.actors),
        entries_by_country=_filed(entries, lambda entry: entry.countries),
        entries_by_type=_filed(entries, lambda entry: (entry.event_type,)),
        entry_of_event={entry.known.id: entry for entry in entries if entry.known},
        reports_by_actor=by_actor,
        reports_by_country=_filed(ordered, lambda report: countries_of(report, actor_table)),
        reports_by_source=dict(sorted(_filed(ordered, _outlet).items())),
        position=position,
        positions_by_actor={i: [position[report.id] for report in listed] for i, listed in by_actor.items()},
    )


def _filed(items: Iterable[Filed], keys: Callable[[Filed], Iterable[str]]) -> dict[str, list[Filed]]:
    """The items under each of their keys, in the order in which they come."""
    files: defaultdict[str, list[Filed]] = defaultdict(list)
    for item in items:
        for key in keys(item):
            files[key].append(item)
    return dict(files)


def _outlet(report: Report) -> tuple[str, ...]:
    return (urls.source_name(report.source.outlet),) if report.source.outlet else ()


def _by_year(entries: Iterable[Entry]) -> tuple[dict[int, list[Entry]], list[Entry]]:
    """The entries of each year, and those that belong to none."""
    years: defaultdict[int, list[Entry]] = defaultdict(list)
    undated: list[Entry] = []
    for entry in entries:
        year = year_of(entry.date) if entry.date else None
        (undated if year is None else years[year]).append(entry)
    return dict(sorted(years.items())), undated


def _entries(reports: Sequence[Report], actors: Mapping[Id, Actor], events: Mapping[Id, KnownEvent]) -> Iterable[Entry]:
    tellers: defaultdict[Id, list[tuple[Report, bool]]] = defaultdict(list)
    for report in reports:
        if report.event and report.event in events:
            tellers[report.event].append((report, True))
        else:
            yield _main_entry(report)
        for number, event in enumerate(report.events, 1):
            if event.event and event.event in events:
                tellers[event.event].append((report, False))
            else:
                yield _further_entry(report, event, number, actors)
    for event_id, known in events.items():
        yield _known_entry(known, tellers[event_id], actors)


def _main_entry(report: Report) -> Entry:
    places = (place.country for place in report.locations if place.country)
    return Entry(
        anchor=report.id,
        date=report.date,
        moment=moment(report.date),
        event_type=report.event_type,
        text=report.summary or report.title,
        actors=report.leading,
        locations=report.locations,
        countries=tuple(dict.fromkeys((*report.countries, *places))),
        reports=(report,),
        main=True,
    )


def _further_entry(report: Report, event: ReportEvent, number: int, actors: Mapping[Id, Actor]) -> Entry:
    return Entry(
        anchor=f"{report.id}-{number}",
        date=event.date,
        moment=moment(event.date),
        event_type=event.event_type,
        text=event.summary or event.evidence or report.title,
        actors=event.actors,
        locations=event.locations,
        countries=countries_of_event(event.locations, event.actors, actors),
        reports=(report,),
        planned=event.status == "planned",
    )


def _known_entry(known: KnownEvent, tellers: Sequence[tuple[Report, bool]], actors: Mapping[Id, Actor]) -> Entry:
    unique = {report.id: report for report, _ in tellers}
    return Entry(
        anchor=known.id,
        date=known.date,
        moment=moment(known.date),
        event_type=known.event_type,
        text=known.name,
        actors=known.actors,
        locations=known.locations,
        countries=countries_of_event(known.locations, known.actors, actors),
        reports=tuple(sorted(unique.values(), key=lambda r: (moment(r.published), r.path))),
        known=known,
        main=any(main for _, main in tellers),
    )


def countries_of_event(
    locations: Sequence[Location], ids: Sequence[Id], actors: Mapping[Id, Actor]
) -> tuple[Code, ...]:
    """The countries of an event: those of its places, and those that states bring with them."""
    places = [place.country for place in locations if place.country]
    return tuple(dict.fromkeys((*places, *_state_countries(ids, actors))))
