"""A country -> its page, with a map of its neighbourhood; and all countries -> a map of the world."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .. import urls
from ..archive import Entry
from ..languages import names
from ..model import Code, Country
from ..pictures.histogram import Histogram
from ..pictures.neighbourhood import Neighbourhood, Placed, neighbourhood
from ..pictures.world import World, world
from .activity import Shared, in_page, of_entries, shared
from .chronology import YearGroup, cards, grouped_by_year
from .letters import Section, lettered
from .parts import Counted, Link, ReportCard
from .previews import Preview, previews
from .records import Identifier, identifiers, left_over, types_of
from .shown import Shown
from .volumes import Shelf, Volumes, happened

LISTED = 100
"""No more places or actors of a country are named on its page."""


@dataclass(frozen=True, slots=True)
class PlaceCount:
    """A place of events, as the list beside a map has it."""

    name: str
    country: Link | None
    """Where it is not the country of the page."""
    count: int
    """Events."""
    on_map: bool


@dataclass(frozen=True, slots=True)
class CountryView:
    """Keys of country.html."""

    code: str
    name: str
    capital: str
    identifiers: tuple[Identifier, ...]
    description: str
    reports: int
    search: str
    """The search in its reports; empty where there are none."""
    map: Neighbourhood | None
    neighbours: dict[Code, Link]
    """Those that the map names."""
    places: tuple[PlaceCount, ...]
    """Those with most events first, LISTED at most."""
    further_places: int
    activity: Histogram | None
    years: tuple[YearGroup, ...]
    volumes: Volumes | None
    """Of a country with more events than a page should hold; then `years` and `others` are empty."""
    others: tuple[ReportCard, ...]
    """The reports that touch it and to which its chronology does not lead."""
    actors: tuple[Shared, ...]
    """Those that the reports name most."""
    own_actors: tuple[Link, ...]
    """Those whose record names this country: those with most reports first, LISTED at most."""
    further_actors: int
    types: tuple[Counted, ...]
    previews: tuple[Preview, ...]


@dataclass(frozen=True, slots=True)
class CountriesView:
    """Keys of countries.html."""

    title: str
    lead: str
    total: int
    world: World
    links: dict[Code, Link]
    """Of the countries on the map."""
    sections: tuple[Section, ...]


def country(record: Country, description: str, shown: Shown) -> CountryView:
    archive, code = shown.archive, record.code
    reports = archive.reports_by_country.get(code, ())
    entries = archive.entries_by_country.get(code, ())
    places = _places(entries)
    told = archive.reports_by_actor
    own = [actor.id for actor in archive.actors.values() if actor.country == code and actor.id in told]
    own.sort(key=lambda actor: -len(told[actor]))
    shelved = shelf(record, shown)
    listed, carded = shelved.latest() if shelved else (entries, ())
    drawn = _map(code, places, shown)
    on_map = {(spot.code, spot.name) for spot in drawn.spots} if drawn else set()
    return CountryView(
        code=code,
        name=names.country(record, shown.language),
        capital=record.capital,
        identifiers=identifiers(record.same_as),
        description=description,
        reports=len(reports),
        search=urls.reports_with("country", code.lower()) if reports else "",
        map=drawn,
        neighbours={n.code: shown.neighbour(n.code) for n in drawn.neighbours} if drawn else {},
        places=tuple(
            PlaceCount(
                place.name,
                shown.country(place.code) if place.code != code else None,
                place.count,
                (place.code, place.name) in on_map,
            )
            for place in places[:LISTED]
        ),
        further_places=max(0, len(places) - LISTED),
        activity=of_entries(entries, in_page),
        years=() if shelved else grouped_by_year(entries, shown),
        volumes=shelved.volumes(shown) if shelved else None,
        others=() if shelved else cards(left_over(reports, entries), shown),
        actors=shared(reports, lambda report: (role.id for role in report.actors), shown.actor),
        own_actors=tuple(map(shown.actor, own[:LISTED])),
        further_actors=max(0, len(own) - LISTED),
        types=types_of(reports, shown),
        previews=previews(shown, listed, carded),
    )


def shelf(record: Country, shown: Shown) -> Shelf | None:
    """The years of a country with a page each; None where one page can hold all."""
    entries, reports = shown.archive.entries_by_country, shown.archive.reports_by_country
    return Shelf.of(
        shown.country(record.code), entries.get(record.code, ()), reports.get(record.code, ()), happened, shown.room
    )


def _places(entries: Sequence[Entry]) -> list[Placed]:
    """The places of events, those with most first."""
    counts = Counter(
        (location.place, location.country)
        for entry in entries
        for location in dict.fromkeys(entry.locations)
        if location.place and location.country
    )
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return [Placed(name or "", code or "", count) for (name, code), count in ordered]


def _map(code: Code, places: Sequence[Placed], shown: Shown) -> Neighbourhood | None:
    """Names are long or short by the language, and a map has room for some of them."""
    records = shown.archive.countries
    called = {other: shown.country(other).text for other in records}
    return neighbourhood(code, places, called, shown.atlas())


def countries(title: str, lead: str, shown: Shown) -> CountriesView:
    archive = shown.archive
    counts = {code: len(reports) for code, reports in archive.reports_by_country.items()}
    drawn = world(counts, shown.atlas())
    rows = (Counted(urls.country(code), shown.country(code).text, counts.get(code, 0)) for code in shown.countries)
    links = {shade.code: shown.country(shade.code) for shade in drawn.shades}
    return CountriesView(title, lead, len(shown.countries), drawn, links, tuple(lettered(rows)))
