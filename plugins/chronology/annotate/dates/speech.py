"""What has been dated so far in a report: which day a sentence, or a quotation in it, is spoken on."""

from __future__ import annotations

import re

from ... import edtf
from .reckoning import Clock, Meaning

Span = tuple[int, int]
_COMPARED = re.compile(" ago| earlier| before|year-|corresponding|comparable")
# "The quarter ended Sept. 30" tells of the quarter, not of that day.
_ENDED = re.compile(r"\b(?:quarters?|years?|months|half|periods?|weeks?) (?:that )?(?:ended|ending)(?: on)? $")
_END = ("ended ", "ending ", "ended on ", "ending on ")
_VERBS = ("said", "says", "told", "announced", "reported", "added", "stated", "confirmed", "wrote", "declared")
_VERB = re.compile("|".join(_VERBS))
_SAYING = f"(?:{'|'.join(_VERBS)})"
_SAID_ON = re.compile(
    rf"\b{_SAYING}(?: (?:reporters|journalists|lawmakers|parliament|reuters|afp|state (?:tv|television|radio|media)))?"
    r"(?: (?:in|at) (?:an?|the|its|his|her) (?:\w+ ){0,2}(?:statement|interview|report|speech|address|briefing"
    r"|conference))?(?: by (?:phone|telephone))?,?(?: (?:late|early|earlier))?(?: on)? $"
)
_ON_IT_SAID = re.compile(rf",?(?: [\w'-]+){{1,6}} {_SAYING}\b")
_LONGER = ("P6M", "P9M", "P12M", "P1Y")
"""Periods of which figures are told too, and then no longer of a quarter."""
_OPENING, _LAST = 12, 24
_WEEK = 7
_FEW, _STORY = 3, 5
"""Sentences for which a month or quarter, and a day on which something happened, are kept in mind."""


class Speech:
    """The clock of a report while it is read from top to bottom."""

    def __init__(self, published: Span | None) -> None:
        self.published = published
        self.previous: Meaning | None = None
        """The date told of last."""
        self.near: Meaning | None = None
        """The day of what is being told: the last exact day within a week of publication."""
        self._here: Span | None = None
        """An exact day told in this sentence, outside quotations."""
        self._event: Meaning | None = None
        self._plan: Meaning | None = None
        """A day to come, told in this sentence."""
        self._month: Meaning | None = None
        self._quarter: Meaning | None = None
        self._event_told_in = self._month_told_in = self._quarter_told_in = 0
        self._sentence = 0

    def at_sentence(self, number: int) -> None:
        """A new sentence begins: the one of that number."""
        self._here = self._plan = None
        self._sentence = number

    def spoken(self, quoted: bool) -> Span | None:
        """The day, or the days, from which "yesterday" counts."""
        if not quoted or self.published is None:
            return self.published
        if self._here:
            return self._here
        if self.near and self.near.edtf:
            return edtf.bounds(self.near.edtf)
        return self.published

    @property
    def month(self) -> Meaning | None:
        """The month that the sentences just before tell of, if they name no day."""
        return self._month if self._sentence - self._month_told_in <= _FEW else None

    @property
    def quarter(self) -> Meaning | None:
        """The quarter of a year that the sentences just before tell of."""
        return self._quarter if self._sentence - self._quarter_told_in <= 2 * _STORY else None

    @property
    def event(self) -> Meaning | None:
        """The day of a plan told in this sentence, else the last day on which something told of happened."""
        if self._plan:
            return self._plan
        return self._event if self._sentence - self._event_told_in <= _STORY else None

    def clock(self, lowered: str, sentence: Span, span: Span) -> Clock:
        """What is known at a place of the text; whoever asks sets the day."""
        return Clock(None, self.previous, self.near, self.event, self.quarter, lowered, sentence, span)

    def tell(self, meaning: Meaning, clock: Clock, quoted: bool) -> None:
        """A date has been found.

        One told only for comparison ("a year earlier") does not move the story, nor does the end of a period.
        """
        if meaning.value in _LONGER:
            self._quarter = None
        if meaning.type not in ("DATE", "TIME") or meaning.value.endswith("_REF"):
            return
        words, before = clock.words, clock.just_before
        if _COMPARED.search(words) or (before.endswith(_END) and _ENDED.search(before, max(len(before) - _LAST, 0))):
            return
        self.previous = meaning
        if "-Q" in meaning.value and meaning.value[-1].isdigit():
            self._quarter, self._quarter_told_in = meaning, self._sentence
        if meaning.edtf is None:
            return
        first, last = edtf.bounds(meaning.edtf)
        if first == last:
            self._tell_day(meaning, first, clock, quoted)
        elif 27 < last - first < 31 and not quoted:
            self._month, self._month_told_in = meaning, self._sentence

    def _tell_day(self, meaning: Meaning, day: int, clock: Clock, quoted: bool) -> None:
        if self.published and day > self.published[1]:
            self._plan = meaning
        elif quoted or not _only_said(clock):
            self._event, self._event_told_in = meaning, self._sentence
        if quoted:
            return
        self._month = None
        self._here = (day, day)
        if self.published and self.published[0] - _WEEK <= day <= self.published[1]:
            self.near = meaning


def _only_said(clock: Clock) -> bool:
    """Whether a day is the one on which something was said, not on which it happened."""
    before = clock.just_before
    if len(before) >= _OPENING and not _VERB.search(before):
        return False
    return bool(_SAID_ON.search(before) or (len(before) < _OPENING and _ON_IT_SAID.match(clock.after)))
