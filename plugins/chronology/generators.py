"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from pelican import signals
from pelican.generators import Generator

from . import archive, body, colours, exports, feeds, links, pagefile, search, theme, urls, views
from .atlas import read_atlas
from .catalogues import read_language
from .check import needed
from .model import Record
from .parallel import MOST_JOBS, mapped, share_out
from .problems import BrokenArchive, Problem
from .settings import read_settings
from .views.indexes import DataFile, DataView
from .views.parts import Link
from .views.site import site
from .vocabulary import Vocabulary
from .writer import ChronologyWriter

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of our pages to resolve `{filename}` links to them."""

    url: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Files that no template makes and that are made together."""

    addresses: Sequence[str]
    make: Callable[[], Iterable[str]]
    """Gives their texts, in the order of the addresses."""


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """While an archive is read and drawn, look for cyclic garbage a hundred times less often.

    There is hardly any, and each look goes through all records again: that was a seventh of a build.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, 20, 20)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class ChronologyGenerator(Generator):
    """All pages of the chronology. Runs after Pelican's own pages have been read."""

    @_rarely_collected()
    def generate_context(self) -> None:
        """Read and check everything; raises BrokenArchive before a single file is written."""
        content_folder = Path(self.path)
        self.chosen, problems = read_settings(self.settings, content_folder.parent)
        self.language, wrong = read_language(self.chosen.lang, self.chosen.root)
        problems += wrong
        content = pagefile.read_content(content_folder, self.chosen.processes)
        vocabulary = Vocabulary.of(content.actors, content.countries, content.events, content.event_types)
        self.records = content.records
        self.targets = {record.path: links.address_of(record) for record in self.records}
        pages = self.context["generated_content"]
        problems += needed(content, {**pages, **self.targets}, partial(pagefile.text_of, content_folder))
        _tell(problems)
        self.archive = archive.build(
            content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types
        )
        for path, address in self.targets.items():
            pages.setdefault(path, Target(address))
        own_pages = sorted(self.context["pages"], key=lambda page: page.url)
        about = next((page for page in own_pages if page.slug == "about"), None)
        self.context["site"] = site(
            self.settings,
            (Link(page.url, page.title) for page in own_pages),
            Link(about.url, getattr(about, "description", "")) if about else Link("", ""),
            self.language,
            self.chosen.repository,
            bool(self.chosen.colours),
        )

    @_rarely_collected()
    def generate_output(self, writer: ChronologyWriter) -> None:
        """Write every page and every file for machines, then delete what is stale."""
        theme.prepare(self.env, self.settings, mirrored=self.context["site"].dir == "rtl")
        bodies = self._bodies()
        batches = self._batches(bodies)
        say = self.language.say
        listed = DataView(tuple(DataFile(e.address, e.address.partition("/")[2], say(e.what)) for e in exports.EXPORTS))
        site, room = self.context["site"], self.chosen.room
        pages = list(views.pages(self.archive, bodies, listed, self.language, site, read_atlas, room))
        addresses = [page.address for page in pages] + [address for batch in batches for address in batch.addresses]
        paths = {address: writer.claim(address) for address in addresses}
        share_out(self._jobs(pages, batches, writer), self.chosen.processes)
        for page in pages:
            signals.content_written.send(paths[page.address], context={"output_file": page.address})
        writer.forget_stale(self._manifest(), list(paths))

    def _batches(self, bodies: views.Bodies) -> list[Batch]:
        """All files that no template makes; the index of the search takes longest."""
        index_scripts = partial(search.index_scripts, self.archive, bodies, self.language)
        part_scripts = partial(search.part_scripts, archive=self.archive, bodies=bodies, language=self.language)
        index = Batch(search.index_addresses(self.archive), index_scripts)
        parts = [
            Batch(search.part_addresses(some), partial(part_scripts, some))
            for some in _handfuls(search.parts(self.archive))
        ]
        made = {export.address: partial(export.make, self.archive) for export in exports.EXPORTS}
        made |= {address: partial(colours.sheet, self.chosen.colours) for address in self.context["site"].sheets}
        if self.context["site"].address:
            made |= {
                address: partial(make, self.archive, self.context["site"], self.language)
                for address, make in feeds.FEEDS.items()
            }
        return [index, *parts, *(Batch((address,), _one(make)) for address, make in made.items())]

    def _jobs(
        self, pages: Sequence[views.Page], batches: Sequence[Batch], writer: ChronologyWriter
    ) -> list[Callable[[], None]]:
        """The batches one by one, then the pages in handfuls."""
        written = [partial(_write_batch, batch, writer) for batch in batches]
        return [*written, *(partial(self._write, handful, writer) for handful in _handfuls(pages))]

    def _write(self, pages: Sequence[views.Page], writer: ChronologyWriter) -> None:
        for page in pages:
            text = self.get_template(page.template).render(
                view=page.view(),
                title=page.title,
                description=page.description,
                address=page.address,
                root=urls.root_of(page.address),
                site=self.context["site"],
                upkeep=page.upkeep,
            )
            writer.write(page.address, text)

    def _bodies(self) -> dict[str, str]:
        """The HTML of each record's body, by its path."""
        targets = {path: page.url for path, page in self.context["generated_content"].items()}
        written = [record for record in self.records if record.body]

        def render(record: Record) -> str:
            return links.resolve(body.render(record.body), record.path, self.targets[record.path], targets)

        made = mapped(render, written, self.chosen.processes)
        return {record.path: html for record, html in zip(written, made, strict=True)}

    def _manifest(self) -> Path:
        """Where the list of our own files in this output folder is kept."""
        output = hashlib.sha256(os.path.abspath(self.output_path).encode()).hexdigest()[:12]
        return Path(self.settings["CACHE_PATH"]) / f"written-{output}.txt"


def _handfuls(items: Sequence[Item]) -> list[Sequence[Item]]:
    """Enough of them in each that a job is worth taking, and that all jobs can be given out."""
    size = max(32, len(items) // (MOST_JOBS // 4) + 1)
    return [items[at : at + size] for at in range(0, len(items), size)]


def _one(make: Callable[[], str]) -> Callable[[], Iterable[str]]:
    return lambda: (make(),)


def _write_batch(batch: Batch, writer: ChronologyWriter) -> None:
    for address, text in zip(batch.addresses, batch.make(), strict=True):
        writer.write(address, text)


def _tell(problems: list[Problem]) -> None:
    """Print every problem; stop the build when one is an error."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.level == "error" for problem in problems):
        raise BrokenArchive(problems)
