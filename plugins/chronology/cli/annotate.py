"""`chronology annotate`: prints what is found in reports as JSON, and writes nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..annotate.form import to_json
from ..annotators import Setup, load
from ..executors import in_order
from ..problems import Problem
from ..settings import Settings
from .folder import add_executor, read_records, read_seeds, tell
from .lines import AnnotateLines, Line, dumped
from .progress import watched


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("annotate", help="print the annotation of reports as JSON; writes nothing")
    command.add_argument("files", nargs="*", type=Path, metavar="FILE", help="seeds")
    command.add_argument(
        "--jsonl",
        action="store_true",
        help='read one {"id", "text", "title"?, "date"?} a line from standard input, print one result a line',
    )
    add_executor(command)
    command.add_argument(
        "--annotator",
        action="append",
        default=[],
        metavar="NAME",
        help="ask this one, too: spacy:MODEL, openai:URL/MODEL or one that you installed; may be given again",
    )
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    problems += content.problems
    asked = [name.partition(":") for name in chosen.annotator]
    types = tuple(vocabulary.event_types)
    cache = settings.root / "cache" / "annotators"
    annotators = tuple((name, Setup(argument, cache, types)) for name, _, argument in asked)
    for name, setup in annotators:
        load(name, setup)  # here first, so that a wrong name is told before any work is done
    work = AnnotateLines(vocabulary, annotators)
    if chosen.jsonl:
        _print_lines(work, chosen.executor)
    else:
        seeds, unread = read_seeds(chosen.files, settings)
        problems += unread
        for seed in seeds:
            print(dumped(to_json(work.annotation(seed)), indent=2))
    return int(tell(problems, sys.stderr))


def _print_lines(work: AnnotateLines, executor: str) -> None:
    results = in_order(work, _lines(), executor, weigh=lambda line: len(line.data))
    # On a terminal the results themselves show how far it is.
    for result in results if sys.stdout.isatty() else watched(results, "annotated"):
        print(result)


def _lines() -> Iterator[Line]:
    for number, data in enumerate(sys.stdin.buffer, 1):
        if data.strip():
            yield Line(number, data)
