"""An archive, its language and its site -> every file that is published, each with what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from . import colours, exports, feeds, search, views
from .archive import Archive
from .atlas import read_atlas
from .colours import Colour
from .languages import Language
from .parallel import MOST_JOBS
from .room import Room
from .views.indexes import DataFile, DataView
from .views.ripples import ALL, TEXTS
from .views.site import Site

Item = TypeVar("Item")
WHOLE = (ALL, TEXTS)
"""With the records and with their bodies."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that no template makes and that are made together."""

    addresses: Sequence[str]
    make: Callable[[], Iterable[str]]
    """Gives their texts, in the order of the addresses."""
    along: tuple[str, ...]
    """The names with which they change: see `views.ripples`."""


@dataclass(frozen=True, slots=True)
class Edition:
    """All that is published at once."""

    archive: Archive
    texts: Mapping[str, str]
    """The bodies of records as Markdown, by the paths of their pages."""
    bodies: Mapping[str, str]
    """The same as HTML, sanitized, with their links resolved."""
    language: Language
    site: Site
    colours: Sequence[Colour]
    room: Room
    """What one page holds."""

    def pages(self) -> list[views.Page]:
        """What templates make. Nothing depends on the order."""
        say = self.language.say
        listed = DataView(tuple(DataFile(e.address, e.address.partition("/")[2], say(e.what)) for e in exports.EXPORTS))
        made = views.pages(
            self.archive, self.bodies, self.texts, listed, self.language, self.site, read_atlas, self.room
        )
        return list(made)

    def batches(self) -> list[Batch]:
        """What no template makes; the index of the search comes first, since it takes longest."""
        index_scripts = partial(search.index_scripts, self.archive, self.bodies, self.language)
        part_scripts = partial(search.part_scripts, archive=self.archive, bodies=self.bodies, language=self.language)
        index = Batch(search.index_addresses(self.archive), index_scripts, WHOLE)
        parts = [
            Batch(search.part_addresses(some), partial(part_scripts, some), WHOLE)
            for some in handfuls(search.parts(self.archive))
        ]
        made = {export.address: partial(export.make, self.archive, self.texts) for export in exports.EXPORTS}
        made |= {address: partial(colours.sheet, self.colours) for address in self.site.sheets}
        if self.site.address:
            made |= {
                address: partial(make, self.archive, self.site, self.language) for address, make in feeds.FEEDS.items()
            }
        return [index, *parts, *(Batch((address,), _one(make), WHOLE) for address, make in made.items())]


def handfuls(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Enough of them in each that a job is worth taking, and that all jobs can be given out."""
    size = max(32, len(items) // (MOST_JOBS // 4) + 1)
    return [items[at : at + size] for at in range(0, len(items), size)]


def _one(make: Callable[[], str]) -> Callable[[], Iterable[str]]:
    return lambda: (make(),)
