"""The command `chronology` with its verbs, each in a file of its own. Reads the clock and the files; prints."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ..executors import ExecutorLost
from ..problems import WrongCall
from .folder import read_folder

COMMANDS = ("ingest", "annotate", "check", "new", "rename", "merge", "import", "stats")
"""In the order of the help: that of the work. Each is a module of this package, under its own name or the one below."""
MODULES = {"import": "importing"}
"""Python keeps some words for itself."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 1 when there were errors and 2 when the call was wrong."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # Only the module of the command is read where its name comes first: a check before each commit has no time
    # to read the rules of the annotator.
    parser, _ = _parser(arguments[:1] if arguments and arguments[0] in COMMANDS else COMMANDS)
    chosen = parser.parse_args(arguments)
    path = Path(chosen.settings)
    if not path.is_file():
        parser.error(f"there is no file {path} here: run this in the folder of the archive, or name the file with -s")
    settings, problems = read_folder(path)
    if not settings.content.is_dir():
        parser.error(f"{path} names the content folder {settings.content}, which is not there")
    try:
        return int(chosen.run(chosen, settings, problems))
    except WrongCall as error:
        print(f"chronology {chosen.command}: {error}", file=sys.stderr)
        return 2
    except ExecutorLost as error:
        print(f"chronology {chosen.command}: {error}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        # The reader of our output has seen enough ("chronology stats | head").
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def commands() -> list[str]:
    """The names of the commands."""
    return sorted(_parser(COMMANDS)[1].choices)


def _parser(names: Sequence[str]) -> tuple[argparse.ArgumentParser, Any]:
    parser = argparse.ArgumentParser(
        prog="chronology", description="Turns raw news reports into the annotated pages of a chronology."
    )
    parser.add_argument(
        "-s", "--settings", default="pelicanconf.py", metavar="FILE", help="the site's settings (default: %(default)s)"
    )
    verbs = parser.add_subparsers(title="commands", required=True, metavar="COMMAND", dest="command")
    for name in names:
        import_module(f"{__package__}.{MODULES.get(name, name)}").add(verbs)
    return parser, verbs
