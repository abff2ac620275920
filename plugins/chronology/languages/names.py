"""Records -> their names in the language of the site.

An archive's own names are content and are shown as they are written, unless a catalogue of its own translates them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from ..model import Actor, Country, EventType, Report
from ..vocabulary import shipped_countries
from . import Language
from .messages import message

RELATIONS = (
    message("relation between actors", "member of"),
    message("relation between actors", "part of"),
    message("relation between actors", "leads"),
    message("relation between actors", "allied with"),
    message("relation between actors", "deployed in"),
)
"""The relations between actors that catalogues translate; others are shown as they are written."""


def actor(record: Actor, language: Language) -> str:
    """The name of an actor."""
    return language.pgettext("actor", record.name)


def country(record: Country, language: Language) -> str:
    """The name of a country: CLDR's in the place of the shipped English one."""
    own = language.pgettext("country", record.name)
    shipped = shipped_countries().get(record.code)
    if own == record.name and shipped and shipped.name == record.name:
        return language.countries.get(record.code, own)
    return own


def event_type(record: EventType, language: Language) -> str:
    """The label of a type of events."""
    return language.pgettext("type of events", record.label)


def group(heading: str, language: Language) -> str:
    """The heading that a type of events stands under."""
    return language.pgettext("group of event types", heading)


def definition(record: EventType, language: Language) -> str:
    """What belongs to a type of events, in a sentence."""
    return language.pgettext("definition", record.definition) if record.definition else ""


def actor_kind(kind: str, language: Language) -> str:
    """What an actor is, in words: "armed group"."""
    return language.pgettext("kind of actor", kind.replace("_", " "))


def relation(kind: str, language: Language) -> str:
    """How an actor is related to another, in words: "member of"."""
    return language.pgettext("relation between actors", kind.replace("_", " "))


def counted(what: str, language: Language) -> str:
    """What a claim counts: "killed"."""
    return language.pgettext("people counted", what)


def outlet(reports: Iterable[Report]) -> str:
    """The name of the source of these reports: of its spellings the one that most of them have."""
    spellings = Counter(report.source.outlet for report in reports)
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling))
