"""A sentence's tokens sorted into clauses: what it says, and what it mentions in passing.

No grammar is built. A clause opens at a word such as "which" or "after" and closes at the next
comma; that is enough to tell "condemned the attack" from "that killed twenty".
"""

from __future__ import annotations

from dataclasses import dataclass

from .inflect import words
from .reading import Reading, Sentence

MAIN, CONTENT, RELATIVE, ADVERBIAL = "main", "content", "relative", "adverbial"

_RELATIVE = words("which who whom whose where that")
_ADVERBIAL = words(
    "after before since until while when although though because as if unless amid following despite"
    " during whereas without"
)
SPEECH = words(
    "said says say saying announced announces announce announcing stated states told tells declared"
    " declares claim claimed claims confirmed confirms added adds reported reports noted notes stressed"
    " stresses insisted insists indicated revealed warned warns explained argued argues believes"
    " believed concluded acknowledged admitted alleges alleged suggested threatened agreed hoped hopes"
    " decided demanded demands urged vowed promised"
)
_SAYING = words("said says say saying")
_PRONOUNS = words("he she it they we there")
# "said on Monday that": a day stands between the verb and what was said.
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday today yesterday")


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence; a main clause goes on behind what is put between commas."""

    kind: str
    opener: int
    """Token that opened it, such as "after"; the first of the sentence for the main clause."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence whose every token knows its clause."""

    sentence: Sentence
    tokens: range
    written: tuple[str, ...]
    lowered: tuple[str, ...]
    clauses: tuple[Clause, ...]
    of: tuple[int, ...]
    """For each token of the sentence, the index of its clause."""

    def clause(self, token: int) -> Clause:
        return self.clauses[self.of[token - self.tokens.start]]

    def is_name(self, token: int) -> bool:
        """Whether a token has a capital; False beyond the end of the sentence."""
        return token in self.tokens and self.written[token - self.tokens.start][0].isupper()

    def word(self, token: int) -> str:
        """The token in small letters; "" beyond the ends of the sentence."""
        return self.lowered[token - self.tokens.start] if token in self.tokens else ""


_OPENERS = _RELATIVE | _ADVERBIAL


def parse(reading: Reading, sentence: Sentence) -> Parsed:
    """The clauses of one sentence."""
    tokens = reading.tokens_in(sentence.start, sentence.end)
    words, starts, ends = reading.tokens.words, reading.tokens.starts, reading.tokens.ends
    lowered = tuple(words[i] if words[i] in _NAMES and _is_name(words, i) else words[i].lower() for i in tokens)
    clauses = [Clause(MAIN, tokens.start)]
    of: list[int] = []
    current, spoken = 0, 0
    before = ""
    for word, i in zip(lowered, tokens, strict=True):
        if current:
            if starts[i] - ends[i - 1] > 1 and _closes(reading.folded[ends[i - 1] : starts[i]]):
                current = spoken
            elif word in SPEECH and not spoken and _set_in(reading, clauses[current]):
                # "The ministers, after a meeting in Vienna on Saturday said ...": no comma closes it.
                current = 0
        kind = _opens(word, before, reading.folded[starts[i] - 2 : starts[i]]) if word in _OPENERS else None
        if kind is None and not current and not spoken and before in SPEECH and _tells(before, word):
            # What follows "said" without "that" is what was said.
            kind = CONTENT
        if kind and not (kind == RELATIVE and not of):
            clauses.append(Clause(kind, i))
            current = len(clauses) - 1
            spoken = current if kind == CONTENT else spoken
        of.append(current)
        before = word
    return Parsed(sentence, tokens, words[tokens.start : tokens.stop], lowered, tuple(clauses), tuple(of))


_BEFORE_MONTH = words("in since last next this of on until by from to through early late mid and")


_NAMES = words("March State States")


def _is_name(words: tuple[str, ...], i: int) -> bool:
    """Whether "March" is the month and no demonstration, and "States" are the United: such a word keeps its capital."""
    if words[i] != "March":
        return i > 0
    after = words[i + 1] if i + 1 < len(words) else ""
    return after.isdigit() or (i > 0 and words[i - 1].lower() in _BEFORE_MONTH)


def _tells(before: str, word: str) -> bool:
    """Whether a word begins what was said, without "that": "said the army had ...", "announced it would ..."."""
    return before in _SAYING or (before in SPEECH and word in _PRONOUNS)


def _set_in(reading: Reading, clause: Clause) -> bool:
    """Whether a clause of time or cause is put between commas behind the subject."""
    if clause.kind != ADVERBIAL:
        return False
    at = reading.tokens.starts[clause.opener]
    return reading.folded[max(0, at - 2) : at] == ", "


def _closes(gap: str) -> bool:
    # One character alone stands within a word or a number: "1,000", "well-known".
    return any(mark in gap for mark in ",;:()") or " - " in gap


def _opens(word: str, before: str, gap: str) -> str | None:
    """The kind of clause that a word opens."""
    if word == "that":
        return CONTENT if before in SPEECH or before in _DAYS else RELATIVE if before not in ("", "so") else None
    if word in _RELATIVE:
        return RELATIVE
    if word in _ADVERBIAL:
        # "as" joins in "as well as", "such as", "as inefficient".
        return None if word == "as" and "," not in gap else ADVERBIAL
    return None
