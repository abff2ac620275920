"""The records of an archive -> the small values that pages show of them, each made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from operator import attrgetter
from textwrap import shorten
from typing import Any

from .. import edtf, urls
from ..archive import Archive, Entry, year_of
from ..languages import Language, names
from ..model import Code, Id, KnownEvent, Location, Report
from ..pictures.atlas import Atlas
from ..room import ROOM, Room
from .parts import Counted, EntryView, Link, PlaceView, ReportCard, TypeLink, When
from .periods import NO_YEAR, Cut, Period, in_words

TITLE = 100
"""Characters; longer words are cut where a page has a line only for each event."""
NAMED = 6
"""Actors that stand beside a report in a list."""


@lru_cache(maxsize=65536)
def when(date: str | None, language: Language) -> When | None:
    """A date as it is shown. Thousands of entries share a few thousand dates."""
    if not date:
        return None
    uncertain = "/" in date or date[-1] in "?~%" or ".." in date
    return When(edtf.words(date, language), edtf.html_datetime(date) or "", date, uncertain)


class Shown:
    """An archive's parts in a language, each made once: ten thousand entries name the same few hundred actors."""

    def __init__(
        self,
        archive: Archive,
        language: Language,
        atlas: Callable[[], Atlas],
        texts: Mapping[str, str],
        room: Room = ROOM,
    ) -> None:
        self.archive = archive
        self.language = language
        self.atlas = atlas
        """Read when the first map is drawn: most pages have none."""
        self.texts = texts
        """The bodies of records as Markdown, by the paths of their pages; one without a body may be left out."""
        self.room = room
        """What one page holds."""
        self._actors: dict[Id, Link] = {}
        self._countries: dict[Code, Link] = {}
        self._types: dict[Id, TypeLink] = {}
        self._cards: dict[Id, ReportCard] = {}
        self._entries: dict[str, EntryView] = {}
        self._report_links: dict[Id, Link] = {}

    def actor(self, id: Id) -> Link:  # noqa: A002
        if id not in self._actors:
            record = self.archive.actors.get(id)
            self._actors[id] = Link(urls.actor(id), names.actor(record, self.language)) if record else Link("", id)
        return self._actors[id]

    def country(self, code: Code) -> Link:
        if code not in self._countries:
            record = self.archive.countries.get(code)
            self._countries[code] = Link(urls.country(code), names.country(record, self.language) if record else code)
        return self._countries[code]

    @cached_property
    def years(self) -> dict[int, Period[Entry]]:
        """Those with events, in order."""
        return {year: Period((year,), entries, self._cut) for year, entries in self.archive.entries_by_year.items()}

    @cached_property
    def undated(self) -> Period[Entry]:
        """The events that are in none."""
        return Period((NO_YEAR,), self.archive.undated, self._cut)

    @property
    def _cut(self) -> Cut[Entry]:
        return Cut(attrgetter("date"), self.room.events, urls.period)

    def period(self, period: Period[Any]) -> Link:
        return Link(period.address, in_words(period.key, self.language))

    @cached_property
    def countries(self) -> list[Code]:
        """Those that have a page."""
        return self.archive.shown_countries

    def neighbour(self, code: Code) -> Link:
        """A country that a map names: its page, if it has one."""
        link = self.country(code)
        return link if code in self.countries else Link("", link.text)

    def type(self, id: Id) -> TypeLink:  # noqa: A002
        if id not in self._types:
            record = self.archive.event_types.get(id)
            label = names.event_type(record, self.language) if record else id
            group = names.group(record.group if record else "Other", self.language)
            group_id = urls.slug(record.group if record else "Other")
            self._types[id] = TypeLink(id, urls.event_type(id), label, group, group_id)
        return self._types[id]

    def when(self, date: str | None) -> When | None:
        return when(date, self.language)

    def tongue(self, lang: str) -> str:
        """A language, where words of it must be marked; empty for that of the site."""
        return "" if lang == self.language.code else lang

    def outlet(self, name: str) -> Link | None:
        return Link(urls.source(name), name) if name else None

    def event(self, known: KnownEvent) -> Link:
        return Link(urls.event(known.id), known.name)

    def place(self, location: Location) -> PlaceView:
        return PlaceView(location.place or "", self.country(location.country) if location.country else None)

    def report_link(self, report: Report) -> Link:
        if report.id not in self._report_links:
            self._report_links[report.id] = Link(urls.report(report.path), report.title, self.tongue(report.lang))
        return self._report_links[report.id]

    def _telling(self, reports: Sequence[Report]) -> Iterator[Link]:
        """To each report by its outlet, or by its title where that would not tell it from the others."""
        outlets = Counter(report.source.outlet for report in reports)
        for report in reports:
            outlet = report.source.outlet
            alone = outlet and outlets[outlet] == 1
            yield Link(urls.report(report.path), outlet) if alone else self.report_link(report)

    def card(self, report: Report) -> ReportCard:
        if report.id not in self._cards:
            self._cards[report.id] = ReportCard(
                id=report.id,
                href=urls.report(report.path),
                title=report.title,
                when=self.when(report.date),
                published=self.when(report.published),
                type=self.type(report.event_type),
                summary=report.summary,
                outlet=self.outlet(report.source.outlet),
                actors=tuple(self.actor(i) for i in report.leading[:NAMED]),
                confidence=report.confidence,
                reviewed=bool(report.reviewed),
                lang=self.tongue(report.lang),
            )
        return self._cards[report.id]

    def entry(self, entry: Entry) -> EntryView:
        if entry.anchor not in self._entries:
            said = {report.confidence for report in entry.reports}
            doubtful = said.pop() if len(said) == 1 and not said & {"confirmed", "reported"} else ""
            self._entries[entry.anchor] = EntryView(
                anchor=entry.anchor,
                when=self.when(entry.date),
                type=self.type(entry.event_type),
                text=entry.text,
                title=_title(entry),
                href=urls.event(entry.known.id) if entry.known else urls.report(entry.reports[0].path),
                permalink=urls.entry(entry.anchor, year_of(entry.date) if entry.date else None),
                actors=tuple(self.actor(i) for i in entry.actors),
                places=tuple(self.place(location) for location in entry.locations),
                reports=tuple(self._telling(entry.reports)),
                planned=entry.planned,
                confidence=doubtful,
                lang="" if entry.known else self.tongue(entry.reports[0].lang),
            )
        return self._entries[entry.anchor]


def _title(entry: Entry) -> str:
    """The title of its report, where that is about it; else its sentence, cut behind a word."""
    words = entry.reports[0].title if entry.main and not entry.known else entry.text
    if len(words) <= TITLE:
        return words
    cut = shorten(words, TITLE, placeholder="…")
    return cut if len(cut) > 1 else words  # no space to cut at


def ranked(counts: Mapping[str, int], link: Callable[[str], Link], most: int = 20) -> tuple[Counted, ...]:
    """The most frequent, each as a link with its count; equal ones in order of their ids."""
    highest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:most]
    return tuple(Counted(link(i).href, link(i).text, number) for i, number in highest)


def ranked_types(counts: Mapping[Id, int], shown: Shown) -> tuple[Counted, ...]:
    """Event types by frequency; the note is the group's id, for a class name."""
    highest = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    links = ((shown.type(i), number) for i, number in highest)
    return tuple(Counted(link.href, link.label, number, link.group_id) for link, number in links)
