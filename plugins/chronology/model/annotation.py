"""What a text says: a seed, its lines, and what was found in them.

All offsets count characters of the seed's text as given, with lines ended by a line feed. What a text holds many of
is a named tuple: made in a third of the time of a frozen dataclass.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from .scalars import Code, Edtf, Id


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


class Land(NamedTuple):
    """The country in which an event happened, and the words that say so."""

    code: Code
    evidence: Evidence


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
    land: Land | None = None
    """Of a main event, for where the report names no place."""


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
