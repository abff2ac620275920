"""The main event -> where it was: the place that is told nearest to it, or at least the country."""

from __future__ import annotations

import re

from ...model import Code, Land
from ..inflect import words
from ..types import Weighed
from .mentions import Span
from .scene import Scene

_AT_A_PLACE = words("attack battle bombardment coup disaster displacement rescue arrest protest")
"""Types of deeds that happen somewhere; who votes, pays or forbids does so nowhere in particular."""
_MEETINGS = words("talks visit")
_LEAD = 2
"""Sentences that may name the place which the words of the deed leave out."""


def places_of(scene: Scene, main: Weighed, told: list[Span]) -> tuple[str, ...]:
    """Where the main event was. `told`: where it is told of, which is the surest.

    A deed was also where its sentence, the lead or the title says, and a meeting where the report was sent from.
    """
    if places := _where_it_was(scene, told):
        return places
    if main.type in _MEETINGS:
        # A country that the story does not name is where a reporter sits.
        here = scene.sent_from and scene.sent_from.country in scene.countries.names
        return (scene.sent_from.name,) if scene.sent_from and here else ()
    if main.type not in _AT_A_PLACE:
        return ()
    named = (_where_it_was(scene, [span]) for span in _telling(scene, main))
    return next((places for places in named if places), ())


def land_of(scene: Scene, main: Weighed, about: tuple[Code, ...]) -> Land | None:
    """The country of a deed: the one that stands behind an "in", or the only one that it is about."""
    if main.type not in _AT_A_PLACE:
        return None
    only = None
    for span in _telling(scene, main):
        for start, end, code in scene.countries.told_in(*span):
            if within := _IN.search(scene.reading.folded, max(span[0], start - _JUST_BEFORE), start):
                return Land(code, scene.reading.evidence(within.start(), end, "land"))
            if only is None and about == (code,):
                only = Land(code, scene.reading.evidence(start, end, "land"))
    return only


_IN = re.compile(r"\b(?:in|across|throughout) (?:the )?(?:\w+ern |(?:north|south|east|west|cent(?:re|er)) of )?$", re.I)


def _telling(scene: Scene, main: Weighed) -> list[Span]:
    """The sentences that may name the place of a deed, the nearest first."""
    lead = [parsed.sentence for parsed in scene.body[:_LEAD] if parsed.sentence.paragraph == 0]
    titles = [sentence for sentence in scene.reading.sentences if sentence.part == "title"]
    return [(s.start, s.end) for s in (main.parsed.sentence, *lead, *titles)]


_JUST_BEFORE = 30
"""Characters in which the words stand that say what a place is to the deed."""
_SEAT = re.compile(r"\b(?:government|presidency|ministry|authorities|officials|sources) in $", re.I)


def _where_it_was(scene: Scene, spans: list[Span]) -> tuple[str, ...]:
    """The places of stretches, but for those where somebody sits who speaks of it: "the presidency in Paris"."""
    folded = scene.reading.folded
    told = [mention for span in spans for mention in scene.places.told_in(*span)]
    here = [name for at, _, name in told if not _SEAT.search(folded, max(0, at - _JUST_BEFORE), at)]
    return tuple(dict.fromkeys(here))
