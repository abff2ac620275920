"""A report, as a JSON line or as a file -> its annotation as JSON. What goes wrong with one is its result."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ..annotate import annotate
from ..annotate.form import Json, to_json
from ..annotators import Setup, consult, load
from ..clean import clean
from ..model import Seed
from ..problems import Problem
from ..seeds import seed_of
from ..vocabulary import Vocabulary
from .folder import File

HEADER = ("title", "date", "url", "outlet", "author")
"""What a line may say besides its id and its text."""


class Line(NamedTuple):
    """A line of the input, numbered from 1, as its bytes: reading them is work that can be shared out."""

    number: int
    data: bytes


@dataclass(frozen=True)
class Annotating:
    """One seed by the rules, and then by those who were asked besides."""

    vocabulary: Vocabulary
    annotators: tuple[tuple[str, Setup], ...] = ()

    def result(self, seed: Seed, where: str = "") -> Json:
        """The annotation, or what went wrong in its place: the other reports go on."""
        try:
            cleaned = clean(seed.text, seed.header)
            annotation = annotate(seed, cleaned, self.vocabulary)
            if self.annotators:
                asked = [load(name, setup) for name, setup in self.annotators]
                annotation = consult(asked, seed, cleaned, annotation)
            return to_json(annotation)
        except Exception as error:  # noqa: BLE001 - whatever it is, it concerns this report
            said = f'annotating "{seed.id}"{where} failed: {error!r}; please report it with the text'
            return {"id": seed.id, "problems": [said]}


@dataclass(frozen=True)
class AnnotateLines(Annotating):
    """The work of `chronology annotate --jsonl`."""

    def __call__(self, lines: Sequence[Line]) -> list[str]:
        return [dumped(self._line(line)) for line in lines]

    def _line(self, line: Line) -> Json:
        name: str | None = None
        try:
            given = json.loads(line.data.decode("utf-8", "replace"))
            name = str(given.get("id", line.number))
            text = given["text"]
            if not isinstance(text, str):
                raise TypeError('"text" is not a string')
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            said = f'line {line.number} is not {{"id", "text", "title"?, "date"?}}: {error}'
            return {"id": name, "problems": [said]}
        header = {key: str(given[key]) for key in HEADER if given.get(key)}
        return self.result(Seed(name, text.replace("\r\n", "\n").replace("\r", "\n"), header), f" (line {line.number})")


@dataclass(frozen=True)
class AnnotateFiles(Annotating):
    """The work of `chronology annotate FILE...`: the text to print, if there is a report, and what is wrong with it."""

    def __call__(self, files: Sequence[File]) -> list[tuple[str | None, list[Problem]]]:
        return [self._file(file) for file in files]

    def _file(self, file: File) -> tuple[str | None, list[Problem]]:
        seed, problems = seed_of(file.data, file.name, file.suffix)
        return dumped(self.result(seed), indent=2) if seed else None, problems


# Made once. What is written here has no loop in it, so that none need be looked for.
_IN_LINES = json.JSONEncoder(ensure_ascii=False, check_circular=False)


def dumped(value: Json, indent: int | None = None) -> str:
    """As JSON in plain characters; escaped where one of them, half of a pair, cannot be written."""
    text = _IN_LINES.encode(value) if indent is None else json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text
