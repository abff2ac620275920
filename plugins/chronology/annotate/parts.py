"""A word in its sentence -> the part that it plays there: a noun, or a verb in one of its forms."""

from __future__ import annotations

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


def part_of(parsed: Parsed, i: int, tags: tuple[str, ...], noun_too: bool) -> tuple[str, bool]:
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
