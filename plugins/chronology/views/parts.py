"""The small values that several kinds of page show.

Every `href` is relative to the root of the site; templates put `root` before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Link(NamedTuple):
    href: str
    """Empty where there is nothing to lead to: the text stands alone."""
    text: str
    lang: str = ""
    """The language of the text, where it is known not to be that of the site."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A link with a number, for indexes."""

    href: str
    text: str
    count: int
    """Reports that lead there."""
    note: str = ""
    kind: str = ""
    """Of an actor, for a class name."""


class When(NamedTuple):
    """A date for people and for machines."""

    words: str
    """"between 27 and 31 March 2024"."""
    datetime: str
    """For `<time datetime>`, at the precision known; empty where HTML has no form for it."""
    edtf: str
    uncertain: bool
    """Approximate, doubtful, or an interval."""


class TypeLink(NamedTuple):
    id: str
    href: str
    label: str
    group: str
    """Its heading, such as "Diplomacy"; `group_id` is the same for a class name."""
    group_id: str


class PlaceView(NamedTuple):
    name: str
    """Empty where only the country is known."""
    country: Link | None


class ReportCard(NamedTuple):
    """A report in a list."""

    id: str
    href: str
    title: str
    when: When | None
    """When its main event happened."""
    published: When | None
    type: TypeLink
    summary: str
    outlet: Link | None
    actors: tuple[Link, ...]
    confidence: str
    reviewed: bool
    lang: str
    """The language of title and summary, where it is not that of the site."""


class EntryView(NamedTuple):
    """One line of a chronology."""

    anchor: str
    when: When | None
    type: TypeLink
    text: str
    title: str
    """The same in few words, where a page has a line only for each."""
    href: str
    """The known event's page, or the report that tells of it."""
    permalink: str
    """Where it stands in the chronology, for good."""
    actors: tuple[Link, ...]
    places: tuple[PlaceView, ...]
    reports: tuple[Link, ...]
    """Those that tell of it, by the names of their outlets."""
    planned: bool
    confidence: str
    """"disputed" or "retracted" where all its reports are; otherwise empty."""
    lang: str
    """The language of the text, where it is known not to be that of the site."""
