"""The words of a text that say what happened to people, and on which side of each they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable

# What happened to them. A figure may stand before ("20 were killed") or behind ("killed 20").
KINDS = {
    # "Killed or wounded dozens" says of neither how many.
    "casualties": "killed or wounded|killed or injured|killing or wounding|killing or injuring|dead or wounded"
    "|dead or injured|casualties",
    "killed": "killed|killing|kills|kill|death toll|dead|died|dies|die|deaths|death|lives|massacred|slain|murdered"
    "|murdering|fatalities|executed|executing|beheaded|beheading|drowned|perished",
    "injured": "injured|injuring|injures|injure|injuries|injury|hurt",
    "wounded": "wounded|wounding|wounds|wound",
    "rescued": "rescued|rescuing|rescues|rescue|freed|freeing|frees|liberated|evacuated|evacuating|released|releasing"
    "|releases|release",
    "arrested": "arrested|arresting|arrests|arrest|detained|detaining|detains|detain|captured|capturing|captures"
    "|capture|jailed|imprisoned",
    "abducted": "abducted|abducting|abducts|abduct|abductions|abduction|kidnapped|kidnapping|kidnaps|kidnap"
    "|taken hostage|held hostage|hostages",
    "displaced": "displaced|displacing|displaces|fled|flees|flee|fleeing|uprooted|homeless|left their homes|refugees",
    "missing": "missing|unaccounted for",
    "troops": "troops|soldiers|peacekeepers|personnel|fighters|mercenaries",
}
"""What is counted, and the forms that tell of it."""
_KIND = re.compile("|".join(rf"(?P<{kind}>\b(?:{forms})\b)" for kind, forms in KINDS.items()), re.I)

KIND_WORDS = frozenset(form.partition(" ")[0] for forms in KINDS.values() for form in forms.split("|"))
"""The first words of these, one of which stands wherever people are counted."""

Kind = re.Match[str]

_NOUN = re.compile(
    "casualties|hostages|refugees|troops|soldiers|peacekeepers|personnel|fighters|mercenaries|lives", re.I
)
_INTRANSITIVE = re.compile(
    "died|dies|die|dead|death|deaths|perished|drowned|fled|flees?|fleeing|missing|injur(?:y|ies)|homeless"
    "|unaccounted for|abductions?|death toll|fatalities",
    re.I,
)
_HAPPENING = re.compile("abductions?|injury|injuries|death|deaths", re.I)
# Forms that are never a passive: who stands before "kills" and "killing" does it.
_DOING = re.compile(".+ing|.+[^s]s|kill|injure|wound|rescue|release|arrest|detain|capture|abduct|kidnap", re.I)
_TOLL = re.compile("death toll|deaths|fatalities", re.I)
_NUMBER_OF = re.compile(r"\bnumbers? of (?:the |people )?$", re.I)
_PASSIVE = re.compile(r"\b(?:was|were|been|be|is|are|being)\s+(?:\w+ly\s+)?$", re.I)
_OBJECT = re.compile(r" (?:an?|the|his|her|their|its|at least|more than|over|nearly|some|several|about|[A-Z]\w+|\d+)\b")


def find_kinds(folded: str, starts: Iterable[int], end: int) -> list[Kind]:
    """The words that say what happened to people, in order. `starts`: where one of KIND_WORDS begins."""
    found: list[Kind] = []
    for start in starts:
        # "Killed or wounded" is one.
        kind = None if found and start < found[-1].end() else _KIND.match(folded, start, end)
        if kind:
            found.append(kind)
    return found


def is_noun(kind: Kind) -> bool:
    """Whether it names those who are counted: "soldiers"."""
    return _NOUN.fullmatch(kind[0]) is not None


def is_happening(kind: Kind) -> bool:
    """Whether it names what happened to them: "the abduction"."""
    return _HAPPENING.fullmatch(kind[0]) is not None


def toll_start(text: str, kind: Kind) -> int | None:
    """Where a sum begins whose figure comes later: "death toll", "number of dead"; None where it is no sum."""
    number = _NUMBER_OF.search(text, max(0, kind.start() - 24), kind.start())
    return number.start() if number else kind.start() if _TOLL.fullmatch(kind[0]) else None


def takes_object(text: str, kind: Kind) -> bool:
    """Whether those who are counted may follow: "killed 20", but not "were killed"."""
    if _INTRANSITIVE.fullmatch(kind[0]) or is_noun(kind):
        return False
    return not _PASSIVE.search(text, max(0, kind.start() - 20), kind.start())


def is_done_by_those_before(text: str, kind: Kind) -> bool:
    """Whether they do it, and so are not those who are counted: "Two bombers killed three"."""
    if not takes_object(text, kind):
        return False
    return bool(_DOING.fullmatch(kind[0]) or _OBJECT.match(text, kind.end()))
