"""An archive -> the files that the search page loads, each a script with one call.

Scripts, because a page opened from disk may load scripts and nothing else. A query needs few of them: the directory,
the shards that hold its words, and the parts with the reports that it found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence

from .. import urls
from ..archive import Archive
from ..body import plain
from ..languages import ENGLISH, Language
from . import documents, filters, shards, shown
from .scripts import script

Bodies = Mapping[str, str]
"""The HTML of each report's body, by the path of its page."""


def index_addresses(archive: Archive) -> list[str]:
    """The addresses of all files of the index, known before it is made: filters, directory, list of terms, shards."""
    reports = len(archive.reports)
    chosen = [name for one in filters.REPORTS_A_FILE for name in filters.files_of(one, reports)]
    terms = map(shards.name_of, range(shards.count_of(reports)))
    return [urls.search_data(name) for name in (*chosen, "index", "terms", *terms)]


def index_scripts(archive: Archive, bodies: Bodies, language: Language = ENGLISH) -> Iterator[str]:
    """The files of the index, in the order of `index_addresses`."""
    cut = dict(filters.cut(archive, language))
    digest = hashlib.sha256()
    for one, portions in cut.items():
        for name, values in zip(filters.files_of(one, len(archive.reports)), portions, strict=True):
            yield (text := script(name, [value.row() for value in values]))
            digest.update(text.encode())
    besides = {
        "dated": sum(bool(report.date or report.published) for report in archive.reports),
        "filters": {one: [values[0].id for values in portions if values] for one, portions in cut.items()},
        "filed": digest.hexdigest()[:8],
    }
    texts = ((report, plain(bodies.get(report.path, ""))) for report in archive.reports)
    made = (documents.document(report, text, archive, language) for report, text in texts)
    for name, value in shards.cut(documents.indexed(made), besides):
        yield script(name, value)


def parts(archive: Archive) -> range:
    """The numbers of the parts in which reports are shown, each a file."""
    return range(-(-len(archive.reports) // shown.PART))


def part_addresses(numbers: Sequence[int]) -> list[str]:
    return [urls.search_data(shown.name_of(number)) for number in numbers]


def part_scripts(
    numbers: Sequence[int], archive: Archive, bodies: Bodies, language: Language = ENGLISH
) -> Iterator[str]:
    """What results show of the reports of these parts."""
    for number in numbers:
        reports = archive.reports[number * shown.PART : (number + 1) * shown.PART]
        values = [shown.shown(report, plain(bodies.get(report.path, "")), archive, language) for report in reports]
        yield script(shown.name_of(number), values)
