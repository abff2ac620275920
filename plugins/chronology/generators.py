"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.generators import Generator

from . import archive, body, links, pagefile, search, urls, views
from .check import check
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
        self.targets = {record.path: links.address_of(record) for record in content.records}
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
        """Write every page, then the files of the search, then delete what is stale."""
        self._share_settings()
        targets = {**self.targets, **self._pelican_pages()}
        texts: dict[str, str] = {}

        def render(record: views.Record) -> str:
            html = links.resolve(body.render(record.body), record.path, links.address_of(record), targets)
            texts[record.path] = html
            return html

        written = []
        for page in views.pages(self.archive, render):
            text = self.get_template(page.template).render(
                view=page.view,
                title=page.title,
                description=page.description,
                address=page.address,
                root=urls.root_of(page.address),
                site=self.context["site"],
            )
            path = writer.write_text(page.address, text)
            written.append(page.address)
            signals.content_written.send(path, context={"output_file": page.address})
        plain = [(report, body.plain(texts[report.path])) for report in self.archive.reports]
        for address, text in search.files(self.archive, plain):
            writer.write_text(address, text)
            written.append(address)
        output = hashlib.sha256(os.path.abspath(self.output_path).encode()).hexdigest()[:12]
        writer.forget(Path(self.settings["CACHE_PATH"]) / f"written-{output}.txt", written)

    def _pelican_pages(self) -> Mapping[str, str]:
        """Pelican's own pages, by their paths below content/."""
        return {path: page.url for path, page in self.context["generated_content"].items()}

    def _share_settings(self) -> None:
        """Templates see the settings that themes of Pelican use. SITEURL is each page's own way to the root."""
        shared: dict[str, Any] = {k: v for k, v in self.settings.items() if k.isupper() and k != "SITEURL"}
        self.env.globals.update(shared)


def _tell(problems: list[Problem]) -> None:
    """Print every problem; stop the build when one is an error."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.level == "error" for problem in problems):
        raise BrokenArchive(problems)
