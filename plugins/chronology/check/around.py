"""The outlines of all records -> what a check of one page may ask of the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from .. import urls
from ..model import Code, Edtf, EventType, Id
from ..outlines import (
    ActorOutline,
    CountryOutline,
    EventOutline,
    Outline,
    ReportOutline,
    Telling,
    plain,
)
from ..vocabulary import shipped_countries, shipped_event_types
from .alike import words

Key = TypeVar("Key")
Held = TypeVar("Held")
THE_SITE = "the index of the site"


@dataclass(frozen=True, slots=True)
class SeedFiles:
    """The seeds as the checks see them: looked up when one is asked for, since most are not."""

    sha256: Callable[[str], str | None] = lambda _path: None
    """Of the bytes of a seed; None where there is no such file."""
    text: Callable[[str], str] = lambda _path: ""
    """The words of a seed with those of its header; empty where it cannot be read."""


@dataclass
class Around:
    """All other pages, as far as the checks of one ask for them. Every index is made when it is first needed."""

    outlines: Collection[Outline]
    looked_at: Collection[str]
    """The paths of the pages that are checked. What two pages share is told of the second; or of the only one that is
    looked at.
    """
    unread: Collection[str] = ()
    """The paths of the pages that cannot be read: whoever refers to one of them has not mistyped its id."""
    linkable: Collection[str] = ()
    """The paths below content/ that `{filename}` may name."""
    own_types: Mapping[Id, EventType] = field(default_factory=dict)
    """The event types of the archive; none: the shipped ones."""
    seeds: SeedFiles = field(default_factory=SeedFiles)
    today: Edtf | None = None

    def tells(self, path: str, others: Iterable[str]) -> bool:
        """Whether a page is the one to tell what it shares with these."""
        others = [other for other in others if other != path]
        return bool(others) and (path > min(others) or not any(other in self.looked_at for other in others))

    def ids_unread(self, folder: str) -> set[Id]:
        """The ids of the records in a folder of content/ that cannot be read."""
        return {PurePosixPath(path).stem for path in self.unread if path.startswith(f"{folder}/")}

    @cached_property
    def by_path(self) -> dict[str, Outline]:
        return {outlined.path: outlined for outlined in self.outlines}

    @cached_property
    def reports(self) -> list[ReportOutline]:
        return [outlined for outlined in self.outlines if isinstance(outlined, ReportOutline)]

    @cached_property
    def actors(self) -> dict[Id, ActorOutline]:
        return {outlined.id: outlined for outlined in self.outlines if isinstance(outlined, ActorOutline)}

    @cached_property
    def events(self) -> dict[Id, EventOutline]:
        return {outlined.id: outlined for outlined in self.outlines if isinstance(outlined, EventOutline)}

    @cached_property
    def countries(self) -> dict[Code, tuple[str, ...]]:
        """The names of each country: its own first."""
        own = {o.code: (o.name, *o.names) for o in self.outlines if isinstance(o, CountryOutline)}
        shipped = {code: (row.name, *row.aliases, *row.demonyms) for code, row in shipped_countries().items()}
        return {**shipped, **{code: (*names, *shipped.get(code, ())) for code, names in own.items()}}

    @cached_property
    def event_types(self) -> dict[Id, str]:
        """The label of each type."""
        return {row.id: row.label for row in self.own_types.values() or shipped_event_types()}

    @cached_property
    def at_address(self) -> dict[str, list[str]]:
        """The pages that claim an address, without case: `Vienna.md` and `vienna.md` are one file on many disks."""
        pages = [(_address(outlined).lower(), outlined.path) for outlined in self.outlines]
        indexes = (urls.ACTORS, urls.EVENTS, urls.COUNTRIES, urls.TYPES, urls.SOURCES)
        return filed([*((address, THE_SITE) for address in indexes), *sorted(pages)])

    @cached_property
    def with_id(self) -> dict[Id, list[str]]:
        """The reports that have an id."""
        return filed((report.id, report.path) for report in self.reports)

    @cached_property
    def from_source(self) -> dict[str, list[str]]:
        """The reports whose source has an address."""
        return filed((report.url, report.path) for report in self.reports if report.url)

    @cached_property
    def from_seed(self) -> dict[str, list[str]]:
        """The reports that were made from a seed."""
        return filed((report.seed, report.path) for report in self.reports if report.seed)

    @cached_property
    def actors_called(self) -> dict[str, list[ActorOutline]]:
        """The actors of which a form is the name or an alias."""
        named = ((plain(form), actor) for actor in self.actors.values() for form in (actor.name, *actor.aliases))
        return filed(named)

    @cached_property
    def events_called(self) -> dict[str, list[EventOutline]]:
        """The known events of which a wording is the name or an alias."""
        named = ((plain(form), event) for event in self.events.values() for form in (event.name, *event.aliases))
        return filed(named)

    @cached_property
    def identified(self) -> dict[str, list[str]]:
        """The actors and known events that are said to be the same as something elsewhere."""
        records: list[ActorOutline | EventOutline] = [*self.actors.values(), *self.events.values()]
        return filed((same, record.path) for record in records for same in record.same_as)

    def resembling(self, actor: ActorOutline) -> list[ActorOutline]:
        """The other actors whose name has all words but one in common with the name of this one."""
        found = {near.id: near for key in _but_one(actor.name) for near in self._but_one_word.get(key, ())}
        return [near for near in found.values() if near.id != actor.id]

    @cached_property
    def _but_one_word(self) -> dict[tuple[str, ...], list[ActorOutline]]:
        return filed((key, actor) for actor in self.actors.values() for key in _but_one(actor.name))

    @cached_property
    def told_of(self) -> dict[tuple[int, Id, Id], list[tuple[ReportOutline, Telling]]]:
        """The events of a day, of a type and of an actor, as reports tell them."""
        return filed(
            (key, (report, telling)) for report in self.reports for telling in report.tellings for key in keys(telling)
        )


def keys(telling: Telling) -> Iterator[tuple[int, Id, Id]]:
    """The days of an event with its type and each of its actors."""
    for day in range(telling.first, telling.last + 1):
        for actor in telling.actors:
            yield day, telling.event_type, actor


def filed(pairs: Iterable[tuple[Key, Held]]) -> dict[Key, list[Held]]:
    """What is held under each key, in the order in which it comes. What comes twice in a row is held once."""
    files: defaultdict[Key, list[Held]] = defaultdict(list)
    for key, held in pairs:
        if not files[key] or files[key][-1] != held:
            files[key].append(held)
    return dict(files)


def _but_one(name: str) -> list[tuple[str, ...]]:
    """The words of a name, each left out once."""
    whole = words(name)
    return [(*whole[:at], *whole[at + 1 :]) for at in range(len(whole))] if len(whole) > 1 else []


def _address(outlined: Outline) -> str:
    if isinstance(outlined, ReportOutline):
        return urls.report(outlined.path)
    if isinstance(outlined, ActorOutline):
        return urls.actor(outlined.id)
    if isinstance(outlined, CountryOutline):
        return urls.country(outlined.code)
    return urls.event(outlined.id)
