"""An archive -> by what its reports can be chosen: the values of each filter, and the reports that have them.

A filter is cut as the terms are: a few files, each with some of its values in order. Whoever follows a link to one
actor's reports loads the file with that actor; counts under all values need all files of their filter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from .. import edtf
from ..languages import names
from ..model import Report
from .documents import Searched
from .portions import evenly

REPORTS_A_FILE = {"year": 20_000, "type": 10_000, "country": 4_000, "actor": 2_500, "source": 10_000}
"""The filters, and how many reports there are for each file of one: some 10 kB gzipped. Years need the fewest: reports
that were added together are mostly of one time."""


@dataclass(frozen=True, slots=True)
class Value:
    """One of those that a filter has, such as an actor."""

    id: str
    """As it stands in an address: `search.html?actor=john-kerry`."""
    name: str
    reports: Sequence[int]
    """The numbers of the reports that have it, in order."""
    perhaps: Sequence[int] = ()
    """Those among them that may have it: a date is uncertain, or covers more than a year."""

    def row(self) -> list[object]:
        """As the page reads it; a report is told by its distance from the one before."""
        return [self.id, self.name, _distances(self.reports), *([_distances(self.perhaps)] if self.perhaps else [])]


def files_of(name: str, reports: int) -> list[str]:
    """The names of a filter's files in an archive of so many reports."""
    return [f"filter-{name}-{number}" for number in range(1 + reports // REPORTS_A_FILE[name])]


def cut(searched: Searched) -> Iterator[tuple[str, list[Sequence[Value]]]]:
    """Each filter with its values, in as many portions as it has files."""
    for name, values_of in _VALUES.items():
        values = sorted(values_of(searched), key=lambda value: value.id)
        weights = [len(value.reports) for value in values]
        wanted = len(files_of(name, len(searched.numbering.reports)))
        yield name, evenly(zip(values, weights, strict=True), sum(weights), wanted)


def files(chosen: Mapping[str, list[Sequence[Value]]], reports: int) -> Iterator[tuple[str, object]]:
    """The files of all filters, each with its name."""
    for one, portions in chosen.items():
        for name, values in zip(files_of(one, reports), portions, strict=True):
            yield name, [value.row() for value in values]


def _years(searched: Searched) -> Iterator[Value]:
    """Every year that a report may belong to. What has no date is in none."""
    numbered = searched.numbering.reports
    spans = {number: span for number, report in enumerate(numbered) if (span := _span(report))}
    ends = [year for span in spans.values() for year in span if year is not None]
    reports: defaultdict[int, list[int]] = defaultdict(list)
    perhaps: defaultdict[int, list[int]] = defaultdict(list)
    for number, (first, last) in spans.items():
        doubtful = first != last or _doubtful(numbered[number])
        for year in range(min(ends) if first is None else first, (max(ends) if last is None else last) + 1):
            reports[year].append(number)
            if doubtful:
                perhaps[year].append(number)
    return (Value(f"{year:04}", f"{year}", reports[year], perhaps[year]) for year in reports)


def _span(report: Report) -> tuple[int | None, int | None] | None:
    """The first and the last year that a report may belong to; None for an end that is open."""
    when = report.date or report.published
    if not when:
        return None
    first, last = edtf.bounds(when)
    span = (
        date.fromordinal(first).year if first > edtf.OPEN_START else None,
        date.fromordinal(last).year if last < edtf.OPEN_END else None,
    )
    return span if span != (None, None) else None


def _doubtful(report: Report) -> bool:
    """Whether its event may be of another time: so its date says, or there is only that of its publication."""
    return report.date is None or any(mark in report.date for mark in "?~%")


def _types(searched: Searched) -> Iterator[Value]:
    filed: defaultdict[str, list[int]] = defaultdict(list)
    for number, report in enumerate(searched.numbering.reports):
        filed[report.event_type].append(number)
    for id_, reports in filed.items():
        kind = searched.archive.event_types.get(id_)
        yield Value(id_, names.event_type(kind, searched.language) if kind else id_, reports)


def _countries(searched: Searched) -> Iterator[Value]:
    for code, reports in searched.archive.reports_by_country.items():
        record = searched.archive.countries.get(code)
        name = names.country(record, searched.language) if record else code
        yield Value(code.lower(), name, _numbers(reports, searched))


def _actors(searched: Searched) -> Iterator[Value]:
    for id_, reports in searched.archive.reports_by_actor.items():
        name = names.actor(searched.archive.actors[id_], searched.language)
        yield Value(id_, name, _numbers(reports, searched))


def _sources(searched: Searched) -> Iterator[Value]:
    for slug, reports in searched.archive.reports_by_source.items():
        yield Value(slug, names.outlet(reports), _numbers(reports, searched))


_VALUES: Mapping[str, Callable[[Searched], Iterable[Value]]] = {
    "year": _years,
    "type": _types,
    "country": _countries,
    "actor": _actors,
    "source": _sources,
}


def _numbers(reports: Iterable[Report], searched: Searched) -> list[int]:
    return sorted(searched.numbering.number[report.id] for report in reports)


def _distances(numbers: Sequence[int]) -> list[int]:
    return [number - before for before, number in pairwise((0, *numbers))]
