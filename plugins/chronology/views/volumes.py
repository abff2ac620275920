"""A subject with more events than a page should hold -> a page for each of its years, and the list of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from .. import urls
from ..archive import Entry, year_of
from ..model import Edtf, Report
from ..room import Room
from .parts import EntryView, Link, ReportCard, Shown
from .records import left_over

LATEST = 20
"""What the subject's own page shows of them, beside the list of its years."""


@dataclass(frozen=True, slots=True)
class Volume:
    """The way to one of the pages into which something long is cut: a year, or a letter."""

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
    label: str
    """The year."""
    entries: tuple[EntryView, ...]
    reports: tuple[ReportCard, ...]
    """Those to which no entry leads."""
    earlier: Link | None
    later: Link | None


@dataclass(slots=True)
class _Year:
    entries: list[Entry] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that is told of a subject, by year; None is the year of what has no date, and comes last."""

    subject: Link
    years: dict[int | None, _Year]

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
        further = left_over(reports, entries)
        if len(entries) + len(further) <= room.subject:
            return None
        years: dict[int | None, _Year] = {}
        for entry in entries:
            years.setdefault(_year(entry.date), _Year()).entries.append(entry)
        for report in further:
            years.setdefault(_year(dated(report)), _Year()).reports.append(report)
        return cls(subject, dict(sorted(years.items(), key=lambda pair: (pair[0] is None, pair[0] or 0))))

    def volumes(self, shown: Shown) -> Volumes:
        """What its own page shows."""
        last = [self.years[year] for year in self.years if year is not None][-LATEST:]
        entries = [entry for year in last for entry in year.entries][-LATEST:]
        reports = [report for year in last for report in year.reports][-LATEST:] if not entries else []
        return Volumes(
            tuple(
                Volume(self.label(year, shown), self._address(year), _name(year, "y"), len(v.entries) + len(v.reports))
                for year, v in self.years.items()
            ),
            tuple(shown.entry(entry) for entry in reversed(entries)),
            tuple(shown.card(report) for report in reversed(reports)),
        )

    def pages(self, index: Link, shown: Shown) -> Iterable[tuple[str, str, Callable[[], VolumeView]]]:
        """The address, the title and the view of each volume."""
        listed = list(self.years)
        for at, year in enumerate(listed):
            earlier = self._link(listed[at - 1], shown) if at else None
            later = self._link(listed[at + 1], shown) if at + 1 < len(listed) else None
            title = f"{self.subject.text}: {self.label(year, shown)}"
            yield self._address(year), title, _View(self, year, index, earlier, later, shown)

    def _address(self, year: int | None) -> str:
        return urls.volume(self.subject.href, _name(year))

    def label(self, year: int | None, shown: Shown) -> str:
        return str(year) if year is not None else shown.language.gettext("Without a date")

    def _link(self, year: int | None, shown: Shown) -> Link:
        return Link(self._address(year), self.label(year, shown))


@dataclass(frozen=True, slots=True)
class _View:
    """Makes the view of one volume when the page is drawn."""

    shelf: Shelf
    year: int | None
    index: Link
    earlier: Link | None
    later: Link | None
    shown: Shown

    def __call__(self) -> VolumeView:
        told = self.shelf.years[self.year]
        return VolumeView(
            index=self.index,
            subject=self.shelf.subject,
            label=self.shelf.label(self.year, self.shown),
            entries=tuple(self.shown.entry(entry) for entry in told.entries),
            reports=tuple(self.shown.card(report) for report in told.reports),
            earlier=self.earlier,
            later=self.later,
        )


def happened(report: Report) -> Edtf | None:
    """When what a report tells of was, or else when the report came out."""
    return report.date or report.published


def published(report: Report) -> Edtf | None:
    """When a report came out."""
    return report.published


def _year(date: Edtf | None) -> int | None:
    return year_of(date) if date else None


def _name(year: int | None, before: str = "") -> str:
    return f"{before}{year}" if year is not None else "undated"
