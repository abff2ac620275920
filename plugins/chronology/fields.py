"""What may stand in the header of each kind of page: the one definition.

From it come the validation of pages, their reading and writing, and the tables of docs/data.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

ACTOR_KINDS = ("person", "state", "organisation", "armed_group", "alliance", "media", "body")
ROLES = ("primary", "mentioned", "source")
RIGHTS = ("full", "excerpt", "facts")
CONFIDENCES = ("confirmed", "reported", "disputed", "retracted")
STATUSES = ("planned",)


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words on one line."""


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date (ISO 8601-2)."""


@dataclass(frozen=True, slots=True)
class Name:
    """An id: small letters, digits and hyphens."""


@dataclass(frozen=True, slots=True)
class Code:
    """An ISO 3166-1 alpha-2 code, in capitals."""


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a record in another table: "actor", "country", "event" or "event_type"."""

    table: str


@dataclass(frozen=True, slots=True)
class Address:
    """A web address; http and https only, so that no link can run anything."""


@dataclass(frozen=True, slots=True)
class Choice:
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; a single item may stand without its brackets."""

    item: Kind


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are ids of a table."""

    key: Ref
    value: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys."""

    fields: tuple[Field, ...]
    short: str = ""
    """The key that a plain word stands for: `john-kerry` is `{id: john-kerry}`. Empty: a mapping is needed."""


Kind = Text | Date | Name | Code | Ref | Address | Choice | ListOf | MapOf | Table


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: Kind
    help: str
    example: str = ""
    required: bool = False


LOCATION = Table(
    (
        Field("place", Text(), "Name of the place", "Vienna"),
        Field("country", Ref("country"), "ISO 3166-1 code of its country", "AT"),
    )
)

REPORT = Table(
    (
        Field("id", Name(), "Permanent; holds no date and no place", "r7f3k2", required=True),
        Field("title", Text(), "The headline", "Talks in Vienna", required=True),
        Field("date", Date(), "When the main event happened", "2015-11-14"),
        Field("published", Date(), "When the report came out", "2015-11-15"),
        Field("event", Ref("event"), "The known event that the main event is", "vienna-talks-2015"),
        Field("event_type", Ref("event_type"), "What kind of event it is", "talks", required=True),
        Field(
            "actors",
            ListOf(
                Table(
                    (
                        Field("id", Ref("actor"), "Id of the actor", "john-kerry", required=True),
                        Field("role", Choice(ROLES), "Its part in the report", "primary"),
                    ),
                    short="id",
                )
            ),
            "Who takes part, most important first",
            "[john-kerry, {id: sergey-lavrov, role: primary}]",
        ),
        Field("location", ListOf(LOCATION), "Where it happened", "{place: Vienna, country: AT}"),
        Field("countries", ListOf(Ref("country")), "Those it is about, most important first", "[US, RU]"),
        Field("summary", Text(), "One sentence"),
        Field(
            "source",
            Table(
                (
                    Field("outlet", Text(), "Who published it", "The Hindu"),
                    Field("title", Text(), "Its own headline"),
                    Field("url", Address(), "Where it stands", "https://example.org/report"),
                    Field("author", Text(), "Who wrote it"),
                    Field("agency", Text(), "The agency that delivered it", "AFP"),
                    Field("archive_url", Address(), "An archived copy"),
                    Field("lang", Text(), "Its language (BCP 47)", "en"),
                )
            ),
            "The published report that this page rests on",
        ),
        Field(
            "seed",
            Table(
                (
                    Field("path", Text(), "The seed's file", "seeds/vienna.txt", required=True),
                    Field("sha256", Text(), "Of its bytes when it was read", required=True),
                )
            ),
            "The raw report that the page was made from",
        ),
        Field("rights", Choice(RIGHTS), "What of the source's words may be published", "full"),
        Field("lang", Text(), "Language of the body (BCP 47)", "en"),
        Field(
            "events",
            ListOf(
                Table(
                    (
                        Field("event", Ref("event"), "The known event that it is"),
                        Field("date", Date(), "When it happened", "2014-04"),
                        Field("event_type", Ref("event_type"), "What kind of event", "sanction", required=True),
                        Field("actors", ListOf(Ref("actor")), "Who took part", "[nato, russia]"),
                        Field("location", ListOf(LOCATION), "Where"),
                        Field("summary", Text(), "One sentence"),
                        Field("status", Choice(STATUSES), "Set for what had not happened yet", "planned"),
                        Field("evidence", Text(), "The words that tell of it", "in April 2014"),
                    )
                )
            ),
            "Further dated events that it tells of",
        ),
        Field(
            "claims",
            ListOf(
                Table(
                    (
                        Field("what", Text(), "What is counted", "killed", required=True),
                        Field("value", Text(), "The figure", ">=20", required=True),
                        Field("attributed_to", Text(), "Who gives it", "UN peacekeepers"),
                        Field("evidence", Text(), "The words that give it"),
                    )
                )
            ),
            "Figures, each with who gives it; those that disagree are all kept",
        ),
        Field("clues", ListOf(Text()), "How an unstated date of publication was found, a sentence a step"),
        Field(
            "evidence",
            Table(
                (
                    Field("date", Text(), "The words that date the main event", "in Vienna on Saturday"),
                    Field("published", Text(), "The words that date the report"),
                    Field("event_type", Text(), "The words that tell what happened"),
                    Field("location", Text(), "The words that tell where", "in Vienna"),
                    Field("actors", MapOf(Ref("actor"), Text()), "The words that name each actor"),
                    Field("countries", MapOf(Ref("country"), Text()), "The words that name each country"),
                )
            ),
            "The words of the report that each value rests on",
        ),
        Field("confidence", Choice(CONFIDENCES), "How sure it is (never `status`: Pelican's own key)", "reported"),
        Field("added", Date(), "When the page was made", "2026-11-22"),
        Field("reviewed", Date(), "When a person last checked it; absent until then", "2026-11-23"),
        Field(
            "corrections",
            ListOf(
                Table(
                    (
                        Field("date", Date(), "When it was corrected", required=True),
                        Field("note", Text(), "What was wrong and is right now", required=True),
                    )
                )
            ),
            "Shown on the page",
        ),
    )
)

ACTOR = Table(
    (
        Field("name", Text(), "The name as it is shown", "Vladimir Putin", required=True),
        Field("kind", Choice(ACTOR_KINDS), "What it is", "person", required=True),
        Field("country", Ref("country"), "ISO 3166-1 code", "RU"),
        Field("aliases", ListOf(Text()), "Forms that are linked wherever they stand"),
        Field("weak_aliases", ListOf(Text()), "Forms that are linked only after a strong mention on the page"),
        Field("not", ListOf(Text()), "Forms that look like it and are somebody else"),
        Field("exists", Date(), "When it existed", "2013/.."),
        Field(
            "offices",
            ListOf(
                Table(
                    (
                        Field("title", Text(), "The office", "President of Russia", required=True),
                        Field("country", Ref("country"), "Of which country", "RU"),
                        Field("from", Date(), "First day", "2012-05-07"),
                        Field("to", Date(), "Last day; absent while it is held"),
                        Field("source", Text(), "Where that is known from"),
                    )
                )
            ),
            "Tenures; they also help to date reports",
        ),
        Field(
            "relations",
            ListOf(
                Table(
                    (
                        Field("type", Text(), "Such as member_of", required=True),
                        Field("to", Ref("actor"), "The other actor", required=True),
                        Field("from", Date(), "First day"),
                        Field("until", Date(), "Last day"),
                    )
                )
            ),
            "How it is related to other actors",
        ),
        Field("same_as", ListOf(Text()), "Identifiers elsewhere", "wikidata:Q7747"),
        Field("evidence", ListOf(Text()), "Where the record's facts are known from"),
        Field("checked", Date(), "When a person last checked the record"),
    )
)

COUNTRY = Table(
    (
        Field("code", Code(), "ISO 3166-1 alpha-2 code", "ML", required=True),
        Field("name", Text(), "The name as it is shown", "Mali", required=True),
        Field("demonyms", ListOf(Text()), "Its people and its adjective", "[Malian, Malians]"),
        Field("capital", Text(), "Its capital", "Bamako"),
        Field("aliases", ListOf(Text()), "Other names in use"),
        Field("same_as", ListOf(Text()), "Identifiers elsewhere"),
    )
)

EVENT = Table(
    (
        Field("name", Text(), "The name as it is shown", "Crocus City Hall attack", required=True),
        Field("aliases", ListOf(Text()), "Wordings by which reports refer to it"),
        Field("date", Date(), "When it happened", "2024-03-22", required=True),
        Field("event_type", Ref("event_type"), "What kind of event it is", "attack", required=True),
        Field("actors", ListOf(Ref("actor")), "Who took part"),
        Field("location", ListOf(LOCATION), "Where it happened"),
        Field("same_as", ListOf(Text()), "Identifiers elsewhere"),
        Field("source", ListOf(Text()), "Where the record's facts are known from"),
    )
)

EVENT_TYPE = Table(
    (
        Field("id", Name(), "Its id", "talks", required=True),
        Field("label", Text(), "The name as it is shown", "Talks and calls", required=True),
        Field("group", Text(), "The heading it stands under", "Diplomacy", required=True),
        Field("definition", Text(), "What belongs to it, in a sentence"),
        Field("plover", Text(), "Its code in PLOVER", "CONSULT"),
        Field("acled", Text(), "Its name in ACLED"),
        Field("triggers", ListOf(Text()), "Lemmas and phrases that announce it"),
    )
)

RECORDS: Mapping[str, Table] = MappingProxyType(
    {"report": REPORT, "actor": ACTOR, "country": COUNTRY, "event": EVENT, "event_type": EVENT_TYPE}
)
