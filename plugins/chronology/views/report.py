"""A report -> what its page shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from .. import edtf, urls
from ..archive import Archive, countries_of, year_of
from ..languages import names
from ..model import Actor, Report
from .citing import CitationView, citing
from .claims import ClaimGroup, claims
from .evidence import EvidenceView, Said
from .parts import Link, PlaceView, TypeLink, When
from .previews import Preview, beside
from .related import Related, related
from .rough import rough
from .shown import Shown
from .site import Site
from .told import ToldEvent, told


class ActorPart(NamedTuple):
    """An actor's part in the report."""

    actor: Link
    kind: str
    role: str
    office: str
    """What it was when the event happened: "President of Mali"; empty where the record tells none."""
    reports: int
    """How many reports of the archive name it; from a hundred on roughly, and that many or more."""
    evidence: EvidenceView
    earlier: Link | None
    """The report before this one in which the actor appears, in time."""
    later: Link | None


class CountryPart(NamedTuple):
    country: Link
    about: bool
    """Whether the report is about it, rather than touching it."""
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class CorrectionView:
    when: When
    note: str


class SourceView(NamedTuple):
    outlet: Link | None
    title: str
    url: str
    author: str
    agency: str
    archive_url: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """Keys of report.html."""

    id: str
    permanent: str
    """Address that survives a renaming."""
    title: str
    summary: str
    lang: str
    when: When | None
    date_evidence: EvidenceView
    published: When | None
    published_evidence: EvidenceView
    clues: tuple[str, ...]
    """How an unstated date was found, a sentence a step."""
    type: TypeLink
    type_evidence: EvidenceView
    known: Link | None
    """The known event that it tells of."""
    year: Link | None
    """The year of the chronology under which it stands; None while it is undated."""
    places: tuple[PlaceView, ...]
    place_evidence: EvidenceView
    actors: tuple[ActorPart, ...]
    countries: tuple[CountryPart, ...]
    source: SourceView
    confidence: str
    rights: str
    body: str
    """HTML, sanitized, with links and marks."""
    events: tuple[ToldEvent, ...]
    """In order of time, the main one among them; empty where it tells of no other."""
    claims: tuple[ClaimGroup, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: When | None
    added: When | None
    seed_path: str
    earlier: Link | None
    """The report before this one in the archive."""
    later: Link | None
    related: tuple[Related, ...]
    citations: tuple[CitationView, ...]
    previews: tuple[Preview, ...]
    """Of known events and of related reports; the margin tells of its actors."""


def view(report: Report, bodies: Mapping[str, str], shown: Shown, site: Site) -> ReportView:
    """`bodies` holds the sanitized HTML of each page's text, by its path."""
    root = urls.root_of(urls.report(report.path))
    said = Said(report, bodies.get(report.path, ""), shown.archive.actors, root)
    words = report.evidence
    before, after = shown.archive.neighbours(report)
    near = tuple(related(report, shown))
    return ReportView(
        id=report.id,
        permanent=urls.permanent(report.id),
        title=report.title,
        summary=report.summary,
        lang=report.lang,
        when=shown.when(report.date),
        date_evidence=said(words.date, "date"),
        published=shown.when(report.published),
        published_evidence=said(words.published, "published"),
        clues=report.clues,
        type=shown.type(report.event_type),
        type_evidence=said(words.event_type, "type"),
        known=_known(report, shown.archive),
        year=_year(report),
        places=tuple(shown.place(location) for location in report.locations),
        place_evidence=said(words.location, "place"),
        actors=tuple(_actors(report, shown, said)),
        countries=tuple(
            CountryPart(shown.country(code), code in report.countries, said.of_country(code))
            for code in countries_of(report, shown.archive.actors)
        ),
        source=_source(report, shown),
        confidence=report.confidence,
        rights=report.rights,
        body=said.html,
        events=told(report, shown, said),
        claims=tuple(claims(report, said, shown.language)),
        corrections=tuple(CorrectionView(day, c.note) for c in report.corrections if (day := shown.when(c.date))),
        reviewed=shown.when(report.reviewed),
        added=shown.when(report.added),
        seed_path=report.seed.path if report.seed else "",
        earlier=shown.report_link(before) if before else None,
        later=shown.report_link(after) if after else None,
        related=near,
        citations=citing(report, site),
        previews=beside(report, (one.report for one in near), shown),
    )


def _actors(report: Report, shown: Shown, said: Said) -> Iterable[ActorPart]:
    for role in report.actors:
        before, after = shown.archive.neighbours_by_actor(report, role.id)
        yield ActorPart(
            actor=shown.actor(role.id),
            kind=names.actor_kind(shown.archive.actors[role.id].kind, shown.language),
            role=role.role,
            office=_office(shown.archive.actors[role.id], report.date),
            reports=rough(len(shown.archive.reports_by_actor[role.id])),
            evidence=said(report.evidence.actors.get(role.id, ""), f"actor-{role.id}"),
            earlier=shown.report_link(before) if before else None,
            later=shown.report_link(after) if after else None,
        )


def _office(actor: Actor, day: str | None) -> str:
    """The office that an actor held on a day, the one begun last where there are several."""
    if not day or not actor.offices:
        return ""
    first, last = edtf.bounds(day)
    held = [
        (begin, office.title)
        for office in actor.offices
        if (begin := edtf.bounds(office.start)[0] if office.start else edtf.OPEN_START) <= last
        and first <= (edtf.bounds(office.end)[1] if office.end else edtf.OPEN_END)
    ]
    return max(held)[1] if held else ""


def _source(report: Report, shown: Shown) -> SourceView:
    source = report.source
    return SourceView(
        shown.outlet(source.outlet), source.title, source.url, source.author, source.agency, source.archive_url
    )


def _known(report: Report, archive: Archive) -> Link | None:
    known = archive.event(report.event)
    return Link(urls.event(known.id), known.name) if known else None


def _year(report: Report) -> Link | None:
    number = year_of(report.date) if report.date else None
    return Link(urls.year(number), str(number)) if number is not None else None
