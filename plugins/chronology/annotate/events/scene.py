"""All that is known when events are sought: the parsed sentences and what stands where in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass

from ... import edtf
from ...model import DateFound, Edtf, Evidence, PlaceFound
from ...vocabulary import Vocabulary
from ..clauses import RELATIVE, Parsed
from ..parts import FINITE, FUTURE
from ..reading import Reading, Sentence
from ..told import Told
from ..types import Weighed
from ..wording import words_of
from .mentions import Mentions, Span

_NO_DATES: list[DateFound] = []


@dataclass(eq=False, slots=True)
class Scene:
    """A report before its events are known. Never changed; not frozen, which would cost as much as it holds."""

    reading: Reading
    vocabulary: Vocabulary
    published: Edtf | None
    """The day or interval without a time of day."""
    told: Told
    body: tuple[Parsed, ...]
    """The sentences in which events are looked for."""
    dates: list[DateFound]
    """Those on the calendar, in the order of the text."""
    dates_of: Mapping[int, list[DateFound]]
    """The same by the beginning of the sentence in which they stand, but for those that come "daily"."""
    actors: Mentions
    places: Mentions
    countries: Mentions
    """Both without the dateline's, where nothing happened but the writing."""
    sent_from: PlaceFound | None
    """The place of the dateline."""

    def dates_in(self, sentence: Sentence) -> list[DateFound]:
        return self.dates_of.get(sentence.start, _NO_DATES)

    def body_with(self, words: frozenset[str]) -> list[Parsed]:
        """The sentences of the body that have one of these words; most texts have none of them at all."""
        if words.isdisjoint(self.reading.tokens.said):
            return []
        return [parsed for parsed in self.body if not words.isdisjoint(parsed.words)]

    def words_of(self, weighed: Weighed) -> Evidence:
        """The words that tell of a trigger, without those of the sentence's other verbs."""
        triggers = self.told.weighed_in(weighed.parsed)
        verbs = {w.first for w in triggers if w.form in (FINITE, FUTURE) and w is not weighed}
        return words_of(self.reading, weighed, verbs)

    def span(self, parsed: Parsed, at: int) -> Span:
        """The stretch of a sentence that tells of what a word stands for: its clause, without what is put between."""
        first, stop = parsed.stretch(at)
        if stop < parsed.size:
            # "an agreement that let American troops stay": without a comma the clause belongs to it.
            follows, end = parsed.clause(stop), parsed.end(stop - 1)
            if follows.kind == RELATIVE and follows.opener == stop and not self.reading.folded.startswith(",", end):
                _, stop = parsed.stretch(stop)
        return parsed.begin(first), parsed.end(stop - 1)

    def date_evidence(self, date: DateFound) -> Evidence:
        return self.reading.evidence(date.start, date.end, date.rule or "date")

    def word_at(self, parsed: Parsed, offset: int) -> int:
        """The first word of a sentence that begins at or behind an offset."""
        return bisect_left(self.reading.tokens.starts, offset) - parsed.first

    def until_published(self) -> Edtf | None:
        """The open interval of what has happened by the time of the report."""
        if self.published is None or edtf.bounds(self.published)[1] >= edtf.OPEN_END:
            return None
        return edtf.join(edtf.OPEN_START, edtf.bounds(self.published)[1])
