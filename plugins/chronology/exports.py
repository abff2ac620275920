"""An archive -> files for machines: JSON and CSV of its records, each with a line for each of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from . import urls
from .archive import Archive, Entry
from .languages.messages import Key, message
from .lines import Form, Line
from .model import Actor, Report
from .views.ripples import ACTORS, EVENTS, REPORTS, TEXTS

Texts = Mapping[str, str]
"""The bodies of records as Markdown, by the paths of their pages."""
Changed = Set[str]
"""The paths of the records that have changed since the last build."""


@dataclass(frozen=True, slots=True)
class Export:
    """A file that is made of the archive."""

    address: str
    what: Key
    """What it holds, in a sentence that is translated."""
    form: Form
    lines: Callable[[Archive, Texts, Changed], Iterator[Line]]
    along: tuple[str, ...]
    """The names with which it changes: see `views.ripples`."""


_written = json.JSONEncoder(ensure_ascii=False).encode

JSON = Form("[\n", ",\n", "\n]\n")
"""One record a line, so that two versions can be compared."""


def _csv(*head: str) -> Form:
    return Form(_row(head), "", "")


def _row(cells: Sequence[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerow(map(_cell, cells))
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


def _of_reports(
    line: Callable[[Report, Texts], str], archive: Archive, texts: Texts, changed: Changed
) -> Iterator[Line]:
    for report in archive.reports:
        yield Line(report.id, report.path in changed, partial(line, report, texts))


def _of_actors(line: Callable[[Actor, Texts], str], archive: Archive, texts: Texts, changed: Changed) -> Iterator[Line]:
    for actor in archive.actors.values():
        yield Line(actor.id, actor.path in changed, partial(line, actor, texts))


def _of_entries(line: Callable[[Entry], str], archive: Archive, _texts: Texts, changed: Changed) -> Iterator[Line]:
    states = {actor.id for actor in archive.actors.values() if actor.path in changed}
    for entry in archive.entries:
        # A known event does not show which report has ceased to tell of it.
        fresh = entry.known is not None or any(report.path in changed for report in entry.reports)
        # States bring their countries with them.
        yield Line(entry.anchor, fresh or not states.isdisjoint(entry.actors), partial(line, entry))


def _report(report: Report, texts: Texts) -> str:
    whole = replace(report, body=texts.get(report.path, ""))
    return _written({**_plain(whole), "path": f"content/{report.path}", "address": urls.report(report.path)})


def _report_row(report: Report, _texts: Texts) -> str:
    return _row(
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
    )


def _actor(actor: Actor, texts: Texts) -> str:
    return _written(_plain(replace(actor, body=texts.get(actor.path, ""))))


def _entry(entry: Entry) -> str:
    return _written(
        {
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
    )


def _entry_row(entry: Entry) -> str:
    return _row(
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
    )


_OF_ENTRIES = (REPORTS, ACTORS, EVENTS)
EXPORTS = (
    Export(
        "data/reports.json",
        message("", "Every report with all values of its header and its body."),
        JSON,
        partial(_of_reports, _report),
        (REPORTS, TEXTS),
    ),
    Export(
        "data/events.json",
        message("", "Every entry of the chronology."),
        JSON,
        partial(_of_entries, _entry),
        _OF_ENTRIES,
    ),
    Export(
        "data/actors.json",
        message("", "Every authority record."),
        JSON,
        partial(_of_actors, _actor),
        (ACTORS, TEXTS),
    ),
    Export(
        "data/reports.csv",
        message("", "A row for each report, for spreadsheets."),
        _csv(
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
        ),
        partial(_of_reports, _report_row),
        (REPORTS,),
    ),
    Export(
        "data/events.csv",
        message("", "A row for each entry of the chronology, for spreadsheets."),
        _csv("id", "date", "event_type", "text", "actors", "countries", "places", "reports"),
        partial(_of_entries, _entry_row),
        _OF_ENTRIES,
    ),
)
