"""An event with the places that are named beside it -> the same without those where it did not happen."""

from __future__ import annotations

import re

from ...model import EventFound, PlaceFound
from ..inflect import words
from .plan import OF_WORDS
from .scene import Scene

_REMOTE = re.compile(r"\b(?:tele)?phon(?:e|ed|ing)\b|\bphone calls?\b|\bvideo (?:link|call|conference)\b", re.I)


def where(scene: Scene, event: EventFound, places: tuple[PlaceFound, ...]) -> EventFound:
    """Nobody is at a place on the telephone, and no talks are held "in the Sahel": it is what they are about. Nor is
    a region the place of a deed whose country is told.
    """
    if not event.places or not (event.land or event.event_type in OF_WORDS):
        return event
    if any(_is_remote(scene, words.start) for words in event.evidence):
        return event._replace(places=())
    regions = {place.name for place in places if place.country is None}
    return event._replace(places=tuple(place for place in event.places if place not in regions))


_REMOTE_WORDS = words("phone phoned phoning telephone telephoned telephoning video")
"""Words one of which stands wherever that is found."""


def _is_remote(scene: Scene, offset: int) -> bool:
    if _REMOTE_WORDS.isdisjoint(scene.reading.tokens.said):
        return False
    sentence = scene.reading.sentence_at(offset)
    return sentence is not None and _REMOTE.search(scene.reading.folded, sentence.start, sentence.end) is not None
