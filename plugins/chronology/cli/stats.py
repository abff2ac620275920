"""`chronology stats`: counts what there is, what wants review, and who is often named and has no record."""

from __future__ import annotations

import argparse
import sys
from itertools import chain
from typing import Any

from .. import stats
from ..discovered import gathered
from ..executors import in_order
from ..problems import Problem
from ..settings import Settings
from .folder import add_executor, read_files, read_records, seed_files, tell
from .progress import watched
from .seen import FindActors


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("stats", help="count what there is and what wants review")
    command.add_argument(
        "--actors",
        type=int,
        default=20,
        metavar="N",
        help="list so many of the actors that have no record; 0 leaves the seeds unread (default: %(default)s)",
    )
    add_executor(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    problems += content.problems
    for line in stats.lines(content, vocabulary):
        print(line)
    if chosen.actors > 0:
        paths, unread = seed_files((), settings)
        problems += unread
        files = read_files(paths, settings, problems)
        found = in_order(FindActors(vocabulary), files, chosen.executor, weigh=lambda file: len(file.data))
        actors = gathered(chain.from_iterable(watched(found, "read", len(paths))))
        for line in stats.discovered(actors, chosen.actors):
            print(line)
    return int(tell(problems, sys.stderr))
