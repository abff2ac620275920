"""An archive, its language and its site -> every file that is published, each with what makes it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from . import colours, exports, feeds, lines, search, urls, views
from .archive import Archive
from .atlas import read_atlas
from .colours import Colour
from .exports import Export
from .languages import Language
from .lastbuild import Left
from .parallel import MOST_JOBS
from .rereading import Changes
from .room import Room
from .search.documents import Searched
from .views.indexes import DataFile, DataView
from .views.ripples import ACTORS, ALL, REPORTS, TEXTS
from .views.site import Site

Item = TypeVar("Item")
File = tuple[str, str | bytes]
"""The address of a file, and what is in it."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Iterator[File] that no template makes and that are made together."""

    addresses: Sequence[str]
    make: Callable[[], Iterator[File]]
    along: tuple[str, ...]
    """The names with which they change: see `views.ripples`."""
    revise: Callable[[Changes], Iterator[File]] | None = None
    """Makes those that differ from what the last build left, where it left all of them. Raises Unusable."""


@dataclass(frozen=True)
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
    left: Left
    """What the last build left, and where this one leaves what the next is to know."""

    @cached_property
    def searched(self) -> Searched:
        return Searched.of(self.archive, self.bodies, self.language)

    def pages(self) -> list[views.Page]:
        """What templates make. Nothing depends on the order."""
        say = self.language.say
        listed = DataView(tuple(DataFile(e.address, e.address.partition("/")[2], say(e.what)) for e in exports.EXPORTS))
        made = views.pages(
            self.archive, self.bodies, self.texts, listed, self.language, self.site, read_atlas, self.room
        )
        return list(made)

    def batches(self) -> Iterator[Batch]:
        """What no template makes and what takes long; the index of the search comes first, since it takes longest."""
        searched, left = self.searched, self.left
        index = partial(search.index.whole, searched, left)
        names = (REPORTS, ACTORS, TEXTS)
        yield Batch(search.index_addresses(searched), index, names, partial(search.index.revised, searched, left))
        yield from map(self._export, exports.EXPORTS)
        for address in self.site.sheets:
            yield Batch((address,), _one(address, partial(colours.sheet, self.colours)), ())
        if self.site.address:
            for address, make in feeds.FEEDS.items():
                feed = partial(make, self.archive, self.site, self.language)
                yield Batch((address,), _one(address, feed), (REPORTS,))

    def parts(self, changes: Changes | None) -> Iterator[Batch]:
        """What results of a search show, each of some reports: many small files."""
        numbering = self.searched.numbering
        shifted = numbering.shifted(changes.before, changes.now) if changes else 0
        behind = 0
        for number, reports in enumerate(search.parts(self.searched)):
            behind += len(reports)
            # Where reports have other numbers than before, a part may show other reports.
            names = (ALL,) if behind > shifted else tuple(urls.report(report.path) for report in reports)
            make = partial(search.part_script, number, reports, self.searched)
            yield Batch((search.part_address(number),), make, names)

    def _export(self, export: Export) -> Batch:
        def whole() -> Iterator[File]:
            yield written(lines.whole(export.form, export.listing(self.archive, self.texts)))

        def revised(changes: Changes) -> Iterator[File]:
            listing, fresh = export.listing(self.archive, self.texts), export.fresh(self.archive, changes.pairs.keys())
            left = self.left.file(export.address), self.left.note(export.address)
            yield written(lines.revised(export.form, listing, fresh, *left))

        def written(made: tuple[bytes, bytes]) -> tuple[str, bytes]:
            data, noted = made
            self.left.leave(export.address, noted)
            return export.address, data

        return Batch((export.address,), whole, export.along, revised)


def handfuls(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Enough of them in each that a job is worth taking, and that all jobs can be given out."""
    size = max(32, len(items) // (MOST_JOBS // 4) + 1)
    return [items[at : at + size] for at in range(0, len(items), size)]


def _one(address: str, make: Callable[[], str]) -> Callable[[], Iterator[File]]:
    return lambda: iter(((address, make()),))
