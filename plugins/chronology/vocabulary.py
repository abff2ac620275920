"""The tables that annotation reads: authority records, known events, event types and place names.

A `Vocabulary` is made once per process from the records of content/ and the tables shipped in
data/. What the user's archive defines replaces what is shipped, record by record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from .model import Actor, Code, Country, EventType, Id, KnownEvent


@dataclass(frozen=True)
class Vocabulary:
    """Everything that is known before a report is read."""

    actors: Mapping[Id, Actor] = field(default_factory=dict)
    countries: Mapping[Code, Country] = field(default_factory=dict)
    events: Mapping[Id, KnownEvent] = field(default_factory=dict)
    event_types: Mapping[Id, EventType] = field(default_factory=dict)
