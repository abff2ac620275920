"""A reading and the names found in it -> every country that it involves, and how much it is about each."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from ..folding import fold
from ..lexicon import Match, overlaps, split_name, word_set
from ..model import ActorFound, Code, CountryFound, Evidence, PlaceFound
from ..vocabulary import Sense, Vocabulary
from .reading import Reading

_RULES = {"name": "name", "demonym": "demonym", "seat": "seat"}
_CURRENCY = word_set(
    """dlr dlrs dollar dollars cent cents pound pounds franc francs yen mark marks crown crowns peso pesos rupee
    rupees"""
)
_LANGUAGE = word_set("language languages speaking speaker speakers translation lessons")


def find_countries(
    reading: Reading,
    vocabulary: Vocabulary,
    masked: Iterable[tuple[int, int]],
    actors: Iterable[ActorFound],
    places: Iterable[PlaceFound],
    dateline_place: str | None = None,
) -> tuple[CountryFound, ...]:
    """The countries, most salient first. A country that stands only within a group's name is not involved."""
    evidence = _evidence(reading, vocabulary, tuple(sorted(masked)), actors, places, dateline_place)
    if not evidence:
        return ()
    model = vocabulary.salience
    found = []
    for code, features in features_of(reading, evidence, titled_in(reading, vocabulary, evidence)).items():
        salience = model.salience(features)
        unique = tuple(dict.fromkeys(evidence[code]))
        found.append(CountryFound(code, round(salience, 3), salience >= model.threshold, unique))
    return tuple(sorted(found, key=lambda country: (-country.salience, country.evidence[0].start, country.code)))


# --- evidence ---------------------------------------------------------------------------


def _evidence(
    reading: Reading,
    vocabulary: Vocabulary,
    masked: tuple[tuple[int, int], ...],
    actors: Iterable[ActorFound],
    places: Iterable[PlaceFound],
    dateline_place: str | None,
) -> dict[Code, list[Evidence]]:
    """Every mention of each country, in order, by name, people, capital, town, seat or body of state."""
    found: dict[Code, list[Evidence]] = {}
    tokens = reading.tokens
    dateline = _dateline(reading, vocabulary, dateline_place)
    shared: list[tuple[tuple[Code, ...], Evidence]] = []
    for match in vocabulary.places.find(reading.folded, tokens.words, tokens.starts, tokens.ends):
        rule = _RULES.get(match.held.kind)
        if (
            rule is None
            or not match.held.codes
            or overlaps(masked, match.start, match.end)
            or _is_no_country(reading, match)
        ):
            continue
        words = reading.evidence(match.start, match.end, rule)
        if len(match.held.codes) > 1:
            shared.append((match.held.codes, words))
        else:
            found.setdefault(match.held.codes[0], []).append(words)
    for actor in actors:
        if actor.country:
            rule = _state_rule(actor)
            for mention in actor.evidence:
                if rule:
                    found.setdefault(actor.country, []).append(replace(mention, rule=rule))
                elif mention.rule == "metonym":
                    found.setdefault(actor.country, []).append(mention)
    for place in places:
        if place.country:
            found.setdefault(place.country, []).extend(place.evidence)
    for codes, words in shared:
        # "Congolese" is of the Congo that the page names, else of the first.
        code = next((code for code in codes if code in found), codes[0])
        found.setdefault(code, []).append(words)
    if dateline:
        code, words = dateline
        # "San Mateo, Calif." was read as a place already, with its state.
        code = next((c for c, rows in sorted(found.items()) if any(_meet(e, words) for e in rows)), code)
        found[code] = [words, *(e for e in found.get(code, []) if not _meet(e, words))]
    return {code: sorted(rows, key=lambda e: (e.start, e.end)) for code, rows in sorted(found.items())}


def _meet(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


def _state_rule(actor: ActorFound) -> str:
    """How an actor stands for its country: a ministry as its body, "Bank of Japan" by its name, an armed group not."""
    if actor.kind == "body":
        return "body"
    return "in_name" if actor.kind in {"organisation", "media"} and not actor.known else ""


def _is_no_country(reading: Reading, match: Match[Sense]) -> bool:
    """Whether it is money ("U.S. dollars") or a language ("in French,", "French-speaking")."""
    words = reading.tokens.words
    after = words[match.last].lower() if match.last < len(words) else ""
    if after in _CURRENCY:
        return True
    if match.held.kind != "demonym":
        return False
    if after in _LANGUAGE:
        return True
    before = words[match.first - 1] if match.first else ""
    return before in {"in", "speaks", "spoke", "speaking"} and reading.folded[match.end : match.end + 1] in {
        ".",
        ",",
        ";",
        ")",
    }


def _dateline(reading: Reading, vocabulary: Vocabulary, place: str | None) -> tuple[Code, Evidence] | None:
    """The country that the report was sent from, and the words that say so."""
    if not place:
        return None
    # "San Mateo, Calif." is where the last part says.
    senses = [_sense(vocabulary, part) for part in reversed(place.split(","))]
    sense = next((sense for sense in senses if sense is not None), None)
    # The text may have it in capitals.
    words = re.search(rf"\b{re.escape(fold(place))}\b", reading.folded, re.IGNORECASE)
    if sense is None or len(sense.codes) != 1 or words is None:
        return None
    return sense.codes[0], reading.evidence(words.start(), words.end(), "dateline")


def _sense(vocabulary: Vocabulary, place: str) -> Sense | None:
    words = split_name(place)
    return vocabulary.places.get(words) or vocabulary.places.get(tuple(word.capitalize() for word in words))


# --- salience ---------------------------------------------------------------------------


def titled_in(reading: Reading, vocabulary: Vocabulary, evidence: Mapping[Code, list[Evidence]]) -> frozenset[Code]:
    """The countries that the title names: the one in the text, or else the one that the seed's header gives."""
    end = max((s.end for s in reading.sentences if s.part == "title"), default=0)
    if end:
        return frozenset(code for code, rows in evidence.items() if any(e.start < end for e in rows))
    given = fold(reading.seed.header.get("title", ""))
    spans = [match.span() for match in re.finditer(r"[^\W_]+", given)]
    words = [given[start:end] for start, end in spans]
    found = vocabulary.places.find(given, words, [start for start, _ in spans], [end for _, end in spans])
    return frozenset(code for match in found for code in match.held.codes)


def features_of(
    reading: Reading, evidence: Mapping[Code, list[Evidence]], titled: frozenset[Code]
) -> dict[Code, dict[str, float]]:
    """What speaks for each country, in numbers between about -1 and 3. `titled` are those that the title names."""
    body = next((s.start for s in reading.sentences if s.part == "body"), 0)
    lead_end = _lead_end(reading, body)
    length = max((s.end for s in reading.sentences), default=1) - body or 1
    total = sum(len(rows) for rows in evidence.values())
    firsts = {code: _first(rows) for code, rows in evidence.items()}
    order = sorted(firsts, key=lambda code: (firsts[code], code))
    top = max(len(rows) for rows in evidence.values())
    return {
        code: {
            "bias": 1.0,
            "mentions (log)": math.log(len(rows)),
            "share of mentions": len(rows) / total,
            "most mentioned": float(len(rows) == top),
            "in the title": float(code in titled),
            "in the lead": float(any(body <= e.start < lead_end and e.rule != "dateline" for e in rows)),
            "the title names others": float(bool(titled) and code not in titled),
            "share of the most mentioned": len(rows) / top,
            "spread over sentences": len({reading.sentence_at(e.start) for e in rows}) / 10,
            "in the first third": float(any(e.start < body + length / 3 and e.rule != "dateline" for e in rows)),
            "length (log)": math.log(length / 1000),
            "once": float(len(rows) == 1),
            "first named": float(order[0] == code),
            "how late it begins": min(1.0, max(0, firsts[code] - body) / length),
            "dateline": float(any(e.rule == "dateline" for e in rows)),
            "dateline only": float(all(e.rule == "dateline" for e in rows)),
            "the only country": float(len(evidence) == 1),
            "other countries (log)": math.log(len(evidence)),
            "by name": _part_of(rows, "name"),
            "by its people": _part_of(rows, "demonym"),
            "by its capital": float(any(e.rule in {"capital", "metonym", "seat"} for e in rows)),
            "by towns only": float(all(e.rule in {"city", "region", "capital"} for e in rows)),
            "by a body of state": float(any(e.rule == "body" for e in rows)),
            "only in names": float(all(e.rule == "in_name" for e in rows)),
            "by people only": float(all(e.rule == "demonym" for e in rows)),
            "once, by its people, late": float(
                len(rows) == 1 and rows[0].rule == "demonym" and rows[0].start > lead_end
            ),
        }
        for code, rows in evidence.items()
    }


def _first(rows: list[Evidence]) -> int:
    return min((e.start for e in rows if e.rule != "dateline"), default=rows[0].start)


def _part_of(rows: list[Evidence], rule: str) -> float:
    return sum(e.rule == rule for e in rows) / len(rows)


def _lead_end(reading: Reading, body: int) -> int:
    """Where the first sentence of the body ends, however its lines are wrapped."""
    end = reading.folded.find("\n\n", body)
    for sentence in reading.sentences:
        if sentence.start >= body and reading.folded[sentence.end - 1] in '.!?"':
            return sentence.end if end < 0 else min(sentence.end, end)
    return end if end >= 0 else len(reading.folded)
