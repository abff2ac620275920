"""An English lemma turned into the forms in which a text shows it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

Tag = str
""""base", "s", "past" (which is also the participle, unless it is "part"), "part" or "ing"."""


def words(text: str) -> frozenset[str]:
    """A word list, written as a line of text."""
    return frozenset(text.split())


# lemma: past, and the participle where it is another word; "/" parts two usual spellings.
_IRREGULAR = {
    "arise": "arose arisen", "be": "was/were been", "bear": "bore borne", "beat": "beat beaten",
    "become": "became become", "beg": "begged", "begin": "began begun", "behead": "beheaded",
    "beset": "beset", "beseech": "beseeched/besought", "bid": "bid", "bind": "bound", "bleed": "bled",
    "blow": "blew blown", "break": "broke broken", "bring": "brought", "build": "built",
    "burn": "burned/burnt", "buy": "bought", "cast": "cast", "catch": "caught", "choose": "chose chosen",
    "come": "came come", "cut": "cut", "deal": "dealt", "draw": "drew drawn", "drive": "drove driven",
    "fall": "fell fallen", "feel": "felt", "fight": "fought", "find": "found", "flee": "fled",
    "fly": "flew flown", "forbid": "forbade forbidden", "forgive": "forgave forgiven",
    "freeze": "froze frozen", "get": "got got/gotten", "give": "gave given", "go": "went gone",
    "grow": "grew grown", "hang": "hanged/hung", "have": "had", "hear": "heard", "hit": "hit",
    "hold": "held", "hurt": "hurt", "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led",
    "leave": "left", "lend": "lent", "let": "let", "lie": "lay lain", "lose": "lost", "make": "made",
    "mean": "meant", "meet": "met", "overrun": "overran overrun", "overthrow": "overthrew overthrown",
    "pay": "paid", "put": "put", "quit": "quit", "read": "read", "retake": "retook retaken",
    "ride": "rode ridden", "rise": "rose risen", "run": "ran run", "say": "said", "see": "saw seen",
    "seek": "sought", "sell": "sold", "send": "sent", "set": "set", "shake": "shook shaken", "shed": "shed",
    "shoot": "shot", "shut": "shut", "sink": "sank sunk", "sit": "sat", "slay": "slew slain",
    "speak": "spoke spoken", "spend": "spent", "split": "split", "spread": "spread", "spurn": "spurned",
    "stand": "stood", "steal": "stole stolen", "stick": "stuck", "strike": "struck", "swear": "swore sworn",
    "take": "took taken", "tear": "tore torn", "tell": "told", "think": "thought", "throw": "threw thrown",
    "undertake": "undertook undertaken", "undergo": "underwent undergone", "uphold": "upheld",
    "unfreeze": "unfroze unfrozen", "wear": "wore worn", "win": "won", "withdraw": "withdrew withdrawn",
    "withhold": "withheld", "withstand": "withstood", "write": "wrote written",
}  # fmt: skip

# Longer verbs whose last syllable is stressed, so that it doubles: "expelled", but "opened".
_STRESSED = words(
    "abet abhor acquit admit allot annul commit compel concur confer control debar defer deter disbar dispel"
    " embed emit equip excel expel extol forget impel incur infer occur omit outwit patrol permit"
    " prefer propel rebel rebut recur refer regret remit repel submit transfer transmit unban"
)
# Verbs that double though their stress is elsewhere.
_DOUBLED = frozenset({"handicap", "kidnap", "worship"})
_VOWELS = "aeiou"
_BE = (
    ("be", "base"), ("is", "s"), ("are", "s"), ("am", "s"), ("was", "past"), ("were", "past"), ("been", "part"),
    ("being", "ing"),
)  # fmt: skip


def irregular_pasts() -> frozenset[str]:
    """The pasts of irregular verbs: "fled", "took"."""
    return frozenset(form for row in _IRREGULAR.values() for form in row.partition(" ")[0].split("/"))


@lru_cache(maxsize=4096)
def verb_forms(lemma: str) -> tuple[tuple[str, Tag], ...]:
    """Every form of a verb with its tag; one spelling may have several tags, and one tag several spellings."""
    if lemma == "be":
        return _BE
    forms: list[tuple[str, Tag]] = []
    for spelling in _spellings(lemma):
        forms += [(spelling, "base"), (_with_s(spelling), "s")]
        forms += [(stem + "ing", "ing") for stem in _before_ing(spelling)]
        forms += _pasts(spelling)
    return tuple(dict.fromkeys(forms))


def noun_forms(lemma: str) -> tuple[str, ...]:
    """The singular and the plural; a word that is one already ("talks") stays as it is."""
    if lemma.endswith("s") and not lemma.endswith(("ss", "us", "is")):
        return (lemma,)
    if lemma.endswith("is"):
        return (lemma, lemma[:-2] + "es")
    return (lemma, _with_s(lemma))


def _spellings(lemma: str) -> tuple[str, ...]:
    """British and American spelling."""
    for british, american in (("ise", "ize"), ("our", "or")):
        if len(lemma) > 5 and lemma.endswith((british, american)):
            stem = lemma[: -len(british if lemma.endswith(british) else american)]
            return (stem + british, stem + american)
    return (lemma,)


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")


def _pasts(lemma: str) -> Iterator[tuple[str, Tag]]:
    if lemma in _IRREGULAR:
        past, _, participle = _IRREGULAR[lemma].partition(" ")
        yield from ((form, "past") for form in past.split("/"))
        yield from ((form, "part") for form in participle.split("/") if form)
    elif lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ied", "past"
    elif lemma.endswith("e"):
        yield lemma + "d", "past"
    else:
        yield from ((stem + "ed", "past") for stem in _doubled(lemma))


def _before_ing(lemma: str) -> tuple[str, ...]:
    if lemma.endswith("ie"):
        return (lemma[:-2] + "y",)
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")):
        return (lemma[:-1],)
    return _doubled(lemma)


def _doubled(lemma: str) -> tuple[str, ...]:
    """The stem before "ed" and "ing": "bann", "label" and "labell", "urg"."""
    if len(lemma) < 3 or lemma[-1] in "aeiouwxy" or lemma[-2] not in _VOWELS:
        return (lemma,)
    if lemma[-3] in _VOWELS and lemma[-3:-1] != "ui":
        return (lemma,)
    if lemma in _STRESSED or lemma in _DOUBLED or sum(c in _VOWELS for c in lemma) == 1:
        return (lemma + lemma[-1],)
    # "labelled" is British and "labeled" American.
    return (lemma, lemma + "l") if lemma.endswith("l") else (lemma,)
