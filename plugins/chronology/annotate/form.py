"""An annotation -> the JSON that `chronology annotate` prints."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..model import (
    ActorFound,
    Annotation,
    Claim,
    Clue,
    CountryFound,
    DateFound,
    EventFound,
    Evidence,
    PlaceFound,
)

Json = dict[str, Any]


def to_json(annotation: Annotation) -> Json:
    """The form of the contract, key by key; only plain values."""
    source = annotation.source
    return {
        "id": annotation.id,
        "title": annotation.title,
        "language": annotation.language,
        "published": annotation.published.date,
        "updated": annotation.published.updated,
        "source": {
            "outlet": source.outlet,
            "agency": source.agency,
            "author": source.author,
            "dateline_place": source.dateline_place,
        },
        "standfirst": annotation.standfirst,
        "body": annotation.body,
        "dropped": [{"line": d.line, "text": d.text, "rule": d.rule} for d in annotation.dropped],
        "main": annotation.main,
        "events": [_event(e) for e in annotation.events],
        "actors": [_actor(a) for a in annotation.actors],
        "places": [_place(p) for p in annotation.places],
        "countries": [_country(c) for c in annotation.countries],
        "dates": [_date(d) for d in annotation.dates],
        "claims": [_claim(c) for c in annotation.claims],
        "clues": [_clue(c) for c in annotation.published.clues],
        "problems": list(annotation.problems),
    }


def _evidence(found: Iterable[Evidence]) -> list[Json]:
    return [{"start": start, "end": end, "quote": quote, "rule": rule} for start, end, quote, rule in found]


def _event(e: EventFound) -> Json:
    event: Json = {
        "date": e.date,
        "event_type": e.event_type,
        "actors": list(e.actors),
        "places": list(e.places),
        "countries": list(e.countries),
        "evidence": _evidence(e.evidence),
    }
    if e.status:
        event["status"] = e.status
    if e.known:
        event["known"] = e.known
    return event


def _actor(a: ActorFound) -> Json:
    return {
        "id": a.id,
        "name": a.name,
        "kind": a.kind,
        "country": a.country,
        "known": a.known,
        "role": a.role,
        "evidence": _evidence(a.evidence),
    }


def _place(p: PlaceFound) -> Json:
    return {"name": p.name, "country": p.country, "evidence": _evidence(p.evidence)}


def _country(c: CountryFound) -> Json:
    return {"code": c.code, "salience": c.salience, "about": c.about, "evidence": _evidence(c.evidence)}


def _date(d: DateFound) -> Json:
    return {"start": d.start, "end": d.end, "text": d.text, "type": d.type, "value": d.value, "edtf": d.edtf}


def _claim(c: Claim) -> Json:
    return {"what": c.what, "value": c.value, "attributed_to": c.attributed_to, "evidence": _evidence(c.evidence)}


def _clue(c: Clue) -> Json:
    return {
        "says": c.says,
        "gives": c.gives,
        "hard": c.hard,
        "evidence": _evidence([c.evidence])[0] if c.evidence else None,
    }
