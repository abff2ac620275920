"""A report -> what is indexed of it: the text of each field."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from ..archive import Archive
from ..body import plain
from ..languages import ENGLISH, Language, names
from ..model import Report
from .numbering import Numbering, numbered

BOOSTS = {"title": 10, "actors": 4, "places": 3, "types": 2, "body": 1}
"""The fields of the index, and how much a word in each is worth."""

Document = dict[str, str]
"""The text of each field of a report, without accents."""

Bodies = Mapping[str, str]
"""The HTML of each report's body, by the path of its page."""


@dataclass(frozen=True, slots=True)
class Searched:
    """An archive as the search sees it."""

    archive: Archive
    bodies: Bodies
    language: Language
    numbering: Numbering

    @classmethod
    def of(cls, archive: Archive, bodies: Bodies, language: Language = ENGLISH) -> Searched:
        return cls(archive, bodies, language, numbered(archive))

    def text(self, report: Report) -> str:
        """The body of a report as plain text."""
        return plain(self.bodies.get(report.path, ""))

    def order(self) -> list[int]:
        """By the number of a report its place in the order of time, told by the distance from the one before."""
        places = [self.archive.position[report.id] for report in self.numbering.reports]
        return [place - before for before, place in pairwise((0, *places))]

    def document(self, report: Report, text: str) -> Document:
        """What is indexed of a report with this text."""
        return document(report, text, self.archive, self.language)


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
