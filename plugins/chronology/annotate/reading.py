"""A cleaned seed laid out for the rules: folded text, sentences, tokens and quotations.

Every offset of every rule counts characters of the seed's text as given. That works because
folding is one character to one character.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from ..folding import fold
from ..lexicon import Lexicon, Match
from ..model import Cleaned, Evidence, Seed
from ..tokens import Tokens, split_tokens

Held = TypeVar("Held")


class Sentence(NamedTuple):
    """A sentence of the title, the standfirst or the body."""

    start: int
    end: int
    part: str
    """"title", "standfirst" or "body"."""
    paragraph: int
    """Counted from 0 in the body; -1 in title and standfirst. The lead is paragraph 0."""


@dataclass(frozen=True)
class Reading:
    """What the rules read. Only `sentences` may be searched: the rest of the text is furniture."""

    seed: Seed
    cleaned: Cleaned
    text: str
    folded: str
    sentences: tuple[Sentence, ...]
    tokens: Tokens
    quotes: tuple[tuple[int, int], ...]
    """Quotations of at least three words, without their marks: (start, end), in order."""
    stopped: int | None = None
    """Where reading stopped, in a text that is longer than any report."""
    _starts: tuple[int, ...] = field(repr=False, default=())
    _matches: dict[Lexicon[Any], tuple[Match[Any], ...]] = field(repr=False, compare=False, default_factory=dict)

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds this offset."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return None
        sentence = self.sentences[index]
        return sentence if offset < sentence.end else None

    def quote_at(self, offset: int) -> tuple[int, int] | None:
        """The quotation that holds this offset: it keeps a clock of its own."""
        index = bisect_right(self.quotes, (offset, len(self.text))) - 1
        if index >= 0 and self.quotes[index][0] <= offset < self.quotes[index][1]:
            return self.quotes[index]
        return None

    def evidence(self, start: int, end: int, rule: str) -> Evidence:
        """These words as evidence."""
        return Evidence(start, end, self.text[start:end], rule)

    def matches(self, lexicon: Lexicon[Held]) -> tuple[Match[Held], ...]:
        """Every name of the lexicon that the text says, in order. Looked up once, for all rules that ask."""
        found = self._matches.get(lexicon)
        if found is None:
            found = self._matches[lexicon] = lexicon.find(self.tokens)
        return found

    def tokens_in(self, start: int, end: int) -> range:
        """The indexes of the tokens that begin between two offsets."""
        starts = self.tokens.starts
        return range(bisect_right(starts, start - 1), bisect_right(starts, end - 1))


def lay_out(seed: Seed, cleaned: Cleaned, at_most: int | None = None) -> Reading:
    """The reading of a seed: title first, then the standfirst, then the body, each in sentences. `at_most`: how many
    characters of these are laid out.
    """
    folded = _unwrapped(fold(seed.text), cleaned)
    sentences: list[Sentence] = []
    quotes: list[tuple[int, int]] = []
    parts: list[Part] = []
    if cleaned.title:
        parts.append((cleaned.title.start, cleaned.title.end, "title", -1))
    if cleaned.standfirst:
        parts.append((cleaned.standfirst.start, cleaned.standfirst.end, "standfirst", -1))
    parts += [(line.start, line.end, "body", n) for n, line in enumerate(cleaned.body)]
    parts.sort()
    parts, stopped = _head(folded, parts, at_most) if at_most is not None else (parts, None)
    read = [folded[start:end] for start, end, _, _ in parts]
    mumbled = bool(read) and all(map(str.islower, read))
    folded = _raised(folded) if mumbled else folded
    quoted = '"' in folded
    for start, end, part, paragraph in parts:
        sentences += [Sentence(a, b, part, paragraph) for a, b in split_sentences(folded, start, end)]
        if quoted:
            quotes += find_quotes(folded, start, end)
    tokens = split_tokens(folded, _joined(folded, [(start, end) for start, end, _, _ in parts]))
    if mumbled or all(map(str.isupper, read)):
        tokens = _without_words(tokens)
    starts = tuple(s.start for s in sentences)
    return Reading(seed, cleaned, seed.text, folded, tuple(sentences), tokens, tuple(quotes), stopped, starts)


Part = tuple[int, int, str, int]
"""Start, end, name and paragraph of a stretch that is read."""


def _head(folded: str, parts: list[Part], left: int) -> tuple[list[Part], int | None]:
    """The parts up to the limit, and where it cuts."""
    for n, (start, end, part, paragraph) in enumerate(parts):
        if end - start > left:
            # Between two words, where there are words.
            stop = max(folded.rfind(" ", start, start + left), start) or start + left
            return [*parts[:n], (start, stop, part, paragraph)], stop
        left -= end - start
    return parts, None


def _raised(folded: str) -> str:
    """A text without a single capital as one in capitals, which tell as little: a shouted name is known, a mumbled one
    would be a word like any other.
    """
    return "".join([char.upper() if len(char.upper()) == 1 else char for char in folded])


# Acronyms that are words when capitals tell nothing, but for "the US" and "the WHO".
_WORDS = frozenset({"AIDS", "ALL", "AM", "AS", "CAN", "IN", "IS", "IT", "ME", "OR", "US", "WHO"})


def _without_words(tokens: Tokens) -> Tokens:
    """The tokens of a text in one case, with such words in small letters."""
    words = [
        low if word in _WORDS and before != "the" else word
        for word, low, before in zip(tokens.words, tokens.lowered, ("", *tokens.lowered), strict=False)
    ]
    capitals = tuple([at for at in tokens.capitals if words[at] != tokens.lowered[at]])
    return replace(tokens, words=tuple(words), capitals=capitals)


def _joined(folded: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The stretches with those as one between which nothing stands: fewer are split faster."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and folded[joined[-1][1] : start].isspace():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return joined


def _unwrapped(folded: str, cleaned: Cleaned) -> str:
    """The text with the breaks inside of paragraphs as spaces: names and quotations run over them."""
    pieces: list[str] = []
    at = 0
    for line in cleaned.body:
        if "\n" in line.text:
            pieces += [folded[at : line.start], folded[line.start : line.end].replace("\n", " ")]
            at = line.end
    return "".join([*pieces, folded[at:]])


# A full stop ends a sentence unless it follows one of these or a single capital ("U.S.", "J. Smith").
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Rev|Hon|Pres|St|Jr|Sr|No|vs|etc|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun|a\.m|p\.m|e\.g|i\.e)"
    r"|(?:^|[\s(\"'.-])[A-Z])$"
)
_STOP = re.compile(r"[.!?]+[\"')\]]*(?=\s+[\"'(\[]?[A-Z0-9])")


def split_sentences(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of one line, as (start, end) without surrounding space."""
    found: list[tuple[int, int]] = []
    for stop in _STOP.finditer(folded, start, end):
        # A dozen characters back are enough for the longest abbreviation.
        if folded[stop.start()] == "." and _abbreviates(
            folded[max(start, stop.start() - 12) : stop.start()].rpartition(" ")[2]
        ):
            continue
        found += _pieces(folded, start, stop.end())
        start = stop.end()
    return found + _pieces(folded, start, end)


@lru_cache(maxsize=4096)
def _abbreviates(word: str) -> bool:
    """Whether the full stop behind a word belongs to it."""
    return _ABBREVIATION.search(word) is not None


_LONGEST = 1_000
"""Characters: what goes on longer without a full stop is a table or a list, and is read in pieces."""


def _pieces(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    while end - start > _LONGEST:
        stop = folded.rfind(" ", start, start + _LONGEST)
        stop = stop if stop > start else start + _LONGEST
        found += _trimmed(folded, start, stop)
        start = stop
    return found + _trimmed(folded, start, end)


def _trimmed(folded: str, start: int, end: int) -> list[tuple[int, int]]:
    words = folded[start:end]
    start += len(words) - len(words.lstrip())
    end = start + len(words.strip())
    return [(start, end)] if start < end else []


_QUOTE = re.compile(r'"([^"\n]+)(?:"|$)')


def find_quotes(folded: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Quotations in one line; one that is not closed runs to the end of its line."""
    for m in _QUOTE.finditer(folded[start:end]):
        if m[1].count(" ") >= 2:
            yield start + m.start(1), start + m.end(1)
