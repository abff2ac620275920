"""Event types and sources -> their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .. import urls
from ..archive import moment, year_of
from ..languages import names
from ..model import EventType, Id, Report
from ..pictures.histogram import Histogram
from .activity import Shared, in_page, of_entries, of_reports, shared
from .chronology import YearGroup, cards, grouped_by_year
from .parts import Counted, Link, ReportCard, TypeLink
from .previews import Preview, previews
from .records import types_of
from .shown import Shown, ranked
from .volumes import Shelf, Volumes, happened, published


@dataclass(frozen=True, slots=True)
class TypeView:
    """Keys of type.html."""

    type: TypeLink
    definition: str
    """What belongs to it, in a sentence; may be empty."""
    plover: str
    acled: str
    activity: Histogram | None
    years: tuple[YearGroup, ...]
    volumes: Volumes | None
    """Of a type with more events than a page should hold; then `years` is empty."""
    entries: int
    search: str
    """The search in the reports of this type; empty where there are none."""
    actors: tuple[Counted, ...]
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class YearOfReports:
    """Reports of a source that came out in one year."""

    label: str
    anchor: str
    reports: tuple[ReportCard, ...]


@dataclass(frozen=True, slots=True)
class SourcePageView:
    """Keys of source.html."""

    name: str
    reports: int
    search: str
    """The search in them."""
    activity: Histogram | None
    """When they came out."""
    years: tuple[YearOfReports, ...]
    """By their publication; those without a date come last."""
    volumes: Volumes | None
    """Of a source with more reports than a page should hold; then `years` is empty."""
    actors: tuple[Shared, ...]
    types: tuple[Counted, ...]
    previews: tuple[Preview, ...]


def event_type(record: EventType, shown: Shown) -> TypeView:
    entries = shown.archive.entries_by_type.get(record.id, ())
    counts = Counter(i for entry in entries for i in entry.actors)
    shelved = shelf_of_type(record, shown)
    listed, carded = shelved.latest() if shelved else (entries, ())
    of_type = any(report.event_type == record.id for entry in entries for report in entry.reports)
    return TypeView(
        type=shown.type(record.id),
        definition=names.definition(record, shown.language),
        plover=record.plover,
        acled=record.acled,
        activity=of_entries(entries, in_page),
        years=() if shelved else grouped_by_year(entries, shown),
        volumes=shelved.volumes(shown) if shelved else None,
        entries=len(entries),
        search=urls.reports_with("type", record.id) if of_type else "",
        actors=ranked(counts, shown.actor),
        previews=previews(shown, listed, carded),
    )


def shelf_of_type(record: EventType, shown: Shown) -> Shelf | None:
    """The years of a type with a page each; None where one page can hold all."""
    kind = shown.type(record.id)
    return Shelf.of(
        Link(kind.href, kind.label), shown.archive.entries_by_type.get(record.id, ()), (), happened, shown.room
    )


def source(reports: Sequence[Report], shown: Shown) -> SourcePageView:
    name = names.outlet(reports)
    shelved = shelf_of_source(reports, shown)
    listed, carded = shelved.latest() if shelved else ((), reports)
    return SourcePageView(
        name=name,
        reports=len(reports),
        search=urls.reports_with("source", urls.source_name(name)),
        activity=of_reports(reports, in_page),
        years=() if shelved else tuple(_by_year(reports, shown)),
        volumes=shelved.volumes(shown) if shelved else None,
        actors=shared(reports, _actors, shown.actor),
        types=types_of(reports, shown),
        previews=previews(shown, listed, carded),
    )


def shelf_of_source(reports: Sequence[Report], shown: Shown) -> Shelf | None:
    """The years of a source with a page each; None where one page can hold all."""
    name = names.outlet(reports)
    return Shelf.of(Link(urls.source(name), name), (), _in_order(reports), published, shown.room)


def _actors(report: Report) -> Iterable[Id]:
    return (role.id for role in report.actors)


def _by_year(reports: Sequence[Report], shown: Shown) -> Iterable[YearOfReports]:
    years: dict[int | None, list[Report]] = {}
    for report in _in_order(reports):
        years.setdefault(year_of(report.published) if report.published else None, []).append(report)
    undated = years.pop(None, [])
    for year, listed in years.items():
        yield YearOfReports(str(year), f"y{year}", cards(listed, shown))
    if undated:
        yield YearOfReports(shown.language.gettext("Without a date"), "undated", cards(undated, shown))


def _in_order(reports: Sequence[Report]) -> list[Report]:
    return sorted(reports, key=lambda report: (moment(report.published), report.path))
