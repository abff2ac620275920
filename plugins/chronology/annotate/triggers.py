"""The words of a text that announce events, with the part that each plays in its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from ..model import Id
from ..vocabulary import Vocabulary
from .clauses import Parsed
from .inflect import noun_forms, verb_forms, words

NOUN, FINITE, FUTURE, POSSIBLE, OUGHT, INFINITIVE, PARTICIPLE, ADJECTIVE = (
    "noun", "finite", "future", "possible", "ought", "infinitive", "participle", "adjective",
)  # fmt: skip
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
    """A trigger found in a text."""

    type: Id
    first: int
    last: int
    """Tokens."""
    form: str
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


def table(vocabulary: Vocabulary) -> Table:
    """The triggers of a vocabulary in all their forms, made once."""
    return vocabulary.once(_table)


def _table(vocabulary: Vocabulary) -> Table:
    found: dict[str, list[Pattern]] = {}
    for kind in vocabulary.event_types.values():
        for text in kind.triggers:
            for word, pattern in _patterns(kind.id, text.lower().replace("-", " ").split()):
                found.setdefault(word, []).append(pattern)
    return Table(frozenset(vocabulary.event_types), {word: _opening(several) for word, several in found.items()})


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


def find_triggers(parsed: Parsed, openings: Mapping[str, Opening]) -> tuple[Trigger, ...]:
    """The triggers of a sentence in order; none begins inside another."""
    found: list[Trigger] = []
    lowered, start = parsed.lowered, parsed.start
    skip = 0
    for at in [at for at, word in enumerate(lowered) if word in openings]:
        if at < skip:
            continue
        noun, verb, following, later, wanted = openings[lowered[at]]
        patterns = following.get(lowered[at + 1], ()) if following else ()
        if later and not wanted.isdisjoint(lowered[at + 1 : at + GAP + 2]):
            patterns += later
        i = start + at
        fitting = _longest(parsed, i, patterns) if patterns else None
        if fitting is None:
            fitting = (noun, i) if noun else None, (verb, i) if verb else None
        trigger = _trigger(parsed, i, *fitting)
        if trigger:
            found.append(trigger)
            # What a phrase spans belongs to it, but a gap may hold a trigger of its own.
            skip = at + 1 if trigger.last - trigger.first > 2 else trigger.last + 1 - start
    return tuple(found)


Fit = tuple[Pattern, int]
"""A pattern that fits at a word, with the token at which it ends."""


def _trigger(parsed: Parsed, i: int, noun: Fit | None, verb: Fit | None) -> Trigger | None:
    """A verb where the sentence has a verb, a noun where it has a noun."""
    if verb:
        pattern, last = verb
        form, negated = _form(parsed, i, pattern.tags, noun is not None)
        if form != NOUN:
            return Trigger(pattern.type, i, last, form, negated)
        if noun is None and "base" in pattern.tags and not pattern.rest:
            return None
    fit = noun or verb
    return Trigger(fit[0].type, i, fit[1], NOUN) if fit else None


def _longest(parsed: Parsed, i: int, patterns: tuple[Pattern, ...]) -> tuple[Fit | None, Fit | None] | None:
    """The noun and the verb of several words that fit at a token; only the longest."""
    fitting = [(p, last) for p in patterns if (last := _match(parsed, i, p.rest)) is not None]
    if not fitting:
        return None
    longest = max([len(p.rest) for p, _ in fitting])
    of_noun = next((f for f in fitting if f[0].is_noun and len(f[0].rest) == longest), None)
    of_verb = next((f for f in fitting if not f[0].is_noun and len(f[0].rest) == longest), None)
    return of_noun, of_verb


def _match(parsed: Parsed, i: int, rest: tuple[str, ...]) -> int | None:
    """The token at which the rest of a pattern ends, or None where it does not follow."""
    at, gap = i, 0
    for word in rest:
        if word == "*":
            gap = GAP
            continue
        for step in range(1, gap + 2):
            seen = parsed.word(at + step)
            if seen == word or (seen == word + "s" and len(word) > 3):
                at += step
                break
        else:
            return None
        gap = 0
    return at


_BE = words("be is are was were been being am re m")
# "he's meeting", but not "U.S. troops".
_PRONOUNS = words("he she it who that there what")
_HAVE = words("have has had having ve")
_WILL = words("will would shall ll wo")
_MAY = words("may might could can")
# Behind a noun: "the patrol is attacked", never behind a verb.
_AUXILIARIES = words("is are was were has had will would")
_OUGHT = words("must should ought")
_NOT = words("not never t cannot")
_DO = words("do does did don doesn didn")
_ADVERBS = words("also again soon now already recently jointly then just later once even still yet twice first")
_BESIDE_VERB = _BE | _HAVE | _NOT | _ADVERBS
_PLANNED = words("going plans planned set due expected scheduled plan planning intends intend about")
_BEFORE_NOUN = words(
    "a an the this that these those his her its their our my your of in on by for with at from under"
    " against over amid after before during since following between no any every each some several"
    " many more two three four five six first second third another new recent deadly major latest"
    " possible terror terrorist military armed air suicide bomb"
)
_AFTER_VERB = words(
    "the a an his her its their our him them it us me that this these those to with at more over all two three four"
    " five six seven eight nine ten several dozens hundreds"
)


def _form(parsed: Parsed, i: int, tags: tuple[str, ...], noun_too: bool) -> tuple[str, bool]:
    """What part the word at a token plays, and whether "not" stands before it."""
    at, auxiliaries, negated = i - 1, "", False
    while (word := parsed.word(at)) and (
        word in _BESIDE_VERB
        or (word == "s" and parsed.word(at - 1) in _PRONOUNS)
        or (word[-2:] == "ly" and len(word) > 4)
    ):
        negated = negated or word in _NOT
        auxiliaries = auxiliaries or ("be" if word in _BE or word == "s" else "have" if word in _HAVE else "")
        at -= 1
    modal = _modal(parsed, at)
    if modal == FUTURE and word == "to":
        # "does not intend to discuss"
        negated = negated or parsed.word(at - 2) in _NOT
    if modal and ("base" in tags or auxiliaries):
        return modal, negated
    if word in _DO and "base" in tags:
        return FINITE, negated or word in {"don", "doesn", "didn"}
    if auxiliaries == "be" and set(tags) <= {"base", "s"}:
        # "The weather was fine."
        return NOUN, negated
    if "past" in tags or "part" in tags:
        if auxiliaries:
            return FINITE, negated
        if "past" not in tags or parsed.word(i + 1) == "by":
            return PARTICIPLE, negated
        if _modal(parsed, i - 2) == INFINITIVE and parsed.clause(i) is parsed.clause(i - 2):
            # "to reinstate ousted leaders"
            return ADJECTIVE, negated
        # "Suspected rebels attack ...", "by suspected rebels".
        return (ADJECTIVE if word in _BEFORE_NOUN or word == "" else FINITE), negated
    if "ing" in tags:
        if auxiliaries == "be":
            return FINITE, negated
        # "the G20 meeting in Turkey", but "Addo meeting Mensah", "officials meeting in Lomé".
        thing = noun_too and word and not _is_plural(word) and not _acts_on(parsed, i)
        return (NOUN if word in _BEFORE_NOUN or thing else PARTICIPLE), negated
    return (NOUN if _is_noun(parsed, i, word, tags, noun_too) else FINITE), negated


def _modal(parsed: Parsed, at: int) -> str | None:
    word = parsed.word(at)
    if word == "to":
        return FUTURE if parsed.word(at - 1) in _PLANNED else INFINITIVE
    return _MODALS.get(word)


_MODALS = {**dict.fromkeys(_WILL, FUTURE), **dict.fromkeys(_MAY, POSSIBLE), **dict.fromkeys(_OUGHT, OUGHT)}


def _is_noun(parsed: Parsed, i: int, before: str, tags: tuple[str, ...], noun_too: bool) -> bool:
    """Whether "attack", "attacks" is a thing here; both could be a verb in the present."""
    after = parsed.word(i + 1)
    if before in _BEFORE_NOUN or after in _AUXILIARIES:
        return True
    if "base" in tags:
        # "gunmen attack", "soldiers of the guard detain", but "hotel attack", "peacekeeping force".
        if noun_too:
            return not _is_plural(before) or after in ("of", "on")
        return not (before == "" or _plural_subject(parsed, i))
    return noun_too and not (_acts_on(parsed, i) and not _is_plural(before))


def _acts_on(parsed: Parsed, i: int) -> bool:
    """Whether something is done to someone who comes next: "Addo visits Paris", "Togo arrests four"."""
    after = parsed.word(i + 1)
    return after in _AFTER_VERB or after.isdigit() or parsed.is_name(i + 1)


_RELATIVES = words("who that which")
_PLURALS = words("and they we you i police people militia") | _RELATIVES
_NO_PLURALS = words("s us is was has this its his as isis paris")


def _is_plural(word: str) -> bool:
    return word in _PLURALS or word.endswith("men") or (word.endswith("s") and word not in _NO_PLURALS)


def _plural_subject(parsed: Parsed, i: int) -> bool:
    """Whether more than one may do it: a plural or an "and" before it in the clause."""
    clause = parsed.clause(i)
    before = range(max(parsed.start, i - _SUBJECT_WITHIN), i)
    subject = [parsed.word(at) for at in before if parsed.clause(at) is clause]
    return any(_is_plural(w) and w not in _RELATIVES for w in subject) or parsed.word(i - 1) in _RELATIVES


_SUBJECT_WITHIN = 8
