"""Seeds -> report pages: the first half of the flow.

seed -> clean -> annotate -> report_of -> a new page, or the page that it has: `rewriting.rewritten`
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace

from . import body, edtf, urls
from .annotate import annotate
from .annotate.reading import split_sentences
from .archive import year_of
from .clean import clean
from .folding import fold
from .model import (
    ActorFound,
    Annotation,
    CountryFound,
    Edtf,
    EventFound,
    Evidence,
    FieldEvidence,
    Id,
    Location,
    Report,
    ReportClaim,
    ReportEvent,
    Role,
    Seed,
    SeedRef,
    Source,
)
from .vocabulary import Vocabulary

_LONGEST_SLUG = 60


def make_report(seed: Seed, vocabulary: Vocabulary, today: Edtf) -> tuple[Report, Annotation] | None:
    """The page of a seed. Its id and path are proposals: `settled` holds them against the other pages.

    None where nothing is left of the seed when all that stands around a report is cut.
    """
    annotation = annotate(seed, clean(seed.text, seed.header), vocabulary)
    if not annotation.body:
        return None
    return report_of(annotation, seed, vocabulary, today), annotation


def report_of(annotation: Annotation, seed: Seed, vocabulary: Vocabulary, today: Edtf) -> Report:
    """The annotation as a report page. Only actors with an authority record are named in the header:
    what was merely discovered waits for a person to make a record of it.
    """
    main = annotation.events[annotation.main] if annotation.main is not None else None
    known = [actor for actor in annotation.actors if actor.known]
    about = [country for country in annotation.countries if country.about]
    title = annotation.title or annotation.summary or "Untitled report"
    date = main.date if main else None
    locations = _locations(main, annotation, vocabulary) if main else ()
    published = annotation.published
    return Report(
        id=report_id(seed.sha256, ()),
        path=report_path(title, date or published.date),
        title=title,
        date=date,
        published=published.date,
        event=main.known if main else None,
        event_type=main.event_type if main else "statement",
        actors=tuple(Role(actor.id, actor.role) for actor in known),
        locations=locations,
        countries=tuple(country.code for country in about),
        summary=annotation.summary,
        source=Source(
            outlet=annotation.source.outlet or "",
            title=annotation.source.title or "",
            url=annotation.source.url or "",
            author=annotation.source.author or "",
            agency=annotation.source.agency or "",
            archive_url=seed.header.get("archive_url", ""),
            lang=annotation.language if annotation.language not in ("en", "und") else "",
        ),
        seed=SeedRef(seed.id, seed.sha256),
        lang=annotation.language if annotation.language != "und" else "en",
        events=tuple(
            _further(event, annotation, seed.text, vocabulary)
            for number, event in enumerate(annotation.events)
            if number != annotation.main
        ),
        claims=tuple(
            ReportClaim(c.what, c.value, c.attributed_to or "", c.evidence[0].quote if c.evidence else "")
            for c in annotation.claims
        ),
        clues=tuple(clue.says for clue in published.clues),
        evidence=_said(annotation, main, locations, known, about),
        confidence="reported",
        added=today,
        body=body.to_markdown(annotation.body),
    )


def _said(
    annotation: Annotation,
    main: EventFound | None,
    locations: Sequence[Location],
    known: Sequence[ActorFound],
    about: Sequence[CountryFound],
) -> FieldEvidence:
    """The words that each value of the header rests on."""
    published = annotation.published
    return FieldEvidence(
        date=main.evidence[-1].quote if main and main.date and main.evidence else "",
        published=published.evidence[0].quote if published.evidence else "",
        event_type=main.evidence[0].quote if main and main.evidence else "",
        location=_place_quote(main, annotation, locations) if main else "",
        actors={actor.id: _plainest(actor.evidence) for actor in known if actor.evidence},
        countries={country.code: _plainest(country.evidence) for country in about if country.evidence},
    )


def _further(event: EventFound, annotation: Annotation, text: str, vocabulary: Vocabulary) -> ReportEvent:
    first = event.evidence[0] if event.evidence else None
    return ReportEvent(
        event=event.known,
        date=event.date,
        event_type=event.event_type,
        actors=tuple(actor for actor in event.actors if actor in vocabulary.actors),
        locations=_locations(event, annotation, vocabulary),
        summary=_sentence(text, first.start) if first else "",
        evidence=first.quote if first else "",
        status=event.status or "",
    )


def _sentence(text: str, offset: int) -> str:
    """The sentence of the text that holds this offset."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    end = end if end >= 0 else len(text)
    for a, b in split_sentences(fold(text[start:end]), 0, end - start):
        if start + a <= offset < start + b:
            return " ".join(text[start + a : start + b].split())
    return ""


def _plainest(evidence: Sequence[Evidence]) -> str:
    """The mention that says most: "Russian Foreign Minister Sergey Lavrov" before "Lavrov"."""
    return max(evidence, key=lambda words: len(words.quote)).quote


def _locations(event: EventFound, annotation: Annotation, vocabulary: Vocabulary) -> tuple[Location, ...]:
    """Where the event was: as its record says, or else as the report does."""
    if event.known and vocabulary.events[event.known].locations:
        return vocabulary.events[event.known].locations
    if event.land and not event.places:
        return (Location(None, event.land.code),)
    countries = {place.name: place.country for place in annotation.places}
    return tuple(Location(name, countries.get(name)) for name in event.places)


def _place_quote(event: EventFound, annotation: Annotation, locations: Sequence[Location]) -> str:
    for place in annotation.places:
        if event.places and place.name == event.places[0] and place.evidence:
            return place.evidence[0].quote
    if event.land and event.land.code in [at.country for at in locations if at.place is None]:
        return event.land.evidence.quote
    return ""


# --------------------------------------------------------------------------------------
# Ids and paths.

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's: no letters that are taken for digits or for one another."""


def report_id(sha256: str, taken: Collection[Id]) -> Id:
    """Five letters and digits of the seed's hash behind an "r"; longer where that is taken.

    Drawn from the content, so that two people who ingest at the same time do not get the same id.
    """
    number = int(sha256 or hashlib.sha256().hexdigest(), 16)
    letters = "".join(_ALPHABET[(number >> shift) & 31] for shift in range(0, 255, 5))
    return next(name for length in range(5, 52) if (name := f"r{letters[:length]}") not in taken)


def report_path(title: str, date: Edtf | None) -> str:
    """Where a report of this title and date is kept, below content/."""
    return f"reports/{_folder(date)}/{_slug(title)}.md"


def _folder(date: Edtf | None) -> str:
    """The year in which a date begins; "undated" for one that is open on a side, since it may be of any year."""
    if date is None:
        return "undated"
    first, last = edtf.bounds(date)
    return str(year_of(date)) if first > edtf.OPEN_START and last < edtf.OPEN_END else "undated"


def _slug(title: str) -> str:
    slug = urls.slug(title)
    if len(slug) <= _LONGEST_SLUG:
        return slug
    return slug[: _LONGEST_SLUG + 1].rpartition("-")[0] or slug[:_LONGEST_SLUG]


def settled(report: Report, sha256: str, ids: Collection[Id], paths: Collection[str]) -> Report:
    """The report with an id and a path that no other page has. `paths` are in small letters."""
    path = report.path
    number = 1
    while path.lower() in paths:
        number += 1
        path = f"{report.path.removesuffix('.md')}-{number}.md"
    return replace(report, id=report_id(sha256, ids), path=path)
