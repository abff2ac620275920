"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from . import archive, body, links, pagefile, search, theme, urls, views
from .check import check
from .parallel import MOST_JOBS, mapped, share_out
from .problems import BrokenArchive, Problem
from .settings import read_settings
from .views.parts import Link
from .views.site import site
from .vocabulary import Vocabulary
from .writer import ChronologyWriter


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of our pages to resolve `{filename}` links to them."""

    url: str


class ChronologyGenerator(Generator):
    """All pages of the chronology. Runs after Pelican's own pages have been read."""

    def generate_context(self) -> None:
        """Read and check everything; raises BrokenArchive before a single file is written."""
        content_folder = Path(self.path)
        self.chosen, problems = read_settings(self.settings, content_folder.parent)
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
        self.context["site"] = site(self.settings, (Link(page.url, page.title) for page in own_pages))

    def generate_output(self, writer: ChronologyWriter) -> None:
        """Write every page and the files of the search, then delete what is stale."""
        theme.prepare(self.env, self.settings)
        bodies = self._bodies()
        pages = list(views.pages(self.archive, bodies))
        paths = {address: writer.claim(address) for address in (p.address for p in pages)}
        for name in (search.INDEX, search.REPORTS):
            writer.claim(name)
        share_out(self._jobs(pages, bodies, writer), self.chosen.processes)
        for address, path in paths.items():
            signals.content_written.send(path, context={"output_file": address})
        writer.forget_stale(self._manifest(), [*paths, search.INDEX, search.REPORTS])

    def _jobs(
        self, pages: Sequence[views.Page], bodies: views.Bodies, writer: ChronologyWriter
    ) -> list[Callable[[], None]]:
        """The index of the search, which takes longest, and then the pages in handfuls."""
        size = max(32, len(pages) // (MOST_JOBS - 1) + 1)
        handfuls = [pages[at : at + size] for at in range(0, len(pages), size)]
        return [partial(self._write_search, bodies, writer), *(partial(self._write, h, writer) for h in handfuls)]

    def _write_search(self, bodies: views.Bodies, writer: ChronologyWriter) -> None:
        texts = {report.id: body.plain(bodies.get(report.path, "")) for report in self.archive.reports}
        documents = [search.document(report, texts[report.id], self.archive) for report in self.archive.reports]
        writer.write(search.INDEX, search.index_script(documents))
        writer.write(search.REPORTS, search.reports_script(texts, self.archive))

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

        def render(record: pagefile.Record) -> str:
            return links.resolve(body.render(record.body), record.path, self.targets[record.path], targets)

        made = mapped(render, written, self.chosen.processes)
        return {record.path: html for record, html in zip(written, made, strict=True)}

    def _manifest(self) -> Path:
        """Where the list of our own files in this output folder is kept."""
        output = hashlib.sha256(os.path.abspath(self.output_path).encode()).hexdigest()[:12]
        return Path(self.settings["CACHE_PATH"]) / f"written-{output}.txt"


def _tell(problems: list[Problem]) -> None:
    """Print every problem; stop the build when one is an error."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.level == "error" for problem in problems):
        raise BrokenArchive(problems)
