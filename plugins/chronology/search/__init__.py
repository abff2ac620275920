"""An archive -> the files that the search page loads, each a script with one call.

Scripts, because a page opened from disk may load scripts and nothing else. A query needs few of them: the directory,
the shards that hold its words, and the parts with the reports that it found.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import urls
from ..model import Report
from . import index, shown
from .documents import Searched
from .index import Scripts
from .scripts import script


def index_addresses(searched: Searched) -> list[str]:
    """The addresses of all files of the index, known before it is made."""
    return [urls.search_data(name) for name in index.names_of(len(searched.numbering.reports))]


def parts(searched: Searched) -> list[Sequence[Report]]:
    """The reports in the portions in which results show them, each a file."""
    reports = searched.numbering.reports
    return [reports[at : at + shown.PART] for at in range(0, len(reports), shown.PART)]


def part_address(number: int) -> str:
    return urls.search_data(shown.name_of(number))


def part_script(number: int, reports: Sequence[Report], searched: Searched) -> Scripts:
    """What results show of the reports of a part."""
    values = [shown.shown(report, searched.text(report), searched.archive, searched.language) for report in reports]
    yield part_address(number), script(shown.name_of(number), values)
