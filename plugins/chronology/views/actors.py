"""An actor -> its page: who it is, what it does and when, with whom and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import urls
from ..languages import names
from ..model import Actor, Code, Id, Report
from ..pictures.histogram import Histogram
from .activity import Shared, in_page, of_entries, shared
from .chronology import YearGroup, grouped_by_year
from .parts import Counted, Link, ReportCard, When
from .previews import Preview, previews
from .records import Identifier, identifiers, left_over, types_of
from .sentences import mention
from .shown import Shown
from .volumes import Shelf, Volumes, happened

QUOTED = 150
"""Of more reports the sentences are left out, or the page would weigh more than a telephone should load."""


@dataclass(frozen=True, slots=True)
class OfficeView:
    title: str
    country: Link | None
    start: When | None
    end: When | None
    source: str
    """An address on the web, or words; may be empty."""


@dataclass(frozen=True, slots=True)
class Mention:
    report: ReportCard
    sentence: str
    """The one that names the actor; empty where it is not known."""


@dataclass(frozen=True, slots=True)
class Part:
    """What part an actor plays."""

    role: str
    """"primary", "mentioned" or "source"."""
    count: int
    """Reports in which it plays it."""


@dataclass(frozen=True, slots=True)
class ActorView:
    """Keys of actor.html."""

    id: str
    name: str
    kind: str
    person: bool
    country: Link | None
    aliases: tuple[str, ...]
    born: When | None
    """Of a person whose record names no end; `exists` is None then."""
    exists: When | None
    offices: tuple[OfficeView, ...]
    relations: tuple[tuple[str, Link], ...]
    """(type, the other actor)"""
    identifiers: tuple[Identifier, ...]
    checked: When | None
    """When a person last held the record against its sources."""
    description: str
    """HTML, sanitized."""
    reports: int
    search: str
    """The search in its reports; empty where there are none."""
    parts: tuple[Part, ...]
    activity: Histogram | None
    """Its events; None where a picture would say no more than the list."""
    years: tuple[YearGroup, ...]
    volumes: Volumes | None
    """Of an actor with more events than a page should hold; then `years` and `mentions` are empty."""
    mentions: tuple[Mention, ...]
    """The reports to which its chronology does not lead."""
    companions: tuple[Shared, ...]
    countries: tuple[Shared, ...]
    types: tuple[Counted, ...]
    previews: tuple[Preview, ...]


def actor(record: Actor, description: str, shown: Shown) -> ActorView:
    archive = shown.archive
    reports = archive.reports_by_actor.get(record.id, ())
    entries = archive.entries_by_actor.get(record.id, ())
    shelved = shelf(record, shown)
    listed, carded = shelved.latest() if shelved else (entries, ())
    born = _birth(record)
    return ActorView(
        id=record.id,
        name=names.actor(record, shown.language),
        kind=names.actor_kind(record.kind, shown.language),
        person=record.kind == "person",
        country=shown.country(record.country) if record.country else None,
        aliases=tuple(alias for alias in record.aliases if alias != record.name),
        born=shown.when(born),
        exists=None if born else shown.when(record.exists),
        offices=tuple(_offices(record, shown)),
        relations=tuple((names.relation(r.type, shown.language), shown.actor(r.to)) for r in record.relations),
        identifiers=identifiers(record.same_as),
        checked=shown.when(record.checked),
        description=description,
        reports=len(reports),
        search=urls.reports_with("actor", record.id) if reports else "",
        parts=tuple(_parts(record.id, reports)),
        activity=of_entries(entries, in_page),
        years=() if shelved else grouped_by_year(entries, shown),
        volumes=shelved.volumes(shown) if shelved else None,
        mentions=() if shelved else tuple(_mentions(record.id, left_over(reports, entries), shown)),
        companions=shared(reports, lambda report: _others(report, record.id), shown.actor),
        countries=shared(reports, _countries, shown.country),
        types=types_of(reports, shown),
        previews=previews(shown, listed, carded, but=record.id),
    )


def _birth(record: Actor) -> str | None:
    """Where the life of a person begins, of whose end the record says nothing."""
    life = record.exists or ""
    return life.removesuffix("/..") if record.kind == "person" and life.endswith("/..") else None


def shelf(record: Actor, shown: Shown) -> Shelf | None:
    """The years of an actor with a page each; None where one page can hold all."""
    entries, reports = shown.archive.entries_by_actor, shown.archive.reports_by_actor
    return Shelf.of(
        shown.actor(record.id), entries.get(record.id, ()), reports.get(record.id, ()), happened, shown.room
    )


def _offices(record: Actor, shown: Shown) -> Iterable[OfficeView]:
    for office in record.offices:
        country = shown.country(office.country) if office.country else None
        yield OfficeView(office.title, country, shown.when(office.start), shown.when(office.end), office.source)


def _parts(actor_id: Id, reports: Iterable[Report]) -> Iterable[Part]:
    counts = Counter(role.role for report in reports for role in report.actors if role.id == actor_id)
    return (Part(role, counts[role]) for role in ("primary", "mentioned", "source") if counts[role])


def _mentions(actor_id: Id, reports: Sequence[Report], shown: Shown) -> Iterable[Mention]:
    quoted = len(reports) <= QUOTED
    return (Mention(shown.card(report), _sentence(report, actor_id, shown) if quoted else "") for report in reports)


def _sentence(report: Report, actor_id: Id, shown: Shown) -> str:
    return mention(shown.texts.get(report.path, ""), report.evidence.actors.get(actor_id, ""))


def _others(report: Report, actor_id: Id) -> Iterable[Id]:
    return (role.id for role in report.actors if role.id != actor_id)


def _countries(report: Report) -> Iterable[Code]:
    return report.countries
