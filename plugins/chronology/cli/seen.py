"""Files of seeds -> the actors without a record that are named in them: work for `stats` and `new actor`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from ..annotate import annotate
from ..clean import clean
from ..discovered import Sighting, around, named, sightings
from ..model import Seed
from ..problems import Problem
from ..seeds import seed_of
from ..urls import slug
from ..vocabulary import Vocabulary
from .folder import File


@dataclass(frozen=True)
class FindActors:
    """All that are found, or only one that is asked for by its name."""

    vocabulary: Vocabulary
    name: str = ""

    def __call__(self, files: Sequence[File]) -> list[list[Sighting]]:
        return [self._found(file) for file in files]

    def _found(self, file: File) -> list[Sighting]:
        # What is wrong with a seed is told by `ingest` and `check`.
        seed, _ = seed_of(file.data, file.name, file.suffix)
        if seed is None:
            return []
        place = named(self.name, seed) if self.name else None
        if self.name and place is None:
            return []
        try:
            found = list(sightings(annotate(seed, clean(seed.text, seed.header), self.vocabulary), seed))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is told, and the other seeds go on
            advice = "please report it with the file"
            print(Problem(file.name, f"reading it failed: {error!r}", advice), file=sys.stderr)
            found = []
        return self._only(found, seed, place) if place else found

    def _only(self, found: Sequence[Sighting], seed: Seed, place: tuple[int, int]) -> list[Sighting]:
        wanted = slug(self.name)
        own = [sighting for sighting in found if sighting.id == wanted]
        return own or [Sighting(wanted, self.name, "", None, 1, seed.id, around(seed.text, *place))]
