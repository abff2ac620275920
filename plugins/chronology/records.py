"""The validated values of a header -> the record that they are of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from .header import Parts
from .model import (
    Actor,
    Correction,
    Country,
    EventType,
    FieldEvidence,
    KnownEvent,
    Location,
    Office,
    Record,
    Relation,
    Report,
    ReportClaim,
    ReportEvent,
    Role,
    SeedRef,
    Source,
)


def _locations(values: dict[str, Any]) -> tuple[Location, ...]:
    return tuple(Location(v.get("place"), v.get("country")) for v in values.get("location", ()))


def _report(values: dict[str, Any], path: str, parts: Parts) -> Report:
    evidence = values.get("evidence", {})
    return Report(
        id=values["id"],
        path=below_content(path),
        title=values["title"],
        event_type=values["event_type"],
        date=values.get("date"),
        published=values.get("published"),
        event=values.get("event"),
        actors=tuple(Role(**v) for v in values.get("actors", ()) if "id" in v),
        locations=_locations(values),
        countries=values.get("countries", ()),
        summary=values.get("summary", ""),
        source=Source(**values.get("source", {})),
        seed=SeedRef(**values["seed"]) if {"path", "sha256"} <= values.get("seed", {}).keys() else None,
        rights=values.get("rights", "full"),
        events=tuple(_report_event(v) for v in values.get("events", ()) if "event_type" in v),
        claims=tuple(
            ReportClaim(**v) for v in values.get("claims", ()) if len(v) >= 2 and "what" in v and "value" in v
        ),
        clues=values.get("clues", ()),
        evidence=FieldEvidence(**evidence),
        confidence=values.get("confidence", "reported"),
        added=values.get("added"),
        reviewed=values.get("reviewed"),
        corrections=tuple(Correction(**v) for v in values.get("corrections", ()) if len(v) == 2),
        lang=values.get("lang", "en"),
        body=parts.body,
        body_line=parts.body_line,
    )


def _report_event(values: dict[str, Any]) -> ReportEvent:
    return ReportEvent(
        event=values.get("event"),
        date=values.get("date"),
        event_type=values["event_type"],
        actors=values.get("actors", ()),
        locations=_locations(values),
        summary=values.get("summary", ""),
        evidence=values.get("evidence", ""),
        status=values.get("status", ""),
    )


def _actor(values: dict[str, Any], path: str, parts: Parts) -> Actor:
    return Actor(
        id=PurePosixPath(path).stem,
        name=values["name"],
        kind=values["kind"],
        country=values.get("country"),
        aliases=values.get("aliases", ()),
        weak_aliases=values.get("weak_aliases", ()),
        not_forms=values.get("not", ()),
        exists=values.get("exists"),
        offices=tuple(
            Office(v["title"], v.get("country"), v.get("from"), v.get("to"), v.get("source", ""))
            for v in values.get("offices", ())
            if "title" in v
        ),
        relations=tuple(
            Relation(v["type"], v["to"], v.get("from"), v.get("until"))
            for v in values.get("relations", ())
            if "type" in v and "to" in v
        ),
        same_as=values.get("same_as", ()),
        formerly=values.get("formerly", ()),
        checked=values.get("checked"),
        body=parts.body,
        path=below_content(path),
        body_line=parts.body_line,
    )


def _country(values: dict[str, Any], path: str, parts: Parts) -> Country:
    return Country(
        code=values["code"],
        name=values["name"],
        demonyms=values.get("demonyms", ()),
        capital=values.get("capital", ""),
        aliases=values.get("aliases", ()),
        same_as=values.get("same_as", ()),
        body=parts.body,
        path=below_content(path),
        body_line=parts.body_line,
    )


def _event(values: dict[str, Any], path: str, parts: Parts) -> KnownEvent:
    return KnownEvent(
        id=PurePosixPath(path).stem,
        name=values["name"],
        date=values["date"],
        event_type=values["event_type"],
        aliases=values.get("aliases", ()),
        actors=values.get("actors", ()),
        locations=_locations(values),
        same_as=values.get("same_as", ()),
        formerly=values.get("formerly", ()),
        body=parts.body,
        path=below_content(path),
        body_line=parts.body_line,
    )


MAKERS: dict[str, Callable[[dict[str, Any], str, Parts], Record]] = {
    "report": _report,
    "actor": _actor,
    "country": _country,
    "event": _event,
}


def below_content(path: str) -> str:
    return path.partition("/")[2] or path


def event_type(row: dict[str, Any]) -> EventType:
    """A validated row of the vocabulary as a record."""
    return EventType(**row)
