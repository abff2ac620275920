"""A report's header and body -> the body with names linked and evidence marked, and what rests on which words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from .. import urls
from ..archive import countries_of
from ..marks import Mark, mark
from ..model import Actor, Report


class EvidenceView(NamedTuple):
    """The words that a value rests on."""

    quote: str
    """Empty where none were recorded."""
    name: str
    """What rests on them, for ids: `why-date` is where the page tells it, `what-date` the words for it."""
    anchor: str
    """The id of the passage in the body; empty where the words stand in the title or in the seed only."""


class Said:
    """The body of a report with its marks, and the evidence for each value of its header."""

    def __init__(self, report: Report, html: str, actors: Mapping[str, Actor], root: str) -> None:
        self._report = report
        self._actors = actors
        marked = mark(html, _names(report, actors, root), list(_marks(report, actors)))
        self.html = marked.html
        self._found = marked.found

    def __call__(self, quote: str, name: str, told_at: str = "") -> EvidenceView:
        """The evidence for a value; `told_at` is the name of the mark where it is not the value's own."""
        mark_name = told_at or name
        return EvidenceView(quote, name, f"said-{mark_name}" if mark_name in self._found else "")

    def of_country(self, code: str) -> EvidenceView:
        """The words that bring a country into the report: its own, or those of a state, a place or an event in it."""
        quote, told_at = next(self._of_country(code), ("", ""))
        return self(quote, f"country-{code}", told_at)

    def _of_country(self, code: str) -> Iterator[tuple[str, str]]:
        report, said = self._report, self._report.evidence
        if code in said.countries:
            yield said.countries[code], f"country-{code}"
        for role in report.actors:
            if self._actors[role.id].country == code and role.id in said.actors:
                yield said.actors[role.id], f"actor-{role.id}"
        if said.location and any(place.country == code for place in report.locations):
            yield said.location, "place"
        for number, event in enumerate(report.events, 1):
            if event.evidence and any(place.country == code for place in event.locations):
                yield event.evidence, f"event-{number}"


def _names(report: Report, actors: Mapping[str, Actor], root: str) -> dict[str, str]:
    """Every form under which the body may name one of the report's actors, and where it leads."""
    names: dict[str, str] = {}
    for role in report.actors:
        actor = actors[role.id]
        href = root + urls.actor(role.id)
        quote = report.evidence.actors.get(role.id, "")
        for form in (actor.name, *actor.aliases, *actor.weak_aliases, quote):
            if form:
                names.setdefault(form, href)
    return names


def _marks(report: Report, actors: Mapping[str, Actor]) -> Iterator[Mark]:
    """A mark for each value that the page shows. A name is linked already, so its own mark is a quiet one."""
    said = report.evidence
    yield Mark(said.date, "date")
    yield Mark(said.published, "published")
    yield Mark(said.event_type, "type")
    if report.locations:
        yield Mark(said.location, "place")
    for number, event in enumerate(report.events, 1):
        yield Mark(event.evidence, f"event-{number}")
    for number, claim in enumerate(report.claims, 1):
        yield Mark(claim.evidence, f"claim-{number}")
    for role in report.actors:
        yield Mark(said.actors.get(role.id, ""), f"actor-{role.id}", quiet=True)
    for code in countries_of(report, actors):
        yield Mark(said.countries.get(code, ""), f"country-{code}", quiet=True)
