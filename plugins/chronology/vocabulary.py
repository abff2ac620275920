"""The tables that annotation reads: authority records, known events, event types and place names.

A `Vocabulary` is made once per process from the records of content/ and the tables shipped in
data/. What the user's archive defines replaces what is shipped, record by record.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

import yaml

from .lexicon import Lexicon, split_name, word_set
from .model import Actor, Code, Country, EventType, Id, KnownEvent

DATA = files(__package__) / "data"
Made = TypeVar("Made")


class Sense(NamedTuple):
    """What a geographic name stands for."""

    kind: str
    """name, demonym, capital, city, town, region or seat, in the order in which one goes before another."""
    codes: tuple[Code, ...]
    """Several where countries share a demonym ("Congolese"); none for a region of many countries."""
    name: str
    """The name that is printed."""


class Alias(NamedTuple):
    """An actor that a form may stand for."""

    id: Id
    strength: str
    """alias, weak_alias or not."""


@dataclass(frozen=True, slots=True)
class Salience:
    """A logistic model small enough to read: data/salience.json, fitted by tools/fit_salience.py."""

    coefficients: Mapping[str, float] = field(default_factory=dict)
    threshold: float = 0.5
    """From here on a report is about a country."""

    def salience(self, features: Mapping[str, float]) -> float:
        weight = self.coefficients.get
        return 1 / (1 + math.exp(-sum([value * weight(name, 0.0) for name, value in features.items()])))


@dataclass(frozen=True)
class Vocabulary:
    """Everything that is known before a report is read."""

    actors: Mapping[Id, Actor] = field(default_factory=dict)
    countries: Mapping[Code, Country] = field(default_factory=dict)
    events: Mapping[Id, KnownEvent] = field(default_factory=dict)
    event_types: Mapping[Id, EventType] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        actors: Iterable[Actor] = (),
        countries: Iterable[Country] = (),
        events: Iterable[KnownEvent] = (),
        event_types: Iterable[EventType] = (),
    ) -> Vocabulary:
        """The shipped tables under the user's own records. Own event types replace all that are shipped."""
        shipped, own = shipped_countries(), {country.code: country for country in countries}
        types = tuple(event_types) or shipped_event_types()
        return cls(
            actors={actor.id: actor for actor in sorted(actors, key=lambda actor: actor.id)},
            countries={**shipped, **{code: _over(shipped.get(code), row) for code, row in own.items()}},
            events={event.id: event for event in sorted(events, key=lambda event: event.id)},
            event_types={row.id: row for row in types},
        )

    def once(self, make: Callable[[Vocabulary], Made]) -> Made:
        """What a rule makes of the vocabulary before it reads: made when first asked for, then kept."""
        made: dict[Callable[[Vocabulary], Made], Made] = self._made
        if make not in made:
            made[make] = make(self)
        return made[make]

    @cached_property
    def _made(self) -> dict[Any, Any]:
        return {}

    @cached_property
    def places(self) -> Lexicon[Sense]:
        """Countries in all their forms, cities, regions and seats of government."""
        if self.countries == shipped_countries() and not self._state_forms:
            return _shipped_places()
        return Lexicon((*self._state_forms, *_senses(self.countries.values()), *_shipped_senses()))

    @cached_property
    def shortened(self) -> Mapping[str, Sense]:
        """Provinces by the short forms that stand behind a town: "Mass" for Massachusetts."""
        return _shortened()

    @cached_property
    def names(self) -> Lexicon[tuple[Alias, ...]]:
        """The forms of all actors but states, each with all that it may stand for."""
        forms: dict[str, dict[Id, Alias]] = {}
        for actor in self.actors.values():
            if actor.kind != "state":
                for form, strength in _forms(actor):
                    # "Al-Qaeda" and "Al Qaeda" are one form.
                    forms.setdefault(" ".join(split_name(form)), {}).setdefault(actor.id, Alias(actor.id, strength))
        return Lexicon((form, tuple(held.values())) for form, held in forms.items())

    @cached_property
    def event_names(self) -> Lexicon[Id]:
        """The wordings by which reports refer to known events."""
        events = self.events.values()
        return Lexicon((form, event.id) for event in events for form in (event.name, *event.aliases))

    @cached_property
    def states(self) -> Mapping[Code, Actor]:
        """The authority record of each country that has one."""
        records = sorted(self.actors.values(), key=lambda actor: actor.id, reverse=True)
        return {actor.country: actor for actor in records if actor.kind == "state" and actor.country}

    @cached_property
    def salience(self) -> Salience:
        """What says how much a report is about a country."""
        return _shipped_salience()

    @cached_property
    def given_names(self) -> frozenset[str]:
        return _given_names()

    @cached_property
    def _state_forms(self) -> tuple[tuple[str, Sense], ...]:
        """What the authority records of states call them, beyond the table of countries."""
        return tuple(
            (form, Sense("name", (code,), self.countries[code].name))
            for code, actor in self.states.items()
            for form in (actor.name, *actor.aliases)
            if code in self.countries and form not in _country_forms(self.countries[code])
        )


def _over(shipped: Country | None, own: Country) -> Country:
    """A user's country; its names stand before the shipped ones, so that a page which gives its official name does not
    take "Soviet Union" from every older report.
    """
    if shipped is None:
        return own
    return replace(
        own,
        demonyms=_merged(own.demonyms, shipped.demonyms),
        capital=own.capital or shipped.capital,
        aliases=_merged(own.aliases, (*shipped.aliases, shipped.name)),
    )


def _merged(own: tuple[str, ...], shipped: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *shipped)))


def _forms(actor: Actor) -> Iterator[tuple[str, str]]:
    """What blocks goes first, then the strong forms: of two equal forms the first counts."""
    yield from ((form, "not") for form in actor.not_forms)
    yield from ((form, "alias") for form in (actor.name, *actor.aliases))
    yield from ((form, "weak_alias") for form in actor.weak_aliases)


def _country_forms(country: Country) -> tuple[str, ...]:
    return (country.name, *country.aliases, *country.demonyms, country.capital)


def _senses(countries: Iterable[Country]) -> Iterator[tuple[str, Sense]]:
    """Names before demonyms before capitals: "Singapore" is the state, "Luxembourg" too."""
    rows = sorted(countries, key=lambda country: country.code)
    for row in rows:
        for form in (row.name, *row.aliases):
            yield form, Sense("name", (row.code,), row.name)
    shared: dict[str, tuple[Code, ...]] = {}
    for row in rows:
        for form in row.demonyms:
            shared[form] = (*shared.get(form, ()), row.code)
    for form, codes in shared.items():
        yield form, Sense("demonym", codes, form)
    for row in rows:
        if row.capital:
            kind = "town" if row.capital in _NAMESAKES else "capital"
            yield row.capital, Sense(kind, (row.code,), row.capital)


_NAMESAKES = word_set("Hamilton Douglas Stanley Victoria Male Jamestown Plymouth")
"""Capitals whose names are more often somebody's: they are read where the words around them say a place."""


def _shipped_senses() -> Iterator[tuple[str, Sense]]:
    for kind, code, names in _rows("gazetteer.tsv"):
        if kind == "short":
            continue
        forms = names.split(";")
        sense = Sense(kind, (code,) if code else (), forms[0])
        for form in forms:
            yield form, sense


@cache
def _shortened() -> Mapping[str, Sense]:
    """A row has the name first, then the short forms."""
    rows = ((code, names.split(";")) for kind, code, names in _rows("gazetteer.tsv") if kind == "short")
    return {form: Sense("region", (code,), name) for code, (name, *forms) in rows for form in forms}


@cache
def _shipped_places() -> Lexicon[Sense]:
    return Lexicon((*_senses(shipped_countries().values()), *_shipped_senses()))


@cache
def shipped_countries() -> Mapping[Code, Country]:
    """Every country of ISO 3166-1, and Kosovo."""
    return {
        code: Country(code, name, _split(demonyms), capital, _split(aliases))
        for code, name, capital, demonyms, aliases in _rows("countries.tsv")
    }


@cache
def shipped_event_types() -> tuple[EventType, ...]:
    """The vocabulary of events that an archive may replace."""
    table = yaml.load(
        (DATA / "event_types.yaml").read_text(encoding="utf-8"), Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    )
    return tuple(
        EventType(
            row["id"],
            row["label"],
            row["group"],
            row.get("plover", ""),
            row.get("acled", ""),
            tuple(row.get("triggers") or ()),
            row.get("definition", ""),
        )
        for row in table["event_types"]
    )


@cache
def _shipped_salience() -> Salience:
    stored = json.loads((DATA / "salience.json").read_text(encoding="utf-8"))
    return Salience(stored["coefficients"], stored["threshold"])


@cache
def _given_names() -> frozenset[str]:
    lines = (DATA / "given_names.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in (DATA / name).read_text(encoding="utf-8").splitlines()]


def _split(field: str) -> tuple[str, ...]:
    return tuple(field.split(";")) if field else ()
