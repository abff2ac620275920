"""The archive -> the lists of its actors, countries, event types, sources and known events."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from .. import urls
from ..languages import names
from .parts import Counted, EntryView, ReportCard, Shown, When


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its entries: a letter, or a group."""

    label: str
    anchor: str
    items: tuple[Counted, ...]

    @property
    def count(self) -> int:
        """Of all its entries together."""
        return sum(item.count for item in self.items)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of actors, by which their index can be narrowed."""

    id: str
    label: str
    count: int
    """Actors of it."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """Keys of listing.html: actors by letter, types by group, sources by letter."""

    title: str
    lead: str
    """What is listed, in one sentence."""
    noun: str
    """"actor", "type" or "source", for the count."""
    total: int
    sections: tuple[Section, ...]
    kinds: tuple[Kind, ...] = ()
    """Of the actors, in order of their number; empty where there is one only, and for other things."""


@dataclass(frozen=True, slots=True)
class EventsView:
    """Keys of events.html."""

    total: int
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    when: When
    note: str
    report: ReportCard


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Keys of corrections.html."""

    corrections: tuple[CorrectionEntry, ...]
    """The latest first."""


@dataclass(frozen=True, slots=True)
class SearchView:
    """Keys of search.html."""

    reports: int
    """How many are searched."""


@dataclass(frozen=True, slots=True)
class DataFile:
    href: str
    name: str
    what: str
    """What it holds, in a sentence."""


@dataclass(frozen=True, slots=True)
class DataView:
    """Keys of data.html."""

    files: tuple[DataFile, ...]


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """404.html has no keys of its own."""


@dataclass(frozen=True, slots=True)
class RedirectView:
    """Keys of redirect.html, at a permanent address."""

    href: str
    title: str


def actors(title: str, lead: str, shown: Shown) -> IndexView:
    archive = shown.archive
    rows = (
        Counted(
            urls.actor(a.id),
            shown.actor(a.id).text,
            len(archive.reports_by_actor.get(a.id, ())),
            names.actor_kind(a.kind, shown.language),
            _class(a.kind),
        )
        for a in archive.actors.values()
    )
    total, sections = lettered(rows)
    counts = Counter(actor.kind for actor in archive.actors.values())
    kinds = tuple(
        Kind(_class(kind), names.actor_kind(kind, shown.language), counts[kind])
        for kind in sorted(counts, key=lambda kind: (-counts[kind], kind))
    )
    return IndexView(title, lead, "actor", total, sections, kinds if len(kinds) > 1 else ())


def _class(kind: str) -> str:
    return kind.replace("_", "-")


def sources(title: str, lead: str, shown: Shown) -> IndexView:
    rows = (
        Counted(urls.source(reports[0].source.outlet), reports[0].source.outlet, len(reports))
        for reports in shown.archive.reports_by_source.values()
    )
    return IndexView(title, lead, "source", *lettered(rows))


def types(title: str, lead: str, shown: Shown) -> IndexView:
    archive = shown.archive
    groups: dict[str, list[Counted]] = {}
    for record in archive.event_types.values():
        link = shown.type(record.id)
        number = len(archive.entries_by_type.get(record.id, ()))
        groups.setdefault(record.group, []).append(Counted(link.href, link.label, number, link.group_id))
    sections = tuple(
        Section(names.group(group, shown.language), urls.slug(group), tuple(items)) for group, items in groups.items()
    )
    return IndexView(title, lead, "type", sum(len(s.items) for s in sections), sections)


def events(shown: Shown) -> EventsView:
    known = tuple(shown.entry(entry) for entry in shown.archive.entries if entry.known)
    return EventsView(len(known), known)


def corrections(shown: Shown) -> CorrectionsView:
    made = [
        CorrectionEntry(date, correction.note, shown.card(report))
        for report in shown.archive.reports
        for correction in report.corrections
        if (date := shown.when(correction.date))
    ]
    return CorrectionsView(tuple(sorted(made, key=lambda c: (c.when.edtf, c.report.id), reverse=True)))


def lettered(rows: Iterable[Counted]) -> tuple[int, tuple[Section, ...]]:
    """How many there are, and these by their first letters."""
    letters: dict[str, list[Counted]] = {}
    total = 0
    for row in sorted(rows, key=lambda r: (_sorting(r.text), r.href)):
        total += 1
        first = _sorting(row.text)[:1].upper()
        letters.setdefault(first if first.isalpha() else "#", []).append(row)
    sections = (Section(letter, f"letter-{_anchor(letter)}", tuple(items)) for letter, items in sorted(letters.items()))
    return total, tuple(sections)


def _anchor(letter: str) -> str:
    if letter == "#":
        return "other"
    return letter.lower() if letter.isascii() else f"{ord(letter):04x}"


def _sorting(text: str) -> str:
    """Names sort without accents and without case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().lstrip("'\"«“ ")
