"""An archive -> files for machines: JSON and CSV of its records, each with a line for each of them."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import partial
from operator import attrgetter
from typing import Any

from . import urls
from .archive import Archive, Entry
from .languages.messages import Key, message
from .lines import Form, Listing
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
    listing: Callable[[Archive, Texts], Listing[Any]]
    fresh: Callable[[Archive, Changed], set[str]]
    """The keys of the lines that may be other ones when these records have changed."""
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


def _reports(line: Callable[[Texts, Report], str], archive: Archive, texts: Texts) -> Listing[Report]:
    return Listing(archive.reports, attrgetter("id"), partial(line, texts))


def _changed_reports(archive: Archive, changed: Changed) -> set[str]:
    return {report.id for report in archive.reports if report.path in changed}


def _entries(line: Callable[[Entry], str], archive: Archive, _texts: Texts) -> Listing[Entry]:
    return Listing(archive.entries, attrgetter("anchor"), line)


def _changed_entries(archive: Archive, changed: Changed) -> set[str]:
    """Those of changed reports, of changed actors (a state brings its country with it), and of all known events, which
    do not tell of a report that has ceased to tell of them.
    """
    reports = _changed_reports(archive, changed)
    actors = _changed_actors(archive, changed)
    return {
        entry.anchor
        for entry in archive.entries
        if entry.known or entry.reports[0].id in reports or (actors and not actors.isdisjoint(entry.actors))
    }


def _actors(archive: Archive, texts: Texts) -> Listing[Actor]:
    return Listing(list(archive.actors.values()), attrgetter("id"), partial(_actor, texts))


def _changed_actors(archive: Archive, changed: Changed) -> set[str]:
    return {actor.id for actor in archive.actors.values() if actor.path in changed}


def _report(texts: Texts, report: Report) -> str:
    whole = replace(report, body=texts.get(report.path, ""))
    return _written({**_plain(whole), "path": f"content/{report.path}", "address": urls.report(report.path)})


def _report_row(_texts: Texts, report: Report) -> str:
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


def _actor(texts: Texts, actor: Actor) -> str:
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
        partial(_reports, _report),
        _changed_reports,
        (REPORTS, TEXTS),
    ),
    Export(
        "data/events.json",
        message("", "Every entry of the chronology."),
        JSON,
        partial(_entries, _entry),
        _changed_entries,
        _OF_ENTRIES,
    ),
    Export(
        "data/actors.json",
        message("", "Every authority record."),
        JSON,
        _actors,
        _changed_actors,
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
        partial(_reports, _report_row),
        _changed_reports,
        (REPORTS,),
    ),
    Export(
        "data/events.csv",
        message("", "A row for each entry of the chronology, for spreadsheets."),
        _csv("id", "date", "event_type", "text", "actors", "countries", "places", "reports"),
        partial(_entries, _entry_row),
        _changed_entries,
        _OF_ENTRIES,
    ),
)
