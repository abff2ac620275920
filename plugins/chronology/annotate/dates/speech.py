"""What has been dated so far in a report: which day a sentence, or a quotation in it, is spoken on."""

from __future__ import annotations

import re

from ... import edtf
from .reckoning import Meaning

Span = tuple[int, int]
_COMPARED = re.compile(r"\b(?:ago|earlier|before)$|year-(?:ago|earlier)|corresponding|comparable", re.IGNORECASE)
_WEEK = 7
_FEW = 3


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
        self._month: Meaning | None = None
        self._sentences_since_month = 0

    def next_sentence(self) -> None:
        """A new sentence begins."""
        self._here = None
        self._sentences_since_month += 1

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
        return self._month if self._sentences_since_month <= _FEW else None

    def tell(self, meaning: Meaning, text: str, quoted: bool) -> None:
        """A date has been found. One told only for comparison ("a year earlier") does not move the story."""
        if meaning.type not in ("DATE", "TIME") or meaning.value.endswith("_REF") or _COMPARED.search(text):
            return
        self.previous = meaning
        if quoted or meaning.edtf is None:
            return
        first, last = edtf.bounds(meaning.edtf)
        if first == last:
            self._month = None
            self._here = (first, last)
            if self.published and self.published[0] - _WEEK <= first <= self.published[1]:
                self.near = meaning
        elif 27 < last - first < 31:
            self._month = meaning
            self._sentences_since_month = 0
