"""`chronology annotate`: prints what is found in reports as JSON, and writes nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

from ..annotators import Setup, load
from ..executors import in_order
from ..problems import Problem
from ..settings import Settings
from .annotating import AnnotateFiles, AnnotateLines, Line
from .folder import add_executor, read_files, read_records, seed_files, tell
from .progress import watched

Result = TypeVar("Result")


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
    if chosen.jsonl:
        by_line = AnnotateLines(vocabulary, annotators)
        for result in _watched(in_order(by_line, _lines(), chosen.executor, lambda line: len(line.data))):
            print(result)
    else:
        paths, unread = seed_files(chosen.files, settings)
        problems += unread
        files = read_files(paths, settings, problems)
        by_file = AnnotateFiles(vocabulary, annotators)
        results = in_order(by_file, files, chosen.executor, lambda file: len(file.data))
        for text, wrong in _watched(results, len(paths)):
            problems += wrong
            if text is not None:
                print(text)
    return int(tell(problems, sys.stderr))


def _watched(results: Iterator[Result], total: int | None = None) -> Iterator[Result]:
    """On a terminal the results themselves show how far it is."""
    return results if sys.stdout.isatty() else watched(results, "annotated", total)


def _lines() -> Iterator[Line]:
    for number, data in enumerate(sys.stdin.buffer, 1):
        if data.strip():
            yield Line(number, data)
