"""A reading and the names found in it -> every country that it involves, and how much it is about each."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from operator import itemgetter

from ..folding import fold
from ..lexicon import Match, overlaps, split_name, word_set
from ..model import ActorFound, Code, CountryFound, Evidence, PlaceFound
from ..vocabulary import Sense, Vocabulary
from .provinces import stated_shortly
from .reading import Reading
from .salience import of_people_in_lead, signs_of, titled_in

_RULES = {"name": "name", "demonym": "demonym", "seat": "seat", "other": "in_name"}
_CURRENCY = word_set(
    """dlr dlrs dollar dollars cent cents pound pounds franc francs yen mark marks crown crowns peso pesos rupee
    rupees"""
)
_LANGUAGE = word_set("language languages speaking speaker speakers translation lessons")


def find_countries(
    reading: Reading,
    vocabulary: Vocabulary,
    masked: Iterable[tuple[int, int]],
    actors: Collection[ActorFound],
    places: Iterable[PlaceFound],
    dateline_place: str | None = None,
) -> tuple[CountryFound, ...]:
    """The countries, most salient first. A country that stands only within a group's name is not involved."""
    found = mentions_of(reading, vocabulary, masked, actors, places, dateline_place)
    if not found:
        return ()
    model = vocabulary.salience
    titled = titled_in(reading, vocabulary.places, found)
    countries = []
    for code, signs in signs_of(reading, found, titled, of_people_in_lead(reading, found, actors)).items():
        salience = model.salience(signs)
        unique = tuple(dict.fromkeys(found[code]))
        countries.append(CountryFound(code, round(salience, 3), salience >= model.threshold, unique))
    return tuple(sorted(countries, key=lambda country: (-country.salience, country.evidence[0].start, country.code)))


def mentions_of(
    reading: Reading,
    vocabulary: Vocabulary,
    masked: Iterable[tuple[int, int]],
    actors: Iterable[ActorFound],
    places: Iterable[PlaceFound],
    dateline_place: str | None,
) -> dict[Code, list[Evidence]]:
    """Every mention of each country, in order, by name, people, capital, town, seat or body of state."""
    found: dict[Code, list[Evidence]] = {}
    taken = sorted(masked)
    shared: list[tuple[tuple[Code, ...], Evidence]] = []
    actors = tuple(actors)
    companies = _first_words(actors)
    for match in reading.matches(vocabulary.places):
        codes = match.held.codes
        rule = _RULES.get(match.held.kind)
        if not rule or not codes or overlaps(taken, match.start, match.end) or _is_no_country(reading, match):
            continue
        if companies and reading.tokens.words[match.first : match.last + 1] in companies:
            rule = "in_name"
        words = reading.evidence(match.start, match.end, rule)
        if len(codes) > 1:
            shared.append((codes, words))
        else:
            found.setdefault(codes[0], []).append(words)
    for actor in actors:
        if actor.country:
            rule = _state_rule(actor, vocabulary)
            if rule:
                spoken = [Evidence(e.start, e.end, e.quote, rule) for e in actor.evidence]
            else:
                spoken = [e for e in actor.evidence if e.rule == "metonym"]
            if spoken:
                found.setdefault(actor.country, []).extend(spoken)
    for place in places:
        if place.country:
            found.setdefault(place.country, []).extend(place.evidence)
    for codes, words in shared:
        # "Congolese" is of the Congo that the page names, else of the first.
        code = next((code for code in codes if code in found), codes[0])
        found.setdefault(code, []).append(words)
    _add_dateline(found, _dateline(reading, vocabulary, dateline_place))
    for rows in found.values():
        if len(rows) > 1:
            rows.sort(key=itemgetter(0, 1))
    return dict(sorted(found.items()))


def _first_words(actors: Iterable[ActorFound]) -> frozenset[tuple[str, ...]]:
    """How companies and the like are called for short: "American Barrick" for American Barrick Resources Corp."""
    companies = (actor for actor in actors if actor.country and actor.kind in {"organisation", "media"})
    names = (split_name(actor.name) for actor in companies)
    return frozenset(words[:size] for words in names for size in (2, 3) if len(words) > size)


def _add_dateline(found: dict[Code, list[Evidence]], dateline: tuple[Code, Evidence] | None) -> None:
    if dateline:
        code, words = dateline
        start, end = words.start, words.end
        # "San Mateo, Calif." was read as a place already, with its state.
        code = min((c for c, rows in found.items() for e in rows if e.start < end and start < e.end), default=code)
        found[code] = [words, *(e for e in found.get(code, []) if e.start >= end or e.end <= start)]


def _state_rule(actor: ActorFound, vocabulary: Vocabulary) -> str:
    """How an actor stands for its country: a ministry or its central bank as its body, "Japan Air Lines" by its name,
    an armed group not.
    """
    if actor.kind == "body" or (actor.kind == "organisation" and _is_central_bank(actor.name, vocabulary)):
        return "body"
    return "in_name" if actor.kind in {"organisation", "media"} and not actor.known else ""


_BANK_OF = re.compile(r"(?:(?:Central|Reserve) )?Bank of (?:the )?(?!America|China|Ireland|Scotland)")


def _is_central_bank(name: str, vocabulary: Vocabulary) -> bool:
    """As in "Bank of Japan", "Reserve Bank of India"; those named in the pattern are commercial banks."""
    bank = _BANK_OF.match(name)
    words = split_name(name[bank.end() :])[:2] if bank else ()
    senses = (vocabulary.places.get(words[:size]) for size in range(len(words), 0, -1))
    sense = next((sense for sense in senses if sense is not None), None)
    return sense is not None and sense.kind == "name"


def _is_no_country(reading: Reading, match: Match[Sense]) -> bool:
    """Whether it is money ("U.S. dollars"), a language ("in French,", "French-speaking") or a share ("<UK>")."""
    if reading.folded[match.start - 1 : match.start] == "<":
        return True
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
        return _stamped_place(reading, vocabulary)
    # The text may have it in capitals.
    plain = fold(place)
    start = next((at for form in (plain, plain.upper()) if (at := reading.folded.find(form)) >= 0), -1)
    end = start + len(place)
    if start < 0 or reading.folded[end : end + 1].isalnum():
        return None
    code = _code_at(reading, vocabulary, start, end)
    return (code, reading.evidence(start, end, "dateline")) if code else None


def _code_at(reading: Reading, vocabulary: Vocabulary, start: int, end: int) -> Code | None:
    """The country of the place that stands here: the one stated after it ("Cambridge, Mass.", "TAUPO, New Zealand"),
    or else that of its last part that is known.
    """
    if short := stated_shortly(reading.folded, vocabulary, end):
        return short
    found: Code | None = None
    for match in reading.matches(vocabulary.places):
        if match.start > end + 2:
            break
        if match.start < start or len(match.held.codes) != 1:
            continue
        stated = match.start == end + 2 and reading.folded[end : match.start] == ", "
        if match.end <= end or (stated and match.held.kind in {"name", "region"}):
            found = match.held.codes[0]
    return found


_STAMP = re.compile(
    r"(?:, [A-Z][A-Za-z. ]{2,20})?,? (?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b"
    r"[^-\n]{0,20} - ",
    re.IGNORECASE,
)


def _stamped_place(reading: Reading, vocabulary: Vocabulary) -> tuple[Code, Evidence] | None:
    """The place before a day and a dash that the body begins with: "LIMA, March 9 - ..."."""
    begin = next((s.start for s in reading.sentences if s.part == "body"), 0)
    match = next((m for m in reading.matches(vocabulary.places) if m.start >= begin), None)
    if match is None or match.start > begin or len(match.held.codes) != 1:
        return None
    if not _STAMP.match(reading.folded, match.end):
        return None
    return match.held.codes[0], reading.evidence(match.start, match.end, "dateline")
