"""`chronology check`: every problem of the archive, for people, for GitHub or for programs."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from .. import check as checks
from ..catalogues import read_language
from ..problems import Problem, count
from ..problems import in_order as sorted_problems
from ..settings import Settings
from .folder import checked, read_records, read_seeds


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("check", help="validate everything and list every problem")
    command.add_argument("paths", nargs="*", metavar="PATH", help="show only problems of these files or folders")
    command.add_argument("--format", choices=("text", "github", "json"), default="text")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    problems += checked(content, vocabulary, settings)
    problems += read_language(settings.lang, settings.root)[1]
    seeds, unread = read_seeds((), settings)
    problems += unread
    texts = {seed.id: f"{seed.text}\n{' '.join(seed.header.values())}" for seed in seeds}
    for report in content.reports:
        problems += checks.unsupported(report, texts.get(report.seed.path, "") if report.seed else "")
    if chosen.paths:
        wanted = [_named(path, settings.root) for path in chosen.paths]
        problems = [p for p in problems if any(p.path == w or p.path.startswith(f"{w}/") for w in wanted)]
    listed = sorted_problems(problems)
    for line in _FORMATS[chosen.format](listed):
        print(line)
    errors = sum(problem.level == "error" for problem in listed)
    others = len(listed) - errors
    print(f"{count(errors, 'error')}, {count(others, 'warning or hint')}", file=sys.stderr)
    return int(errors > 0)


def _named(path: str, root: Path) -> str:
    """A path as problems tell it: from the folder of the archive."""
    whole = Path(path).resolve()
    return whole.relative_to(root).as_posix() if whole.is_relative_to(root) else path


def _as_github(problems: Sequence[Problem]) -> Iterator[str]:
    """Workflow commands. A runner shows ten errors a step, so the most severe come first."""
    levels = {"error": "error", "warning": "warning", "hint": "notice"}
    for problem in sorted(problems, key=lambda p: list(levels).index(p.level)):
        said = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
        said = said.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
        yield f"::{levels[problem.level]} file={problem.path},line={problem.line},col={problem.column}::{said}"


def _as_json(problems: Sequence[Problem]) -> Iterator[str]:
    yield json.dumps(
        [{name: getattr(problem, name) for name in Problem.__slots__} for problem in problems],
        ensure_ascii=False,
        indent=2,
    )


def _as_text(problems: Sequence[Problem]) -> Iterator[str]:
    yield from map(str, problems)


_FORMATS = {"text": _as_text, "github": _as_github, "json": _as_json}
