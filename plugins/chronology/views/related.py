"""A report -> the reports that a reader may want next, each with the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from .. import edtf
from ..archive import moment
from ..model import Edtf, Id, Report
from .parts import Link, ReportCard
from .shown import Shown

NAMED = 3
"""Actors that a reason names; the others are counted."""


class Apart(NamedTuple):
    """How far one event is from another, in the largest unit that says something."""

    number: int
    unit: str
    """"day", "month" or "year"; zero days are the same day."""
    later: bool


class Related(NamedTuple):
    report: ReportCard
    event: Link | None
    """The known event of which both tell."""
    actors: tuple[Link, ...]
    """Those that appear in both, the most important first; no more than are named."""
    others: int
    """How many more appear in both."""
    apart: Apart | None
    """From this report's event to the other's; None unless the days of both are known."""


def related(report: Report, shown: Shown, most: int = 5) -> Iterator[Related]:
    """Reports of the same events, then those that share most actors and stand near in time.

    Only the neighbours in each actor's own list are looked at, so the cost does not grow with the archive.
    """
    archive = shown.archive
    told = {known.id for i in (report.event, *(e.event for e in report.events)) if (known := archive.event(i))}
    chosen: dict[Id, Related] = {}
    for event_id in sorted(told):
        for other in archive.entry_of_event[event_id].reports:
            if other.id not in chosen and other.id != report.id:
                event = shown.event(archive.events[event_id])
                chosen[other.id] = Related(shown.card(other), event, (), 0, apart(report, other))
    shared: defaultdict[Id, list[Id]] = defaultdict(list)
    near: dict[Id, Report] = {}
    for role in report.actors:
        for other in archive.around(report, role.id):
            shared[other.id].append(role.id)
            near[other.id] = other
    # In the order of the archive; not by the number of reports between, which changes with every new one.
    here = _beginning(report)
    ranked = sorted((-len(actors), abs(_beginning(near[i]) - here), i) for i, actors in shared.items())
    for _, _, i in ranked[: most + len(chosen)]:
        if i not in chosen and len(chosen) < most:
            named = tuple(shown.actor(actor) for actor in shared[i][:NAMED])
            others = len(shared[i]) - len(named)
            chosen[i] = Related(shown.card(near[i]), None, named, others, apart(report, near[i]))
    yield from list(chosen.values())[:most]


def _beginning(report: Report) -> int:
    """The day by which a report stands in the archive."""
    return moment(report.date or report.published)[0]


def apart(this: Report, other: Report) -> Apart | None:
    """How long after this report's event the other's was, or how long before."""
    here, there = _day(this.date), _day(other.date)
    if here is None or there is None:
        return None
    days = abs(there - here)
    later = there >= here
    if days <= 60:
        return Apart(days, "day", later)
    return Apart(round(days / 30.44), "month", later) if days < 700 else Apart(round(days / 365.25), "year", later)


@lru_cache(1 << 14)
def _day(date: Edtf | None) -> int | None:
    """The one day of an event, where that is known without doubt."""
    if not date:
        return None
    value = edtf.parse(date)
    sure = value.start and value.start.kind in ("day", "time") and not value.start.qualifier and not value.interval
    return value.first if sure else None
