"""One page of another archive -> a report of ours, with what was not understood."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .. import fields, header
from ..ingest import report_path
from ..model import Edtf, Location, Report, Role, Source
from ..problems import Problem
from ..vocabulary import Vocabulary
from . import finding
from .mapping import Mapping
from .values import NewActors, country_of, date_of, event_type_of


@dataclass(frozen=True, slots=True)
class Unread:
    """Something of a header that was not understood."""

    what: str
    """Such as `the key "importance" is in no mapping`: the same words on every page, so that it can be counted."""
    hint: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Brought:
    report: Report
    """Its path is a proposal, and its id a digest that one is to be drawn from."""
    unread: tuple[Unread, ...]


def bring(
    text: str, path: str, mapping: Mapping, vocabulary: Vocabulary, actors: NewActors, today: Edtf
) -> Brought | Problem:
    """The page at `path`, which is relative to the folder of the foreign archive; a Problem where it cannot be one."""
    try:
        parts = header.split(text)
        given = header.parse(parts.header or "")
    except header.HeaderError as error:
        return Problem(path, error.message, error.hint, error.line, error.column, code=error.code)
    reader = _Reader(given, mapping, vocabulary)
    title = reader.text("title")
    if not title:
        where = " or ".join(mapping.fields["title"])
        return Problem(
            path, f"it has no title under {where}", "name another key under fields.title", code="missing-key"
        )
    date, published = reader.date("date"), reader.date("published")
    report = Report(
        id=hashlib.sha256(f"import {path}".encode()).hexdigest(),
        path=report_path(title, date or published),
        title=title,
        date=date,
        published=published,
        event_type=reader.event_type(),
        actors=tuple(reader.roles(actors)),
        locations=reader.locations(),
        countries=tuple(dict.fromkeys(reader.countries("countries"))),
        summary=reader.text("summary"),
        source=reader.source(),
        rights=reader.choice("rights", fields.RIGHTS, "facts"),
        confidence=reader.choice("confidence", fields.CONFIDENCES, "reported"),
        lang=reader.text("lang") or mapping.defaults.get("lang", "en"),
        added=today,
        body=reader.body(parts.body),
    )
    return Brought(report, tuple(reader.all_unread()))


class _Reader:
    """Reads one header; what it cannot read it notes."""

    def __init__(self, given: header.Mapping, mapping: Mapping, vocabulary: Vocabulary) -> None:
        self.given, self.mapping, self.vocabulary = given, mapping, vocabulary
        self.unread: list[Unread] = []

    def paths(self, name: str) -> tuple[str, ...]:
        return self.mapping.fields.get(name, ())

    def text(self, name: str) -> str:
        """Our field's words on one line."""
        found = finding.first(self.given, self.paths(name))
        return " ".join(self.said(name, found).split()) if found else ""

    def said(self, name: str, found: header.Text) -> str:
        """Their word as it is here."""
        return self.mapping.values.get(name, {}).get(found.lower(), str(found))

    def date(self, name: str) -> Edtf | None:
        found = finding.first(self.given, self.paths(name))
        if found is None:
            return None
        date = date_of(self.said(name, found))
        if date is None:
            self.note(name, found, "no date", "write it as an EDTF date such as 2021-03-04")
        return date

    def event_type(self) -> str:
        """The first of their words that is one here."""
        words = finding.every(self.given, self.paths("event_type"))
        known = [(word, event_type_of(self.said("event_type", word), self.vocabulary)) for word in words]
        for word, found in known:
            if not found:
                self.note("event_type", word, "no type of event")
        return next((found for _, found in known if found), None) or self.mapping.defaults.get(
            "event_type", "statement"
        )

    def roles(self, actors: NewActors) -> Iterator[Role]:
        """The first is the one that the page is about most."""
        ids: dict[str, None] = {}
        for word in finding.every(self.given, self.paths("actors")):
            name = " ".join(self.said("actors", word).split())
            kind = self.mapping.kinds.get(name) or self.mapping.defaults.get("actor_kind", "person")
            ids[actors.id_of(name, kind)] = None
        yield from (Role(id_, "mentioned" if number else "primary") for number, id_ in enumerate(ids))

    def countries(self, name: str) -> Iterator[str]:
        for word in finding.every(self.given, self.paths(name)):
            code = country_of(self.said(name, word), self.vocabulary)
            if code:
                yield code
            else:
                self.note(name, word, "no country")

    def locations(self) -> tuple[Location, ...]:
        place = self.text("location.place")
        country = next(iter(self.countries("location.country")), None)
        return (Location(place or None, country),) if place or country else ()

    def source(self) -> Source:
        found = {key: self.text(f"source.{key}") for key in Source.__slots__}
        for key in ("url", "archive_url"):
            if found[key] and not re.fullmatch(fields.Address.pattern, found[key]):
                word = finding.first(self.given, self.paths(f"source.{key}"))
                assert word is not None
                self.note(f"source.{key}", word, "no web address", "write it with https:// before it")
                found[key] = ""
        return Source(**found)

    def choice(self, name: str, known: Sequence[str], otherwise: str) -> str:
        found = finding.first(self.given, self.paths(name))
        if found and self.said(name, found).lower() in known:
            return self.said(name, found).lower()
        if found:
            self.note(name, found, f"none of {', '.join(known)}")
        return self.mapping.defaults.get(name, otherwise)

    def body(self, below: str) -> str:
        """Their text, and the sources that a header of ours has no room for."""
        text = below.strip("\n") or self.text("body")
        further = "".join(f"- {line}\n" for line in self.further_sources())
        parts = [part for part in (text, f"## Further sources\n\n{further}" if further else "") if part]
        return "\n\n".join(part.rstrip("\n") for part in parts) + "\n" if parts else ""

    def further_sources(self) -> Iterator[str]:
        """All but the first of a list of sources, each as a line of Markdown."""
        named = {key: path for key in Source.__slots__ for path in self.paths(f"source.{key}")}
        listed = next(filter(None, (finding.items(self.given, path) for path in named.values())), None)
        for item in (listed or [])[1:]:
            said = {key: finding.first(item, (path.partition(".")[2],)) or "" for key, path in named.items()}
            words = ", ".join(filter(None, (said.get("title"), said.get("outlet"), said.get("author"))))
            address = said.get("url", "")
            sound = re.fullmatch(fields.Address.pattern, address)
            yield f"[{_plain(words) or address}](<{address}>)" if sound else _plain(f"{words} {address}".strip())

    def note(self, name: str, word: header.Text, is_: str, hint: str = "") -> None:
        advice = hint or f"say what it is under values.{name}, or leave it"
        self.unread.append(Unread(f'{name}: "{word}" is {is_}', advice, word.line, word.column))

    def all_unread(self) -> Iterator[Unread]:
        yield from self.unread
        for key in self.given:
            if key not in self.mapping.keys:
                hint = "name it under fields, or under ignore"
                yield Unread(f'the key "{key}" is in no mapping', hint, key.line, key.column)


def _plain(words: str) -> str:
    """Words that Markdown reads as words."""
    return re.sub(r"([\\\[\]<>*_`])", r"\\\1", words)
