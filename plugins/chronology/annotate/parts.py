"""A word in its sentence -> the part that it plays there: a noun, or a verb in one of its forms."""

from __future__ import annotations

from functools import lru_cache

from .clauses import Parsed
from .inflect import words

NOUN, FINITE, FUTURE, POSSIBLE, OUGHT, INFINITIVE, PARTICIPLE, ADJECTIVE = (
    "noun", "finite", "future", "possible", "ought", "infinitive", "participle", "adjective",
)  # fmt: skip

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
_PLANNED = words("going plans planned set due expected scheduled plan planning intends intend about")
_BEFORE_NOUN = words(
    "a an the this that these those his her its their our my your of in on by for with at from under"
    " against over amid after before during since following between no any every each some several"
    " many more two three four five six first second third another new recent deadly major latest"
    " possible terror terrorist military armed air suicide bomb special security ground"
)
_AFTER_VERB = words(
    "the a an his her its their our him them it us me that this these those to with at more over all two three four"
    " five six seven eight nine ten several dozens hundreds"
)


def part_of(parsed: Parsed, at: int, tags: tuple[str, ...], noun_too: bool) -> tuple[str, bool]:
    """What part a word plays, and whether "not" stands before it."""
    words = parsed.words
    before, auxiliary, negated = at - 1, "", False
    while (role := _role(words[before])) in _BETWEEN:
        if role == "s" and words[before - 1] not in _PRONOUNS:
            break
        if role == "not":
            negated = True
        elif role != "adverb":
            auxiliary = auxiliary or ("have" if role == "have" else "be")
        before -= 1
    word = words[before]
    modal = _modal(words, before)
    if modal == FUTURE and word == "to":
        # "does not intend to discuss"
        negated = negated or words[before - 2] in _NOT
    if modal and (auxiliary or "base" in tags):
        return modal, negated
    if word in _DO and "base" in tags:
        return FINITE, negated or word in {"don", "doesn", "didn"}
    if "past" in tags or "part" in tags:
        if auxiliary:
            return FINITE, negated
        if "past" not in tags or words[at + 1] == "by":
            return PARTICIPLE, negated
        if _modal(words, at - 2) == INFINITIVE and parsed.clause(at) is parsed.clause(at - 2):
            # "to reinstate ousted leaders"
            return ADJECTIVE, negated
        # "Suspected rebels attack ...", "by suspected rebels".
        return (ADJECTIVE if word in _BEFORE_NOUN or word == "" else FINITE), negated
    if "ing" in tags:
        if auxiliary == "be":
            return FINITE, negated
        # "the G20 meeting in Turkey", but "Addo meeting Mensah", "officials meeting in Lomé".
        thing = noun_too and word and not _is_plural(word) and not _acts_on(parsed, at)
        return (NOUN if word in _BEFORE_NOUN or thing else PARTICIPLE), negated
    # "The weather was fine."
    thing = auxiliary == "be" or _is_noun(parsed, at, word, tags, noun_too)
    return (NOUN if thing else FINITE), negated


_BETWEEN = words("be have not adverb s")
"""The roles of what stands between a verb and its subject."""
_ROLES = {
    "s": "s", **dict.fromkeys(_BE, "be"), **dict.fromkeys(_HAVE, "have"), **dict.fromkeys(_NOT, "not"),
    **dict.fromkeys(_ADVERBS, "adverb"),
}  # fmt: skip


@lru_cache(maxsize=16_384)
def _role(word: str) -> str | None:
    """What a word may do between a verb and its subject; None for others."""
    return "adverb" if word.endswith("ly") and len(word) > 4 else _ROLES.get(word)


def _modal(words: tuple[str, ...], at: int) -> str | None:
    word = words[at]
    if word == "to":
        return FUTURE if words[at - 1] in _PLANNED else INFINITIVE
    return _MODALS.get(word)


_MODALS = {**dict.fromkeys(_WILL, FUTURE), **dict.fromkeys(_MAY, POSSIBLE), **dict.fromkeys(_OUGHT, OUGHT)}


def _is_noun(parsed: Parsed, at: int, before: str, tags: tuple[str, ...], noun_too: bool) -> bool:
    """Whether "attack", "attacks" is a thing here; both could be a verb in the present."""
    after = parsed.words[at + 1]
    if before in _BEFORE_NOUN or after in _AUXILIARIES:
        return True
    if "base" in tags:
        # "gunmen attack", "soldiers of the guard detain", but "hotel attack", "peacekeeping force".
        if noun_too:
            return not _is_plural(before) or after in ("of", "on")
        return not (before == "" or _plural_subject(parsed, at))
    return noun_too and not (_acts_on(parsed, at) and not _is_plural(before))


def _acts_on(parsed: Parsed, at: int) -> bool:
    """Whether something is done to someone who comes next: "Addo visits Paris", "Togo arrests four"."""
    after = parsed.words[at + 1]
    return after in _AFTER_VERB or after.isdigit() or parsed.is_name(at + 1)


_RELATIVES = words("who that which")
_PLURALS = words("and they we you i police people militia") | _RELATIVES
_NO_PLURALS = words("s us is was has this its his as isis paris")


def _is_plural(word: str) -> bool:
    return word in _PLURALS or word.endswith("men") or (word.endswith("s") and word not in _NO_PLURALS)


def _plural_subject(parsed: Parsed, at: int) -> bool:
    """Whether more than one may do it: a plural or an "and" before it in the clause."""
    words = parsed.words
    if words[at - 1] in _RELATIVES:
        return True
    plurals = [
        i for i in range(max(0, at - _SUBJECT_WITHIN), at) if _is_plural(words[i]) and words[i] not in _RELATIVES
    ]
    return any(parsed.clause(i) is parsed.clause(at) for i in plurals)


_SUBJECT_WITHIN = 8
