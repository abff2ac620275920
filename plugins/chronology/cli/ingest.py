"""`chronology ingest`: makes a report page of every seed that has none."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from .. import ingest, pagetext
from ..executors import in_order
from ..model import Edtf, Report, Seed
from ..problems import Problem, count
from ..seeds import outline, seed_of
from ..settings import Settings
from ..vocabulary import Vocabulary
from .folder import File, add_executor, checked, read_files, read_records, seed_files, tell, today
from .progress import watched


class Made(NamedTuple):
    """What became of a file."""

    name: str
    page: Report | None
    sha256: str
    problems: tuple[Problem, ...]


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("ingest", help="make a report page of every seed that has none")
    command.add_argument("seeds", nargs="*", type=Path, metavar="SEED", help="only these (default: all)")
    command.add_argument("--dry-run", action="store_true", help="print the pages instead of writing them")
    add_executor(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    paths, outlines, unread = _outlines(chosen.seeds, settings)
    plan = ingest.plan(outlines, content.reports)
    # The pages are checked too, so that `make html` tells what is wrong with seeds and pages in one go.
    problems += [*checked(content, settings), *unread, *plan.problems]
    taken_ids = {report.id for report in content.reports}
    taken_paths = {report.path.lower() for report in content.reports}
    files = read_files([paths[seed.id] for seed in plan.new], settings, problems)
    made = in_order(MakePages(vocabulary, today()), files, chosen.executor, weigh=lambda file: len(file.data))
    pages = 0
    for name, page, sha256, told in watched(made, "read", len(plan.new)):
        problems += told
        if page is None:
            continue
        pages += 1
        report = ingest.settled(page, sha256, taken_ids, taken_paths)
        taken_ids.add(report.id)
        taken_paths.add(report.path.lower())
        text = pagetext.dump_report(report)
        if chosen.dry_run:
            print(f"+++ content/{report.path}\n{text}")
        else:
            pagetext.write(settings.content / report.path, text)
            print(f"{name} -> content/{report.path}")
    failed = tell(problems, sys.stderr)
    print(f"{count(pages, 'new page')}, {plan.unchanged} unchanged", file=sys.stderr)
    return int(failed)


def _outlines(named: Sequence[Path], settings: Settings) -> tuple[dict[str, Path], list[Seed], list[Problem]]:
    """Of every seed its file by its name, and what tells whether it has a page: so that only new ones are read."""
    files, problems = seed_files(named, settings)
    paths: dict[str, Path] = {}
    outlines: list[Seed] = []
    for path in files:
        seed, wrong = outline(path, settings.root)
        problems += wrong
        if seed:
            outlines.append(seed)
            paths[seed.id] = path
    return paths, outlines, problems


@dataclass(frozen=True)
class MakePages:
    """The work of `chronology ingest`."""

    vocabulary: Vocabulary
    today: Edtf

    def __call__(self, files: Sequence[File]) -> list[Made]:
        return [self._made(file) for file in files]

    def _made(self, file: File) -> Made:
        try:
            return self._page(file)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other seeds go on
            problem = Problem(file.name, f"reading it failed: {error!r}", "please report it with the file")
            return Made(file.name, None, "", (problem,))

    def _page(self, file: File) -> Made:
        seed, problems = seed_of(file.data, file.name, file.suffix)
        if seed is None:
            return Made(file.name, None, "", tuple(problems))
        made = ingest.make_report(seed, self.vocabulary, self.today)
        if made is None:
            hint = "see `chronology annotate FILE` for what was taken for furniture, or remove the file"
            problem = Problem(seed.id, "no report is left in it once menus, notices and the like are cut", hint)
            return Made(file.name, None, "", (*problems, problem))
        report, annotation = made
        told = (Problem(seed.id, said, level="hint") for said in annotation.problems)
        return Made(file.name, report, seed.sha256, (*problems, *told))
