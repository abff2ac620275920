"""The events that a report tells of -> a small timeline, its main event among them."""

from __future__ import annotations

from typing import NamedTuple

from .. import urls
from ..archive import Moment, moment, year_of
from ..model import Report, ReportEvent
from .evidence import EvidenceView, Said
from .parts import Link, PlaceView, TypeLink, When
from .shown import Shown


class ToldEvent(NamedTuple):
    when: When | None
    type: TypeLink
    text: str
    href: str
    """The known event's page; empty where there is none."""
    permalink: str
    """Where it stands in the chronology."""
    actors: tuple[Link, ...]
    places: tuple[PlaceView, ...]
    planned: bool
    main: bool
    """Whether it is what the report is about."""
    evidence: EvidenceView
    """Of the main event none: it is told at a glance."""


def told(report: Report, shown: Shown, said: Said) -> tuple[ToldEvent, ...]:
    """In order of time. Nothing where there is but the main event, of which the whole page tells."""
    if not report.events:
        return ()
    listed: list[tuple[Moment, int, ToldEvent]] = [(moment(report.date), 0, _main(report, shown))]
    for number, event in enumerate(report.events, 1):
        listed.append((moment(event.date), number, _further(report, event, number, shown, said)))
    return tuple(event for _, _, event in sorted(listed, key=lambda one: one[:2]))


def _main(report: Report, shown: Shown) -> ToldEvent:
    known = shown.archive.event(report.event)
    return ToldEvent(
        when=shown.when(report.date),
        type=shown.type(report.event_type),
        text=known.name if known else report.title,
        href=urls.event(known.id) if known else "",
        permalink=_permalink(known.id, known.date) if known else _permalink(report.id, report.date),
        actors=tuple(shown.actor(i) for i in report.leading),
        places=tuple(shown.place(location) for location in report.locations),
        planned=False,
        main=True,
        evidence=EvidenceView("", "main", ""),
    )


def _further(report: Report, event: ReportEvent, number: int, shown: Shown, said: Said) -> ToldEvent:
    known = shown.archive.event(event.event)
    return ToldEvent(
        when=shown.when(event.date),
        type=shown.type(event.event_type),
        text=known.name if known else event.summary,
        href=urls.event(known.id) if known else "",
        permalink=_permalink(known.id, known.date) if known else _permalink(f"{report.id}-{number}", event.date),
        actors=tuple(shown.actor(i) for i in event.actors),
        places=tuple(shown.place(location) for location in event.locations),
        planned=event.status == "planned",
        main=False,
        evidence=said(event.evidence, f"event-{number}"),
    )


def _permalink(anchor: str, date: str | None) -> str:
    return urls.entry(anchor, year_of(date) if date else None)
