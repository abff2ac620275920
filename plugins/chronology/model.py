"""The nouns of the archive as plain frozen records. Only values; no behaviour beyond a look at them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

# Types for reading only: an EDTF date ("2024-03~"), an ISO 3166-1 alpha-2 code ("ML"),
# the id of a record ("vladimir-putin").
Edtf = str
Code = str
Id = str


# --------------------------------------------------------------------------------------
# What the text says: a seed, its lines, and what was found in them.
# All offsets count characters of the seed's text as given, with lines ended by "\n". What a text
# holds many of is a named tuple: made in a third of the time of a frozen dataclass.


@dataclass(frozen=True, slots=True)
class Seed:
    """A report as it was given."""

    id: str
    """What the caller calls it: a path below the archive, or the id of a JSON line."""
    text: str
    """The decoded text; "\\r\\n" has become "\\n", nothing else is changed."""
    header: Mapping[str, str] = field(default_factory=dict)
    """What is known without reading: title, date, url, author, outlet. Given, so never guessed over."""
    sha256: str = ""
    """Of the bytes of the file; empty for text that came without one."""
    body_line: int = 1
    """The file's line on which `text` begins (a YAML header may stand above it)."""


class Evidence(NamedTuple):
    """Words of the seed that an annotation rests on: `quote == text[start:end]`, always."""

    start: int
    end: int
    quote: str
    rule: str
    """The name of the rule that found it, such as "weekday"; "given" for the seed's own header."""


class Line(NamedTuple):
    """One line of a seed; or a wrapped paragraph, whose text then holds its line breaks."""

    number: int
    """Counted from 1."""
    start: int
    end: int
    """Without the line break."""
    text: str


class Dropped(NamedTuple):
    """A line that is no part of the body, and the rule that took it out."""

    line: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A seed's lines, sorted into the body and all else. Every line with a word on it is in exactly one of
    `body` and `dropped`.
    """

    title: Evidence | None
    standfirst: Evidence | None
    body: tuple[Line, ...]
    dropped: tuple[Dropped, ...]
    """In order of their lines. Title, stamp and credit lines are here too, under the rule that read them."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Who published the report, as far as the seed says."""

    outlet: str | None = None
    agency: str | None = None
    author: str | None = None
    dateline_place: str | None = None
    title: str | None = None
    """The headline there, where a citation gives it."""
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Clue:
    """One step in the dating of a report or an event, in words that a reader can check."""

    says: str
    """Such as "Niger's transitional leader Tchiani: in power since 2023-07-28"."""
    gives: Edtf
    """The interval that it leaves."""
    hard: bool
    """Whether it cuts; a soft clue only ranks."""
    evidence: Evidence | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When the report came out, when it was changed, and how that is known."""

    date: Edtf | None = None
    updated: Edtf | None = None
    evidence: tuple[Evidence, ...] = ()
    clues: tuple[Clue, ...] = ()


class DateFound(NamedTuple):
    """A date expression, after TIMEX3 (ISO-TimeML)."""

    start: int
    end: int
    text: str
    type: str
    """DATE, TIME, DURATION or SET."""
    value: str
    """TIMEX3 value: "2015-11-14", "P18M", "XXXX-WXX-2", "PAST_REF"."""
    edtf: Edtf | None
    """The same as EDTF; None where the expression names no calendar date."""
    rule: str = ""
    """The family that read it, such as "weekday"."""


class ActorFound(NamedTuple):
    """An actor that the report mentions."""

    id: Id
    name: str
    kind: str
    country: Code | None
    known: bool
    """Whether the authority files hold it; False for one discovered in the text."""
    role: str
    """primary, mentioned or source."""
    evidence: tuple[Evidence, ...]
    """Every mention, in order."""


class PlaceFound(NamedTuple):
    name: str
    country: Code | None
    evidence: tuple[Evidence, ...]


class CountryFound(NamedTuple):
    code: Code
    salience: float
    """0 to 1: how much the report is about it."""
    about: bool
    """Whether an indexer would file the report under it."""
    evidence: tuple[Evidence, ...]


class EventFound(NamedTuple):
    """An occurrence that the report tells of."""

    date: Edtf | None
    event_type: Id
    actors: tuple[Id, ...]
    places: tuple[str, ...]
    countries: tuple[Code, ...]
    evidence: tuple[Evidence, ...]
    """First the words that tell of the event, then those that date it."""
    status: str | None = None
    """"planned" for what had not happened yet when the report came out."""
    known: Id | None = None
    """The known event that it was matched with."""


class Claim(NamedTuple):
    """A figure and who gives it. Two that disagree are both kept."""

    what: str
    """What is counted: "killed", "injured", "rescued", "displaced"..."""
    value: str
    """"29", ">=20", ">100", "~50", "thousands"."""
    attributed_to: str | None
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Annotation:
    """All that was found in one seed. `annotation_json` below gives the form of the contract."""

    id: str
    title: str
    language: str
    published: Published
    source: Origin
    body: str
    dropped: tuple[Dropped, ...]
    main: int | None = None
    """Index of the main event in `events`."""
    events: tuple[EventFound, ...] = ()
    actors: tuple[ActorFound, ...] = ()
    places: tuple[PlaceFound, ...] = ()
    countries: tuple[CountryFound, ...] = ()
    """Most salient first."""
    dates: tuple[DateFound, ...] = ()
    claims: tuple[Claim, ...] = ()
    problems: tuple[str, ...] = ()
    standfirst: str = ""
    summary: str = ""
    """One sentence for lists."""


# --------------------------------------------------------------------------------------
# Authority records and the vocabulary, as people keep them in content/.


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
