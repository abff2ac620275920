"""Problems -> what a check prints: for people, for GitHub, or for programs."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence

from ..problems import Problem, count

LEVELS = ("error", "warning", "hint")
"""The most severe first."""
WIDEST = 100
"""Characters of a line that are quoted."""
SHOWN = 10
"""Annotations of a level that GitHub shows of one step; the rest goes into the summary of the job."""
MOST_ROWS = 2000
"""Of the table in a summary, which may have a megabyte."""

_COLOURS = {"error": "31", "warning": "33", "hint": "36"}
_ON_GITHUB = {"error": "error", "warning": "warning", "hint": "notice"}


def as_text(problems: Iterable[Problem], line_of: Callable[[str, int], str], colour: bool) -> Iterator[str]:
    """Each problem in a line, and below it the line of the file with a caret under the column."""
    for problem in problems:
        yield _coloured(problem) if colour else str(problem)
        yield from _quoted(problem, line_of(problem.path, problem.line), colour)


def _coloured(problem: Problem) -> str:
    level = f"\033[1;{_COLOURS[problem.level]}m{problem.level}\033[0m"
    return str(problem).replace(f": {problem.level}: ", f": {level}: ", 1)


def _quoted(problem: Problem, line: str, colour: bool) -> Iterator[str]:
    if not line.strip():
        return
    column = min(problem.column, len(line) + 1) - 1
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    shown = "".join(char if char.isprintable() else " " for char in line[start : start + WIDEST])
    before = "..." if start else ""
    margin = f"{problem.line:>6} | "
    caret = f"\033[{_COLOURS[problem.level]}m^\033[0m" if colour else "^"
    yield f"{margin}{before}{shown}{'...' if start + WIDEST < len(line) else ''}"
    yield f"{' ' * 6} | {' ' * (len(before) + column - start)}{caret}"


def as_json(problems: Iterable[Problem]) -> str:
    """A list of objects, one for each problem, with the attributes of a problem."""
    listed = [{name: getattr(problem, name) for name in Problem.__slots__} for problem in problems]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def severest_first(problems: Iterable[Problem]) -> list[Problem]:
    """By level; within a level in the order in which they come."""
    return sorted(problems, key=lambda problem: LEVELS.index(problem.level))


def as_github(problems: Iterable[Problem], prefix: str = "") -> Iterator[str]:
    """Workflow commands, the most severe first, and of each level no more than are shown. `prefix` is the way from the
    root of the repository to the archive.
    """
    shown = dict.fromkeys(LEVELS, 0)
    for problem in severest_first(problems):
        shown[problem.level] += 1
        if shown[problem.level] <= SHOWN:
            place = f"file={_property(prefix + problem.path)},line={problem.line},col={problem.column}"
            yield f"::{_ON_GITHUB[problem.level]} {place}::{_data(_said(problem))}"


def summary(problems: Sequence[Problem]) -> str:
    """What the job's summary says in Markdown: how many problems there are, and each that is not shown elsewhere."""
    rest: list[Problem] = []
    for level in LEVELS:
        rest += [problem for problem in problems if problem.level == level][SHOWN:]
    text = f"### chronology check: {counted(problems)}\n"
    if rest:
        text += f"\nThe most severe are shown beside their lines. {count(len(rest), 'more problem')}:\n\n"
        text += "| level | where | what |\n| --- | --- | --- |\n"
        text += "".join(
            f"| {problem.level} | {_cell(problem.path)}:{problem.line}:{problem.column} | {_cell(_said(problem))} |\n"
            for problem in rest[:MOST_ROWS]
        )
        if len(rest) > MOST_ROWS:
            text += f"\nand {len(rest) - MOST_ROWS:,} more; run `chronology check` to see all.\n"
    return text


def counted(problems: Sequence[Problem]) -> str:
    """`2 errors, 1 warning, 0 hints`."""
    return ", ".join(count(sum(problem.level == level for problem in problems), level) for level in LEVELS)


def _said(problem: Problem) -> str:
    said = f"{problem.message} ({problem.hint})" if problem.hint else problem.message
    return f"{said} [{problem.code}]" if problem.code else said


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    """Plain words in a table: nothing of them is taken for Markdown or HTML, since strangers wrote them."""
    escaped = "".join(f"\\{char}" if char in r"\`*_{}[]()#+!|~$@" else char for char in " ".join(text.split()))
    return escaped.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("://", ":&#47;&#47;")
