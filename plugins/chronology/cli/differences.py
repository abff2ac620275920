"""A file's text before and after -> the difference as lines, in colours on a terminal."""

from __future__ import annotations

import difflib
import io
import sys

from rich.console import Console
from rich.text import Text

_COLOURS = (("+++", "bold"), ("---", "bold"), ("@@", "cyan"), ("+", "green"), ("-", "red"))


def show(name: str, before: str | None, after: str) -> None:
    """Print what would change in a file; `before` is None for one that is not there."""
    lines = difference(name, before, after)
    if not sys.stdout.isatty():
        print(lines, end="")
        return
    # Rich leaves the colours out where NO_COLOR asks for it.
    console = Console(file=sys.stdout, highlight=False, soft_wrap=True)
    for line in lines.split("\n")[:-1]:
        colour = next((style for sign, style in _COLOURS if line.startswith(sign)), "")
        console.print(Text(line, style=colour))


def difference(name: str, before: str | None, after: str) -> str:
    """The difference as `patch` reads it."""
    source = name if before is not None else "/dev/null"
    lines = difflib.unified_diff(_lines(before or ""), _lines(after), source, name)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """With their ends; `splitlines` would cut at characters that are no line's end for an editor."""
    return list(io.StringIO(text, newline="\n"))
