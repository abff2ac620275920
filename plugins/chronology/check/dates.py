"""Dates of one page that cannot all be right."""

from __future__ import annotations

from collections.abc import Iterator

from .. import edtf
from ..model import Actor, Edtf, KnownEvent, Record, Report
from ..problems import Problem
from .around import Around
from .kinds import told

AHEAD = 366
"""Days that a date may lie ahead: clocks differ, by hours from place to place and by months on a machine that is reset.
What is looked for are mistyped years.
"""
_PLANNED = "mend the date that is wrong; if it had not happened yet, list it under `events` with `status: planned`"


def later_than_published(record: Record, _around: Around) -> Iterator[Problem]:
    """An event that begins after the last day on which the report can have come out."""
    if not isinstance(record, Report) or not record.published:
        return
    events = [(("date",), record.date)]
    events += [(("events", n, "date"), e.date) for n, e in enumerate(record.events) if e.status != "planned"]  # type: ignore[misc]
    for key, date in events:
        if date and _after(date, record.published):
            message = f"the event is dated {date}, and the report was published {record.published}"
            yield told("later-than-published", record, message, _PLANNED, *key)


def to_come(record: Record, around: Around) -> Iterator[Problem]:
    """A day that is far ahead, where something is said to have been done."""
    if around.today is None:
        return
    for key, date in _done(record):
        if date and edtf.bounds(date)[0] > edtf.bounds(around.today)[1] + AHEAD:
            message = f"{date} is more than a year ahead: today is {around.today}"
            yield told("date-to-come", record, message, "mend the date; is the year right?", *key)


def _done(record: Record) -> Iterator[tuple[tuple[str | int, ...], Edtf | None]]:
    if isinstance(record, Report):
        yield ("date",), record.date
        yield ("published",), record.published
        yield ("added",), record.added
        yield ("reviewed",), record.reviewed
        yield from ((("corrections", n, "date"), c.date) for n, c in enumerate(record.corrections))
    elif isinstance(record, Actor):
        yield ("checked",), record.checked
    elif isinstance(record, KnownEvent):
        yield ("date",), record.date


def reviewed_too_early(record: Record, _around: Around) -> Iterator[Problem]:
    """A review that is older than the page."""
    if isinstance(record, Report) and record.added and record.reviewed and _after(record.added, record.reviewed):
        message = f"the page was reviewed {record.reviewed}, and made {record.added}"
        yield told("reviewed-too-early", record, message, "mend one of the two dates", "reviewed")


def backwards(record: Record, _around: Around) -> Iterator[Problem]:
    """A tenure or a relation that ends before it begins."""
    if not isinstance(record, Actor):
        return
    spans = [("offices", n, "to", held.start, held.end) for n, held in enumerate(record.offices)]
    spans += [("relations", n, "until", kept.start, kept.end) for n, kept in enumerate(record.relations)]
    for name, number, key, start, end in spans:
        if start and end and _after(start, end):
            message = f"it ends {end}, before it begins: {start}"
            yield told("ends-before-it-begins", record, message, "mend one of the two dates", name, number, key)


def _after(one: Edtf, other: Edtf) -> bool:
    """Whether one date begins when the other is over."""
    return edtf.bounds(one)[0] > edtf.bounds(other)[1]
