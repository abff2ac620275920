"""A JSON line with a report -> a JSON line with its annotation. What goes wrong with one is its result."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from ..annotate import annotate
from ..annotate.form import to_json
from ..annotators import Setup, consult, load
from ..clean import clean
from ..model import Annotation, Seed
from ..vocabulary import Vocabulary

HEADER = ("title", "date", "url", "outlet", "author")
"""What a line may say besides its id and its text."""


class Line(NamedTuple):
    """A line of the input, numbered from 1, as its bytes: reading them is work that can be shared out."""

    number: int
    data: bytes


@dataclass(frozen=True)
class AnnotateLines:
    """The work of `chronology annotate --jsonl`."""

    vocabulary: Vocabulary
    annotators: tuple[tuple[str, Setup], ...] = ()

    def __call__(self, lines: Sequence[Line]) -> list[str]:
        return [self._result(line) for line in lines]

    def _result(self, line: Line) -> str:
        name: str | None = None
        try:
            given = json.loads(line.data.decode("utf-8", "replace"))
            name = str(given.get("id", line.number))
            text = given["text"]
            if not isinstance(text, str):
                raise TypeError('"text" is not a string')
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            said = f'line {line.number} is not {{"id", "text", "title"?, "date"?}}: {error}'
            return dumped({"id": name, "problems": [said]})
        header = {key: str(given[key]) for key in HEADER if given.get(key)}
        try:
            seed = Seed(name, text.replace("\r\n", "\n").replace("\r", "\n"), header)
            return dumped(to_json(self.annotation(seed)))
        except Exception as error:  # noqa: BLE001 - whatever it is, the other reports go on
            said = f'annotating "{name}" (line {line.number}) failed: {error!r}; please report it with the text'
            return dumped({"id": name, "problems": [said]})

    def annotation(self, seed: Seed) -> Annotation:
        """The annotation of one seed, by the rules and then by those who were asked besides."""
        cleaned = clean(seed.text, seed.header)
        annotation = annotate(seed, cleaned, self.vocabulary)
        if self.annotators:
            asked = [load(name, setup) for name, setup in self.annotators]
            annotation = consult(asked, seed, cleaned, annotation)
        return annotation


def dumped(value: dict[str, Any], indent: int | None = None) -> str:
    """As JSON in plain characters; escaped where one of them, half of a pair, cannot be written."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    try:
        text.encode()
    except UnicodeEncodeError:
        return json.dumps(value, indent=indent)
    return text
