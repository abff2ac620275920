"""Annotations -> the actors without a record, counted over all reports, each with the words around it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .folding import fold
from .model import Annotation, Code, Id, Seed

AROUND = 60
"""Characters that a context has on each side of the name."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """An actor without a record in one report."""

    id: Id
    name: str
    kind: str
    country: Code | None
    mentions: int
    seed: str
    context: str
    """The first mention with what stands around it, on one line."""


@dataclass(slots=True)
class Discovered:
    """An actor without a record in all reports."""

    id: Id
    sightings: list[Sighting] = field(default_factory=list)

    @property
    def first(self) -> Sighting:
        return self.sightings[0]

    @property
    def mentions(self) -> int:
        return sum(sighting.mentions for sighting in self.sightings)


def sightings(annotation: Annotation, seed: Seed) -> Iterator[Sighting]:
    """The actors of a report that have no record."""
    for actor in annotation.actors:
        if not actor.known:
            first = actor.evidence[0]
            context = around(seed.text, first.start, first.end)
            yield Sighting(actor.id, actor.name, actor.kind, actor.country, len(actor.evidence), seed.id, context)


def gathered(found: Iterable[Sighting]) -> list[Discovered]:
    """Each actor with its reports; those of most reports first, then those most often named."""
    actors: dict[Id, Discovered] = {}
    for sighting in found:
        actors.setdefault(sighting.id, Discovered(sighting.id)).sightings.append(sighting)
    return sorted(actors.values(), key=lambda actor: (-len(actor.sightings), -actor.mentions, actor.id))


def named(name: str, seed: Seed) -> tuple[int, int] | None:
    """Where a report first has this name, whatever its accents and capitals."""
    wanted = fold(name).lower()
    start = fold(seed.text).lower().find(wanted) if wanted else -1
    return (start, start + len(wanted)) if start >= 0 else None


def around(text: str, start: int, end: int) -> str:
    """Some words of the text with what stands around them in their paragraph, on one line."""
    first = max(text.rfind("\n", 0, start) + 1, start - AROUND)
    stop = text.find("\n", end)
    last = min(stop if stop >= 0 else len(text), end + AROUND)
    # No word is cut in two.
    if first and text[first - 1].isalnum():
        first = text.find(" ", first, start) + 1 or start
    if last < len(text) and text[last].isalnum():
        last = max(text.rfind(" ", end, last), end)
    return " ".join(text[first:last].split())
