"""`chronology import`: brings the Markdown pages of another archive in, by a mapping of their headers."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .. import foreign, ingest, pagetext, wholefile
from ..foreign import Brought, Mapping, NewActors
from ..problems import Problem, WrongCall, count
from ..settings import Settings
from .folder import read_records, tell, today
from .progress import watched


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("import", help="bring in Markdown pages that have another YAML header")
    command.add_argument("folder", type=Path, metavar="FOLDER", help="where the pages are, with all folders below")
    command.add_argument(
        "--mapping", type=Path, required=True, metavar="FILE", help="says where our values stand in their headers"
    )
    command.add_argument("--dry-run", action="store_true", help="write nothing, and tell what was not understood")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    mapping = _mapping(chosen.mapping, problems)
    if not chosen.folder.is_dir():
        raise WrongCall(f"there is no folder {chosen.folder}")
    if mapping is None:
        tell(problems, sys.stderr)
        return 1
    with wholefile.alone(settings.content):
        return _import(chosen, mapping, settings, problems)


def _import(chosen: argparse.Namespace, mapping: Mapping, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    actors = NewActors.beside(content.actors)
    ids, paths = {report.id for report in content.reports}, {report.path.lower() for report in content.reports}
    unread = Tally()
    brought = there = 0
    files = sorted(chosen.folder.rglob("*.md"))
    for name, text in watched(_texts(files, chosen.folder, problems), "read", len(files)):
        made = foreign.bring(text, name, mapping, vocabulary, actors, today())
        if isinstance(made, Problem):
            problems.append(made)
            continue
        unread.add(name, made)
        # The id follows from the place of their page, so that a second call finds what the first brought in.
        if ingest.report_id(made.report.id, ()) in ids:
            there += 1
            continue
        report = ingest.settled(made.report, made.report.id, ids, paths)
        ids.add(report.id)
        paths.add(report.path.lower())
        brought += 1
        if not chosen.dry_run:
            wholefile.write(settings.content / report.path, pagetext.dump_report(report))
    for actor in actors.made.values():
        if not chosen.dry_run:
            wholefile.write(settings.content / "actors" / f"{actor.id}.md", pagetext.dump_actor(actor))
    failed = tell([*problems, *unread.problems()], sys.stderr)
    would = "would be " if chosen.dry_run else ""
    found = f"{count(brought, 'page')} {would}brought in, {there} there already, {count(len(actors.made), 'new actor')}"
    print(f"{found}; then run `chronology check`", file=sys.stderr)
    return int(failed)


class Tally:
    """What was not understood, each once, with how many pages have it."""

    def __init__(self) -> None:
        self._seen: dict[str, list[Problem]] = {}

    def add(self, name: str, brought: Brought) -> None:
        """Of one page."""
        for unread in brought.unread:
            problem = Problem(name, unread.what, unread.hint, unread.line, unread.column, "warning", "not-understood")
            self._seen.setdefault(unread.what, []).append(problem)

    def problems(self) -> Iterator[Problem]:
        """At the first place of each."""
        for what, found in self._seen.items():
            first, times = found[0], len(found)
            where = "" if times == 1 else f", on {times:,} pages"
            yield Problem(first.path, what + where, first.hint, first.line, first.column, first.level, first.code)


def _mapping(path: Path, problems: list[Problem]) -> Mapping | None:
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise WrongCall(f"--mapping: {path} cannot be read: {error.strerror}") from error
    mapping, found = foreign.read_mapping(text, path.as_posix())
    problems += found
    return mapping


def _texts(files: list[Path], folder: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """The files one after the other, each with its path below the folder; to `problems` those without."""
    for path in files:
        name = path.relative_to(folder).as_posix()
        try:
            yield name, path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            problems.append(Problem(name, f"byte {error.start + 1:,} is not UTF-8", "save the file as UTF-8"))
        except OSError as error:
            problems.append(Problem(name, f"it cannot be read: {error.strerror}", "look at the file's rights"))
