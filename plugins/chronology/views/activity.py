"""Entries or reports -> how they are spread over time: histograms, and strips beside the names of companions."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from .. import edtf
from ..archive import Entry, year_of
from ..model import Edtf, Report
from ..pictures.histogram import NO_MONTH, Histogram, Leads, Tally, histogram
from ..pictures.strip import Strip, strip
from .parts import Link
from .periods import month_of

FEW = 3
"""A picture of less says no more than the list beside it."""
SUBJECT_MONTHS = 12
"""Years; a subject with a longer story is drawn by years."""
COMPANIONS = 12
"""No more stand in a table of those that appear with somebody."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What comes back in the reports of a subject: another actor, or a country."""

    href: str
    text: str
    count: int
    """Reports in which both appear."""
    strip: Strip | None
    """By year; None where the subject's reports are too few for a picture."""
    undated: int
    """Reports that are in no year of the strip."""


def tallies(dates: Iterable[Edtf | None]) -> dict[tuple[int, int], Tally]:
    """How many dates fall in each (year, month). A date without a year is in none."""
    counts: Counter[tuple[int, int]] = Counter()
    unsure: Counter[tuple[int, int]] = Counter()
    for when in dates:
        if when and (placed := _placed(when)):
            counts[placed.key] += 1
            unsure[placed.key] += not placed.sure
    return {key: Tally(count, unsure[key]) for key, count in counts.items()}


class _Placed(NamedTuple):
    key: tuple[int, int]
    """Year and month."""
    sure: bool


@lru_cache(1 << 14)
def _placed(when: Edtf) -> _Placed | None:
    """Where a date is counted. The same date is in the pictures of all that took part."""
    year = year_of(when)
    if year is None:
        return None
    month = month_of(when)
    return _Placed((year, month), _surely(when, year, month))


def _surely(when: Edtf, year: int, month: int) -> bool:
    """Whether nothing of the date is in doubt, and all of it lies in that year and month."""
    first, last = edtf.bounds(when)
    if first <= edtf.OPEN_START or last >= edtf.OPEN_END or set(when) & set("?~%"):
        return False
    ends = date.fromordinal(first), date.fromordinal(last)
    return all(end.year == year and month in (NO_MONTH, end.month) for end in ends)


def of_entries(entries: Sequence[Entry], leads: Leads) -> Histogram | None:
    """The activity of a subject; None where a picture would say no more than its list."""
    return _worth_it(tallies(entry.date for entry in entries), leads)


def of_reports(reports: Sequence[Report], leads: Leads) -> Histogram | None:
    """When the reports of a source came out."""
    return _worth_it(tallies(report.published for report in reports), leads)


def _worth_it(counted: Mapping[tuple[int, int], Tally], leads: Leads) -> Histogram | None:
    if len(counted) < 2 or sum(tally.count for tally in counted.values()) < FEW:
        return None
    return histogram(counted, leads, SUBJECT_MONTHS)


def in_page(year: int, _month: int) -> str:
    """A year's heading in the chronology of a subject."""
    return f"#y{year}"


def shared(
    reports: Sequence[Report], names: Callable[[Report], Iterable[str]], link: Callable[[str], Link]
) -> tuple[Shared, ...]:
    """What the reports name most often, with the years in which they do; equal ones in order of their ids."""
    named: defaultdict[str, list[int | None]] = defaultdict(list)
    for report in reports:
        year = _year(report)
        for name in names(report):
            named[name].append(year)
    counts = {name: len(found) for name, found in named.items()}
    top = sorted(counts, key=lambda name: (-counts[name], name))[:COMPANIONS]
    years = {name: Counter(year for year in named[name] if year is not None) for name in top}
    spread = {year for counter in years.values() for year in counter}
    peak = max((times for counter in years.values() for times in counter.values()), default=0)
    drawn = len(reports) >= FEW and len(spread) > 1
    return tuple(
        Shared(
            link(name).href,
            link(name).text,
            counts[name],
            strip(years[name], min(spread), max(spread), peak) if drawn else None,
            counts[name] - years[name].total(),
        )
        for name in top
    )


def _year(report: Report) -> int | None:
    when = report.date or report.published
    return year_of(when) if when else None
