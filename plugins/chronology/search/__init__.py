"""An archive -> the files that the search page loads, each a script with one call.

Scripts, because a page opened from disk may load scripts and nothing else. A query needs few of them: the directory,
the shards that hold its words, and the parts with the reports that it found.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from .. import urls
from ..archive import Archive
from ..body import plain
from ..languages import ENGLISH, Language
from . import documents, shards, shown
from .scripts import script

Bodies = Mapping[str, str]
"""The HTML of each report's body, by the path of its page."""


def index_addresses(archive: Archive) -> list[str]:
    """The addresses of all files of the index, known before it is made: directory, list of terms, shards."""
    count = shards.count_of(len(archive.reports))
    return [urls.search_data(name) for name in ("index", "terms", *map(shards.name_of, range(count)))]


def index_scripts(archive: Archive, bodies: Bodies, language: Language = ENGLISH) -> Iterator[str]:
    """The files of the index, in the order of `index_addresses`."""
    texts = ((report, plain(bodies.get(report.path, ""))) for report in archive.reports)
    made = (documents.document(report, text, archive, language) for report, text in texts)
    for name, value in shards.cut(documents.indexed(made)):
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
