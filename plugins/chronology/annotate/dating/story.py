"""What the clues are looked for in: a reading with its dates, its actors and the tables."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property

from ... import edtf
from ...model import Actor, ActorFound, DateFound, Evidence, Office
from ...vocabulary import Vocabulary
from ..reading import Reading, Sentence
from .past import told_as_past

_OFFICE = re.compile(
    r"\b(?:presidents?|prime ministers?|premiers?|ministers?|leaders?|chiefs?|head of|heads of|chancellors?|kings?"
    r"|emirs?|secretary|chairm[ae]n|chairwoman|commanders?|rulers?|envoys?|representatives?|junta|spokes(?:man|woman|person))\b"
)
# An office that is over, or that is still to be taken.
_OUT_OF_OFFICE = re.compile(
    r"\b(?:former|formerly|ex|then|late|ousted|deposed|overthrown|toppled|incoming|future|deputy|outgoing|elect|elected"
    r"|elections?|candidates?|nominees?|runoff|run-off|poll|polls|votes?|sworn|inaugurat\w+|appoint\w*|named|chosen"
    r"|becomes?|successor|succeeds?|predecessor)\b"
)


class Story:
    """Sentences, each with its dates and the people in it."""

    def __init__(
        self, reading: Reading, dates: Sequence[DateFound], actors: Sequence[ActorFound], vocabulary: Vocabulary
    ) -> None:
        self.reading = reading
        self.dates = tuple(dates)
        self.actors = tuple(actors)
        self.vocabulary = vocabulary
        self.lowered = reading.folded.lower()

    @cached_property
    def mentions(self) -> tuple[tuple[Evidence, Actor], ...]:
        """Mentions of actors that have a record, in text order."""
        known = self.vocabulary.actors
        found = [(ev, known[actor.id]) for actor in self.actors if actor.id in known for ev in actor.evidence]
        return tuple(sorted(found, key=lambda item: (item[0].start, item[1].id)))

    @cached_property
    def in_office(self) -> tuple[tuple[Evidence, Actor], ...]:
        """Mentions of people with an office named beside them: "interim President, X", "X, the foreign minister"."""
        return tuple(
            (evidence, actor)
            for evidence, actor in self.mentions
            if actor.offices and self._beside(evidence, _OFFICE) and not self._beside(evidence, _OUT_OF_OFFICE)
        )

    def speaks_of_office(self, sentence: Sentence) -> bool:
        """Whether a sentence names offices that are held: "the leaders of both countries"."""
        words = self.lowered[sentence.start : sentence.end]
        return bool(_OFFICE.search(words)) and not _OUT_OF_OFFICE.search(words)

    def is_past(self, found: DateFound) -> bool:
        """Whether a date is told as past. One that may be to come limits nothing."""
        return told_as_past(self.reading, self.lowered, found)

    def sentence_index(self, offset: int) -> int:
        """Which sentence holds an offset, counted from 0."""
        return bisect_right(self._starts, offset) - 1

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.reading.sentences)

    def _beside(self, evidence: Evidence, pattern: re.Pattern[str]) -> bool:
        sentence = self.reading.sentence_at(evidence.start)
        if sentence is None:
            return False
        # The stretch between the neighbouring clauses: an office belongs to the nearest name.
        begin = max(sentence.start, evidence.start - _WINDOW)
        end = min(sentence.end, evidence.end + _WINDOW // 2)
        return bool(
            pattern.search(self.lowered, begin, evidence.end) or pattern.search(self.lowered, evidence.end, end)
        )


_WINDOW = 50


def tenures(offices: Sequence[Office]) -> tuple[tuple[int, int], ...]:
    """First and last day of each office; an unknown end is open."""
    return tuple(
        (
            edtf.bounds(office.start)[0] if office.start else edtf.OPEN_START,
            edtf.bounds(office.end)[1] if office.end else edtf.OPEN_END,
        )
        for office in offices
    )
