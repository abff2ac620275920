"""What went wrong, told so that a person can mend it: where, what, and what to do next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import Literal

Level = Literal["error", "warning", "hint"]
_SEVERITY: dict[str, int] = {"error": 0, "warning": 1, "hint": 2}
_MUCH = 0.1
"""What is so much less alike than the nearest name was hardly meant."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a person should look at."""

    path: str
    """The file, relative to the folder of the archive, with forward slashes."""
    message: str
    """What was found and what was expected, as one sentence without a full stop."""
    hint: str = ""
    """What to do next; empty where the message says it already."""
    line: int = 1
    """Line in the file, counted from 1."""
    column: int = 1
    """Column in the line, counted in characters from 1."""
    level: Level = "error"
    code: str = ""
    """Its kind, such as "unknown-actor": docs/checking.md has a section for each that `chronology check` tells."""
    key: tuple[str | int, ...] = ()
    """Where in the header it is, such as ("events", 2, "date"); a line and a column can be found from it."""

    def __str__(self) -> str:
        tail = f" ({self.hint})" if self.hint else ""
        code = f" [{self.code}]" if self.code else ""
        return f"{self.path}:{self.line}:{self.column}: {self.level}: {self.message}{tail}{code}"


class WrongCall(ValueError):
    """A command was asked for what it cannot do; the message says what it can."""


class BrokenArchive(Exception):
    """Raised at the rim when an archive has errors; carries all of them, never only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = in_order(problems)
        errors = sum(p.level == "error" for p in self.problems)
        super().__init__(f"{count(errors, 'error')}; nothing was written")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems without repetition, by file, line and column."""
    return tuple(sorted(set(problems), key=_place))


def _place(problem: Problem) -> tuple[str, int, int, int, str]:
    severity = _SEVERITY[problem.level]
    return (problem.path, problem.line, problem.column, severity, problem.message)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint naming the nearest known names, or an empty text when none is near."""
    near = get_close_matches(name, sorted(known), n=3, cutoff=0.7)
    if not near:
        return ""
    likeness = [SequenceMatcher(None, name, other).ratio() for other in near]
    near = [other for other, like in zip(near, likeness, strict=True) if like > likeness[0] - _MUCH]
    return "did you mean " + " or ".join(f'"{name}"' for name in near) + "?"


def count(number: int, noun: str) -> str:
    """`1 error`, `2 errors`, `2 entries`."""
    if number == 1:
        return f"1 {noun}"
    return f"{number} {noun[:-1]}ies" if noun.endswith("y") else f"{number} {noun}s"
