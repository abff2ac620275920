"""An archive -> the files that the search page loads: lunr's index and what a result shows.

Each file is a classic script with one call, because a page opened from disk may load scripts and
nothing else. The JSON stands in a string: browsers parse that many times faster than an object
literal. The index is made here in one piece; only `files` and the page's `indexFor` know that.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lunr import lunr

from . import edtf, urls
from .archive import Archive
from .model import Report

FOLDER = "data/search"
FIELDS = (
    {"field_name": "title", "boost": 10},
    {"field_name": "actors", "boost": 4},
    {"field_name": "places", "boost": 3},
    {"field_name": "types", "boost": 2},
    {"field_name": "body", "boost": 1},
)


@dataclass(frozen=True, slots=True)
class Entry:
    """A report as search knows it."""

    id: str
    title: str
    body: str
    actors: str
    places: str
    types: str


def entries(archive: Archive, texts: Iterable[tuple[Report, str]]) -> Iterator[Entry]:
    """What is indexed of each report; `texts` gives their bodies as plain text."""
    for report, text in texts:
        actors = (archive.actors[role.id] for role in report.actors)
        places = [place.place for place in report.locations if place.place]
        places += [archive.countries[code].name for code in report.countries if code in archive.countries]
        kind = archive.event_types.get(report.event_type)
        yield Entry(
            id=report.id,
            title=fold(report.title),
            body=fold(text),
            actors=fold(" ".join(actor.name for actor in actors)),
            places=fold(" ".join(places)),
            types=fold(kind.label if kind else report.event_type),
        )


def files(archive: Archive, texts: list[tuple[Report, str]]) -> Iterator[tuple[str, str]]:
    """(address, text) of each file of the search."""
    documents = [{name: getattr(entry, name) for name in Entry.__slots__} for entry in entries(archive, texts)]
    index = lunr(ref="id", fields=list(FIELDS), documents=documents).serialize()
    yield f"{FOLDER}/index.js", _script("index", index)
    shown = {report.id: _shown(report, text, archive) for report, text in texts}
    yield f"{FOLDER}/reports.js", _script("reports", shown)


def _shown(report: Report, text: str, archive: Archive) -> dict[str, str]:
    kind = archive.event_types.get(report.event_type)
    date = report.date or report.published
    return {
        "href": urls.report(report.path),
        "title": report.title,
        "when": edtf.words(date) if date else "",
        "type": kind.label if kind else report.event_type,
        "outlet": report.source.outlet,
        "text": text,
    }


def fold(text: str) -> str:
    """The text without accents, as the page folds a query: NFKD without combining marks."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _script(name: str, value: object) -> str:
    """A script that hands a value over as JSON text. `<` is escaped, so that no HTML parser ever sees a tag in it."""
    data = json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    text = data.replace("\\", "\\\\").replace("'", "\\'").replace("<", "\\u003c")
    text = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"chronologySearch.load('{name}','{text}');\n"
