"""An annotation and an annotator's proposals -> the annotation with what is new in it, and with suggestions.

Nothing that a rule found or a person wrote is changed. A proposal that differs becomes a sentence in `problems`; an
actor whom the rules did not see is added as one without a record; what has no words in the text is dropped and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from .. import edtf
from ..fields import ACTOR_KINDS
from ..folding import fold
from ..model import ActorFound, Annotation, Evidence
from ..urls import slug
from .finding import find
from .proposal import HEADER_KINDS, KINDS, Proposal


@dataclass(frozen=True, slots=True)
class _Found:
    """A proposal whose words are in the text."""

    kind: str
    value: str
    evidence: Evidence

    def __str__(self) -> str:
        return f'{self.kind} "{self.value}" ("{_short(self.evidence.quote)}")'


def merge(annotation: Annotation, text: str, proposals: Iterable[Proposal], rule: str) -> Annotation:
    """The annotation with these proposals. The order in which they come makes no difference."""
    ordered = sorted(set(proposals), key=lambda p: (p.start is None, p.start or 0, p.kind, p.value, p.quote))
    found: list[_Found] = []
    dropped: list[str] = []
    for proposal in ordered:
        checked = _checked(proposal, text, rule)
        if isinstance(checked, str):
            dropped.append(checked)
        else:
            found.append(checked)
    actors, differing = _actors(annotation, [f for f in found if f.kind in ACTOR_KINDS])
    said = [*differing, *_places(annotation, found), *_countries(annotation, found), *_header(annotation, found)]
    problems = [f"{rule} suggests: {sentence}" for sentence in said]
    problems += [f"{rule}: dropped {sentence}" for sentence in dropped]
    return replace(annotation, actors=actors, problems=(*annotation.problems, *dict.fromkeys(problems)))


def _checked(proposal: Proposal, text: str, rule: str) -> _Found | str:
    """The proposal with its words, or why it cannot count."""
    told = f'{proposal.kind or "proposal"} "{_short(proposal.value)}"'
    if proposal.kind not in KINDS:
        return f"{told}: its kind is not one of {', '.join(KINDS)}"
    if not proposal.value.strip():
        return f"{told}: it has no value"
    span = find(proposal.quote, text, proposal.start)
    if span is None:
        return f'{told}: "{_short(proposal.quote)}" is not in the text'
    # A name is a quotation, too: otherwise a model could give the minister of a report any name.
    if proposal.kind in (*ACTOR_KINDS, "place") and find(proposal.value, text) is None:
        return f"{told}: this name is not in the text"
    if proposal.kind in ("date", "published") and not edtf.is_valid(proposal.value):
        return f"{told}: this is no EDTF date"
    value = proposal.value.upper() if proposal.kind == "country" else " ".join(proposal.value.split())
    return _Found(proposal.kind, value, Evidence(*span, text[span[0] : span[1]], rule))


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= 80 else f"{plain[:79]}…"


def _actors(annotation: Annotation, found: list[_Found]) -> tuple[tuple[ActorFound, ...], list[str]]:
    """The actors with those that are new, and what is said of those about whom opinions differ."""
    new: dict[str, ActorFound] = {}
    differing: list[str] = []
    for proposed in found:
        actor = next((a for a in annotation.actors if _overlaps(proposed, a.evidence)), None)
        place = next((p for p in annotation.places if _covers(proposed, p.evidence)), None)
        if actor:
            if (actor.kind == "person") != (proposed.kind == "person"):
                differing.append(f"{proposed}; the rules have {actor.name} as {actor.kind}")
        elif place:
            differing.append(f"{proposed}; the rules have a place there")
        elif not any(_is_part(proposed.value, a.name) for a in annotation.actors):
            id = slug(proposed.value)  # noqa: A001 - the field's own name
            known = new.get(id) or ActorFound(id, proposed.value, proposed.kind, None, False, "mentioned", ())
            new[id] = known._replace(evidence=tuple(dict.fromkeys((*known.evidence, proposed.evidence))))
    return (*annotation.actors, *sorted(new.values(), key=lambda a: (a.evidence[0].start, a.id))), differing


def _places(annotation: Annotation, proposals: list[_Found]) -> Iterator[str]:
    seen = [
        e for group in (annotation.places, annotation.countries, annotation.actors) for x in group for e in x.evidence
    ]
    for proposed in proposals:
        if proposed.kind == "place" and not _overlaps(proposed, seen):
            yield f"{proposed}; the rules have no place there"


def _countries(annotation: Annotation, found: list[_Found]) -> Iterator[str]:
    codes = {country.code for country in annotation.countries}
    for proposed in found:
        if proposed.kind == "country" and proposed.value not in codes:
            yield f"{proposed}; the rules do not have it"


def _header(annotation: Annotation, found: list[_Found]) -> Iterator[str]:
    main = annotation.events[annotation.main] if annotation.main is not None else None
    held = {
        "date": main.date if main else None,
        "event_type": main.event_type if main else None,
        "published": annotation.published.date,
    }
    for proposed in found:
        if proposed.kind in HEADER_KINDS and proposed.value != held[proposed.kind]:
            yield f"{proposed}; the rules have {held[proposed.kind] or 'none'}"


def _overlaps(proposed: _Found, evidence: Iterable[Evidence]) -> bool:
    own = proposed.evidence
    return any(e.start < own.end and own.start < e.end for e in evidence)


def _covers(proposed: _Found, evidence: Iterable[Evidence]) -> bool:
    """Whether one of these holds all the words: "Bank of Segou" is more than the place Segou."""
    return any(e.start <= proposed.evidence.start and proposed.evidence.end <= e.end for e in evidence)


def _is_part(name: str, whole: str) -> bool:
    """Whether a name is a part of another: "Noor" of "Ada Noor"."""
    return set(fold(name).lower().split()) <= set(fold(whole).lower().split())
