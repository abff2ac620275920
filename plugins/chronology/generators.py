"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from dataclasses import dataclass
from pathlib import Path

from pelican import signals
from pelican.generators import Generator

from . import archive, body, links, pagefile, search, urls, views
from .check import check
from .parallel import second_process
from .problems import BrokenArchive, Problem
from .settings import read_settings
from .views.parts import Link
from .views.site import site
from .vocabulary import Vocabulary
from .writer import ChronologyWriter

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of our pages to resolve `{filename}` links to them."""

    url: str


class ChronologyGenerator(Generator):
    """All pages of the chronology. Runs after Pelican's own pages have been read."""

    def generate_context(self) -> None:
        """Read and check everything; raises BrokenArchive before a single file is written."""
        content_folder = Path(self.path)
        settings, problems = read_settings(self.settings, content_folder.parent)
        content = pagefile.read_content(settings.content)
        vocabulary = Vocabulary.of(content.actors, content.countries, content.events, content.event_types)
        self.records = content.records
        self.targets = {record.path: links.address_of(record) for record in self.records}
        pages = self.context["generated_content"]
        linkable = {**pages, **self.targets}
        problems += check(content, vocabulary, linkable)
        _tell(problems)
        self.archive = archive.build(
            content.reports, content.actors, vocabulary.countries, content.events, vocabulary.event_types
        )
        for path, address in self.targets.items():
            pages.setdefault(path, Target(address))
        self.context["site"] = site(
            self.settings,
            (Link(page.url, page.title) for page in sorted(self.context["pages"], key=lambda p: p.url)),
        )

    def generate_output(self, writer: ChronologyWriter) -> None:
        """Write every page and the files of the search, then delete what is stale."""
        bodies = self._bodies()
        texts = {report.id: body.plain(bodies[report.path]) for report in self.archive.reports}
        documents = [search.document(report, texts[report.id], self.archive) for report in self.archive.reports]
        with second_process() as other:
            # lunr takes as long as all pages together, and needs none of them.
            index = other.submit(search.index_script, documents)
            written = [self._write(page, writer) for page in views.pages(self.archive, bodies)]
            writer.write_text(search.REPORTS, search.reports_script(texts, self.archive))
            writer.write_text(search.INDEX, index.result())
        writer.forget_stale(self._manifest(), [*written, search.REPORTS, search.INDEX])

    def _bodies(self) -> dict[str, str]:
        """The HTML of each record's body, by its path."""
        targets = {path: page.url for path, page in self.context["generated_content"].items()}
        return {
            record.path: links.resolve(body.render(record.body), record.path, self.targets[record.path], targets)
            for record in self.records
            if record.body
        }

    def _write(self, page: views.Page, writer: ChronologyWriter) -> str:
        text = self.get_template(page.template).render(
            view=page.view,
            title=page.title,
            description=page.description,
            address=page.address,
            root=urls.root_of(page.address),
            site=self.context["site"],
        )
        path = writer.write_text(page.address, text)
        signals.content_written.send(path, context={"output_file": page.address})
        return page.address

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
