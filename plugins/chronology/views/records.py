"""What the records of actors, countries and events have in common on their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..archive import Entry
from ..model import Id, Report
from .parts import Counted
from .shown import Shown, ranked_types

LINKED = 3
"""An entry names the reports that tell of it up to so many, and counts them beyond; the macro `entry` does so."""


@dataclass(frozen=True, slots=True)
class Identifier:
    """The same thing in another catalogue."""

    text: str
    url: str
    """Empty where the catalogue is not known."""


_CATALOGUES = {
    "wikidata": "https://www.wikidata.org/wiki/",
    "viaf": "https://viaf.org/viaf/",
    "gnd": "https://d-nb.info/gnd/",
    "isni": "https://isni.org/isni/",
    "geonames": "https://www.geonames.org/",
}


def identifiers(same_as: Iterable[str]) -> tuple[Identifier, ...]:
    """`wikidata:Q7747` as a link."""
    made = []
    for entry in same_as:
        catalogue, _, name = entry.partition(":")
        base = _CATALOGUES.get(catalogue.lower())
        if entry.startswith(("http://", "https://")):
            made.append(Identifier(entry, entry))
        else:
            made.append(Identifier(entry, base + name if base else ""))
    return tuple(made)


def types_of(reports: Iterable[Report], shown: Shown) -> tuple[Counted, ...]:
    """The types of the reports' main events."""
    return ranked_types(Counter(report.event_type for report in reports), shown)


def left_over(reports: Sequence[Report], entries: Iterable[Entry]) -> list[Report]:
    """The reports to which none of these entries leads."""
    led: set[Id] = set()
    for entry in entries:
        if not entry.known or len(entry.reports) <= LINKED:
            led.update(report.id for report in entry.reports)
    return [report for report in reports if report.id not in led]
