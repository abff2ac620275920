"""A report -> what its page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from .. import urls
from ..archive import Archive, countries_of, year_of
from ..languages import names
from ..marks import Mark, mark
from ..model import Actor, Report
from .parts import Link, PlaceView, Shown, TypeLink, When
from .related import Related, related


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """The words that a value rests on."""

    quote: str
    """Empty where none were recorded."""
    anchor: str
    """The id of the passage in the body; empty where the words stand in the title or in the seed only."""


@dataclass(frozen=True, slots=True)
class ActorPart:
    """An actor's part in the report."""

    actor: Link
    kind: str
    role: str
    evidence: EvidenceView
    earlier: Link | None
    """The report before this one in which the actor appears, in time."""
    later: Link | None


@dataclass(frozen=True, slots=True)
class CountryPart:
    country: Link
    about: bool
    """Whether the report is about it, rather than touching it."""
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class FurtherEvent:
    when: When | None
    type: TypeLink
    text: str
    href: str
    """The known event's page; empty where there is none."""
    actors: tuple[Link, ...]
    places: tuple[PlaceView, ...]
    planned: bool
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class ClaimView:
    what: str
    value: str
    attributed_to: str
    evidence: EvidenceView


@dataclass(frozen=True, slots=True)
class CorrectionView:
    when: When
    note: str


@dataclass(frozen=True, slots=True)
class SourceView:
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
    events: tuple[FurtherEvent, ...]
    claims: tuple[ClaimView, ...]
    corrections: tuple[CorrectionView, ...]
    reviewed: When | None
    added: When | None
    seed_path: str
    earlier: Link | None
    """The report before this one in the archive."""
    later: Link | None
    related: tuple[Related, ...]


def view(report: Report, bodies: Mapping[str, str], shown: Shown) -> ReportView:
    """`bodies` holds the sanitized HTML of each page's text, by its path."""
    root = urls.root_of(urls.report(report.path))
    marked = mark(bodies.get(report.path, ""), _names(report, shown.archive.actors, root), _marks(report))
    says = _Said(marked.found)
    said = report.evidence
    before, after = shown.archive.neighbours(report)
    return ReportView(
        id=report.id,
        permanent=urls.permanent(report.id),
        title=report.title,
        summary=report.summary,
        lang=report.lang,
        when=shown.when(report.date),
        date_evidence=says(said.date, "said-date"),
        published=shown.when(report.published),
        published_evidence=says(said.published, "said-published"),
        clues=report.clues,
        type=shown.type(report.event_type),
        type_evidence=says(said.event_type, "said-type"),
        known=_known(report, shown.archive),
        year=_year(report),
        places=tuple(shown.place(location) for location in report.locations),
        place_evidence=says(said.location, "said-place"),
        actors=tuple(_actors(report, shown, says)),
        countries=tuple(_countries(report, shown, says)),
        source=_source(report, shown),
        confidence=report.confidence,
        rights=report.rights,
        body=marked.html,
        events=tuple(_events(report, shown, says)),
        claims=tuple(
            ClaimView(
                names.counted(c.what, shown.language),
                c.value,
                c.attributed_to,
                says(c.evidence, f"said-claim-{number}"),
            )
            for number, c in enumerate(report.claims, 1)
        ),
        corrections=tuple(CorrectionView(day, c.note) for c in report.corrections if (day := shown.when(c.date))),
        reviewed=shown.when(report.reviewed),
        added=shown.when(report.added),
        seed_path=report.seed.path if report.seed else "",
        earlier=shown.report_link(before) if before else None,
        later=shown.report_link(after) if after else None,
        related=tuple(related(report, shown)),
    )


class _Said:
    """Quoted words with the place in the body where they are marked."""

    def __init__(self, found: frozenset[str]) -> None:
        self._found = found

    def __call__(self, quote: str, anchor: str) -> EvidenceView:
        return EvidenceView(quote, anchor if anchor in self._found else "")


def _actors(report: Report, shown: Shown, says: _Said) -> Iterable[ActorPart]:
    for role in report.actors:
        before, after = shown.archive.neighbours_by_actor(report, role.id)
        yield ActorPart(
            actor=shown.actor(role.id),
            kind=names.actor_kind(shown.archive.actors[role.id].kind, shown.language),
            role=role.role,
            evidence=says(report.evidence.actors.get(role.id, ""), f"said-actor-{role.id}"),
            earlier=shown.report_link(before) if before else None,
            later=shown.report_link(after) if after else None,
        )


def _countries(report: Report, shown: Shown, says: _Said) -> Iterable[CountryPart]:
    for code in countries_of(report, shown.archive.actors):
        quote, anchor = next(_country_quotes(report, code, shown.archive.actors), ("", ""))
        yield CountryPart(shown.country(code), code in report.countries, says(quote, anchor))


def _country_quotes(report: Report, code: str, actors: Mapping[str, Actor]) -> Iterator[tuple[str, str]]:
    """The words that bring a country into a report, with their anchors: its own, or those of a state, a place or an
    event in it.
    """
    said = report.evidence
    if code in said.countries:
        yield said.countries[code], f"said-country-{code}"
    for role in report.actors:
        if actors[role.id].country == code and role.id in said.actors:
            yield said.actors[role.id], f"said-actor-{role.id}"
    if said.location and any(place.country == code for place in report.locations):
        yield said.location, "said-place"
    for number, event in enumerate(report.events, 1):
        if event.evidence and any(place.country == code for place in event.locations):
            yield event.evidence, f"said-event-{number}"


def _source(report: Report, shown: Shown) -> SourceView:
    source = report.source
    return SourceView(
        shown.outlet(source.outlet), source.title, source.url, source.author, source.agency, source.archive_url
    )


def _events(report: Report, shown: Shown, says: _Said) -> Iterable[FurtherEvent]:
    for number, event in enumerate(report.events, 1):
        known = shown.archive.event(event.event)
        yield FurtherEvent(
            when=shown.when(event.date),
            type=shown.type(event.event_type),
            text=known.name if known else event.summary,
            href=urls.event(known.id) if known else "",
            actors=tuple(shown.actor(i) for i in event.actors),
            places=tuple(shown.place(location) for location in event.locations),
            planned=event.status == "planned",
            evidence=says(event.evidence, f"said-event-{number}"),
        )


def _claims(report: Report, shown: Shown, says: _Said) -> Iterable[ClaimView]:
    for number, claim in enumerate(report.claims, 1):
        what = names.counted(claim.what, shown.language)
        yield ClaimView(what, claim.value, claim.attributed_to, says(claim.evidence, f"said-claim-{number}"))


def _known(report: Report, archive: Archive) -> Link | None:
    known = archive.event(report.event)
    return Link(urls.event(known.id), known.name) if known else None


def _year(report: Report) -> Link | None:
    number = year_of(report.date) if report.date else None
    return Link(urls.year(number), str(number)) if number is not None else None


def _names(report: Report, actors: Mapping[str, Actor], root: str) -> dict[str, str]:
    """Every form under which the body may name one of the report's actors, and where it leads."""
    names: dict[str, str] = {}
    for role in report.actors:
        actor = actors[role.id]
        href = root + urls.actor(role.id)
        quote = report.evidence.actors.get(role.id, "")
        for form in (actor.name, *actor.aliases, *actor.weak_aliases, quote):
            if form:
                names.setdefault(form, href)
    return names


def _marks(report: Report) -> list[Mark]:
    said = report.evidence
    marks = [
        Mark(said.date, "said-date"),
        Mark(said.published, "said-published"),
        Mark(said.event_type, "said-type"),
        Mark(said.location, "said-place"),
    ]
    marks += [Mark(quote, f"said-actor-{i}") for i, quote in said.actors.items()]
    marks += [Mark(quote, f"said-country-{code}") for code, quote in said.countries.items()]
    marks += [Mark(event.evidence, f"said-event-{n}") for n, event in enumerate(report.events, 1)]
    marks += [Mark(claim.evidence, f"said-claim-{n}") for n, claim in enumerate(report.claims, 1)]
    return marks
