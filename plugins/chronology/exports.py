"""An archive -> files for machines: JSON and CSV of its records."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from . import urls
from .archive import Archive, Entry
from .languages.messages import Key, message

Texts = Mapping[str, str]
"""The bodies of records as Markdown, by the paths of their pages."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that is made of the archive."""

    address: str
    what: Key
    """What it holds, in a sentence that is translated."""
    make: Callable[[Archive, Texts], str]


def _json(rows: Iterable[dict[str, Any]]) -> str:
    """One record a line, so that two versions can be compared."""
    return "[\n" + ",\n".join(map(_written, rows)) + "\n]\n"


_written = json.JSONEncoder(ensure_ascii=False).encode


def _csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return out.getvalue()


def _cell(text: str) -> str:
    """A spreadsheet takes what begins with one of these for a formula, and would run it."""
    return f"'{text}" if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _plain(value: Any) -> Any:
    """A record as JSON: what is empty is left out."""
    if isinstance(value, str) or value is None:
        return value
    if names := getattr(value, "__slots__", None):
        pairs = [(name, inner) for name in names if (inner := getattr(value, name))]
        return {name: made for name, inner in pairs if (made := _plain(inner))}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _reports(archive: Archive, texts: Texts) -> str:
    whole = (replace(report, body=texts.get(report.path, "")) for report in archive.reports)
    return _json(
        {**_plain(report), "path": f"content/{report.path}", "address": urls.report(report.path)} for report in whole
    )


def _entry(entry: Entry) -> dict[str, Any]:
    return {
        "id": entry.anchor,
        "date": entry.date,
        "event_type": entry.event_type,
        "text": entry.text,
        "actors": list(entry.actors),
        "locations": _plain(entry.locations),
        "countries": list(entry.countries),
        "reports": [report.id for report in entry.reports],
        "planned": entry.planned,
    }


def _events(archive: Archive, _texts: Texts) -> str:
    return _json(map(_entry, archive.entries))


def _actors(archive: Archive, texts: Texts) -> str:
    return _json(_plain(replace(actor, body=texts.get(actor.path, ""))) for actor in archive.actors.values())


def _report_rows(archive: Archive, _texts: Texts) -> str:
    head = (
        "id",
        "title",
        "date",
        "published",
        "event_type",
        "actors",
        "countries",
        "places",
        "outlet",
        "url",
        "address",
    )
    return _csv(
        head,
        (
            (
                report.id,
                report.title,
                report.date or "",
                report.published or "",
                report.event_type,
                " ".join(role.id for role in report.actors),
                " ".join(report.countries),
                "; ".join(place.place for place in report.locations if place.place),
                report.source.outlet,
                report.source.url,
                urls.report(report.path),
            )
            for report in archive.reports
        ),
    )


def _event_rows(archive: Archive, _texts: Texts) -> str:
    head = ["id", "date", "event_type", "text", "actors", "countries", "places", "reports"]
    return _csv(
        head,
        (
            (
                entry.anchor,
                entry.date or "",
                entry.event_type,
                entry.text,
                " ".join(entry.actors),
                " ".join(entry.countries),
                "; ".join(place.place for place in entry.locations if place.place),
                " ".join(report.id for report in entry.reports),
            )
            for entry in archive.entries
        ),
    )


EXPORTS = (
    Export("data/reports.json", message("", "Every report with all values of its header and its body."), _reports),
    Export("data/events.json", message("", "Every entry of the chronology."), _events),
    Export("data/actors.json", message("", "Every authority record."), _actors),
    Export("data/reports.csv", message("", "A row for each report, for spreadsheets."), _report_rows),
    Export("data/events.csv", message("", "A row for each entry of the chronology, for spreadsheets."), _event_rows),
)
