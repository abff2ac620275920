"""The archive -> the lists of its actors, countries, event types, sources and known events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .. import urls
from ..archive import Entry
from ..languages import names
from .letters import Index, IndexView, Section
from .parts import Counted, EntryView, Link
from .previews import Preview, previews
from .shown import Shown
from .volumes import Shelf, Volumes, happened


@dataclass(frozen=True, slots=True)
class EventsView:
    """Keys of events.html."""

    total: int
    entries: tuple[EntryView, ...]
    volumes: Volumes | None
    """Of more events than a page should hold; then `entries` is empty."""
    previews: tuple[Preview, ...]


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


def actors(shown: Shown) -> Index:
    archive, _ = shown.archive, shown.language.gettext
    lead = _("People, states, organisations and armed groups that reports name.")

    def rows() -> Iterable[Counted]:
        for actor in archive.actors.values():
            link, kind = shown.actor(actor.id), names.actor_kind(actor.kind, shown.language)
            number = len(archive.reports_by_actor.get(actor.id, ()))
            yield Counted(link.href, link.text, number, kind, actor.kind.replace("_", "-"))

    return Index(urls.ACTORS, _("Actors"), lead, "actor", len(archive.actors), rows, shown)


def sources(shown: Shown) -> Index:
    outlets, _ = shown.archive.reports_by_source, shown.language.gettext
    lead = _("Outlets whose reports the archive rests on.")

    def rows() -> Iterable[Counted]:
        for reports in outlets.values():
            outlet = names.outlet(reports)
            yield Counted(urls.source(outlet), outlet, len(reports))

    return Index(urls.SOURCES, _("Sources"), lead, "source", len(outlets), rows, shown)


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
    known, shelved = _known(shown), shelf_of_events(shown)
    listed = () if shelved else tuple(map(shown.entry, known))
    told = shelved.latest()[0] if shelved else known
    return EventsView(len(known), listed, shelved.volumes(shown) if shelved else None, previews(shown, told))


def shelf_of_events(shown: Shown) -> Shelf | None:
    """The years of all known events with a page each; None where one page can hold all."""
    return Shelf.of(Link(urls.EVENTS, shown.language.gettext("Known events")), _known(shown), (), happened, shown.room)


def _known(shown: Shown) -> list[Entry]:
    return [entry for entry in shown.archive.entries if entry.known]
