"""An archive -> the files that the search page loads, each a script with one call.

Scripts, because a page opened from disk may load scripts and nothing else. A query needs few of them: the directory,
the shards that hold its words, and the parts with the reports that it found.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from .. import urls
from ..archive import Archive
from ..body import plain
from ..languages import ENGLISH, Language
from . import documents, filters, shards, shown
from .scripts import script

Bodies = Mapping[str, str]
"""The HTML of each report's body, by the path of its page."""


def index_addresses(archive: Archive) -> list[str]:
    """The addresses of all files of the index, known before it is made: filters, list of terms, shards and their
    words, directory.
    """
    reports = len(archive.reports)
    chosen = [name for one in filters.REPORTS_A_FILE for name in filters.files_of(one, reports)]
    cut = range(shards.count_of(reports))
    names = (*chosen, "terms", *map(shards.name_of, cut), *map(shards.words_of, cut), "index")
    return [urls.search_data(name) for name in names]


def index_scripts(archive: Archive, bodies: Bodies, language: Language = ENGLISH) -> Iterator[str]:
    """The files of the index, in the order of `index_addresses`."""
    chosen = dict(filters.cut(archive, language))
    texts = ((report, plain(bodies.get(report.path, ""))) for report in archive.reports)
    made = documents.indexed(documents.document(report, text, archive, language) for report, text in texts)
    cut = shards.cut(made)
    digest = hashlib.sha256()
    for name, value in chain(filters.files(chosen, len(archive.reports)), shards.files(made, cut)):
        text = script(name, value)
        digest.update(text.encode())
        yield text
    about = {
        **shards.directory(made, cut),
        # Reports are in order of time, those without any date behind all others.
        "dated": sum(bool(report.date or report.published) for report in archive.reports),
        "filters": {name: [values[0].id for values in portions if values] for name, portions in chosen.items()},
        # Part of the address of each file, so that a browser never puts old ones and new ones together.
        "version": digest.hexdigest()[:8],
    }
    yield script("index", about)


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
