"""Pelican's build -> our pages. Reads the records, checks them, and hands each page to its template."""

from __future__ import annotations

import gc
import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Sequence, Set
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from markupsafe import Markup
from pelican import signals
from pelican.generators import Generator

from . import archive, basis, catalogues, links, pagefile, theme, urls, views
from .archive import Archive
from .check import needed
from .edition import Batch, Edition, handfuls
from .lastbuild import LastBuild, Left
from .packing import Unusable, pack, unpack
from .pagefile import Content
from .parallel import Job, meanwhile, share_out
from .problems import BrokenArchive, Problem
from .remaining import Remaining, names_of
from .rereading import Bodies, Changes, reread
from .settings import read_settings
from .stamps import Stamp, altered, stamps_of
from .views.parts import Link
from .views.site import site
from .vocabulary import Vocabulary
from .writer import ChronologyWriter

Made = TypeVar("Made")
_ROOT = Markup(urls.ROOT)  # it begins every link, and need not be escaped each time


@dataclass(frozen=True, slots=True)
class Target:
    """What Pelican needs to know of our pages to resolve `{filename}` links to them."""

    url: str


@contextmanager
def _uncollected() -> Iterator[None]:
    """While an archive is read and drawn, look for no cyclic garbage: reading and drawing 5,000 reports left none.

    Each look goes through all records again, in every process.
    """
    collected = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collected:
            gc.freeze()
            gc.enable()


class ChronologyGenerator(Generator):
    """All pages of the chronology. Runs after Pelican's own pages have been read."""

    @_uncollected()
    def generate_context(self) -> None:
        """See what has changed, and check it; raises BrokenArchive before a single file is written."""
        self.chosen, problems = read_settings(self.settings, Path(self.path).parent)
        self.language, wrong = catalogues.read_language(self.chosen.lang, self.chosen.root)
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
        pages = self.context["generated_content"]
        self.last = LastBuild.recall(self._memory(), basis.program())
        self.altered = meanwhile(partial(altered, self.output_path, self.last.outputs), self.chosen.processes)
        found = self._kept(self._look)
        _tell([*problems, *wrong, *found])
        self.words["problems"] = pack(tuple(found))
        for path, address in self.targets.items():
            pages.setdefault(path, Target(address))

    def _kept(self, make: Callable[[], Made]) -> Made:
        """What is made from what was kept; and where that cannot be used, as if nothing had been."""
        try:
            return make()
        except Unusable:
            self.last = self.last.without_pages()
            self._look()
            return make()

    def _look(self) -> Sequence[Problem]:
        """See what has changed, and what is wrong. Where nothing has changed, no record is read."""
        content_folder = Path(self.path)
        own = {path: page.url for path, page in self.context["generated_content"].items()}
        ground = basis.of(self.settings, self.env, self.language, self.context["site"], own, content_folder)
        self.same_basis = bool(ground) and ground == self.last.words.get("basis")
        self.words: dict[str, Any] = {"program": basis.program(), "basis": ground}
        self.read = reread(content_folder, self.last, self.chosen.processes, time.time_ns())
        self.unchanged = self.same_basis and self.read.same
        if self.unchanged:
            self.targets = json.loads(self.last.words["targets"])
            remembered: tuple[Problem, ...] = unpack(self.last.words["problems"])
            return remembered
        kept = json.loads(self.last.words.get("targets", "{}"))
        self.targets = {path: kept[path] for path in self.read.records if path in kept and path not in self.read.fresh}
        self.targets |= {
            path: links.address_of(record) for path, record in self.read.records.items() if path not in self.targets
        }
        types = pagefile.read_event_types(content_folder)
        looked_at = self.read.in_doubt() if self.same_basis else self.read.seen.keys()
        content = self.read.content(looked_at)
        content.event_types += types.event_types
        content.problems += types.problems
        others = (record for path, record in self.read.records.items() if path not in looked_at)
        return needed(content, others, {**own, **self.targets}, partial(pagefile.text_of, content_folder))

    @_uncollected()
    def generate_output(self, writer: ChronologyWriter) -> None:
        """Write every page and every file for machines that is not as it should be, and delete what is stale."""
        written = self.last.outputs
        if self.unchanged and not self.altered():
            paths = {address: writer.claim(address) for address in written}
        else:
            if not self.last.seen:
                self.read = self.read.laid_down()
                self.last = self.read.last
            paths, written = self._publish(self._kept(partial(self._edition, writer)), writer)
        for address, path in sorted(paths.items()):
            if address.endswith(".html"):
                signals.content_written.send(path, context={"output_file": address})
        writer.forget(self.last.outputs.keys() - written.keys())
        self.words |= {"targets": json.dumps(self.targets)}
        self.last.succeed(self.words, self.read.seen, self.read.fresh, written)

    def _publish(self, edition: Edition, writer: ChronologyWriter) -> tuple[dict[str, str], dict[str, Stamp]]:
        """Write what may differ from what is there; the paths of all files by address, and how they are left."""
        theme.prepare(self.env, self.settings, mirrored=self.context["site"].dir == "rtl")
        changes = self.read.changes() if self.same_basis else None
        pages, large, small = edition.pages(), list(edition.batches()), list(edition.parts(changes))
        addresses = [page.address for page in pages]
        addresses += [address for batch in (*large, *small) for address in batch.addresses]
        paths = {address: writer.claim(address) for address in addresses}
        left = self._remaining(changes, edition.archive, paths.keys())
        if left:
            pages, large, small = left.pages(pages), left.batches(large), left.batches(small)
        made = [partial(_write_batches, some, left, writer) for some in ([one] for one in large)]
        made += [partial(_write_batches, some, left, writer) for some in handfuls(small)]
        lists = self._drawing([page for page in pages if page.lists], writer)
        others = self._drawing([page for page in pages if not page.lists], writer)
        share_out([[*made, *lists], others], self.chosen.processes)
        touched = {page.address for page in pages}.union(*(batch.addresses for batch in (*large, *small)))
        untouched = left.alone - touched if left else frozenset()
        stamps = {address: self.last.outputs[address] for address in untouched}
        return paths, stamps | stamps_of(self.output_path, paths.keys() - untouched)

    def _remaining(self, changes: Changes | None, built: Archive, addresses: Set[str]) -> Remaining | None:
        """What is left to do; None where everything is."""
        names = names_of(changes, built) if changes else None
        if changes is None or names is None:
            return None
        outputs = self.last.outputs
        alone = frozenset(addresses & outputs.keys() - self.altered())
        folders = {address.rpartition("/")[0] for address in outputs.keys() ^ addresses}
        return Remaining(changes, names, alone, folders)

    def _edition(self, writer: ChronologyWriter) -> Edition:
        types = pagefile.read_event_types(Path(self.path)).event_types
        records = Content()
        for record in self.read.records.values():
            records.add(record)
        vocabulary = Vocabulary.of(records.actors, records.countries, records.events, types)
        built = archive.build(
            records.reports, records.actors, vocabulary.countries, records.events, vocabulary.event_types
        )
        addresses = {path: page.url for path, page in self.context["generated_content"].items()}
        return Edition(
            built,
            Bodies(self.read, lambda _, page: page.text),
            Bodies(self.read, lambda path, page: links.resolve(page.html, path, self.targets[path], addresses)),
            self.language,
            self.context["site"],
            self.chosen.colours,
            self.chosen.room,
            Left(self.last, writer.read),
        )

    def _drawing(self, pages: Sequence[views.Page], writer: ChronologyWriter) -> list[Job]:
        return [partial(self._write, handful, writer) for handful in handfuls(pages)]

    def _write(self, pages: Sequence[views.Page], writer: ChronologyWriter) -> None:
        for page in pages:
            text = self.get_template(page.template).render(
                view=page.view(),
                title=page.title,
                description=page.description,
                address=page.address,
                root=_ROOT,
                site=self.context["site"],
                upkeep=page.upkeep,
            )
            writer.write(page.address, urls.placed(text, page.address))

    def _memory(self) -> Path:
        """Where is kept what the last build into this output folder read and wrote."""
        output = hashlib.sha256(os.path.abspath(self.output_path).encode()).hexdigest()[:12]
        return Path(self.settings["CACHE_PATH"]) / f"build-{output}.sqlite"


def _write_batches(batches: Sequence[Batch], left: Remaining | None, writer: ChronologyWriter) -> None:
    for batch in batches:
        for address, text in left.files(batch) if left else batch.make():
            writer.write(address, text)


def _tell(problems: Sequence[Problem]) -> None:
    """Print every problem; stop the build when one is an error."""
    for problem in problems:
        print(problem, file=sys.stderr)
    if any(problem.level == "error" for problem in problems):
        raise BrokenArchive(problems)
