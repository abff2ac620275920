"""Words of another archive -> dates, countries, types of events and actors of this one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from .. import edtf, urls
from ..annotate.dates import find_dates
from ..annotate.reading import lay_out
from ..folding import fold
from ..model import Actor, Cleaned, Code, Edtf, Id, Line, Seed
from ..vocabulary import Vocabulary


def date_of(text: str) -> Edtf | None:
    """A date as EDTF: written so, as a time stamp ("2021-03-04T10:00"), or in words ("4 March 2021")."""
    for form in (text, re.split(r"[T ]", text, maxsplit=1)[0]):
        try:
            edtf.parse(form)
        except edtf.EdtfError:
            continue  # the next form may be one, or the words below
        return form
    line = Line(1, 0, len(text), text)
    found = find_dates(lay_out(Seed("", text), Cleaned(None, None, (line,), ())), None)
    # Words that the rules leave over are words that were not understood.
    return found[0].edtf if len(found) == 1 and len(found[0].text) == len(text) else None


def country_of(text: str, vocabulary: Vocabulary) -> Code | None:
    """The country that a code, a name or another name in use stands for."""
    if text.upper() in vocabulary.countries and len(text) == 2:
        return text.upper()
    return vocabulary.once(_countries_by_name).get(_key(text))


def event_type_of(text: str, vocabulary: Vocabulary) -> Id | None:
    """The type with this id or this label."""
    return vocabulary.once(_types_by_name).get(_key(text))


def _countries_by_name(vocabulary: Vocabulary) -> dict[str, Code]:
    return {_key(form): c.code for c in vocabulary.countries.values() for form in (*reversed(c.aliases), c.name)}


def _types_by_name(vocabulary: Vocabulary) -> dict[str, Id]:
    return {_key(form): row.id for row in vocabulary.event_types.values() for form in (row.label, row.id)}


def _key(text: str) -> str:
    return " ".join(fold(text).lower().replace("-", " ").split())


@dataclass(slots=True)
class NewActors:
    """The actors of an archive, and those that are brought in with it: a name leads to one id, whoever comes first."""

    ids: dict[str, Id]
    """By every form of a name; "" where two actors share it, so that nobody is taken for somebody else."""
    taken: set[Id]
    made: dict[Id, Actor] = field(default_factory=dict)

    @classmethod
    def beside(cls, actors: Iterable[Actor]) -> NewActors:
        """Those of an archive, with none brought in yet."""
        ids: dict[str, Id] = {}
        listed = list(actors)
        for actor in listed:
            for form in (actor.name, *actor.aliases):
                ids[_key(form)] = actor.id if ids.get(_key(form), actor.id) == actor.id else ""
        return cls(ids, {actor.id for actor in listed})

    def id_of(self, name: str, kind: str) -> Id:
        """The id of an actor of this name; a record is made where there is none."""
        known = self.ids.get(_key(name))
        if known:
            return known
        slug = base = urls.slug(name)
        number = 1
        while slug in self.taken:
            number += 1
            slug = f"{base}-{number}"
        self.taken.add(slug)
        self.ids[_key(name)] = slug
        self.made[slug] = Actor(slug, name, kind)
        return slug
