"""An archive -> all pages of its site, each an address, a template and the value that it shows.

A page is a pure function of its template and its view: nothing else reaches a template but the
site's own settings, which are the same for every page.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from .. import urls
from ..archive import Archive
from . import chronology, indexes, report, subjects
from .parts import Shown

Bodies = Mapping[str, str]
"""The sanitized HTML of bodies, by the paths of their pages; a page without a body is left out."""


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    template: str
    """The name of a template without ".html"."""
    view: object
    title: str
    """For `<title>` and headings; the site's name is added by the template."""
    description: str = ""


def pages(archive: Archive, bodies: Bodies) -> Iterator[Page]:
    """Every page of the site. The order is that of the navigation; nothing depends on it."""
    shown = Shown(archive)
    yield Page(urls.LANDING, "index", chronology.landing(shown), "")
    yield Page(urls.CHRONOLOGY, "chronology", chronology.index(shown), "Chronology")
    for year in chronology.years(shown):
        yield Page(urls.year(year.year), "year", year, str(year.year), f"Chronology of {year.year}")
    yield from _reports(archive, shown, bodies)
    yield from _subjects(archive, shown, bodies)
    for address, index in (
        (urls.ACTORS, indexes.actors(shown)),
        (urls.COUNTRIES, indexes.countries(shown)),
        (urls.TYPES, indexes.types(shown)),
        (urls.SOURCES, indexes.sources(shown)),
    ):
        yield Page(address, "listing", index, index.title, index.lead)
    yield Page(urls.EVENTS, "events", indexes.events(shown), "Known events")
    yield Page(urls.CORRECTIONS, "corrections", indexes.corrections(shown), "Corrections")
    yield Page(urls.SEARCH, "search", indexes.SearchView(len(archive.reports), ()), "Search")
    yield Page(urls.NOT_FOUND, "404", indexes.NotFoundView(), "Page not found")


def _reports(archive: Archive, shown: Shown, bodies: Bodies) -> Iterator[Page]:
    for record in archive.reports:
        address = urls.report(record.path)
        yield Page(
            address, "report", report.view(record, bodies.get(record.path, ""), shown), record.title, record.summary
        )
        yield Page(urls.permanent(record.id), "redirect", indexes.RedirectView(address, record.title), record.title)


def _subjects(archive: Archive, shown: Shown, bodies: Bodies) -> Iterator[Page]:
    for actor in archive.actors.values():
        view = subjects.actor(actor, bodies.get(actor.path, ""), shown)
        yield Page(urls.actor(actor.id), "actor", view, actor.name, f"{actor.name} in {len(view.reports)} reports")
    codes = {*archive.reports_by_country, *archive.entries_by_country}
    codes |= {code for code, record in archive.countries.items() if record.path}
    codes |= {actor.country for actor in archive.actors.values() if actor.country}
    for code in sorted(codes):
        country = archive.countries.get(code)
        place = subjects.country(code, bodies.get(country.path, "") if country else "", shown)
        yield Page(urls.country(code), "country", place, place.name, f"{place.name} in {len(place.reports)} reports")
    for event_type in archive.event_types.values():
        kind = subjects.event_type(event_type.id, shown)
        yield Page(urls.event_type(event_type.id), "type", kind, event_type.label)
    for reports in archive.reports_by_source.values():
        outlet = subjects.source(reports, shown)
        yield Page(urls.source(outlet.name), "source", outlet, outlet.name, f"Reports by {outlet.name}")
    for event in archive.events.values():
        happening = subjects.event(event.id, bodies.get(event.path, ""), shown)
        yield Page(urls.event(event.id), "event", happening, event.name)
