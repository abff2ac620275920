"""A record -> what the checks of other pages must know of it: plain values, small enough to keep for a whole archive.

An outline is made of texts, numbers and tuples alone, so that it can be kept as JSON and compared cheaply.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from . import edtf
from .folding import fold
from .model import Actor, Code, Country, Edtf, Id, Location, Record, Report

LONGEST = 3
"""Days that an event may have lasted to be compared with others; what is dated less exactly is not."""

_WORD = re.compile(r"[^\W_]{4,}")


class Telling(NamedTuple):
    """An event as a report tells it."""

    key: tuple[str | int, ...]
    """Where in the header it stands."""
    first: int
    last: int
    event_type: Id
    actors: tuple[Id, ...]
    places: tuple[str, ...]
    """In small letters, without accents."""
    words: tuple[str, ...]
    """The longer words that tell it, sorted, without accents and endings, and without names of actors and places."""


class ReportOutline(NamedTuple):
    path: str
    id: Id
    url: str
    """Of its source, without what does not tell one page from another."""
    seed: str
    actors: tuple[Id, ...]
    tellings: tuple[Telling, ...]
    """The events that are dated to a few days and refer to no known event."""


class ActorOutline(NamedTuple):
    path: str
    id: Id
    name: str
    kind: str
    country: Code | None
    aliases: tuple[str, ...]
    nots: tuple[str, ...]
    exists: Edtf | None
    offices: tuple[tuple[str, Code | None, Edtf | None, Edtf | None], ...]
    """Title, country, first and last day."""
    same_as: tuple[str, ...]
    formerly: tuple[Id, ...]


class EventOutline(NamedTuple):
    path: str
    id: Id
    name: str
    aliases: tuple[str, ...]
    same_as: tuple[str, ...]
    formerly: tuple[Id, ...]


class CountryOutline(NamedTuple):
    path: str
    code: Code
    name: str
    names: tuple[str, ...]
    """Its other names and its demonyms."""


Outline = ReportOutline | ActorOutline | EventOutline | CountryOutline


def outline(record: Record, tellings: bool = True) -> Outline:
    """What other pages' checks must know of a record. The tellings are most of the work, and a build needs none."""
    if isinstance(record, Report):
        seed = record.seed.path if record.seed else ""
        told = tuple(_tellings(record)) if tellings else ()
        actors = tuple(role.id for role in record.actors)
        return ReportOutline(record.path, record.id, _bare(record.source.url), seed, actors, told)
    if isinstance(record, Actor):
        offices = tuple((held.title, held.country, held.start, held.end) for held in record.offices)
        named = (record.name, record.kind, record.country, record.aliases, record.not_forms)
        return ActorOutline(record.path, record.id, *named, record.exists, offices, record.same_as, record.formerly)
    if isinstance(record, Country):
        return CountryOutline(record.path, record.code, record.name, (*record.aliases, *record.demonyms))
    return EventOutline(record.path, record.id, record.name, record.aliases, record.same_as, record.formerly)


_KINDS: tuple[type[Any], ...] = (ReportOutline, ActorOutline, EventOutline, CountryOutline)


def to_row(outlined: Outline) -> list[Any]:
    """An outline as a row of JSON."""
    return [_KINDS.index(type(outlined)), *outlined]


def from_row(row: list[Any]) -> Outline:
    """The outline in a row of JSON. Lists become tuples again."""
    kind = _KINDS[row[0]]
    values = [_frozen(value) for value in row[1:]]
    if kind is ReportOutline:
        values[-1] = tuple(Telling(*telling) for telling in values[-1])
    made: Outline = kind(*values)
    return made


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def _tellings(report: Report) -> Iterator[Telling]:
    if report.date and not report.event:
        words = f"{report.title} {report.summary}"
        actors = [role.id for role in report.actors]
        yield from _telling((), report.date, report.event_type, actors, report.locations, words)
    for number, event in enumerate(report.events):
        if event.date and not event.event and event.status != "planned":
            words = f"{event.summary} {event.evidence}"
            where = ("events", number)
            yield from _telling(where, event.date, event.event_type, event.actors, event.locations, words)


def _telling(
    key: tuple[str | int, ...],
    date: Edtf,
    event_type: Id,
    actors: Iterable[Id],
    locations: Iterable[Location],
    words: str,
) -> Iterator[Telling]:
    first, last = edtf.bounds(date)
    ids, places = tuple(actors), tuple(plain(place.place) for place in locations if place.place)
    if last - first >= LONGEST or not ids:
        return
    names = {stem(word) for name in (*ids, *places) for word in _WORD.findall(name)}
    told = {stem(word) for word in _WORD.findall(plain(words))} - names
    yield Telling(key, first, last, event_type, ids, places, tuple(sorted(told)))


def plain(text: str) -> str:
    """The text in small letters without accents, with single spaces."""
    return " ".join(fold(text).casefold().split())


def stem(word: str) -> str:
    """A word without its ending, so that "meets" and "meeting" count as one: alike is enough here."""
    for ending in ("ing", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word


def _bare(url: str) -> str:
    """An address without what differs between two links to one page; empty for a mere front page."""
    address = re.sub(r"^https?://(?:www\.|m\.)?", "", url.strip(), flags=re.IGNORECASE)
    address = re.sub(r"[?&](?:utm_|fbclid|gclid)[^&#]*", "", address.partition("#")[0])
    bare = address.rstrip("/?&").lower()
    return bare if "/" in bare else ""
