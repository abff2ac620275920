"""The type of event that a sentence, or the head of a report, tells of.

Every trigger of a sentence is weighed by the part it plays: the main verb decides, what stands in
a clause beside it or in a noun is background.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from typing import NamedTuple

from ..model import Evidence, Id
from ..vocabulary import Vocabulary
from .clauses import ADVERBIAL, CONTENT, MAIN, RELATIVE, Clause, Parsed, parse
from .inflect import words
from .parts import ADJECTIVE, FINITE, FUTURE, INFINITIVE, NOUN, OUGHT, PARTICIPLE, POSSIBLE
from .reading import Reading
from .triggers import Trigger, find_triggers, table

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


class Told:
    """A report's sentences with what they tell of. Each is read, and weighed, when it is first asked for: many
    never are.
    """

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.sentences = parse(reading)
        """Those of title and standfirst, too."""
        self._table = table(vocabulary)
        self._triggers: dict[int, tuple[Trigger, ...]] = {}
        self._weighed: dict[int, tuple[Weighed, ...]] = {}

    def triggers_in(self, parsed: Parsed) -> tuple[Trigger, ...]:
        """The triggers of a sentence, in the order of its words."""
        found = self._triggers.get(parsed.first)
        if found is None:
            found = self._triggers[parsed.first] = find_triggers(parsed, self._table)
        return found

    def weighed_in(self, parsed: Parsed) -> tuple[Weighed, ...]:
        """All that a sentence tells of, in the order of its words."""
        found = self._weighed.get(parsed.first)
        if found is None:
            triggers = self.triggers_in(parsed)
            found = self._weighed[parsed.first] = weigh(parsed, triggers, self._table.types) if triggers else ()
        return found


def weigh_head(told: Told) -> Weighed | None:
    """The trigger that tells best of the type on which title, standfirst and lead agree."""
    reading = told.reading
    total: dict[Id, float] = {}
    best: dict[Id, tuple[float, Weighed]] = {}
    for parsed, share in _head(told):
        sentence = parsed.sentence
        heaviest: dict[Id, Weighed] = {}
        for found in told.weighed_in(parsed):
            if reading.quote_at(parsed.begin(found.first)):
                found = found._replace(weight=found.weight * _QUOTED)
            known = heaviest.get(found.type)
            if known is None or found.weight > known.weight:
                heaviest[found.type] = found
        for kind, found in heaviest.items():
            total[kind] = total.get(kind, 0.0) + share * found.weight
            # The words shown are those of the lead where it has any: the body is what readers see.
            shown = found.weight * (share if sentence.part == "body" else share / 4)
            if kind not in best or shown > best[kind][0]:
                best[kind] = (shown, found)
    if not total:
        return None
    # Of two that weigh the same, the first found: dicts keep their order.
    return best[max(total, key=lambda k: total[k])][1]


_QUOTED = 0.3
"""What a trigger in a quotation counts: the page is about the speaking."""

_SPEAKER = re.compile(r":\s+[A-Z][\w.' -]{1,30}$|^[A-Z][\w.' -]{1,30}:\s")
_SAYS = re.compile(r"\b(?:says?|said|tells|told)\b")
_SAYS_WITHIN = 40
"""Characters in which the verb of a short title begins."""


def _is_spoken(title: str) -> bool:
    """Whether a title quotes, and names who speaks."""
    if ":" in title and _SPEAKER.search(title):
        return True
    said = _SAYS.search(title, 2)
    return said is not None and said.start() <= _SAYS_WITHIN and ":" not in title[: said.start()]


def _head(told: Told) -> list[tuple[Parsed, float]]:
    """The sentences that decide the type of the page, with what each counts."""
    head: list[tuple[Parsed, float]] = []
    body = 0
    reading = told.reading
    for parsed in told.sentences:
        sentence = parsed.sentence
        if sentence.part == "title":
            # "Attack shows need for unity: Putin" is about what Putin says, not about an attack.
            head.append((parsed, 0.3 if _is_spoken(reading.folded[sentence.start : sentence.end]) else 0.8))
        elif sentence.part == "standfirst":
            # A quotation under the title speaks with another voice.
            head.append((parsed, 0.0 if reading.folded[sentence.start] in "'\"" else 0.6))
        elif sentence.paragraph <= 1 and body < 3:
            # A second sentence of the lead paragraph still belongs to the lead.
            second = 0.7 if sentence.paragraph == 0 else 0.5
            head.append((parsed, (1.0, second, 0.25)[body]))
            body += 1
    return head


def weigh(parsed: Parsed, triggers: tuple[Trigger, ...], types: frozenset[Id]) -> tuple[Weighed, ...]:
    """The triggers of a sentence with their weights, in reading order."""
    told = [(trigger, parsed.clause(trigger[1])) for trigger in triggers]
    said = next((t for t, clause in told if t[0] == "statement" and clause.kind == MAIN), None)
    found = [_weighed(parsed, trigger, clause, said, types) for trigger, clause in told]
    if len(found) > 1:
        found = _less_governed(parsed, found)
    if not _HARM.isdisjoint(parsed.words):
        found = [_by_its_cause(parsed, w, found) if parsed.words[w.first] in _HARM else w for w in found]
    if said:
        beside = _what_ought_to_be(parsed, said) + _own_promise(parsed, said)
        found += [w for w in beside if w.type in types]
    return tuple(found)


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
_CAUSES = words("battle bombardment")
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
        weight = 6.0 if first < said[1] else weight
    elif form == NOUN:
        # "The attacks may bring them closer": violence as a thing is what others speak about.
        weight *= (0.5 if clause.kind == CONTENT else 1.0) * (0.6 if kind in _VIOLENCE else 1.0)
    elif negated and form != OUGHT:
        kind, weight = ("refusal", weight) if form == FUTURE or kind in _PROMISED else (kind, weight * 0.3)
    elif form == FUTURE:
        kind = "threat" if "unless" in parsed.words and said else _PROMISED.get(kind, kind)
        if kind == "pledge" and _two_parties(parsed, first):
            kind = "agreement"
    # A vocabulary of one's own may lack the type that a promise would be.
    return Weighed(kind if kind in types else word_type, weight, word_type, first, last, form, negated, clause, parsed)


def _two_parties(parsed: Parsed, first: int) -> bool:
    """What two promise together they have agreed on: "Mali and Russia will share ..."."""
    clause = parsed.clause(first)
    return any(word == "and" and parsed.clause(at) is clause for at, word in enumerate(parsed.words[:first]))


def _what_ought_to_be(parsed: Parsed, said: Trigger) -> list[Weighed]:
    """An appeal, whatever the verb that follows: "The Red Cross said both sides must open the roads"."""
    if _OUGHT.isdisjoint(parsed.words):
        return []
    for at, word in enumerate(parsed.words):
        if word in _OUGHT and ((clause := parsed.clause(at)).kind == CONTENT or at < said[1]):
            last = min(at + 1, parsed.size - 1)
            return [Weighed("appeal", 7.6, "appeal", at, last, OUGHT, False, clause, parsed)]
    return []


_OUGHT = words("must should")


def _own_promise(parsed: Parsed, said: Trigger) -> list[Weighed]:
    """What a speaker says to do: "The union said it would take part" is a pledge, "it would not" a refusal."""
    # Right behind the saying: further on "it" is more often something else.
    first = said[2] + 1
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

_WORDS, _FEW, _BEFORE = 12, 2, 6
"""How many words of evidence tell enough, how many too little, and how many before them help then."""


def words_of(reading: Reading, found: Weighed, others: Collection[int] = ()) -> Evidence:
    """The words that tell of the event: from the trigger to the end of its clause, or to an "and" with another
    verb; where those are few ("were killed"), with those before it. `others`: where the sentence has other verbs.
    """
    first, last = found.first, found.last
    parsed = found.parsed
    words, gaps = parsed.words, parsed.gaps
    # A trigger with a gap may end in another clause.
    stop = parsed.stretch(last)[1] if parsed.clause(last) is found.clause else 0
    for at in range(last + 1, min(stop, first + _WORDS)):
        if _parts(gaps[at]):
            break
        if found.form == NOUN and words[at] in _VERB_BEGINS:
            break
        if at > found.last + 1 and words[at] in _AND and (at + 1 in others or at + 2 in others):
            break
        last = at
    while last > found.last and words[last] in _LOOSE:
        last -= 1
    if last - first < _FEW:
        earliest = max(parsed.stretch(first)[0], first - _BEFORE)
        while first > earliest and not _parts(gaps[first]):
            first -= 1
        while first < found.first and words[first] in _LOOSE and words[first + 1] not in _SIGN:
            first += 1
    return reading.evidence(parsed.begin(first), parsed.end(last), "trigger")


@lru_cache(maxsize=1024)
def _parts(gap: str) -> bool:
    """Whether what stands between two words parts them."""
    return gap != "," and (any(mark in gap for mark in ',;:()"') or " - " in gap)


_AND = words("and but or then")
# "at least 20" is no loose "at".
_SIGN = words("least most")
# Where the thing that a noun names ends.
_VERB_BEGINS = words("is are was were has have had may might could can will would must should did does do")
_LOOSE = words("a an the and or of in on at to for by with from its his her their that which who as under over into")
