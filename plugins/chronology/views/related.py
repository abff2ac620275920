"""A report -> the reports that a reader may want next, each with the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ..languages import Language
from ..model import Report
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
    same = shown.language.gettext("Tells of the same event: {name}")
    chosen = 0
    for event_id in sorted(told):
        for other in archive.entry_of_event[event_id].reports:
            if other.id not in seen and chosen < most:
                seen.add(other.id)
                chosen += 1
                yield Related(shown.card(other), same.format(name=archive.events[event_id].name))
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
            yield Related(shown.card(near[other_id]), _shares(number, shown.language))


def _shares(actors: int, language: Language) -> str:
    text = language.ngettext("Shares {number} actor", "Shares {number} actors", actors)
    return text.format(number=language.number(actors))
