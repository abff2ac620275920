"""The triggers of a sentence -> what each tells of, and how much it weighs.

Every trigger of a sentence is weighed by the part it plays: the main verb decides, what stands in
a clause beside it or in a noun is background.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from ..model import Id
from .clauses import ADVERBIAL, CONTENT, MAIN, RELATIVE, Clause, Parsed
from .inflect import words
from .parts import ADJECTIVE, FINITE, FUTURE, INFINITIVE, NOUN, OUGHT, PARTICIPLE, POSSIBLE
from .triggers import Trigger

_BY_FORM = {
    FINITE: 10.0, FUTURE: 8.5, OUGHT: 7.0, PARTICIPLE: 5.0, POSSIBLE: 4.0, INFINITIVE: 4.0, NOUN: 4.0, ADJECTIVE: 0.5,
}  # fmt: skip
_BY_CLAUSE = {MAIN: 1.0, CONTENT: 0.75, RELATIVE: 0.3, ADVERBIAL: 0.3}
_SAID = 2.5
"""What "said" weighs: below the verb of what was said, above a noun in it."""

_VIOLENCE = frozenset({"attack", "battle", "bombardment", "coup"})
# What a thing becomes while it is only announced: PLOVER files a promised gift under AGREE.
_PROMISED = {
    **dict.fromkeys(words("cooperation support aid rescue concession withdrawal agreement"), "pledge"),
    **dict.fromkeys(words("sanction attack bombardment battle"), "threat"),
}


class Weighed(NamedTuple):
    """A trigger with its type as the sentence turns it, and its weight."""

    type: Id
    weight: float
    word_type: Id
    """The type that its words alone announce."""
    first: int
    last: int
    """Its first and its last word, counted in the sentence."""
    form: str
    negated: bool
    clause: Clause
    """In which it stands."""
    parsed: Parsed


def weigh(parsed: Parsed, triggers: tuple[Trigger, ...], types: frozenset[Id]) -> tuple[Weighed, ...]:
    """The triggers of a sentence with their weights, in reading order."""
    told = [(trigger, parsed.clause(trigger.first)) for trigger in triggers]
    said = next((t for t, clause in told if t.type == "statement" and clause.kind == MAIN), None)
    found = [_weighed(parsed, trigger, clause, said, types) for trigger, clause in told]
    if len(found) > 1:
        found = _less_governed(parsed, _less_described(parsed, found))
    if not _HARM.isdisjoint(parsed.words):
        found = [_by_its_cause(parsed, w, found) if parsed.words[w.first] in _HARM else w for w in found]
    if said:
        beside = _what_ought_to_be(parsed, said) + _own_promise(parsed, said)
        found += [w for w in beside if w.type in types]
    return tuple(found)


def _less_described(parsed: Parsed, found: list[Weighed]) -> list[Weighed]:
    """Less weight for "seized" in "a man seized in May was freed": it tells which man, and looks like his verb."""
    verbs = [w for w in found if w.form == FINITE]
    for earlier, later in pairwise(verbs):
        if (
            parsed.words[later.first - 1] in _WAS
            and parsed.words[earlier.last + 1] in _NO_OBJECT
            and parsed.words[earlier.first - 1] not in _AUXILIARIES
            and earlier.clause is later.clause
            and _AND.isdisjoint(parsed.words[earlier.last + 1 : later.first])
        ):
            found[found.index(earlier)] = earlier._replace(weight=earlier.weight / 3, form=PARTICIPLE)
    return found


_NO_OBJECT = words("in at by on near during from since for last with after before")
"""What follows a verb of which somebody is the object, and not the subject."""
_AUXILIARIES = words("was were are is been be being has have had also then")
_AND = words("and but or then")


def _less_governed(parsed: Parsed, found: list[Weighed]) -> list[Weighed]:
    """Less weight for "ordered" in "opened its borders to those ordered out": a participle that looks like a verb."""
    verbs = [w for w in found if w.form == FINITE]
    for n, verb in enumerate(verbs):
        if any(_governs(parsed, earlier, verb) for earlier in verbs[:n] if earlier.clause is verb.clause):
            found[found.index(verb)] = verb._replace(weight=verb.weight / 3)
    return found


def _by_its_cause(parsed: Parsed, harm: Weighed, found: list[Weighed]) -> Weighed:
    """Harm with the type of what did it: nine people are killed "when two buses collide", "in clashes"."""
    if any(w.type == "disaster" for w in found):
        return harm._replace(type="disaster")
    for cause in found:
        if cause.type in _CAUSES and cause.first != harm.first:
            at = cause.first
            if at < harm.first:
                # "A drone strike killed seven": the thing does it.
                if cause.form == NOUN and at > harm.first - _NEXT_TO and not _passive(parsed, harm):
                    return harm._replace(type=cause.type)
            elif not _IN.isdisjoint(parsed.words[max(harm.last + 1, at - _NEXT_TO) : at]):
                return harm._replace(type=cause.type)
    return harm


def _passive(parsed: Parsed, weighed: Weighed) -> bool:
    at = weighed.first
    return parsed.words[at - 1] in _WAS or parsed.words[at - 2] in _WAS


_WAS = words("was were are is been")
_CAUSES = words("battle bombardment rescue")
_IN = words("in during by when after amid")
_NEXT_TO = 4
"""Words within which "in heavy fighting" names the cause."""
_HARM = words("kill kills killed killing wound wounds wounded wounding injure injures injured injuring")


def _governs(parsed: Parsed, earlier: Weighed, later: Weighed) -> bool:
    """Whether nothing between two verbs of a clause would join on the second."""
    return _JOINING.isdisjoint(parsed.words[earlier.last + 1 : later.first])


_JOINING = words("and but or then yet so have has had was were is are been")


def _weighed(parsed: Parsed, trigger: Trigger, clause: Clause, said: Trigger | None, types: frozenset[Id]) -> Weighed:
    word_type, first, last, form, negated = trigger
    weight = _BY_FORM[form] * _BY_CLAUSE[clause.kind] - 0.02 * first
    kind = word_type
    if kind == "statement":
        weight = min(weight, _SAID)
    elif form == NOUN and said and kind == "talks" and clause.kind in (MAIN, ADVERBIAL):
        # What is said after a meeting tells of the meeting.
        weight = 6.0 if first < said.first else weight
    elif form == NOUN:
        # "The attacks may bring them closer": violence as a thing is what others speak about.
        weight *= (0.5 if clause.kind == CONTENT else 1.0) * (0.6 if kind in _VIOLENCE else 1.0)
    elif negated and form != OUGHT:
        kind, weight = ("refusal", weight) if form == FUTURE or kind in _PROMISED else (kind, weight * 0.3)
    elif form == FUTURE:
        if said and "unless" in parsed.words:
            kind = "threat"
        elif not (kind == "withdrawal" and parsed.words[first] in _LEAVING):
            kind = _PROMISED.get(kind, kind)
        if kind == "pledge" and _two_parties(parsed, first):
            kind = "agreement"
    # A vocabulary of one's own may lack the type that a promise would be.
    return Weighed(kind if kind in types else word_type, weight, word_type, first, last, form, negated, clause, parsed)


# That soldiers are to go is decided when it is announced, unlike the release of prisoners.
_LEAVING = words("withdraw withdrawing pull pulling leave leaving quit quitting bring bringing end ending")


def _two_parties(parsed: Parsed, first: int) -> bool:
    """What two promise together they have agreed on: "Mali and Russia will share ..."."""
    clause = parsed.clause(first)
    return any(word == "and" and parsed.clause(at) is clause for at, word in enumerate(parsed.words[:first]))


def _what_ought_to_be(parsed: Parsed, said: Trigger) -> list[Weighed]:
    """An appeal, whatever the verb that follows: "The Red Cross said both sides must open the roads"."""
    if _OUGHT.isdisjoint(parsed.words):
        return []
    for at, word in enumerate(parsed.words):
        if word in _OUGHT and ((clause := parsed.clause(at)).kind == CONTENT or at < said.first):
            last = min(at + 1, parsed.size - 1)
            return [Weighed("appeal", 7.6, "appeal", at, last, OUGHT, False, clause, parsed)]
    return []


_OUGHT = words("must should")


def _own_promise(parsed: Parsed, said: Trigger) -> list[Weighed]:
    """What a speaker says to do: "The union said it would take part" is a pledge, "it would not" a refusal."""
    # Right behind the saying: further on "it" is more often something else.
    first = said.last + 1
    stop = min(parsed.size - 1, first + 4)
    if _SPEAKERS.isdisjoint(parsed.words[first:stop]):
        return []
    for at in range(first, stop):
        word, after, then = parsed.words[at : at + 3]
        if word in _SPEAKERS and after in ("will", "would") and (clause := parsed.clause(at)).kind == CONTENT:
            kind = "refusal" if then in ("not", "never") else "pledge"
            kind = "threat" if "unless" in parsed.words else kind
            last = min(at + 2, parsed.size - 1)
            return [Weighed(kind, _PROMISE, kind, at, last, FUTURE, False, clause, parsed)]
    return []


def is_own_promise(weighed: Weighed) -> bool:
    """Whether it was found by what its speaker will do, and not by a word of the vocabulary."""
    return weighed.form == FUTURE and weighed.parsed.words[weighed.first] in _SPEAKERS


_SPEAKERS = words("it they he she we i")
_PROMISE = 5.0
"""What it weighs: above a bare "said", below a verb that says what is promised."""
