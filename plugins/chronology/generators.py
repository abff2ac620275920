"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import gc
import hashlib
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from . import archive, body, exports, links, pagefile, search, theme, urls, views
from .catalogues import read_language
from .check import check
from .model import Record
from .parallel import MOST_JOBS, mapped, share_out
from .problems import BrokenArchive, Problem
from .settings import read_settings
from .views.indexes import DataFile, DataView
from .views.parts import Link
from .views.site import site
from .vocabulary import Vocabulary
from .writer import ChronologyWriter


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of our pages to resolve `{filename}` links to them."""

    url: str


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
        problems += check(content, vocabulary, {**pages, **self.targets})
        _tell(problems)
        self.archive = archive.build(
            content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types
        )
        for path, address in self.targets.items():
            pages.setdefault(path, Target(address))
        own_pages = sorted(self.context["pages"], key=lambda page: page.url)
        self.context["site"] = site(self.settings, (Link(page.url, page.title) for page in own_pages), self.language)

    @_rarely_collected()
    def generate_output(self, writer: ChronologyWriter) -> None:
        """Write every page and every file for machines, then delete what is stale."""
        theme.prepare(self.env, self.settings)
        bodies = self._bodies()
        files = self._files(bodies)
        say = self.language.say
        listed = DataView(tuple(DataFile(e.address, e.address.partition("/")[2], say(e.what)) for e in exports.EXPORTS))
        pages = list(views.pages(self.archive, bodies, listed, self.language))
        paths = {address: writer.claim(address) for address in (*(page.address for page in pages), *files)}
        share_out(self._jobs(pages, files, writer), self.chosen.processes)
        for page in pages:
            signals.content_written.send(paths[page.address], context={"output_file": page.address})
        writer.forget_stale(self._manifest(), list(paths))

    def _files(self, bodies: views.Bodies) -> dict[str, Callable[[], str]]:
        """Files that no template makes, each with what makes it; the index of the search takes longest."""
        made: dict[str, Callable[[], str]] = {
            search.INDEX: lambda: search.index_script(self.archive, bodies, self.language),
            search.REPORTS: lambda: search.reports_script(self.archive, bodies, self.language),
        }
        made |= {export.address: partial(export.make, self.archive) for export in exports.EXPORTS}
        if self.context["site"].address:
            made[exports.FEED] = partial(exports.feed, self.archive, self.context["site"])
        return made

    def _jobs(
        self, pages: Sequence[views.Page], files: Mapping[str, Callable[[], str]], writer: ChronologyWriter
    ) -> list[Callable[[], None]]:
        """Files one by one, then the pages in handfuls."""
        size = max(32, len(pages) // (MOST_JOBS - len(files)) + 1)
        handfuls = [pages[at : at + size] for at in range(0, len(pages), size)]
        singly = [partial(_write_file, address, make, writer) for address, make in files.items()]
        return [*singly, *(partial(self._write, handful, writer) for handful in handfuls)]

    def _write(self, pages: Sequence[views.Page], writer: ChronologyWriter) -> None:
        for page in pages:
            text = self.get_template(page.template).render(
                view=page.view(),
                title=page.title,
                description=page.description,
                address=page.address,
                root=urls.root_of(page.address),
                site=self.context["site"],
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


def _write_file(address: str, make: Callable[[], str], writer: ChronologyWriter) -> None:
    writer.write(address, make())


def _tell(problems: list[Problem]) -> None:
    """Print every problem; stop the build when one is an error."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.level == "error" for problem in problems):
        raise BrokenArchive(problems)
