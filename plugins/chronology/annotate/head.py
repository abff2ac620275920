"""Title, standfirst and lead -> the trigger that tells best what the report is about."""

from __future__ import annotations

import re

from ..model import Id
from .clauses import Parsed
from .inflect import words
from .told import Told
from .types import Weighed


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
            if share < 1 and sentence.part == "body" and _had(parsed, found.first):
                found = found._replace(weight=found.weight * _LONG_AGO)
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

_LONG_AGO = 0.5
"""What it counts where it had been done before, and the lead has told what is new: "had promised it in May"."""


def _had(parsed: Parsed, first: int) -> bool:
    before, next_before = parsed.words[first - 1], parsed.words[first - 2]
    return before == "had" or (next_before == "had" and before in _BETWEEN)


_BETWEEN = words("been already also since earlier just")

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
