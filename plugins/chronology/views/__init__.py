"""An archive -> all pages of its site, each an address, a template and the value that it shows.

A page is a pure function of its template and its view: nothing else reaches a template but the
site's own settings, which are the same for every page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import partial

from .. import urls
from ..archive import Archive
from ..forges import Upkeep
from ..languages import Language, names
from ..model import Actor, Id, KnownEvent, Report
from ..pictures.atlas import Atlas
from ..room import Room
from . import actors, chronology, corrections, countries, days, events, indexes, report, subjects, years
from .parts import Link
from .ripples import ALL, in_year
from .sentences import opening
from .shown import Shown
from .site import Site
from .volumes import Shelf

Bodies = Mapping[str, str]
"""The sanitized HTML of bodies, by the paths of their pages; a page without a body is left out."""


@dataclass(frozen=True, slots=True)
class Page:
    address: str
    template: str
    """The name of a template without ".html"."""
    title: str
    """For `<title>` and headings; the site's name is added by the template."""
    description: str
    view: Callable[[], object]
    """Makes what the template shows. Pages may be drawn by several processes, each its own share."""
    upkeep: Upkeep | None = None
    """Where its record can be mended; None for a page of many records, and without a repository."""
    along: tuple[str, ...] = ()
    """The names, besides its address, with which it changes: see `ripples`."""
    beside: bool = False
    """Whether it changes, too, when another page of its folder comes or goes."""

    def changes_with(self, names: Set[str], folders: Set[str]) -> bool:
        """Whether it may differ where these names have changed, and pages have come or gone in these folders."""
        named = self.address in names or not names.isdisjoint(self.along)
        return named or (self.beside and self.address.rpartition("/")[0] in folders)

    @property
    def lists(self) -> bool:
        """Whether entries stand on it that stand on other pages, too: these are drawn once by each process."""
        return self.template not in ("report", "redirect")


def pages(
    archive: Archive,
    bodies: Bodies,
    texts: Bodies,
    data: indexes.DataView,
    language: Language,
    site: Site,
    atlas: Callable[[], Atlas],
    room: Room,
) -> Iterator[Page]:
    """Every page of the site; `texts` are the bodies as people wrote them, and `data` lists the files for machines.
    Nothing depends on the order.
    """
    shown = Shown(archive, language, atlas, texts, room)
    _ = language.gettext
    yield Page(urls.LANDING, "index", "", "", partial(chronology.landing, shown))
    told = _("All events in order of time, by year and month")
    yield Page(urls.CHRONOLOGY, "chronology", _("Chronology"), told, partial(chronology.index, shown), along=(ALL,))
    for year, address, template, title, view in years.pages(shown):
        told = _("Chronology: {period}").format(period=title)
        along = (in_year(urls.CHRONOLOGY, year),)
        yield Page(address, template, title, told, view, along=along, beside=True)
    yield from _reports(archive, shown, bodies, site)
    yield from _subjects(archive, shown, bodies, site)
    yield from _indexes(archive, shown)
    yield Page(urls.DATA, "data", _("Data"), _("The archive as files"), lambda: data)


def _reports(archive: Archive, shown: Shown, bodies: Bodies, site: Site) -> Iterator[Page]:
    for record in archive.reports:
        address = urls.report(record.path)
        view = partial(report.view, record, bodies, shown, site)
        upkeep = _upkeep(record.path, record.id, record.title, site, record.source.url)
        yield Page(address, "report", record.title, record.summary, view, upkeep)
        moved = partial(indexes.RedirectView, address, record.title)
        yield Page(urls.permanent(record.id), "redirect", record.title, "", moved, along=(address,))


def _subjects(archive: Archive, shown: Shown, bodies: Bodies, site: Site) -> Iterator[Page]:
    view: Callable[[], object]
    _ = shown.language.gettext
    for actor in archive.actors.values():
        name = shown.actor(actor.id).text
        told = _who(actor.path, name, archive.reports_by_actor.get(actor.id, ()), shown)
        view = partial(actors.actor, actor, bodies.get(actor.path, ""), shown)
        yield Page(urls.actor(actor.id), "actor", name, told, view, _upkeep(actor.path, actor.id, name, site))
        yield from _moved(urls.actor, actor, name)
        yield from _volumes(actors.shelf(actor, shown), Link(urls.ACTORS, _("Actors")), shown)
    for code in archive.shown_countries:
        country = archive.countries[code]
        name = shown.country(code).text
        told = _who(country.path, name, archive.reports_by_country.get(code, ()), shown)
        view = partial(countries.country, country, bodies.get(country.path, ""), shown)
        upkeep = _upkeep(country.path, code, name, site)
        yield Page(urls.country(code), "country", name, told, view, upkeep, beside=True)
        yield from _volumes(countries.shelf(country, shown), Link(urls.COUNTRIES, _("Countries")), shown)
    for event_type in archive.event_types.values():
        definition = names.definition(event_type, shown.language)
        view = partial(subjects.event_type, event_type, shown)
        yield Page(urls.event_type(event_type.id), "type", shown.type(event_type.id).label, definition, view)
        index = Link(urls.TYPES, _("Types of events"))
        yield from _volumes(subjects.shelf_of_type(event_type, shown), index, shown)
    for reports in archive.reports_by_source.values():
        name = names.outlet(reports)
        view = partial(subjects.source, reports, shown)
        told = shown.language.gettext("Reports by {name}").format(name=name)
        yield Page(urls.source(name), "source", name, told, view)
        yield from _volumes(subjects.shelf_of_source(reports, shown), Link(urls.SOURCES, _("Sources")), shown)
    for event in archive.events.values():
        view = partial(events.event, event, bodies.get(event.path, ""), shown)
        told = _who(event.path, event.name, archive.entry_of_event[event.id].reports, shown)
        upkeep = _upkeep(event.path, event.id, event.name, site)
        along = tuple(urls.actor(actor) for actor in event.actors)
        yield Page(urls.event(event.id), "event", event.name, told, view, upkeep, along)
        yield from _moved(urls.event, event, event.name)
        yield from _volumes(events.shelf(event, shown), Link(urls.EVENTS, _("Known events")), shown)


def _volumes(shelf: Shelf | None, index: Link, shown: Shown) -> Iterator[Page]:
    """A page for each year of a subject that one page cannot hold."""
    if not shelf:
        return
    for year, address, title, view in shelf.pages(index, shown):
        told = shown.language.gettext("Chronology: {period}").format(period=title)
        yield Page(address, "volume", title, told, view, along=(in_year(shelf.subject.href, year),), beside=True)


def _upkeep(path: str, id: str, name: str, site: Site, source: str = "") -> Upkeep | None:  # noqa: A002 - its own name
    """Where a record can be mended; None for what has no file, such as a country out of the shipped table."""
    return site.repository.upkeep(path, id, name, source) if site.repository and path else None


def _moved(address: Callable[[Id], str], record: Actor | KnownEvent, name: str) -> Iterator[Page]:
    """Pages at the addresses that a record had before, which lead to the one that it has."""
    for former in record.formerly:
        moved = partial(indexes.RedirectView, address(record.id), name)
        yield Page(address(former), "redirect", name, "", moved, along=(address(record.id),))


def _who(path: str, name: str, reports: Sequence[Report], shown: Shown) -> str:
    """The first sentence of a description; without one, how much there is to read."""
    language = shown.language
    text = language.ngettext("{name} in {number} report", "{name} in {number} reports", len(reports))
    return opening(shown.texts.get(path, "")) or text.format(name=name, number=language.number(len(reports)))


def _indexes(archive: Archive, shown: Shown) -> Iterator[Page]:
    view: Callable[[], object]
    _ = shown.language.gettext
    for index in (indexes.actors(shown), indexes.sources(shown)):
        for address, title, view in index.pages():
            yield Page(address, "listing", title, index.lead, view, along=(ALL,))
    title, lead = _("Types of events"), _("Kinds of events, in groups.")
    yield Page(urls.TYPES, "listing", title, lead, partial(indexes.types, title, lead, shown), along=(ALL,))
    title, lead = _("Countries"), _("Countries that reports are about or touch.")
    yield Page(urls.COUNTRIES, "countries", title, lead, partial(countries.countries, title, lead, shown), along=(ALL,))
    title, lead = _("On this day"), _("What happened on each day of the year")
    yield Page(urls.DAYS, "days", title, lead, partial(days.days, shown), along=(ALL,))
    told = _("Known events: those that several reports may tell of")
    yield Page(urls.EVENTS, "events", _("Known events"), told, partial(indexes.events, shown), along=(ALL,))
    yield from _volumes(indexes.shelf_of_events(shown), Link(urls.CHRONOLOGY, _("Chronology")), shown)
    told = _("What was changed on a page after it had been published, the latest first.")
    for address, title, view in corrections.pages(shown):
        yield Page(address, "corrections", title, told, view, along=(ALL,))
    searched = partial(indexes.SearchView, len(archive.reports))
    yield Page(urls.SEARCH, "search", _("Search"), "", searched, along=(ALL,))
    yield Page(urls.NOT_FOUND, "404", _("Page not found"), "", indexes.NotFoundView)
