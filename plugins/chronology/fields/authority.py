"""The definition of the authority records: actors, countries, known events, and the types of events."""

from __future__ import annotations

from .kinds import Choice, Code, Date, Field, ListOf, Name, Ref, Table, Text
from .report import LOCATION

ACTOR_KINDS = ("person", "state", "organisation", "armed_group", "alliance", "media", "body")

_SAME_AS = Field(
    "same_as", ListOf(Text()), "Identifiers elsewhere, each with the name of its register", "[wikidata:Q7747]"
)

_FORMERLY = Field(
    "formerly",
    ListOf(Name()),
    "Ids that it had before, and those of records merged into it; their addresses lead here",
    "[sergei-lavrov]",
)

_OFFICE = Table(
    (
        Field("title", Text(), "The office", "President of Russia", required=True),
        Field("country", Ref("country"), "Of which country", "RU"),
        Field("from", Date(), "First day", "2012-05-07"),
        Field("to", Date(), "Last day; absent while it is held", "2018-05-07"),
        Field("source", Text(), "Where that is known from", "https://example.org/cabinet"),
    )
)
_RELATION = Table(
    (
        Field("type", Text(), "What it is to the other, such as member_of", "member_of", required=True),
        Field("to", Ref("actor"), "The other actor", "nato", required=True),
        Field("from", Date(), "First day", "2023-04-04"),
        Field("until", Date(), "Last day; absent while it lasts", "2024-03"),
    )
)

ACTOR = Table(
    (
        Field("name", Text(), "The name as it is shown", "Vladimir Putin", required=True),
        Field("kind", Choice(ACTOR_KINDS), "What it is", "person", required=True),
        Field("country", Ref("country"), "ISO 3166-1 code of its country", "RU"),
        Field("aliases", ListOf(Text()), "Forms that are linked wherever they stand", "[President Putin]"),
        Field(
            "weak_aliases", ListOf(Text()), "Forms that are linked only after a strong mention on the page", "[Putin]"
        ),
        Field("not", ListOf(Text()), "Forms that look like it and are somebody else", "[Igor Putin]"),
        Field("exists", Date(), "When it existed, or lived", "1952-10-07/.."),
        Field(
            "offices",
            ListOf(_OFFICE),
            "Tenures; they also help to date reports",
            "{title: President of Russia, country: RU, from: 2012-05-07}",
        ),
        Field("relations", ListOf(_RELATION), "How it is related to other actors", "{type: member_of, to: nato}"),
        _SAME_AS,
        _FORMERLY,
        Field("evidence", ListOf(Text()), "Where the record's facts are known from", "https://example.org/biography"),
        Field("checked", Date(), "When a person last checked the record", "2026-11-22"),
    )
)

COUNTRY = Table(
    (
        Field("code", Code(), "ISO 3166-1 alpha-2 code", "ML", required=True),
        Field("name", Text(), "The name as it is shown", "Mali", required=True),
        Field("demonyms", ListOf(Text()), "Its people and its adjective", "[Malian, Malians]"),
        Field("capital", Text(), "Its capital", "Bamako"),
        Field("aliases", ListOf(Text()), "Other names in use", "[Republic of Mali]"),
        _SAME_AS,
    )
)

EVENT = Table(
    (
        Field("name", Text(), "The name as it is shown", "Crocus City Hall attack", required=True),
        Field("aliases", ListOf(Text()), "Wordings by which reports refer to it", "[attack on Crocus City Hall]"),
        Field("date", Date(), "When it happened", "2024-03-22", required=True),
        Field("event_type", Ref("event_type"), "What kind of event it is", "attack", required=True),
        Field("actors", ListOf(Ref("actor")), "Who took part", "[islamic-state]"),
        Field("location", ListOf(LOCATION), "Where it happened", "{place: Krasnogorsk, country: RU}"),
        _SAME_AS,
        _FORMERLY,
        Field("source", ListOf(Text()), "Where the record's facts are known from", "https://example.org/inquiry"),
    )
)

EVENT_TYPE = Table(
    (
        Field("id", Name(), "Its id", "talks", required=True),
        Field("label", Text(), "The name as it is shown", "Talks and calls", required=True),
        Field("group", Text(), "The heading it stands under", "Diplomacy", required=True),
        Field("definition", Text(), "What belongs to it, in a sentence", "Parties meet or call each other."),
        Field("plover", Text(), "Its code in PLOVER", "CONSULT"),
        Field("acled", Text(), "Its name in ACLED", "Peaceful protest"),
        Field("triggers", ListOf(Text()), "Lemmas and phrases that announce it", "[meet, hold * talks]"),
    )
)

EVENT_TYPES = Table((Field("event_types", ListOf(EVENT_TYPE), "The types, in the order of the lists", required=True),))
"""The file content/vocabulary/event_types.yaml."""
