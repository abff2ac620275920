"""What an optional annotator is, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from ..fields import ACTOR_KINDS
from ..model import Annotation, Id
from ..problems import WrongCall

HEADER_KINDS = ("date", "published", "event_type")
KINDS = (*ACTOR_KINDS, "place", "country", *HEADER_KINDS)
"""What may be proposed. `date` and `event_type` are those of the main event."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that an annotator believes to have found. It counts only with words of the text."""

    kind: str
    """One of KINDS."""
    value: str
    """The name of the actor or place, the country's ISO 3166-1 code, the EDTF date, or the id of the type."""
    quote: str
    """The words that it rests on, verbatim."""
    start: int | None = None
    """Where they begin in the text, if that is known; else the first place where they stand is taken."""


class Annotator(Protocol):
    """A callable with a name for its evidence. It is called in several processes, once for each report."""

    @property
    def rule(self) -> str:
        """What its evidence and its suggestions are called."""

    def __call__(self, text: str, language: str, annotation: Annotation) -> Iterable[Proposal]:
        """What it finds in a text.

        `text` has the characters of the report where they stand in the seed, and spaces for all that is furniture.
        `annotation` is what the rules found. Raises AnnotatorFailed where it can say why it found nothing.
        """


@dataclass(frozen=True, slots=True)
class Setup:
    """What an entry point of the group `chronology.annotators` is called with, to make an annotator."""

    argument: str
    """What stands behind the colon in `--annotator NAME:ARGUMENT`."""
    cache: Path
    """The folder where answers may be kept."""
    event_types: tuple[Id, ...]
    """The types that the archive knows."""


class UnknownAnnotator(WrongCall):
    """No such annotator is installed, or its argument is wrong."""


class AnnotatorFailed(RuntimeError):
    """An annotator could not read one report; the others may still be read."""
