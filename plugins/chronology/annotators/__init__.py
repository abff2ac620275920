"""Optional annotators: spaCy, a language model, or what others install -> proposals beside what the rules found.

An annotator is found by its name in the entry-point group `chronology.annotators`. None is on by default.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.metadata import entry_points

from ..model import Annotation, Cleaned, Seed
from .finding import readable
from .merging import merge
from .proposal import Annotator, AnnotatorFailed, Proposal, Setup, UnknownAnnotator

__all__ = ["Annotator", "AnnotatorFailed", "Proposal", "Setup", "UnknownAnnotator", "consult", "load"]

GROUP = "chronology.annotators"


@cache
def load(name: str, setup: Setup) -> Annotator:
    """The annotator of this name; made once in a process, for a model takes long to load."""
    installed = {point.name: point for point in entry_points(group=GROUP)}
    if name not in installed:
        known = ", ".join(sorted(installed)) or "none"
        raise UnknownAnnotator(f'no annotator "{name}" is installed; there are: {known}')
    make = installed[name].load()
    annotator: Annotator = make(setup)
    return annotator


def consult(annotators: Iterable[Annotator], seed: Seed, cleaned: Cleaned, annotation: Annotation) -> Annotation:
    """The annotation with what these annotators propose. One that fails is told, and changes nothing."""
    text = readable(seed, cleaned)
    for annotator in annotators:
        try:
            proposals = tuple(annotator(text, annotation.language, annotation))
        except Exception as error:  # noqa: BLE001 - others wrote it, and the rules' work must not be lost with it
            told = str(error) if isinstance(error, AnnotatorFailed) else f"it failed: {error!r}"
            annotation = replace(annotation, problems=(*annotation.problems, f"{annotator.rule}: {told}"))
            continue
        annotation = merge(annotation, text, proposals, annotator.rule)
    return annotation
