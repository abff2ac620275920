"""A report -> the text of its page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from . import header
from .model import Actor, Correction, FieldEvidence, Location, Report, ReportClaim, ReportEvent, SeedRef, Source


def dump_report(report: Report) -> str:
    """The text of a report page. What `pagefile.read_page` makes of it equals the report."""
    return f"---\n{header.dump(report_values(report))}---\n{report.body}"


def dump_actor(actor: Actor) -> str:
    """The page of an actor of whom nothing is known but the name and the kind."""
    return f"---\n{header.dump({'name': actor.name, 'kind': actor.kind})}---\n"


def report_values(report: Report) -> dict[str, Any]:
    """What the header of a report's page says, in its order; without what is empty."""
    values: dict[str, object] = {
        "id": report.id,
        "title": report.title,
        "date": report.date,
        "published": report.published,
        "event": report.event,
        "event_type": report.event_type,
        "actors": [r.id if r.role == "mentioned" else {"id": r.id, "role": r.role} for r in report.actors],
        "location": _dump_locations(report.locations),
        "countries": list(report.countries),
        "summary": report.summary,
        "source": _filled(report.source),
        "seed": _filled(report.seed) if report.seed else None,
        "rights": report.rights,
        "lang": report.lang if report.lang != "en" else "",
        "events": [_dump_event(event) for event in report.events],
        "claims": [_filled(claim) for claim in report.claims],
        "clues": list(report.clues),
        "evidence": _filled(report.evidence),
        "confidence": report.confidence,
        "added": report.added,
        "reviewed": report.reviewed,
        "corrections": [_filled(c) for c in report.corrections],
    }
    return {key: value for key, value in values.items() if value not in (None, "", [], {})}


def _dump_event(event: ReportEvent) -> dict[str, object]:
    values: dict[str, object] = {
        "event": event.event,
        "date": event.date,
        "event_type": event.event_type,
        "actors": list(event.actors),
        "location": _dump_locations(event.locations),
        "summary": event.summary,
        "status": event.status,
        "evidence": event.evidence,
    }
    return {key: value for key, value in values.items() if value not in (None, "", [])}


def _dump_locations(locations: Iterable[Location]) -> object:
    found = [_filled(location) for location in locations]
    return found[0] if len(found) == 1 else found


def _filled(record: Source | SeedRef | Location | ReportClaim | Correction | FieldEvidence) -> dict[str, Any]:
    """The attributes of a record that hold something, in its order."""
    values = {name: getattr(record, name) for name in record.__slots__}
    return {name: dict(value) if isinstance(value, Mapping) else value for name, value in values.items() if value}
