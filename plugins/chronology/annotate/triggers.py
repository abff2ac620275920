"""The words of a text that announce events, with the part that each plays in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Id
from ..vocabulary import Vocabulary
from .clauses import Parsed
from .inflect import noun_forms, verb_forms
from .parts import NOUN, part_of

GAP = 6
"""How many words a * may stand for."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A trigger of the vocabulary, made ready for one form of its first word."""

    type: Id
    tags: tuple[str, ...]
    """The verb forms that the first word may be; ("noun",) for a noun."""
    rest: tuple[str, ...]
    """The words that must follow; "*" for a gap."""

    @property
    def is_noun(self) -> bool:
        return self.tags == (NOUN,)


class Trigger(NamedTuple):
    """A trigger found in a sentence."""

    type: Id
    first: int
    last: int
    """Its first and its last word, counted in the sentence."""
    form: str
    """The part that it plays."""
    negated: bool = False


class Opening(NamedTuple):
    """The patterns that begin with one word, sorted by what must follow it."""

    noun: Pattern | None
    """The one that is this word only, as a noun."""
    verb: Pattern | None
    """The same as a verb."""
    following: Mapping[str, tuple[Pattern, ...]]
    """Those with a second word, by that word."""
    later: tuple[Pattern, ...]
    """Those with a gap behind the first word."""
    wanted: frozenset[str]
    """The words one of which must stand behind the gap."""


@dataclass(frozen=True, slots=True)
class Table:
    """A vocabulary made ready for reading."""

    types: frozenset[Id]
    openings: Mapping[str, Opening]
    """By the first word of its triggers, in every form."""
    firsts: frozenset[str]
    """These words: a set is asked in half the time."""


def table(vocabulary: Vocabulary) -> Table:
    """The triggers of a vocabulary in all their forms, made once."""
    return vocabulary.once(_table)


def _table(vocabulary: Vocabulary) -> Table:
    found: dict[str, list[Pattern]] = {}
    for kind in vocabulary.event_types.values():
        for text in kind.triggers:
            for word, pattern in _patterns(kind.id, text.lower().replace("-", " ").split()):
                found.setdefault(word, []).append(pattern)
    openings = {word: _opening(several) for word, several in found.items()}
    return Table(frozenset(vocabulary.event_types), openings, frozenset(openings))


def _opening(patterns: list[Pattern]) -> Opening:
    following: dict[str, list[Pattern]] = {}
    later = [p for p in patterns if p.rest and p.rest[0] == "*"]
    for pattern in patterns:
        if pattern.rest and pattern.rest[0] != "*":
            for form in _seen_as(pattern.rest[0]):
                following.setdefault(form, []).append(pattern)
    return Opening(
        noun=next((p for p in patterns if not p.rest and p.is_noun), None),
        verb=next((p for p in patterns if not p.rest and not p.is_noun), None),
        following={word: tuple(several) for word, several in following.items()},
        later=tuple(later),
        wanted=frozenset(form for p in later if len(p.rest) > 1 for form in _seen_as(p.rest[1])),
    )


def _seen_as(word: str) -> tuple[str, ...]:
    """The forms in which a further word of a pattern may stand: as it is, or as a plural."""
    return (word, word + "s") if len(word) > 3 else (word,)


def _patterns(type_id: Id, trigger: list[str]) -> Iterator[tuple[str, Pattern]]:
    if trigger[0] == "some" and len(trigger) > 1:
        yield trigger[1], Pattern(type_id, (NOUN,), tuple(trigger[2:]))
        return
    if trigger[0] in ("a", "an") and len(trigger) > 1:
        *before, head = trigger[1:]
        # "an act of war" is headed by "act": the plural is on the word before "of".
        if "of" in before:
            at = before.index("of")
            before, head, tail = trigger[1:at], trigger[at], trigger[at + 1 :]
        else:
            tail = []
        for form in noun_forms(head):
            run = [*before, form, *tail]
            yield run[0], Pattern(type_id, (NOUN,), tuple(run[1:]))
        return
    tags: dict[str, list[str]] = {}
    for form, tag in verb_forms(trigger[0]):
        tags.setdefault(form, []).append(tag)
    for form, of in tags.items():
        yield form, Pattern(type_id, tuple(of), tuple(trigger[1:]))


def find_triggers(parsed: Parsed, table: Table) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order; none begins inside another."""
    found: list[Trigger] = []
    words, firsts, skip = parsed.words, table.firsts, 0
    for at in [at for at, word in zip(range(parsed.size), words, strict=False) if word in firsts]:
        if at < skip:
            continue
        noun, verb, following, later, wanted = table.openings[words[at]]
        patterns = following.get(words[at + 1], ()) if following else ()
        if later and not wanted.isdisjoint(words[at + 1 : at + GAP + 2]):
            patterns += later
        trigger = _phrase(parsed, at, patterns) if patterns else None
        if trigger is None and (noun or verb):
            trigger = _word(parsed, at, noun, verb)
        if trigger:
            found.append(trigger)
            # What a phrase spans belongs to it, but a gap may hold a trigger of its own.
            skip = at + 1 if trigger.last - at > 2 else trigger.last + 1
    return tuple(found)


def _word(parsed: Parsed, at: int, noun: Pattern | None, verb: Pattern | None) -> Trigger | None:
    """The trigger that begins and ends at a word: a verb where the sentence has a verb, a noun where it has a noun."""
    if verb:
        form, negated = part_of(parsed, at, verb.tags, noun is not None)
        if form != NOUN:
            return Trigger(verb.type, at, at, form, negated)
        if noun is None and "base" in verb.tags and not verb.rest:
            return None
    pattern = noun or verb
    return Trigger(pattern.type, at, at, NOUN) if pattern else None


def _phrase(parsed: Parsed, at: int, patterns: tuple[Pattern, ...]) -> Trigger | None:
    """The trigger of several words that begins at a word: of those that fit, only the longest counts."""
    fitting = [(p, last) for p in patterns if (last := _match(parsed.words, at, p.rest)) is not None]
    if not fitting:
        return None
    length = max([len(p.rest) for p, _ in fitting])
    nouns = [fit for fit in fitting if fit[0].is_noun and len(fit[0].rest) == length]
    verbs = [fit for fit in fitting if not fit[0].is_noun and len(fit[0].rest) == length]
    trigger = _word(parsed, at, nouns[0][0] if nouns else None, verbs[0][0] if verbs else None)
    if trigger is None:
        return None
    _, last = nouns[0] if nouns and trigger.form == NOUN else verbs[0]
    return trigger._replace(last=last)


def _match(words: tuple[str, ...], at: int, rest: tuple[str, ...]) -> int | None:
    """The word at which the rest of a pattern ends, or None where it does not follow."""
    gap = 0
    for wanted in rest:
        if wanted == "*":
            gap = GAP
            continue
        for step in range(1, gap + 2):
            seen = words[at + step]
            if seen == wanted or (seen == wanted + "s" and len(wanted) > 3):
                at += step
                break
        else:
            return None
        gap = 0
    return at
