"""Whether a date is told as past: only what certainly had happened limits when a report came out."""

from __future__ import annotations

import re

from ...model import DateFound
from ..reading import Reading

# One word of what is to come, of plans or of terms, anywhere in the sentence, and nothing in it is certain.
_OPEN = re.compile(
    r"\b(?:will|shall|would|(?<!in )may(?! \d)|might|could|should|must|can|won't|due|until|till|unless|if|deadline"
    r"|target\w*|goals?|vision|upcoming|coming|next|future|ahead|eventually|no later than|by the end|year (?:ending|to)"
    r"|(?:year|season|term) ends"
    r"|matur\w+|redeem\w+|repayable|payable|puttable|callable|expir\w+|effective|warrants?|bonds?|notes?|coupon|options?"
    r"|expect\w*|plan\w*|schedul\w*|slated|propos\w+|forecast\w*|project(?:s|ed|ing|ions?)|estimat\w+|predict\w*"
    r"|anticipat\w+|intend\w*|intention|aims?|aim(?:ed|ing)|hop(?:e|es|ed|ing)|seeks?|wants?|wanted|likely|possible"
    r"|possibly|promis\w+|pledg\w+|vow\w*|agreed to|decided to|need(?:s|ed)? to|require\w*|allow\w*|permit\w*"
    r"|bid|to be|to begin|to start|to hold|to have|starting|beginning|delivery|deliveries|fiscal|set to|is to|are to"
    r"|was to|were to|for (?:early|late|mid))\b|'ll\b"
)
_VERB = (
    r"was|were|had|did|\w{2,}ed|began|became|broke|brought|built|came|caught|chose|cut off|drew|drove|fell|fought|found"
    r"|fled|flew|gave|got|grew|held|hit|kept|knew|led|left|lost|made|met|overthrew|quit|ran|rose|saw|sent|shook|shot"
    r"|shut down|sold|spent|spoke|stood|struck|swore|threw|took|went|withdrew|won|wrote"
)
_ACT = re.compile(rf"\b(?:{_VERB})\b")
_ACT_OR_WORD = re.compile(rf"\b(?:{_VERB}|said|told)\b")
_JUST_SAID = re.compile(r"\b(?:said|told \w+)(?: (?:in|on|early in|late in))? $")
_IN = re.compile(r"(?:^|[\s\"'(,])(?:in|on|during|early in|late in|earlier in)(?: (?:early|late|mid))?[ -]$")
_BY = re.compile(r"\b(?:by|to|from|through|for)(?: the)? $")
_SINCE = re.compile(r"\bsince(?: (?:early|late|mid))?[ -]$")
_SIGHT, _OPENING, _SENTENCE = 90, 30, 600


def told_as_past(reading: Reading, lowered: str, found: DateFound) -> bool:
    """Since when something lasts is past. Else a verb in the past must rule the date, and nothing be left open."""
    sentence = reading.sentence_at(found.start)
    if sentence is None or sentence.end - sentence.start > _SENTENCE:
        return False
    before = lowered[max(sentence.start, found.start - _SIGHT) : found.start]
    if _SINCE.search(before):
        return True
    if _OPEN.search(lowered, sentence.start, found.start) or _OPEN.search(lowered, found.end, sentence.end):
        return False
    full = found.rule == "absolute"
    if _BY.search(before) or not (full or found.rule == "following" or _IN.search(before)):
        # "By 31 December" was to come; "the 2026 World Cup" may be talked of years before.
        return False
    opens = found.start - sentence.start < _OPENING
    if _ACT.search(before) or _JUST_SAID.search(before):
        return True
    return opens and bool(_ACT_OR_WORD.search(lowered, found.end, min(sentence.end, found.end + _SIGHT)))
