"""Figures of people: how many were killed, hurt, rescued, held or displaced, and who says so.

A figure and the word for what happened to them are searched apart and joined within a clause, so
that "killed at least 20 people and wounded 30 more" gives two claims. Nothing is reconciled:
two figures that disagree are both kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...model import ActorFound, Claim, Evidence
from ..reading import Reading, Sentence
from .attribution import attribution
from .counted import counted
from .figures import NUMBER_WORDS, find_figures, value_of
from .kinds import KIND_WORDS, find_kinds


def find_claims(reading: Reading, actors: tuple[ActorFound, ...] = ()) -> tuple[Claim, ...]:
    """Every figure of people in title, standfirst and body, in reading order. `actors`: who "they" may be."""
    if KIND_WORDS.isdisjoint(reading.tokens.said):
        return ()
    found: dict[tuple[str, str, str | None], list[Evidence]] = {}
    for sentence in reading.sentences:
        for claim in _in_sentence(reading, sentence, actors):
            # The same figure told again is further evidence of one claim.
            found.setdefault((claim.what, claim.value, claim.attributed_to), []).extend(claim.evidence)
    return _told_once(reading, [Claim(*key, tuple(evidence)) for key, evidence in found.items()])


def _told_once(reading: Reading, claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims without a title's figure that the text tells again, with its sign and who gives it."""
    begin = next((s.start for s in reading.sentences if s.part == "body"), 0)
    titles = [claim for claim in claims if claim.evidence[-1].start < begin]
    text = [claim for claim in claims if claim not in titles]
    again = {(claim.what, claim.value.lstrip(_SIGNS)): claim for claim in reversed(text)}
    headed = {id(again[key]): title for title in titles if (key := (title.what, title.value.lstrip(_SIGNS))) in again}
    kept = [title for title in titles if (title.what, title.value.lstrip(_SIGNS)) not in again]
    return (*kept, *[_with(claim, headed.get(id(claim))) for claim in text])


_SIGNS = "<>=~"


def _with(claim: Claim, title: Claim | None) -> Claim:
    return claim._replace(evidence=(*claim.evidence, *title.evidence)) if title else claim


def _in_sentence(reading: Reading, sentence: Sentence, actors: tuple[ActorFound, ...]) -> Iterator[Claim]:
    # Most sentences count nobody: their words tell it faster than the patterns would.
    tokens = reading.tokens_in(sentence.start, sentence.end)
    words = reading.tokens.lowered[tokens.start : tokens.stop]
    if KIND_WORDS.isdisjoint(words):
        return
    numbers = [n for n, word in enumerate(words) if word in NUMBER_WORDS or word[0].isdigit()]
    if not numbers:
        return
    text = reading.folded
    figures = find_figures(text, reading.tokens.starts[tokens.start : tokens.stop], numbers, sentence.end)
    starts = (reading.tokens.starts[i] for i, word in zip(tokens, words, strict=True) if word in KIND_WORDS)
    kinds = find_kinds(text, starts, sentence.end) if figures else []
    if not kinds:
        return
    found = counted(text, sentence.start, sentence.end, figures, kinds)
    if not found:
        return
    # "The rescuers searched the ruins; they speak of 12 dead": an article may stand before the name.
    first = tokens.start + (len(words) > 1 and words[0] in ("the", "a", "an"))
    said_by = attribution(text, sentence.start, sentence.end, _named_at(actors, reading.tokens.starts[first]))
    for figure, kind, start in found:
        begin, end = min(start, kind.start()), max(figure.end(), kind.end())
        yield Claim(str(kind.lastgroup), value_of(figure), said_by, (reading.evidence(begin, end, "figure"),))


def _named_at(actors: tuple[ActorFound, ...], offset: int) -> str | None:
    """The words of the actor who is named there."""
    quotes = [words.quote for actor in actors for words in actor.evidence if words.start == offset]
    return quotes[-1] if quotes else None
