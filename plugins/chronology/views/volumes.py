"""A subject with more events than a page holds -> a page for each of its years, or months, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from .. import urls
from ..archive import Entry
from ..model import Edtf, Report
from ..room import Room
from .parts import EntryView, Link, ReportCard
from .periods import NO_YEAR, Cut, Period, in_turn, in_words, written
from .previews import Preview, previews
from .records import left_over
from .shown import Shown

LATEST = 20
"""What the subject's own page shows of them, beside the list of its years."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The way to one of the pages into which something long is cut: a year, a month, a letter."""

    label: str
    href: str
    anchor: str
    """As that of the heading where one page holds all: links to it go on to lead to the same."""
    count: int
    """What is on it: events, and reports that no event leads to; or names."""


@dataclass(frozen=True, slots=True)
class Volumes:
    """What stands on the page of a large subject instead of its chronology."""

    years: tuple[Volume, ...]
    latest: tuple[EntryView, ...]
    latest_reports: tuple[ReportCard, ...]


@dataclass(frozen=True, slots=True)
class VolumeView:
    """Keys of volume.html."""

    index: Link
    subject: Link
    within: tuple[tuple[str, str], ...]
    """Address and title of the year of a month; and, of a day, of the month too."""
    label: str
    """The year."""
    entries: tuple[EntryView, ...]
    reports: tuple[ReportCard, ...]
    """Those to which no entry leads."""
    parts: tuple[Volume, ...]
    """Of a year that is too long, its months; then it has no entries and no reports here."""
    earlier: Link | None
    later: Link | None
    previews: tuple[Preview, ...]


Told = Entry | Report


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is told of a subject, by year; what has no date is the last of them."""

    subject: Link
    years: tuple[Period[Told], ...]

    @classmethod
    def of(
        cls,
        subject: Link,
        entries: Sequence[Entry],
        reports: Sequence[Report],
        dated: Callable[[Report], Edtf | None],
        room: Room,
    ) -> Shelf | None:
        """None for a subject that one page can hold. Of the reports those count to which no entry leads."""
        if len(entries) + len(reports) <= room.subject:
            return None
        told: list[Told] = [*entries, *left_over(reports, entries)]
        if len(told) <= room.subject:
            return None

        def when(one: Told) -> Edtf | None:
            return one.date if isinstance(one, Entry) else dated(one)

        return cls(subject, Cut(when, room.subject, partial(urls.volume, subject.href)).years(told))

    def latest(self) -> tuple[list[Entry], list[Report]]:
        """Its last events; the last reports where there are none."""
        dated = [year for year in self.years if year.key != (NO_YEAR,)]
        last = [one for year in dated[-LATEST:] for one in year.items]
        entries = _entries(last)[-LATEST:]
        return entries, [] if entries else _reports(last)[-LATEST:]

    def volumes(self, shown: Shown) -> Volumes:
        """What its own page shows."""
        entries, reports = self.latest()
        return Volumes(
            tuple(volume(year, shown) for year in self.years),
            tuple(shown.entry(entry) for entry in reversed(entries)),
            tuple(shown.card(report) for report in reversed(reports)),
        )

    def pages(self, index: Link, shown: Shown) -> Iterator[tuple[int, str, str, Callable[[], VolumeView]]]:
        """The year, the address, the title and the view of each volume."""
        for before, one, after in in_turn(self.years):
            earlier, later = (shown.period(period) if period else None for period in (before, after))
            title = f"{self.subject.text}: {in_words(one.key, shown.language)}"
            yield one.key[0], one.address, title, partial(self._view, one, index, earlier, later, shown)

    def _view(
        self, period: Period[Told], index: Link, earlier: Link | None, later: Link | None, shown: Shown
    ) -> VolumeView:
        listed = () if period.long else period.items
        return VolumeView(
            index=index,
            subject=self.subject,
            within=period.within(shown.language),
            label=in_words(period.key, shown.language),
            entries=tuple(map(shown.entry, _entries(listed))),
            reports=tuple(map(shown.card, _reports(listed))),
            parts=tuple(volume(part, shown) for part in period.parts) if period.long else (),
            earlier=earlier,
            later=later,
            previews=previews(shown, _entries(listed), _reports(listed)),
        )


def volume(period: Period[Any], shown: Shown) -> Volume:
    """A year has the anchor that it has on the page of a smaller subject: pictures lead to it."""
    name = f"y{period.key[0]}" if len(period.key) == 1 and period.key[0] else written(period.key)
    return Volume(in_words(period.key, shown.language), period.address, name, len(period.items))


def _entries(told: Iterable[Told]) -> list[Entry]:
    return [one for one in told if isinstance(one, Entry)]


def _reports(told: Iterable[Told]) -> list[Report]:
    return [one for one in told if isinstance(one, Report)]


def happened(report: Report) -> Edtf | None:
    """When what a report tells of was, or else when the report came out."""
    return report.date or report.published


def published(report: Report) -> Edtf | None:
    """When a report came out."""
    return report.published
