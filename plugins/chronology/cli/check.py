"""`chronology check`: every problem of the archive, or of what has been changed in it."""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

from .. import check as checks
from .. import pagefile
from ..catalogues import read_language
from ..check.kinds import KINDS
from ..outlines import ActorOutline, Outline, ReportOutline, outline
from ..pagefile import FOLDERS, Content
from ..problems import Problem, in_order
from ..settings import Settings
from ..stamps import Stamp, files_in
from . import known, telling
from .changed import Changed, changed
from .folder import today
from .seedfiles import look_at_all, look_at_some, seed_files

# What a page that is gone does to others; they have not been changed, but they are not right any more.
_LEFT_BEHIND = {"unknown-actor", "unknown-country", "unknown-event", "unknown-event-type", "dead-link"}


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("check", help="validate everything and list every problem")
    command.add_argument("paths", nargs="*", metavar="PATH", help="show only problems of these files or folders")
    command.add_argument("--format", choices=("text", "github", "json"), default="text")
    command.add_argument(
        "--changed",
        nargs="?",
        const="",
        metavar="BASE",
        help="look only at what differs from this branch or commit (default: the main branch)",
    )
    command.add_argument("--hints", action="store_true", help="list the hints, too, that most pages may have")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    wanted = [_named(path, settings.root) for path in chosen.paths]
    if chosen.changed is None:
        problems += _all(settings)
    else:
        problems += _of_changed(settings, changed(settings.root, chosen.changed))
    if wanted:
        problems = [p for p in problems if any(p.path == w or p.path.startswith(f"{w}/") for w in wanted)]
    whole = chosen.changed is not None or chosen.hints or bool(wanted) or chosen.format == "json"
    shown = problems if whole else [problem for problem in problems if not _is_common(problem)]
    # A place is found by reading the header once more, so only what is shown is given one.
    placed = checks.placed(shown, partial(pagefile.text_of, settings.content))
    _tell(chosen.format, in_order(placed), settings.root)
    print(telling.counted(problems) + ("" if whole else _left_out(problems)), file=sys.stderr)
    return int(any(problem.level == "error" for problem in problems))


def _all(settings: Settings) -> list[Problem]:
    """Every problem of the archive."""
    files = files_in(settings.content)
    content = pagefile.read_content(settings.content, settings.processes)
    kept = known.keep(settings, files, content)
    hashes, problems = look_at_all(settings)
    problems += read_language(settings.lang, settings.root)[1]
    return [*problems, *_found(settings, content, kept, files, hashes)]


def _of_changed(settings: Settings, diff: Changed) -> list[Problem]:
    """The problems of what differs. What cannot have changed is not read."""
    ours = f"{settings.content.name}/"
    below = [path.removeprefix(ours) for path in diff.present if path.startswith(ours)]
    lost = [path for path in diff.gone if path.startswith(tuple(f"{ours}{name}/" for name in FOLDERS))]
    if lost or any(path.startswith(f"{ours}vocabulary/") for path in (*diff.present, *diff.gone)):
        return [p for p in _all(settings) if p.path in diff.present or p.code in _LEFT_BEHIND]
    files = files_in(settings.content)
    kept = known.look_up(settings, files)
    seeds = {path for path in (*diff.present, *diff.gone) if not path.startswith(ours)}
    from_seeds = [o.path for o in kept.outlines if isinstance(o, ReportOutline) and o.seed in seeds]
    pages = known.pages_of({path: files[path] for path in (*below, *from_seeds) if path in files})
    content = pagefile.read_pages(settings.content, sorted(pages), settings.processes)
    content.event_types += pagefile.read_event_types(settings.content).event_types
    # A page may be saved between two looks at it: what it says now is what counts.
    now = {record.path: outline(record) for record in content.records}
    others = [outlined for outlined in kept.outlines if outlined.path not in now]
    kept = known.Known([*others, *now.values()], kept.unread)
    hashes, problems = look_at_some(settings, seeds)
    new = {path: files[path] for path in below if path in files}
    found = _found(settings, content, kept, files, hashes, new)
    return [*problems, *found, *_contradicted(settings, kept, now)]


def _contradicted(settings: Settings, kept: known.Known, now: Mapping[str, Outline]) -> Iterator[Problem]:
    """What unchanged reports say of actors whose records have changed, where it does not hold any more."""
    actors = {outlined.id for outlined in now.values() if isinstance(outlined, ActorOutline)}
    naming = [o.path for o in kept.outlines if isinstance(o, ReportOutline) and actors & {*o.actors}]
    beside = pagefile.read_pages(settings.content, [path for path in naming if path not in now], settings.processes)
    around = checks.Around(kept.outlines, {record.path for record in beside.records})
    return checks.check(beside.records, (), around, checks.OF_ACTORS)


def _found(
    settings: Settings,
    content: Content,
    kept: known.Known,
    files: Mapping[str, Stamp],
    hashes: Mapping[str, str],
    new: Collection[str] | None = None,
) -> list[Problem]:
    """What is wrong with these pages. `new` are the files among which strays are looked for; none: all."""
    around = checks.Around(
        outlines=kept.outlines,
        looked_at={record.path for record in content.records},
        unread=kept.unread,
        linkable={path for path in files if path.endswith(".md")},
        own_types={row.id: row for row in content.event_types},
        seeds=seed_files(settings, hashes),
        today=today(),
    )
    found = checks.check(content.records, content.references, around, (*checks.NEEDED, *checks.ADVISED))
    return [*content.problems, *found, *checks.strays(files if new is None else new, FOLDERS)]


def _is_common(problem: Problem) -> bool:
    return problem.code in KINDS and KINDS[problem.code].common


def _left_out(problems: Collection[Problem]) -> str:
    left = Counter(problem.code for problem in problems if _is_common(problem))
    told = ", ".join(f"{number:,} {code}" for code, number in sorted(left.items()))
    return f" (--hints lists {told})" if told else ""


def _named(path: str, root: Path) -> str:
    """A path as problems tell it: from the folder of the archive."""
    whole = Path(path).resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path


def _tell(form: str, problems: Collection[Problem], root: Path) -> None:
    if form == "json":
        print(telling.as_json(problems))
    elif form == "github":
        workspace = Path(os.environ.get("GITHUB_WORKSPACE", root)).resolve()
        below = root.relative_to(workspace).as_posix() if root.is_relative_to(workspace) else "."
        for line in telling.as_github(problems, "" if below == "." else f"{below}/"):
            print(line)
        if summary := os.environ.get("GITHUB_STEP_SUMMARY"):
            with Path(summary).open("a", encoding="utf-8") as file:
                file.write(telling.summary(list(problems)))
    else:
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        for line in telling.as_text(problems, _lines(root), colour):
            print(line)


def _lines(root: Path) -> Any:
    """A function that gives a line of a file, counted from 1; empty where there is none."""

    @cache
    def lines(path: str) -> list[str]:
        try:
            return (root / path).read_bytes().decode("utf-8-sig", "replace").split("\n")
        except OSError:
            return []

    return lambda path, number: lines(path)[number - 1].rstrip("\r") if number <= len(lines(path)) else ""
