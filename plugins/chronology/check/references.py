"""Ids that no record has, each with what was probably meant."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property

from ..outlines import plain
from ..problems import Problem, did_you_mean
from ..urls import slug
from ..validate import Reference
from .around import Around

_FOLDERS = {"actor": "actors", "country": "countries", "event": "events"}


class References:
    """The ids of all records, and the names by which people may write instead."""

    def __init__(self, around: Around) -> None:
        self._around = around
        self._hints: dict[tuple[str, str], str] = {}

    def unknown(self, references: Iterable[Reference]) -> Iterator[Problem]:
        """A problem for every reference to a record that is not there."""
        for reference in references:
            if reference.id in self._tables[reference.table] or reference.id in self._unread[reference.table]:
                continue
            noun = reference.table.replace("_", " ")
            code = f"unknown-{reference.table.replace('_', '-')}"
            message = f'unknown {noun} "{reference.id}"'
            if reference.id in self._former[reference.table]:
                message = f'"{reference.id}" is a former id of {self._former[reference.table][reference.id]}'
            place = (reference.line, reference.column)
            yield Problem(reference.path, message, self._hint(reference), *place, code=code)

    @cached_property
    def _tables(self) -> Mapping[str, Collection[str]]:
        around = self._around
        return {
            "actor": around.actors.keys(),
            "country": around.countries.keys(),
            "event": around.events.keys(),
            "event_type": around.event_types.keys(),
        }

    @cached_property
    def _unread(self) -> Mapping[str, Collection[str]]:
        unread = {table: self._around.ids_unread(folder) for table, folder in _FOLDERS.items()}
        return {**unread, "country": {code.upper() for code in unread["country"]}, "event_type": ()}

    @cached_property
    def _names(self) -> Mapping[str, Mapping[str, str]]:
        """The id of what is called by a name."""
        around = self._around
        return {
            "actor": {name: actors[0].id for name, actors in around.actors_called.items()},
            "country": {plain(name): code for code, names in around.countries.items() for name in names},
            "event": {name: events[0].id for name, events in around.events_called.items()},
            "event_type": {plain(label): type_ for type_, label in around.event_types.items()},
        }

    @cached_property
    def _former(self) -> Mapping[str, Mapping[str, str]]:
        """The id that a record has now, by those that it had before."""
        actors = {former: actor.id for actor in self._around.actors.values() for former in actor.formerly}
        events = {former: event.id for event in self._around.events.values() for former in event.formerly}
        return {"actor": actors, "country": {}, "event": events, "event_type": {}}

    def _hint(self, reference: Reference) -> str:
        """What to write instead; the same for every place where the same is written."""
        asked = (reference.table, reference.id)
        if asked not in self._hints:
            self._hints[asked] = self._meant(*asked)
        return self._hints[asked]

    def _meant(self, table: str, written: str) -> str:
        if now := self._former[table].get(written):
            return f"write {now}: {self._name_of(table, now)}"
        if named := self._names[table].get(plain(written)):
            return f"write {named}: {self._name_of(table, named)}"
        if table == "country" and (actor := self._names["actor"].get(plain(written))):
            return f"that is no country, but an actor: name {actor} under `actors`"
        known = self._tables[table]
        # Countries have codes of two letters: any two of them are near, so only names are compared.
        near = self._near_country(written) if table == "country" else did_you_mean(slug(written), known)
        if table == "country" and not near:
            near = "write its code of two letters (ISO 3166-1), such as ML;"
        if folder := _FOLDERS.get(table):
            make = f"make content/{folder}/{slug(written)}.md"
            return f"{near} otherwise {make}" if near else make
        return near or f"one of: {', '.join(sorted(known))}"

    def _near_country(self, written: str) -> str:
        names = self._names["country"]
        near = did_you_mean(plain(written), [name for name in names if len(name) > 3]) if len(written) > 3 else ""
        codes = {names[name] for name in near.split('"')[1::2]}
        meant = " or ".join(f"{code} ({self._around.countries[code][0]})" for code in sorted(codes))
        return f"did you mean {meant}?" if meant else ""

    def _name_of(self, table: str, id_: str) -> str:
        around = self._around
        if table == "country":
            return around.countries[id_][0]
        if table == "event_type":
            return around.event_types[id_]
        return (around.actors if table == "actor" else around.events)[id_].name
