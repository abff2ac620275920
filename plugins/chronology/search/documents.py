"""Reports -> terms, as lunr makes them, and where each of them stands."""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ..archive import Archive
from ..languages import ENGLISH, Language, names
from ..model import Report
from .places import FIELDS, Places
from .stems import Stems

BOOSTS = {"title": 10, "actors": 4, "places": 3, "types": 2, "body": 1}
"""The fields of the index, and how much a word in each is worth."""

Document = dict[str, str]
"""The text of each field of a report, without accents."""

Postings = defaultdict[str, array]  # type: ignore[type-arg]  # array is not generic at run time in Python 3.11
"""By term: for each report that has it three numbers, namely those of `Indexed.postings`."""


@dataclass(slots=True)
class Indexed:
    """All that the weights of lunr are worked out from, and all that phrases are found by."""

    reports: int = 0
    """How many there are; a report is known by its number, in the order of the archive."""
    lengths: dict[str, int] = field(default_factory=lambda: dict.fromkeys(BOOSTS, 0))
    """Terms of each field, in all reports together."""
    postings: dict[str, Postings] = field(default_factory=lambda: {n: defaultdict(lambda: array("I")) for n in BOOSTS})
    """By field and term, for each report in turn: its distance from the one before, how often the term stands in
    it, and how many terms the field has there."""
    places: Places = field(default_factory=Places)
    stems: Stems = field(default_factory=Stems)

    def terms(self) -> list[str]:
        """All of them, in the order in which JavaScript compares strings."""
        return sorted({term for found in self.postings.values() for term in found}, key=as_javascript)


def document(report: Report, text: str, archive: Archive, language: Language = ENGLISH) -> Document:
    """What is indexed of a report; `text` is its body as plain text."""
    places = [place.place for place in report.locations if place.place]
    countries = (archive.countries[code] for code in report.countries if code in archive.countries)
    places += [names.country(country, language) for country in countries]
    kind = archive.event_types.get(report.event_type)
    return {
        "title": fold(report.title),
        "actors": fold(" ".join(names.actor(archive.actors[role.id], language) for role in report.actors)),
        "places": fold(" ".join(places)),
        "types": fold(names.event_type(kind, language) if kind else report.event_type),
        "body": fold(text),
    }


def fold(text: str) -> str:
    """The text without accents, as the page folds a query: NFKD without combining marks."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def indexed(documents: Iterable[Document]) -> Indexed:
    """Every term of the documents with the places where it stands."""
    made = Indexed()
    stems = made.stems
    latest: dict[str, dict[str, int]] = {name: {} for name in BOOSTS}
    for number, texts in enumerate(documents):
        made.reports += 1
        pieces = {name: _SEPARATOR.split(text.lower()) for name, text in texts.items()}
        made.places.read(number, [pieces[name] for name in FIELDS])
        for name, words in pieces.items():
            terms = [stem for word in words if (stem := stems[word])]
            length = len(terms)
            made.lengths[name] += length
            postings, before = made.postings[name], latest[name]
            for term, count in Counter(terms).items():
                numbers = postings[term]
                # One by one, without a tuple between: a third of the time of a large index is spent here.
                numbers.append(number - before.get(term, 0))
                numbers.append(count)
                numbers.append(length)
                before[term] = number
    return made


_SEPARATOR = re.compile(r"[ \t\n\r\f\v\xa0-]+")


def as_javascript(term: str) -> bytes:
    return term.encode("utf-16-be", "surrogatepass")
