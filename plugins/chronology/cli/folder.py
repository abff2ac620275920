"""The folder of an archive -> what the commands work on: its settings, its records and its seeds."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple, TextIO

from pelican.settings import DEFAULT_CONFIG, get_settings_from_file

from .. import check, pagefile
from ..executors import NAMES
from ..model import Seed
from ..pagefile import Content
from ..problems import Problem
from ..problems import in_order as sorted_problems
from ..seeds import list_seeds, read_bytes, read_seed
from ..settings import Settings, read_settings
from ..vocabulary import Vocabulary


def read_folder(path: Path) -> tuple[Settings, list[Problem]]:
    """The settings in a file, and what is wrong with them."""
    values: dict[str, Any] = {**DEFAULT_CONFIG, **get_settings_from_file(str(path))}
    return read_settings(values, path.resolve().parent)


def read_records(settings: Settings) -> tuple[Content, Vocabulary]:
    """All pages of the archive, and the vocabulary that they make."""
    content = pagefile.read_content(settings.content, settings.processes)
    return content, Vocabulary.of(content.actors, content.countries, content.events, content.event_types)


def checked(content: Content, settings: Settings) -> tuple[Problem, ...]:
    """What is so wrong with the pages that no site can be built."""
    return check.needed(
        content, (), set(pagefile.pages_in(settings.content)), partial(pagefile.text_of, settings.content)
    )


def seed_files(named: Sequence[Path], settings: Settings) -> tuple[list[Path], list[Problem]]:
    """The files of the named seeds, or else of all; and what lies among them that is no seed."""
    if named:
        return [path.resolve() for path in named], []
    return list_seeds(settings.seeds, settings.root)


class File(NamedTuple):
    """A seed as its bytes: reading them is work that can be shared out."""

    name: str
    suffix: str
    data: bytes


def read_files(paths: Iterable[Path], settings: Settings, problems: list[Problem]) -> Iterator[File]:
    """The files one after the other, so that they never lie in memory together; to `problems` those without."""
    for path in paths:
        name, data = read_bytes(path, settings.root)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            yield File(name, path.suffix.lower(), data)


def read_seeds(named: Sequence[Path], settings: Settings) -> tuple[list[Seed], list[Problem]]:
    """The seeds that can be read, and a problem for each that cannot."""
    paths, problems = seed_files(named, settings)
    seeds = []
    for path in paths:
        seed, wrong = read_seed(path, settings.root)
        problems += wrong
        if seed:
            seeds.append(seed)
    return seeds, problems


def today() -> str:
    """The day in UTC; SOURCE_DATE_EPOCH sets it for builds that must be repeatable."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    now = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return now.date().isoformat()


def tell(problems: Iterable[Problem], out: TextIO) -> bool:
    """Print the problems; whether one of them is an error."""
    listed = sorted_problems(problems)
    for problem in listed:
        print(problem, file=out)
    return any(problem.level == "error" for problem in listed)


def add_executor(command: argparse.ArgumentParser) -> None:
    """The option that says where the work runs."""
    command.add_argument(
        "--executor", default="process", metavar="NAME", help=f"where the work runs: {NAMES} (default: %(default)s)"
    )
