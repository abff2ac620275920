"""A report -> the reports that a reader may want next, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Report
from ..problems import count
from .parts import ReportCard, Shown


@dataclass(frozen=True, slots=True)
class Related:
    report: ReportCard
    reason: str
    """"Tells of the same event", "Shares 3 actors"."""


def related(report: Report, shown: Shown, most: int = 5) -> Iterable[Related]:
    """Reports of the same events, then those that share most actors and stand near in time.

    Only the neighbours in each actor's own list are looked at, so the cost does not grow with the archive.
    """
    archive = shown.archive
    told = {known.id for i in (report.event, *(e.event for e in report.events)) if (known := archive.event(i))}
    seen = {report.id}
    chosen = 0
    for event_id in sorted(told):
        for other in archive.entry_of_event[event_id].reports:
            if other.id not in seen and chosen < most:
                seen.add(other.id)
                chosen += 1
                yield Related(shown.card(other), f"Tells of the same event: {archive.events[event_id].name}")
    shared: Counter[str] = Counter()
    near: dict[str, Report] = {}
    for role in report.actors:
        for other in archive.around(report, role.id):
            shared[other.id] += 1
            near[other.id] = other
    here = archive.position[report.id]
    ranked = sorted(shared, key=lambda i: (-shared[i], abs(archive.position[i] - here), i))
    for other_id in ranked:
        if chosen >= most:
            return
        if other_id not in seen:
            chosen += 1
            number = shared[other_id]
            yield Related(shown.card(near[other_id]), f"Shares {count(number, 'actor')}")
