"""A reading -> the places that it names: cities, towns, regions, seas; not the capitals that stand for a state."""

from __future__ import annotations

from collections.abc import Iterable

from ..lexicon import Match, joined, overlaps, word_set
from ..model import Evidence, PlaceFound
from ..vocabulary import Sense, Vocabulary
from .provinces import provinces_in_short, stated_shortly
from .reading import Reading

_PLACES = {"capital": "capital", "city": "city", "town": "city", "region": "region"}
_PLACING = word_set(
    """in at near from to outside around inside into toward towards via through between of across on off over for
    throughout northern southern eastern western central greater downtown suburban north south east west entered
    reached left seized captured recaptured attacked bombed shelled stormed visited besieged liberated retook
    took town city village capital port province district region camp area"""
)
_SETTLED = word_set(
    """town city village area region district province neighbourhood neighborhood suburb airport market camp"""
)


def find_places(reading: Reading, vocabulary: Vocabulary, masked: Iterable[tuple[int, int]]) -> tuple[PlaceFound, ...]:
    """Every place in order of its first mention. `masked` are the words of actors' names."""
    taken = sorted(masked)
    found: dict[tuple[str, str | None], list[Evidence]] = {}
    sure: set[str] = set()
    matches = reading.matches(vocabulary.places)
    for index, match in enumerate(matches):
        rule = _PLACES.get(match.held.kind)
        if rule is None or overlaps(taken, match.start, match.end) or _in_a_longer_name(reading, match):
            continue
        sense = match.held
        if sense.kind == "town" and sense.name not in sure and not _is_placed(reading, vocabulary, matches, index):
            continue
        sure.add(sense.name)
        code = _stated_country(reading, vocabulary, matches, index) or (sense.codes[0] if sense.codes else None)
        found.setdefault((sense.name, code), []).append(reading.evidence(match.start, match.end, rule))
    for start, end, sense in provinces_in_short(reading, vocabulary):
        found.setdefault((sense.name, sense.codes[0]), []).append(reading.evidence(start, end, "region"))
    return tuple(PlaceFound(name, code, tuple(evidence)) for (name, code), evidence in found.items())


def _stated_country(
    reading: Reading, vocabulary: Vocabulary, matches: tuple[Match[Sense], ...], index: int
) -> str | None:
    """The country that a report states for one of many towns of the same name: "San Mateo, California"."""
    match = matches[index]
    if match.held.kind not in {"town", "city", "capital"}:
        return None
    if short := stated_shortly(reading.folded, vocabulary, match.end):
        return short
    following = matches[index + 1] if index + 1 < len(matches) else None
    if match.held.kind != "town" or following is None or following.first != match.last:
        return None
    if following.held.kind not in {"name", "region"} or len(following.held.codes) != 1:
        return None
    return following.held.codes[0] if reading.folded[match.end : following.start] == ", " else None


def _in_a_longer_name(reading: Reading, match: Match[Sense]) -> bool:
    """Whether this is a part of something else: "Boston Consulting Group", "the Paris accord"."""
    if match.held.kind == "region":
        return False
    words, starts, ends = reading.tokens.words, reading.tokens.starts, reading.tokens.ends
    before, after = match.first - 1, match.last
    if reading.folded[match.start : match.end].isupper():
        return False
    if before >= 0 and reading.folded[ends[before] : match.start] == " " and _is_given(reading, before):
        return True
    if after < len(words) and words[after].lower() in _DOCUMENTS and reading.folded[match.end : starts[after]] == " ":
        return True
    if after < len(words) and reading.folded[match.end : starts[after]] in {" ", "-"}:
        following = words[after]
        if (
            following[0].isupper()
            and joined(reading.folded, ends[after - 1], starts[after])
            and following in _COMPANIES
        ):
            return True
    return reading.folded[match.start - 1 : match.start] == "<"


_DOCUMENTS = word_set(
    "accord accords agreement agreements pact pacts treaty convention conventions protocol declaration communique"
)
"""The Paris accord is kept or broken anywhere."""
_COMPANIES = word_set(
    """Post Times News Corp Corporation Inc Co Ltd Company Bank Bancorp University Consulting Group Brothers Motors
    Steel Herald Tribune Journal Globe Gazette Star Petroleum Oil Gas Insurance Securities Financial Savings
    Airlines Stock Exchange Club Stores Industries"""
)


def _is_given(reading: Reading, at: int) -> bool:
    word = reading.tokens.words[at]
    return word[0].isupper() and len(word) == 1


def _is_placed(reading: Reading, vocabulary: Vocabulary, matches: tuple[Match[Sense], ...], index: int) -> bool:
    """Whether the words around a small town's name say that it is a place: "in Kidal", "Kati, Mali", "Djibo town"."""
    match = matches[index]
    words, ends = reading.tokens.words, reading.tokens.ends
    before, after = match.first - 1, match.last
    if before >= 0 and words[before].lower() in _PLACING and "," not in reading.folded[ends[before] : match.start]:
        return True
    if after < len(words) and words[after].lower() in _SETTLED:
        return True
    following = matches[index + 1] if index + 1 < len(matches) else None
    if following is not None and following.first == after and match.held.codes[0] in following.held.codes:
        return reading.folded[match.end : following.start] in {", ", " in ", ",\n"}
    if _stated_country(reading, vocabulary, matches, index):
        return True
    if index and before >= 0:
        # "in Gao, Kidal and Menaka": a list of places.
        other = matches[index - 1]
        between = reading.folded[other.end : match.start]
        return between in {", ", " and ", ", and "} and other.held.codes == match.held.codes
    return False
