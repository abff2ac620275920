"""What a page links to -> what it tells of them beside their links, without a request.

A preview stands once in its page, however often the page leads to its subject. A page of hundreds of events leads to
hundreds of actors, so only those that it leads to most often have one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from .. import urls
from ..archive import Entry
from ..languages import names
from ..model import Id, Report
from .parts import ReportCard, When
from .rough import rough
from .sentences import opening
from .shown import NAMED, Shown

MOST = 24
"""Previews in a page: half a kilobyte gzipped where records have names alone, some two where all are described."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What is told of an actor, a known event or a report."""

    href: str
    text: str
    kind: str
    """Of an actor or an event, in words; of a report its outlet."""
    when: When | None
    """Of an event or a report."""
    about: str
    """A sentence; may be empty."""
    reports: int
    """Those that name it or tell of it, from a hundred on roughly; 0 for a report."""
    lang: str = ""
    """As of a Link."""


def previews(
    shown: Shown, entries: Iterable[Entry] = (), reports: Iterable[Report] = (), but: Id = ""
) -> tuple[Preview, ...]:
    """Of actors and known events to which a page with these entries and cards of reports leads most often.

    An event says all of itself in its entry, unless its record describes it. `but` is whom the page is about.
    """
    entries = list(entries)
    linked = Counter((_actor, i) for entry in entries for i in entry.actors)
    linked.update((_actor, i) for report in reports for i in report.leading[:NAMED])
    linked.update((_event, entry.known.id) for entry in entries if entry.known and shown.texts.get(entry.known.path))
    ranked = sorted((one for one in linked if one[1] != but), key=lambda one: (-linked[one], one[1]))
    return tuple(make(i, shown) for make, i in ranked[:MOST])


def beside(report: Report, related: Iterable[ReportCard], shown: Shown) -> tuple[Preview, ...]:
    """Of what a report's page leads to, but for actors: the events that it tells of, and the reports that follow."""
    known = dict.fromkeys(i for i in (report.event, *(e.event for e in report.events)) if shown.archive.event(i))
    return (*(_event(i, shown) for i in known if i), *map(_report, related))


@lru_cache(maxsize=65536)
def _actor(id: Id, shown: Shown) -> Preview:  # noqa: A002
    record = shown.archive.actors[id]
    link = shown.actor(id)
    office = max(record.offices, key=lambda office: office.start or "").title if record.offices else ""
    return Preview(
        href=link.href,
        text=link.text,
        kind=names.actor_kind(record.kind, shown.language),
        when=None,
        about=opening(shown.texts.get(record.path, "")) or office,
        reports=rough(len(shown.archive.reports_by_actor.get(id, ()))),
    )


@lru_cache(maxsize=65536)
def _event(id: Id, shown: Shown) -> Preview:  # noqa: A002
    record = shown.archive.events[id]
    return Preview(
        href=urls.event(id),
        text=record.name,
        kind=shown.type(record.event_type).label,
        when=shown.when(record.date),
        about=opening(shown.texts.get(record.path, "")),
        reports=rough(len(shown.archive.entry_of_event[id].reports)),
    )


def _report(card: ReportCard) -> Preview:
    outlet = card.outlet.text if card.outlet else ""
    about = card.summary if card.summary != card.title else ""
    return Preview(card.href, card.title, outlet, card.when, about, 0, card.lang)
