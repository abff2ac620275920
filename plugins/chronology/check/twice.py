"""An event that two reports tell of, and nothing says so; and values that one list has twice."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Record, Report
from ..outlines import ReportOutline, Telling
from ..problems import Problem
from .around import Around, keys
from .kinds import told

WORDS_SHARED = 3
SHARE = 0.5
"""Of the words of the shorter telling, how many the other must have, beside the names of actors and places."""


def told_twice(record: Record, around: Around) -> Iterator[Problem]:
    """An event that another report dates to the same days, with the same actors and place and similar words."""
    if not isinstance(record, Report):
        return
    own = around.by_path[record.path]
    assert isinstance(own, ReportOutline)
    for telling in own.tellings:
        others = {
            report.path: report
            for key in keys(telling)
            for report, other in around.told_of.get(key, ())
            if report.path != own.path and _one_event(telling, other)
        }
        if around.tells(own.path, others):
            message = f"content/{min(others)} seems to tell of this event, too"
            hint = "if it does, make it a known event (`chronology new event`) and name that in both as `event`"
            yield told("told-twice", record, message, hint, *telling.key, "date")


def _one_event(one: Telling, other: Telling) -> bool:
    """Whether two tellings of one day, type and actor may be of one event."""
    actors = set(one.actors) & set(other.actors)
    if 2 * len(actors) < min(len(one.actors), len(other.actors)):
        return False
    if not set(one.places) & set(other.places) and ((one.places and other.places) or len(actors) < 2):
        return False
    shared = set(one.words) & set(other.words)
    return len(shared) >= max(WORDS_SHARED, SHARE * min(len(one.words), len(other.words)))


def listed_twice(record: Record, _around: Around) -> Iterator[Problem]:
    """An actor or a country that a list has twice."""
    if not isinstance(record, Report):
        return
    lists = {"actors": [role.id for role in record.actors], "countries": list(record.countries)}
    for name, values in lists.items():
        for number, value in enumerate(values):
            if value in values[:number]:
                message = f'"{value}" stands in {name} twice'
                yield told("listed-twice", record, message, "keep one of the two", name, number)
