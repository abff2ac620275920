"""Problems that name a key of a header -> the same problems with the line and the column of its value."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache

from .. import header
from ..problems import Problem


def placed(problems: Iterable[Problem], text_of: Callable[[str], str]) -> Iterator[Problem]:
    """Each problem at its place. `text_of` gives the text of a file by its path; empty where it cannot be read."""
    read = cache(lambda path: _header(text_of(path)))
    for problem in problems:
        if not problem.key:
            yield problem
            continue
        line, column = place(read(problem.path), problem.key)
        yield replace(problem, line=line, column=column)


def place(mapping: header.Mapping, key: tuple[str | int, ...]) -> tuple[int, int]:
    """Where the value of a key stands, or the nearest value around it. A list of one may have no brackets."""
    value: header.Value = mapping
    for part in key:
        inner: header.Value | None = None
        if isinstance(value, header.Mapping) and isinstance(part, str):
            inner = next((held for name, held in value.items() if name == part), None)
        elif isinstance(value, header.Sequence) and isinstance(part, int):
            inner = value[part] if part < len(value) else None
        elif isinstance(part, int):
            continue
        if inner is None:
            break
        value = inner
    return value.line, value.column


def _header(text: str) -> header.Mapping:
    try:
        return header.parse(header.split(text).header or "")
    except header.HeaderError:
        return header.Mapping()
