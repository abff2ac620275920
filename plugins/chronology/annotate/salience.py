"""The mentions of countries in a report -> the signs by which an indexer would file it under each of them."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

from ..folding import fold
from ..lexicon import Lexicon
from ..model import ActorFound, Code, Evidence
from ..tokens import split_tokens
from ..vocabulary import Sense
from .reading import Reading

Mentions = Mapping[Code, list[Evidence]]
"""Every mention of each country, in order."""
Signs = dict[str, float]
"""Each sign by its name in data/salience.json."""

_STATE = frozenset({"name", "demonym", "body"})


def signs_of(
    reading: Reading, mentions: Mentions, titled: Collection[Code], of_people: Collection[Code]
) -> dict[Code, Signs]:
    """What speaks for each country, in numbers between about -1 and 4; data/salience.json weighs them.

    Few on purpose: twice as many fitted the stories that they were fitted on, and others worse.
    """
    title_end = max((s.end for s in reading.sentences if s.part == "title"), default=0)
    begin = _begin(reading)
    total = sum(map(len, mentions.values()))
    sent_from = {code for code, rows in mentions.items() if any(e.rule == "dateline" for e in rows)}
    signs = {}
    for code, rows in mentions.items():
        # The dateline says where the reporter sat, and the title is counted by a sign of its own.
        told = [e for e in rows if e.rule != "dateline" and e.start >= title_end]
        rules = [e.rule for e in told]
        first = told[0].start if told else rows[0].start
        share = len(rows) / total
        signs[code] = {
            "bias": 1.0,
            "share of mentions": share,
            "share of mentions, sent from elsewhere": share if sent_from and code not in sent_from else 0.0,
            "by name, people or body of state (log)": math.log1p(sum(map(_STATE.__contains__, rules))),
            "by its people (share)": rules.count("demonym") / max(1, len(rules)),
            "in the title": float(code in titled),
            "of someone in the lead": float(code in of_people),
            "how late it begins (log)": math.log1p(max(0, first - begin) / 100),
            "sent from there": float(code in sent_from),
            "countries (tens)": len(mentions) / 10,
            "one of two countries": float(len(mentions) == 2),
        }
    return signs


def titled_in(reading: Reading, places: Lexicon[Sense], mentions: Mentions) -> frozenset[Code]:
    """The countries that the title names: the one in the text, or else the one that the seed's header gives."""
    end = max((s.end for s in reading.sentences if s.part == "title"), default=0)
    if end:
        return frozenset(code for code, rows in mentions.items() if any(e.start < end for e in rows))
    given = fold(reading.seed.header.get("title", ""))
    found = places.find(split_tokens(given, [(0, len(given))])) if given else ()
    return frozenset(code for match in found for code in match.held.codes)


_NEAR = 45
"""Characters in which a country introduces a person: "Malian transitional prime minister Tuma Sissoko"."""


def of_people_in_lead(reading: Reading, mentions: Mentions, actors: Iterable[ActorFound]) -> frozenset[Code]:
    """The countries by which someone in the lead is introduced: "Ghanaian minister Ama Boateng"."""
    begin, end = _begin(reading), _end_of_lead(reading)
    people = [actor for actor in actors if actor.kind == "person"]
    named = [next((e.start for e in actor.evidence if e.start >= begin), end) for actor in people]
    names = [start for start in named if start < end]
    if not names:
        return frozenset()
    said = sorted((e.end, code) for code, rows in mentions.items() for e in rows if e.start < end)
    found = set()
    for name in names:
        before = [(at, code) for at, code in said if name - _NEAR < at <= name]
        if before and not any(mark in reading.folded[before[-1][0] : name] for mark in '.,;"'):
            found.add(before[-1][1])
    return frozenset(found)


def _end_of_lead(reading: Reading) -> int:
    """Where the first sentence of the body ends, however its lines are wrapped."""
    body = _begin(reading)
    end = reading.folded.find("\n\n", body)
    for sentence in reading.sentences:
        if sentence.start >= body and reading.folded[sentence.end - 1] in '.!?"':
            return sentence.end if end < 0 else min(sentence.end, end)
    return end if end >= 0 else len(reading.folded)


def _begin(reading: Reading) -> int:
    return next((s.start for s in reading.sentences if s.part == "body"), 0)
