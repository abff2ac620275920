"""What people keep in content/: authority records, the vocabulary, and the pages of reports."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .scalars import Code, Edtf, Id


@dataclass(frozen=True, slots=True)
class Office:
    """A tenure: who held which office, from when until when."""

    title: str
    country: Code | None = None
    start: Edtf | None = None
    """None: not known; the header calls it `from`."""
    end: Edtf | None = None
    """None: still held, or not known; the header calls it `to`."""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    type: str
    to: Id
    start: Edtf | None = None
    end: Edtf | None = None


@dataclass(frozen=True, slots=True)
class Actor:
    """An authority record: content/actors/<id>.md."""

    id: Id
    name: str
    kind: str
    country: Code | None = None
    aliases: tuple[str, ...] = ()
    """Forms that are linked wherever they stand."""
    weak_aliases: tuple[str, ...] = ()
    """Forms that are linked only after a strong mention on the page."""
    not_forms: tuple[str, ...] = ()
    """Forms that look like it and are somebody else; the header calls them `not`."""
    exists: Edtf | None = None
    offices: tuple[Office, ...] = ()
    relations: tuple[Relation, ...] = ()
    same_as: tuple[str, ...] = ()
    formerly: tuple[Id, ...] = ()
    """Ids that it had before, or that records had which were merged into it; their addresses lead to it."""
    checked: Edtf | None = None
    body: str = ""
    """The description, Markdown."""
    path: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Country:
    """content/countries/<code>.md over the shipped table of names."""

    code: Code
    name: str
    demonyms: tuple[str, ...] = ()
    """"Malian", "Malians"."""
    capital: str = ""
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    body: str = ""
    path: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class KnownEvent:
    """content/events/<id>.md: an occurrence with a record of its own."""

    id: Id
    name: str
    date: Edtf
    event_type: Id
    aliases: tuple[str, ...] = ()
    """Wordings by which reports refer to it."""
    actors: tuple[Id, ...] = ()
    locations: tuple[Location, ...] = ()
    same_as: tuple[str, ...] = ()
    formerly: tuple[Id, ...] = ()
    """As of an actor."""
    body: str = ""
    path: str = ""
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class EventType:
    """One row of the vocabulary of events."""

    id: Id
    label: str
    group: str
    """The heading it stands under, such as "Diplomacy"."""
    plover: str = ""
    acled: str = ""
    triggers: tuple[str, ...] = ()
    """Lemmas that announce it."""
    definition: str = ""
    """What belongs to it, in a sentence."""


# --------------------------------------------------------------------------------------
# A report page.


@dataclass(frozen=True, slots=True)
class Location:
    place: str | None
    country: Code | None


@dataclass(frozen=True, slots=True)
class Role:
    """An actor's part in a report."""

    id: Id
    role: str = "mentioned"


@dataclass(frozen=True, slots=True)
class Source:
    """The published report that the page rests on."""

    outlet: str = ""
    title: str = ""
    url: str = ""
    author: str = ""
    agency: str = ""
    archive_url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class SeedRef:
    path: str
    sha256: str
    written: Mapping[str, str] = field(default_factory=dict)
    """Of each part of the page that the machine gave, the digest of what it gave; see `authorship`."""


@dataclass(frozen=True, slots=True)
class ReportEvent:
    """A further event that a report tells of."""

    event: Id | None
    """The known event, where there is one."""
    date: Edtf | None
    event_type: Id
    actors: tuple[Id, ...] = ()
    locations: tuple[Location, ...] = ()
    summary: str = ""
    evidence: str = ""
    status: str = ""
    """"planned" or empty."""


@dataclass(frozen=True, slots=True)
class ReportClaim:
    what: str
    value: str
    attributed_to: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    date: Edtf
    note: str


@dataclass(frozen=True, slots=True)
class FieldEvidence:
    """The words that each value of a report's header rests on."""

    date: str = ""
    published: str = ""
    event_type: str = ""
    location: str = ""
    actors: Mapping[Id, str] = field(default_factory=dict)
    countries: Mapping[Code, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """A report page: content/reports/<year>/<slug>.md. Light: the body is Markdown, not HTML."""

    id: Id
    path: str
    """Below content/, such as "reports/2015/vienna-talks.md"; it gives the address."""
    title: str
    event_type: Id
    date: Edtf | None = None
    published: Edtf | None = None
    event: Id | None = None
    """The known event that the main event is."""
    actors: tuple[Role, ...] = ()
    locations: tuple[Location, ...] = ()
    countries: tuple[Code, ...] = ()
    summary: str = ""
    source: Source = Source()
    seed: SeedRef | None = None
    rights: str = "full"
    events: tuple[ReportEvent, ...] = ()
    claims: tuple[ReportClaim, ...] = ()
    clues: tuple[str, ...] = ()
    """How the date of publication was found, a sentence a step; empty where a stamp says it."""
    evidence: FieldEvidence = FieldEvidence()
    confidence: str = "reported"
    added: Edtf | None = None
    reviewed: Edtf | None = None
    corrections: tuple[Correction, ...] = ()
    lang: str = "en"
    body: str = ""
    body_line: int = 1
    """The file's line on which the body begins, so that a problem in it can be placed."""

    @property
    def leading(self) -> tuple[Id, ...]:
        """Who takes part in the main event; everybody whom it names where it does not say."""
        return tuple(r.id for r in self.actors if r.role == "primary") or tuple(r.id for r in self.actors)


Record = Report | Actor | Country | KnownEvent
"""What has a page of its own in content/."""
