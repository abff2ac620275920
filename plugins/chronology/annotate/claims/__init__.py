"""Figures of people: how many were killed, hurt, rescued, held or displaced, and who says so.

A figure and the word for what happened to them are searched apart and joined within a clause, so
that "killed at least 20 people and wounded 30 more" gives two claims. Nothing is reconciled:
two figures that disagree are both kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...model import Claim
from ..reading import Reading, Sentence
from .attribution import attribution
from .figures import NUMBER_WORDS, find_figures, value_of

# What happened to them. A figure may stand before ("20 were killed") or behind ("killed 20").
_KINDS = {
    "killed": "killed|killing|kill|kills|death toll|dead|died|dies|deaths?|lives|massacred|slain|murdered|murdering"
    "|fatalities|executed|beheaded|drowned|perished",
    "injured": "injured|injuring|injures|injuries|hurt",
    "wounded": "wounded|wounding|wounds",
    "rescued": "rescued|rescuing|freed|liberated|evacuated|released",
    "arrested": "arrested|arresting|detained|detaining|captured|capturing|jailed|imprisoned",
    "abducted": "abducted|abducting|kidnapped|kidnapping|taken hostage|held hostage|hostages",
    "displaced": "displaced|displacing|fled|flee|fleeing|uprooted|homeless|left their homes|refugees",
    "missing": "missing|unaccounted for",
    "troops": "troops|soldiers|peacekeepers|personnel|fighters|mercenaries",
}
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{forms})\b)" for kind, forms in _KINDS.items()), re.I)

_KIND_WORDS = frozenset(" ".join(_KINDS.values()).replace("deaths?", "death deaths").replace("|", " ").split())

_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being)\s+(?:\w+ly\s+)?$", re.I)
_BREAK = re.compile(r"[;:()]|,\s+(?:while|but|which|who)\b|\bafter\b|\bwhen\b")
_NOUN = re.compile("hostages|refugees|troops|soldiers|peacekeepers|personnel|fighters|mercenaries|lives", re.I)
_INTRANSITIVE = re.compile(
    "died|dies|dead|death|perished|drowned|fled|flee|fleeing|missing|injuries|homeless|unaccounted for", re.I
)
_TOLL = re.compile("toll|deaths|fatalities", re.I)
_NOUN_WITHIN = 3
"""Words between a figure and the noun that it counts: "1,000 American troops"."""


def find_claims(reading: Reading) -> tuple[Claim, ...]:
    """Every figure of people in title, standfirst and body, in reading order."""
    found: dict[tuple[str, str, str | None], Claim] = {}
    for sentence in reading.sentences:
        for claim in _in_sentence(reading, sentence):
            key = (claim.what, claim.value, claim.attributed_to)
            known = found.get(key)
            # The same figure told again is further evidence of one claim.
            found[key] = Claim(*key, (*known.evidence, *claim.evidence)) if known else claim
    return tuple(found.values())


def _in_sentence(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    # Most sentences count nobody: their words tell it faster than the patterns would.
    seen = {reading.tokens.words[i].lower() for i in reading.tokens_in(sentence.start, sentence.end)}
    if seen.isdisjoint(_KIND_WORDS) or not any(word in NUMBER_WORDS or word[0].isdigit() for word in seen):
        return
    text = reading.folded
    figures = find_figures(text, sentence.start, sentence.end)
    kinds = list(_KIND.finditer(text, sentence.start, sentence.end)) if figures else []
    if not kinds:
        return
    said_by = attribution(text, sentence.start, sentence.end)
    for at, figure in enumerate(figures):
        before = figures[at - 1].end() if at else sentence.start
        after = figures[at + 1].start() if at + 1 < len(figures) else sentence.end
        left = [k for k in kinds if before <= k.start() and k.end() <= figure.start()]
        right = [k for k in kinds if figure.end() <= k.start() < after]
        for kind in _counted(text, figure, left, right):
            start, end = min(figure.start(), kind.start()), max(figure.end(), kind.end())
            evidence = reading.evidence(start, end, "figure")
            yield Claim(str(kind.lastgroup), value_of(figure), said_by, (evidence,))


Kinds = list[re.Match[str]]


def _counted(text: str, figure: re.Match[str], left: Kinds, right: Kinds) -> Kinds:
    """What a figure counts: two words only where they share it ("killing and wounding dozens")."""
    if left and _TOLL.search(left[-1][0]):
        return left[-1:]
    active = [k for k in left if _takes_object(text, k)]
    if active:
        between = text[active[-1].end() : figure.start()]
        if "," not in between and len(between.split()) <= 1:
            return [*_joined(text, active[-2:]), active[-1]]
    near = [k for k in right if not _BREAK.search(text, figure.end(), k.start())]
    verbs = [k for k in near if not _NOUN.fullmatch(k[0])]
    if verbs:
        return [verbs[0], *_joined(text, verbs[:2], later=True)]
    return [k for k in near if len(text[figure.end() : k.start()].split()) <= _NOUN_WITHIN][:1]


def _takes_object(text: str, kind: re.Match[str]) -> bool:
    """Whether those who are counted may follow: "killed 20", but not "were killed"."""
    if _INTRANSITIVE.fullmatch(kind[0]) or _NOUN.fullmatch(kind[0]):
        return False
    return not _PASSIVE.search(text, max(0, kind.start() - 20), kind.start())


def _joined(text: str, pair: Kinds, later: bool = False) -> Kinds:
    """The other of two words that "and" joins."""
    if len(pair) < 2 or text[pair[0].end() : pair[1].start()].strip() not in ("and", "or"):
        return []
    return pair[1:] if later else pair[:1]
