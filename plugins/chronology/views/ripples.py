"""Records that have changed -> the names of everything that shows them, so that no other page need be drawn.

A name is the address of a page; of what is cut into years, an address with a year behind it; or stands for all records
of a kind together. A page changes with its own address and with the names of which `Page.along` speaks. Everything
that a page shows of the records must be followed here: tests/test_ripples.py changes records at random, and no page may
differ that is not named.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .. import urls
from ..archive import Archive, countries_of, countries_of_event, year_of
from ..model import Actor, Country, Edtf, Id, KnownEvent, Record, Report
from .rough import rough

TEXTS = "texts"
"""The bodies of all records together."""
REPORTS, ACTORS, EVENTS = "every report", "every actor", "every known event"
"""The records of a kind without their bodies, all together: there are files with a line for each."""
ALL = urls.LANDING
"""The records without their bodies, all together: the landing page and the indexes show of each that it is there."""


def in_year(address: str, year: int | None) -> str:
    """What is shown of a year of something that may be cut into years; None and 0: what has no date."""
    return f"{address}#{year or 0}"


def from_texts(records: Iterable[Record], archive: Archive) -> set[str]:
    """What shows the bodies of these records."""
    ripples, found = _Ripples(archive, archive.actors), set()
    for record in records:
        found.add(TEXTS)
        if isinstance(record, Report):
            found.add(urls.report(record.path))
            # An actor's page quotes the sentences in which reports name it.
            found.update(urls.actor(role.id) for role in record.actors)
        elif isinstance(record, Country):
            found.add(urls.country(record.code))
        else:
            # How a description begins stands beside the links to it.
            found.update(ripples.of(record))
    return found


def from_records(before: Mapping[str, Record], now: Mapping[str, Record], archive: Archive) -> set[str] | None:
    """What shows anything of these records but their bodies; None for everything. Both are by path and hold only what
    differs: a record that is new is not in `before`, and one that is gone is not in `now`, nor in the archive.
    """
    changed = [*before.values(), *now.values()]
    if any(isinstance(record, Country) for record in changed):
        return None  # its name stands with every place in it, and beside the maps of its neighbours
    old_actors = {record.id: record for record in before.values() if isinstance(record, Actor)}
    old, new = _Ripples(archive, {**archive.actors, **old_actors}), _Ripples(archive, archive.actors)
    found = {ALL} if changed else set()
    found.update(_KINDS[type(record)] for record in changed)
    for record in before.values():
        found.update(old.of(record))
    for record in now.values():
        found.update(new.of(record))
    for actor, more in _gained(before, now).items():
        if actor in archive.actors:
            found.update(new.counted(archive.actors[actor], more))
    return found


_KINDS: Mapping[type[Record], str] = {Report: REPORTS, Actor: ACTORS, KnownEvent: EVENTS}


def _gained(before: Mapping[str, Record], now: Mapping[str, Record]) -> Counter[Id]:
    """How many reports more an actor has, of those that have gained or lost any."""
    gained: Counter[Id] = Counter()
    for path in before.keys() | now.keys():
        old, new = _roles(before.get(path)), _roles(now.get(path))
        gained.update(new - old)
        gained.subtract(old - new)
    return gained


def _roles(record: Record | None) -> set[Id]:
    return {role.id for role in record.actors} if isinstance(record, Report) else set()


@dataclass(frozen=True, slots=True)
class _Ripples:
    """From one record to all that shows it."""

    archive: Archive
    actors: Mapping[Id, Actor]
    """As they are, or as they were."""

    def of(self, record: Record) -> Iterator[str]:
        if isinstance(record, Report):
            yield from self._report(record)
        elif isinstance(record, Actor):
            yield from self._actor(record)
        elif isinstance(record, KnownEvent):
            yield from self._event(record)

    def counted(self, actor: Actor, more: int) -> Iterator[str]:
        """Where it is told in how many reports an actor is, which are so many more than they were: beside its links,
        unless it is told there roughly, and in the list of a country's actors.
        """
        number = len(self.archive.reports_by_actor.get(actor.id, ()))
        if actor.country:
            yield urls.country(actor.country)
        if rough(number) != rough(number - more):
            for report in self._telling(actor):
                yield from self._alone(report)
            for entry in self.archive.entries_by_actor.get(actor.id, ()):
                if entry.known:
                    yield from self._event(entry.known)

    def _report(self, report: Report) -> Iterator[str]:
        """Its own page; those of its subjects, in its years; and those of its neighbours in time."""
        yield from self._alone(report)
        yield from (urls.report(other.path) for other in self.archive.near(report))

    def _alone(self, report: Report) -> Iterator[str]:
        """The same without its neighbours."""
        yield urls.report(report.path)
        ids = dict.fromkeys((*(r.id for r in report.actors), *(i for e in report.events for i in e.actors)))
        countries = dict.fromkeys(countries_of(report, self.actors))
        for event in report.events:
            countries |= dict.fromkeys(countries_of_event(event.locations, event.actors, self.actors))
        subjects = [urls.actor(i) for i in ids] + [urls.country(code) for code in countries]
        subjects += [urls.event_type(i) for i in (report.event_type, *(event.event_type for event in report.events))]
        if report.source.outlet:
            subjects.append(urls.source(report.source.outlet))
        yield from _in_years(subjects, (report.date, report.published, *(event.date for event in report.events)))
        for event_id in dict.fromkeys((report.event, *(event.event for event in report.events))):
            known = self.archive.event(event_id)
            if known:
                yield from self._event(known)

    def _event(self, known: KnownEvent) -> Iterator[str]:
        """Its own page; those of its subjects, in its year and those of its reports; and those of the reports."""
        entry = self.archive.entry_of_event.get(known.id)
        reports = entry.reports if entry else ()
        yield from (urls.report(report.path) for report in reports)
        subjects = [urls.actor(i) for i in known.actors]
        subjects += [urls.country(code) for code in countries_of_event(known.locations, known.actors, self.actors)]
        # An event with many reports counts them, and then they stand beside it, each in its own year.
        dates = [date for report in reports for date in (report.date, report.published)]
        subjects += [urls.event_type(known.event_type), urls.event(known.id), urls.EVENTS]
        yield from _in_years(subjects, (known.date, *dates))

    def _actor(self, actor: Actor) -> Iterator[str]:
        """Its own page, those of its countries and relations, and whatever shows what it takes part in."""
        yield urls.actor(actor.id)
        countries = (actor.country, *(office.country for office in actor.offices))
        yield from (urls.country(code) for code in countries if code)
        for other in self.actors.values():
            if any(relation.to == actor.id for relation in other.relations):
                yield urls.actor(other.id)
        for entry in self.archive.entries_by_actor.get(actor.id, ()):
            if entry.known:
                yield from self._event(entry.known)
        for report in self._telling(actor):
            yield from self._report(report)

    def _telling(self, actor: Actor) -> Iterable[Report]:
        """The reports that name an actor, or tell of an event in which it takes part."""
        told = {report.id: report for report in self.archive.reports_by_actor.get(actor.id, ())}
        for entry in self.archive.entries_by_actor.get(actor.id, ()):
            told |= {report.id: report for report in entry.reports}
        return told.values()


def _in_years(subjects: Iterable[str], dates: Iterable[Edtf | None]) -> Iterator[str]:
    """The pages of subjects, and of the chronology, for the years of these dates."""
    years = {year_of(date) if date else None for date in dates}
    for subject in (*subjects, urls.CHRONOLOGY):
        yield subject
        yield from (in_year(subject, year) for year in years)
