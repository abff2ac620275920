"""The records of an archive -> what `chronology stats` prints: counts, coverage, what wants review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from .archive import year_of
from .discovered import Discovered
from .pagefile import Content
from .problems import count
from .vocabulary import Vocabulary


def lines(content: Content, vocabulary: Vocabulary) -> Iterator[str]:
    """One fact a line, numbers first."""
    reports = content.reports
    yield _row(len(reports), "reports")
    yield _row(sum(1 + len(report.events) for report in reports), "events that they tell of")
    yield _row(len(content.events), "known events")
    yield _row(len(content.actors), "actors")
    yield _row(len({code for report in reports for code in report.countries}), "countries that reports are about")
    yield ""
    total = len(reports)
    yield "Coverage"
    yield _share(sum(bool(report.date) for report in reports), total, "with a date")
    yield _share(sum(bool(report.published) for report in reports), total, "with a date of publication")
    yield _share(sum(bool(report.locations) for report in reports), total, "with a place")
    yield _share(sum(bool(report.source.url) for report in reports), total, "with the address of their source")
    yield _share(sum(bool(report.source.archive_url) for report in reports), total, "with an archived copy of it")
    yield _share(sum(bool(report.reviewed) for report in reports), total, "reviewed by a person")
    yield ""
    yield "By year"
    years = Counter(year_of(date) if (date := report.date or report.published) else None for report in reports)
    for year, number in sorted(years.items(), key=lambda pair: (pair[0] is None, pair[0] or 0)):
        yield _row(number, str(year) if year else "without a date")
    yield ""
    yield "By type of event"
    for kind, number in sorted(Counter(r.event_type for r in reports).items(), key=lambda pair: (-pair[1], pair[0])):
        record = vocabulary.event_types.get(kind)
        yield _row(number, record.label if record else kind)
    waiting = sorted(f"content/{report.path}" for report in reports if not report.reviewed)
    if waiting:
        yield ""
        yield "Not yet reviewed"
        yield from (f"  {path}" for path in waiting)


def discovered(actors: Sequence[Discovered], most: int) -> Iterator[str]:
    """The actors that reports name most and that have no record, with one context each."""
    if not actors:
        return
    yield ""
    yield "Named most often without a record (`chronology new actor NAME` makes one)"
    for actor in actors[:most]:
        reports, first = count(len(actor.sightings), "report"), actor.first
        yield _row(actor.mentions, f"{first.name} ({first.kind}, {reports}): “{first.context}” {first.seed}")
    if len(actors) > most:
        yield f"  and {len(actors) - most:,} more"


def _row(number: int, what: str) -> str:
    return f"{number:>7,}  {what}"


def _share(number: int, total: int, what: str) -> str:
    return f"{number:>7,}  {what} ({100 * number // total if total else 0} %)"
