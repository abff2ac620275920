"""An archive -> its index: made whole, or brought up to date from the one that the last build left.

Both ways end with the same bytes. The second reads a few files of the index and rewrites those in which the reports
stand that have changed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from itertools import chain
from typing import Any

from .. import urls
from ..body import plain
from ..lastbuild import Left
from ..model import Actor, Report
from ..packing import Unusable
from ..rereading import Changes
from . import filters, revision, shards
from .documents import BOOSTS, Searched
from .postings import indexed
from .revision import Change
from .scripts import script, value_of
from .slips import Slip, Slips
from .tally import Tally, digest_of

Scripts = Iterator[tuple[str, str]]
"""Files with their texts, by address."""
ORDER = "order"
"""The file with the order in time."""
NOTE = "search"
"""Under which the tally is noted for the next build."""
_NOTHING = Slip({name: {} for name in BOOSTS}, dict.fromkeys(BOOSTS, 0), {})


def names_of(reports: int) -> list[str]:
    """The files of the index of so many reports: filters, order in time, list of terms, shards and their words,
    directory.
    """
    chosen = [name for one in filters.REPORTS_A_FILE for name in filters.files_of(one, reports)]
    cut = range(shards.count_of(reports))
    return [*chosen, ORDER, "terms", *map(shards.name_of, cut), *map(shards.words_of, cut), "index"]


def whole(searched: Searched, left: Left) -> Scripts:
    """Every file of the index."""
    reports = searched.numbering.reports
    made = indexed(searched.document(report, searched.text(report)) for report in reports)
    weights = {term: shards.weight_of(shards.lists_of(made, term)) for term in made.terms()}
    cut = shards.cut(weights, len(reports))
    narrowing, told = _narrowing(searched)
    directory = shards.directory(len(reports), made.lengths, cut) | told
    files = chain(narrowing, [("terms", list(weights))], shards.files(made, cut))
    return _finished(files, Tally(made.lengths, weights, {}), directory, left)


def revised(searched: Searched, left: Left, changes: Changes) -> Scripts:
    """The files of the index that are to be another than the last build left them. Raises Unusable, before any is
    given, where most of them would be.
    """
    tally, about = Tally.unpacked(left.note(NOTE)), _value(left, "index")
    if about["version"] != tally.version:
        raise Unusable("the tally is of another index")
    slips = Slips()
    changed = list(_changed(searched, changes, slips))
    lengths, weights = revision.lengths(tally.lengths, changed), revision.weights(tally.weights, changed)
    old, new = shards.cut(tally.weights, about["reports"]), shards.cut(weights, len(searched.numbering.reports))
    files = revision.files(old, new, changed, partial(_value, left), slips.stems)
    files.append(("terms", list(weights)))
    told = {name: about[name] for name in ("dated", "filters")}
    if changes.before or changes.now:
        narrowing, told = _narrowing(searched)
        files += narrowing
    directory = shards.directory(len(searched.numbering.reports), lengths, new) | told
    return _finished(files, Tally(lengths, weights, tally.digests), directory, left)


def _changed(searched: Searched, changes: Changes, slips: Slips) -> Iterator[Change]:
    """The slips of the reports that have changed. Raises Unusable where more than these differs in the index."""
    numbering = searched.numbering
    behind = numbering.reports[numbering.shifted(changes.before, changes.now) :]
    new = {path for path, (old, _) in changes.pairs.items() if old is None}
    if any(report.path not in new for report in behind):
        raise Unusable("reports that have not changed have another number")
    if any(isinstance(one, Actor) for one in (*changes.before.values(), *changes.now.values())):
        raise Unusable("the name of an actor stands in many reports")
    for path, (old, now) in changes.pairs.items():
        if isinstance(now, Report):
            before = _NOTHING
            if isinstance(old, Report):
                before = slips.of(searched.document(old, plain(changes.kept[path].html)))
            yield Change(numbering.number[now.id], before, slips.of(searched.document(now, searched.text(now))))
        elif isinstance(old, Report):
            raise Unusable("a report is gone")


def _value(left: Left, name: str) -> Any:
    """What the page got from a file of the last build. Raises Unusable."""
    try:
        return value_of(left.file(urls.search_data(name)).decode())
    except ValueError as error:
        raise Unusable(f"{name} is no file of an index") from error


def _narrowing(searched: Searched) -> tuple[list[tuple[str, object]], dict[str, object]]:
    """The filters and the order in time, each a file with its name; and what the directory tells of them."""
    reports, chosen = searched.numbering.reports, dict(filters.cut(searched))
    told: dict[str, object] = {
        # Those without any date are behind all others in the order of time.
        "dated": sum(bool(report.date or report.published) for report in reports),
        "filters": {name: [values[0].id for values in portions if values] for name, portions in chosen.items()},
    }
    return [(ORDER, searched.order()), *filters.files(chosen, len(reports))], told


def _finished(
    files: Iterable[tuple[str, object]], tally: Tally, directory: Mapping[str, object], left: Left
) -> Scripts:
    """Those of the files that are not in the tally just so, and the directory; the others stay as they were left."""
    digests = dict(tally.digests)
    for name, value in files:
        text = script(name, value)
        digest = digest_of(text)
        if digests.get(name) != digest:
            digests[name] = digest
            yield urls.search_data(name), text
    done = replace(tally, digests=digests)
    left.leave(NOTE, done.packed())
    yield urls.search_data("index"), script("index", {**directory, "version": done.version})
