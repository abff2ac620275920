"""The command: `chronology ingest | annotate | check | stats`. Reads the clock and the files; prints."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

from . import check as checks
from . import ingest, pagefile, pagetext, stats
from .annotate import annotate
from .annotate.form import to_json
from .clean import clean
from .model import Seed
from .pagefile import Content
from .parallel import in_order, pool
from .problems import Problem, count
from .problems import in_order as sorted_problems
from .seeds import list_seeds, read_seed
from .settings import Settings, read_settings
from .vocabulary import Vocabulary


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 1 when there were errors and 2 when the call was wrong."""
    parser, _ = _parser()
    chosen = parser.parse_args(arguments)
    path = Path(chosen.settings)
    if not path.is_file():
        parser.error(f"there is no file {path} here: run this in the folder of the archive, or name the file with -s")
    settings, problems = _settings(path)
    if not settings.content.is_dir():
        parser.error(f"{path} names the content folder {settings.content}, which is not there")
    try:
        return int(chosen.run(chosen, settings, problems))
    except BrokenPipeError:
        # The reader of our output has seen enough ("chronology stats | head").
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def commands() -> list[str]:
    """The names of the commands."""
    return sorted(_parser()[1].choices)


def _parser() -> tuple[argparse.ArgumentParser, Any]:
    parser = argparse.ArgumentParser(
        prog="chronology", description="Turns raw news reports into the annotated pages of a chronology."
    )
    parser.add_argument(
        "-s", "--settings", default="pelicanconf.py", metavar="FILE", help="the site's settings (default: %(default)s)"
    )
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    ingesting = verbs.add_parser("ingest", help="make a report page of every seed that has none")
    ingesting.add_argument("seeds", nargs="*", type=Path, metavar="SEED", help="only these (default: all)")
    ingesting.add_argument("--dry-run", action="store_true", help="print the pages instead of writing them")
    ingesting.set_defaults(run=_ingest)

    annotating = verbs.add_parser("annotate", help="print the annotation of reports as JSON; writes nothing")
    annotating.add_argument("files", nargs="*", type=Path, metavar="FILE", help="seeds")
    annotating.add_argument(
        "--jsonl",
        action="store_true",
        help='read one {"id", "text", "title"?, "date"?} a line from standard input, print one result a line',
    )
    annotating.add_argument(
        "--executor",
        default="process",
        metavar="NAME",
        help="where the work runs: process (all cores), process:N, or serial (default: %(default)s)",
    )
    annotating.set_defaults(run=_annotate)

    checking = verbs.add_parser("check", help="validate everything and list every problem")
    checking.add_argument("paths", nargs="*", metavar="PATH", help="show only problems of these files or folders")
    checking.add_argument("--format", choices=("text", "github", "json"), default="text")
    checking.set_defaults(run=_check)

    counting = verbs.add_parser("stats", help="count what there is and what wants review")
    counting.set_defaults(run=_stats)
    return parser, verbs


def _settings(path: Path) -> tuple[Settings, list[Problem]]:
    values: dict[str, Any] = {**DEFAULT_CONFIG, **get_settings_from_file(str(path))}
    return read_settings(values, path.resolve().parent)


def _load(settings: Settings) -> tuple[Content, Vocabulary]:
    content = pagefile.read_content(settings.content, settings.processes)
    return content, Vocabulary.of(content.actors, content.countries, content.events, content.event_types)


def _tell(problems: Iterable[Problem], out: TextIO) -> bool:
    """Print the problems; whether one of them is an error."""
    listed = sorted_problems(problems)
    for problem in listed:
        print(problem, file=out)
    return any(problem.level == "error" for problem in listed)


# --------------------------------------------------------------------------------------
# ingest


def _ingest(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = _load(settings)
    seeds, unread = _seeds(chosen.seeds, settings)
    plan = ingest.plan(seeds, content.reports)
    # The pages are checked too, so that `make html` tells what is wrong with seeds and pages in one go.
    problems += [*_checked(content, vocabulary, settings), *unread, *plan.problems]
    taken_ids = {report.id for report in content.reports}
    taken_paths = {report.path.lower() for report in content.reports}
    pages = 0
    for seed in plan.new:
        made = ingest.make_report(seed, vocabulary, _today())
        if made is None:
            hint = "see `chronology annotate FILE` for what was taken for furniture, or remove the file"
            problems.append(Problem(seed.id, "no report is left in it once menus, notices and the like are cut", hint))
            continue
        pages += 1
        report, annotation = made
        report = ingest.settled(report, seed.sha256, taken_ids, taken_paths)
        taken_ids.add(report.id)
        taken_paths.add(report.path.lower())
        text = pagetext.dump_report(report)
        if chosen.dry_run:
            print(f"+++ content/{report.path}\n{text}")
        else:
            pagetext.write(settings.content / report.path, text)
            print(f"{seed.id} -> content/{report.path}")
        problems += [Problem(seed.id, said, level="hint") for said in annotation.problems]
    failed = _tell(problems, sys.stderr)
    print(f"{count(pages, 'new page')}, {plan.unchanged} unchanged", file=sys.stderr)
    return int(failed)


def _seeds(named: Sequence[Path], settings: Settings) -> tuple[list[Seed], list[Problem]]:
    """The seeds that can be read, and a problem for each that cannot."""
    problems: list[Problem] = []
    if named:
        paths = [path.resolve() for path in named]
    else:
        paths, problems = list_seeds(settings.seeds, settings.root)
    seeds = []
    for path in paths:
        seed, wrong = read_seed(path, settings.root)
        problems += wrong
        if seed:
            seeds.append(seed)
    return seeds, problems


def _today() -> str:
    """The day in UTC; SOURCE_DATE_EPOCH sets it for builds that must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()


# --------------------------------------------------------------------------------------
# annotate

_vocabulary = Vocabulary()
"""Of this process: set by _prepare, so that the tables are loaded once and not sent with each report."""


def _prepare(settings: Settings) -> None:
    global _vocabulary
    _, _vocabulary = _load(settings)


def _annotate_lines(lines: list[tuple[int, str]]) -> list[str]:
    """JSON lines in, JSON lines out. A line that cannot be read becomes a result that says so."""
    return [_annotate_line(number, line) for number, line in lines]


def _annotate_line(number: int, line: str) -> str:
    try:
        given = json.loads(line)
        text, name = given["text"], str(given.get("id", number))
        if not isinstance(text, str):
            raise TypeError('"text" is not a string')
    except (ValueError, KeyError, TypeError) as error:
        said = f'line {number} is not {{"id", "text", "title"?, "date"?}}: {error}'
        return json.dumps({"id": None, "problems": [said]}, ensure_ascii=False)
    header = {key: str(given[key]) for key in ("title", "date", "url", "outlet", "author") if given.get(key)}
    return _annotated(Seed(name, text.replace("\r\n", "\n").replace("\r", "\n"), header))


def _annotated(seed: Seed, indent: int | None = None) -> str:
    annotation = annotate(seed, clean(seed.text, seed.header), _vocabulary)
    return json.dumps(to_json(annotation), ensure_ascii=False, indent=indent)


def _annotate(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    if not chosen.jsonl:
        _prepare(settings)
        seeds, unread = _seeds(chosen.files, settings)
        for seed in seeds:
            print(_annotated(seed, indent=2))
        return int(_tell([*problems, *unread], sys.stderr))
    try:
        executor = pool(chosen.executor, _prepare, (settings,))
    except ValueError as error:
        print(f"chronology annotate: {error}", file=sys.stderr)
        return 2
    if executor is None:
        _prepare(settings)
    lines = ((number, line) for number, line in enumerate(_stdin(), 1) if line.strip())
    for result in in_order(_annotate_lines, lines, executor):
        print(result)
    if executor:
        executor.shutdown()
    return int(_tell(problems, sys.stderr))


def _stdin() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace")


# --------------------------------------------------------------------------------------
# check and stats


def _check(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = _load(settings)
    problems += _checked(content, vocabulary, settings)
    seeds, unread = _seeds((), settings)
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


def _checked(content: Content, vocabulary: Vocabulary, settings: Settings) -> tuple[Problem, ...]:
    return checks.check(content, vocabulary, set(pagefile.pages_in(settings.content)))


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


def _stats(_chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = _load(settings)
    for line in stats.lines(content, vocabulary):
        print(line)
    return int(_tell([*problems, *content.problems], sys.stderr))


if __name__ == "__main__":
    sys.exit(main())
