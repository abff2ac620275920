"""`spacy:MODEL`: the names that an installed spaCy model finds. MODEL is a package's name or a folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from ..model import Annotation
from .proposal import AnnotatorFailed, Proposal, Setup, UnknownAnnotator

DEFAULT = "en_core_web_sm"
KINDS = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
"""The labels of spaCy's own models and our kinds. Peoples, works, sums and dates are no names."""


def load(setup: Setup) -> SpacyModel:
    """The annotator of `--annotator spacy:MODEL`."""
    model = setup.argument or DEFAULT
    try:
        import spacy
    except ImportError as error:
        raise UnknownAnnotator('spaCy is not installed: pip install "pelican-chronology[spacy]"') from error
    try:
        return SpacyModel(spacy.load(model))
    except OSError as error:
        raise UnknownAnnotator(f'there is no spaCy model "{model}": python -m spacy download {model}') from error


@dataclass(frozen=True)
class SpacyModel:
    """A loaded pipeline."""

    pipeline: Any
    rule: str = field(default="spacy", init=False)

    def __call__(self, text: str, language: str, annotation: Annotation) -> Iterator[Proposal]:  # noqa: ARG002
        """The entities of each line: so that long reports cost no more memory than short ones."""
        if language not in (self.pipeline.lang, "und"):
            raise AnnotatorFailed(f'its model reads "{self.pipeline.lang}", and the report is in "{language}"')
        starts, lines = [], []
        at = 0
        for line in text.splitlines(keepends=True):
            if line.strip():
                if len(line) > self.pipeline.max_length:
                    raise AnnotatorFailed(f"a line has {len(line):,} characters, more than the model reads")
                starts.append(at)
                lines.append(line)
            at += len(line)
        for start, found in zip(starts, self.pipeline.pipe(lines), strict=True):
            for entity in found.ents:
                if kind := KINDS.get(entity.label_):
                    yield Proposal(kind, entity.text, entity.text, start + entity.start_char)
