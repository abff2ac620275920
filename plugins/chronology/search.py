"""An archive -> the files that the search page loads: lunr's index and what a result shows.

Each file is a classic script with one call, because a page opened from disk may load scripts and
nothing else. The JSON stands in a string: browsers parse that many times faster than an object
literal. The index is made here in one piece; only `index_script` and the page's `indexFor` know that.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from lunr import get_default_builder
from lunr.builder import Builder
from lunr.idf import idf
from lunr.vector import Vector

from . import edtf, urls
from .archive import Archive
from .body import plain
from .languages import ENGLISH, Language, names
from .model import Report

INDEX = "data/search/index.js"
REPORTS = "data/search/reports.js"

BOOSTS = {"title": 10, "actors": 4, "places": 3, "types": 2, "body": 1}
"""The fields of the index, and how much a word in each is worth."""

Document = dict[str, str]
"""A report as search knows it: its id, and the text of each field without accents."""


def index_script(archive: Archive, bodies: Mapping[str, str], language: Language = ENGLISH) -> str:
    """Lunr's index of all reports as a script; `bodies` holds the HTML of each page, by its path."""
    texts = ((report, plain(bodies.get(report.path, ""))) for report in archive.reports)
    return index_of([document(report, text, archive, language) for report, text in texts])


def document(report: Report, text: str, archive: Archive, language: Language = ENGLISH) -> Document:
    """What is indexed of a report; `text` is its body as plain text."""
    places = [place.place for place in report.locations if place.place]
    places += [
        names.country(archive.countries[code], language) for code in report.countries if code in archive.countries
    ]
    kind = archive.event_types.get(report.event_type)
    return {
        "id": report.id,
        "title": fold(report.title),
        "actors": fold(" ".join(names.actor(archive.actors[role.id], language) for role in report.actors)),
        "places": fold(" ".join(places)),
        "types": fold(names.event_type(kind, language) if kind else report.event_type),
        "body": fold(text),
    }


def index_of(documents: Sequence[Document]) -> str:
    """Lunr's index of the documents as a script."""
    builder = _Builder()
    builder.ref("id")
    for name, boost in BOOSTS.items():
        builder.field(name, boost=boost)
    for made in documents or [_NOTHING]:
        builder.add(made)
    return _script("index", builder.build().serialize())


class _Builder(Builder):  # type: ignore[misc]  # lunr ships no types
    """lunr's builder, with its way from a text to its terms done once for each word of the archive.

    lunr walks every text character by character and runs three steps on every token; a report's words are nearly
    all known from the reports before it. A test holds the index against that of lunr's own builder.
    """

    def __init__(self) -> None:
        super().__init__()
        self.search_pipeline = get_default_builder().search_pipeline
        self._stems = _Stems()

    def add(self, doc: Document, attributes: dict[str, int] | None = None) -> None:
        """Index a document."""
        ref = doc["id"]
        self._documents[ref] = attributes or {}
        self.document_count += 1
        for name in BOOSTS:
            terms = [stem for word in _SEPARATOR.split(doc[name].lower()) if word and (stem := self._stems[word])]
            counts = Counter(terms)
            self.field_term_frequencies[f"{name}/{ref}"] = counts
            self.field_lengths[f"{name}/{ref}"] = len(terms)
            for term in counts:
                posting = self.inverted_index.get(term)
                if posting is None:
                    posting = {field: {} for field in BOOSTS}
                    posting["_index"] = self.term_index
                    self.term_index += 1
                    self.inverted_index[term] = posting
                posting[name][ref] = _NO_METADATA

    def _create_token_set(self) -> None:
        """Left out: the browser makes it anew from the terms, and it is no part of what is written."""
        self.token_set = None

    def _create_field_vectors(self) -> None:
        """As lunr does it, but with each vector sorted once, where lunr searches the place of every term anew."""
        weights = {term: idf(posting, self.document_count) for term, posting in self.inverted_index.items()}
        places = {term: posting["_index"] for term, posting in self.inverted_index.items()}
        self.field_vectors = {}
        for field_ref, counts in self.field_term_frequencies.items():
            name = field_ref.partition("/")[0]
            mean = self.average_field_length[name]
            stretch = self._k1 * (1 - self._b + self._b * (self.field_lengths[field_ref] / mean)) if counts else 0
            pairs = sorted(
                (places[term], round(weights[term] * ((self._k1 + 1) * tf) / (stretch + tf) * BOOSTS[name], 3))
                for term, tf in counts.items()
            )
            self.field_vectors[field_ref] = Vector([number for pair in pairs for number in pair])


_NO_METADATA: dict[str, str] = {}
"""One for all: half a million of them took 30 MB."""
_NOTHING = {"id": "", **dict.fromkeys(BOOSTS, "")}
"""lunr cannot index no document at all; this one has no word by which it could be found."""
_SEPARATOR = re.compile(r"[ \t\n\r\f\v\xa0-]+")


class _Stems(dict[str, str]):
    """A word -> the term that lunr's own pipeline (trimmer, stop words, stemmer) makes of it; "" for none."""

    def __init__(self) -> None:
        super().__init__()
        self._pipeline = get_default_builder().pipeline

    def __missing__(self, word: str) -> str:
        stems = self._pipeline.run_string(word)
        self[word] = stem = stems[0] if stems else ""
        return stem


def reports_script(archive: Archive, bodies: Mapping[str, str], language: Language = ENGLISH) -> str:
    """What a result shows of each report, as a script."""
    return _script(
        "reports", {r.id: _shown(r, plain(bodies.get(r.path, "")), archive, language) for r in archive.reports}
    )


def _shown(report: Report, text: str, archive: Archive, language: Language) -> dict[str, str]:
    kind = archive.event_types.get(report.event_type)
    date = report.date or report.published
    return {
        "href": urls.report(report.path),
        "title": report.title,
        "when": edtf.words(date, language) if date else "",
        "type": names.event_type(kind, language) if kind else report.event_type,
        "outlet": report.source.outlet,
        "text": text,
    }


def fold(text: str) -> str:
    """The text without accents, as the page folds a query: NFKD without combining marks."""
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _script(name: str, value: object) -> str:
    """A script that hands a value over as JSON text. `<` is escaped, so that no HTML parser ever sees a tag in it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = data.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\u003c")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"chronologySearch.load('{name}','{text}');\n"
