"""Where a page comes from: its seed, its source, and whether a person has looked at it."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Record, Report
from ..outlines import ReportOutline
from ..problems import Problem
from .around import Around
from .kinds import told


def seed_file(record: Record, around: Around) -> Iterator[Problem]:
    """A seed that is gone, has changed, or was read twice."""
    if not isinstance(record, Report) or not record.seed:
        return
    path = record.seed.path
    sha256 = around.seeds.sha256(path)
    if sha256 is None:
        hint = "put the file back, or correct the path"
        yield told("seed-missing", record, f'there is no file "{path}"', hint, "seed", "path")
    elif sha256 != record.seed.sha256:
        hint = "run `chronology ingest`, and hold the page against the seed"
        yield told("seed-changed", record, f"{path} has changed since this page was made of it", hint, "seed", "sha256")
    others = [other for other in around.from_seed[path] if other != record.path]
    if around.tells(record.path, others):
        message = f"content/{min(others)} was made from {path}, too"
        yield told("same-seed", record, message, "delete the page that is superfluous", "seed", "path")


def same_source(record: Record, around: Around) -> Iterator[Problem]:
    """The address of a source that another report gives, too."""
    if not isinstance(record, Report) or not record.source.url:
        return
    own = around.by_path[record.path]
    assert isinstance(own, ReportOutline)
    others = [other for other in around.from_source.get(own.url, ()) if other != record.path]
    if around.tells(record.path, others):
        message = f"content/{min(others)} has the same source"
        yield told("same-source", record, message, "is it the same report twice? delete one", "source", "url")


def no_archive_copy(record: Record, _around: Around) -> Iterator[Problem]:
    """A source of which no copy is kept."""
    if isinstance(record, Report) and record.source.url and not record.source.archive_url:
        hint = f"save it at https://web.archive.org/save/{record.source.url} and add `archive_url`"
        yield told("no-archive-copy", record, "the source has no archived copy", hint, "source", "url")


def unreviewed(record: Record, _around: Around) -> Iterator[Problem]:
    """A page that no person has looked at."""
    if isinstance(record, Report) and not record.reviewed:
        hint = "compare it with its source, and write the day into `reviewed`"
        yield told("unreviewed", record, "no person has reviewed this page", hint, "added")
