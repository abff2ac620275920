"""The corrections of all reports -> their page, the latest first; and of very many, a page for each year."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from .. import urls
from ..model import Edtf
from .parts import Link, ReportCard, When
from .periods import Cut, Period, in_turn, in_words
from .shown import Shown
from .volumes import LATEST, Volume, volume


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    when: When
    note: str
    report: ReportCard


@dataclass(frozen=True, slots=True)
class CorrectionsView:
    """Keys of corrections.html."""

    corrections: tuple[CorrectionEntry, ...]
    """The latest first."""
    parts: tuple[Volume, ...] = ()
    """Where they are too many for a page, their years; or the months of a year."""
    within: tuple[tuple[str, str], ...] = ()
    """On the page of a year or a month, address and title of what it belongs to."""
    earlier: Link | None = None
    later: Link | None = None


def pages(shown: Shown) -> Iterator[tuple[str, str, Callable[[], CorrectionsView]]]:
    """The address, the title and the view of each page of corrections."""
    title = shown.language.gettext("Corrections")
    made = _made(shown)
    if len(made) <= shown.room.subject:
        yield urls.CORRECTIONS, title, partial(CorrectionsView, made)
        return
    years = Cut(_date, shown.room.subject, partial(urls.volume, urls.CORRECTIONS)).years(made)
    yield urls.CORRECTIONS, title, partial(_all, made, years, shown)
    for before, one, after in in_turn(years):
        earlier, later = (shown.period(period) if period else None for period in (before, after))
        named = f"{title}: {in_words(one.key, shown.language)}"
        yield one.address, named, partial(_some, one, title, earlier, later, shown)


def _all(made: Sequence[CorrectionEntry], years: Sequence[Period[CorrectionEntry]], shown: Shown) -> CorrectionsView:
    return CorrectionsView(tuple(made[:LATEST]), tuple(volume(year, shown) for year in reversed(years)))


def _some(
    period: Period[CorrectionEntry], title: str, earlier: Link | None, later: Link | None, shown: Shown
) -> CorrectionsView:
    return CorrectionsView(
        corrections=() if period.long else tuple(period.items),
        parts=tuple(volume(part, shown) for part in reversed(period.parts)) if period.long else (),
        within=((urls.CORRECTIONS, title), *period.within(shown.language)),
        earlier=earlier,
        later=later,
    )


def _made(shown: Shown) -> tuple[CorrectionEntry, ...]:
    made = [
        CorrectionEntry(date, correction.note, shown.card(report))
        for report in shown.archive.reports
        for correction in report.corrections
        if (date := shown.when(correction.date))
    ]
    return tuple(sorted(made, key=lambda c: (c.when.edtf, c.report.id), reverse=True))


def _date(correction: CorrectionEntry) -> Edtf:
    return correction.when.edtf
