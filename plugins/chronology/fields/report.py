"""The definition of a report's header."""

from __future__ import annotations

from .kinds import Address, Choice, Date, Field, Hash, Language, ListOf, MapOf, Name, Ref, Table, Text

ROLES = ("primary", "mentioned", "source")
RIGHTS = ("full", "excerpt", "facts")
CONFIDENCES = ("confirmed", "reported", "disputed", "retracted")
STATUSES = ("planned",)

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
        Field("summary", Text(), "One sentence, for lists", "Two envoys met by the lake."),
        Field(
            "source",
            Table(
                (
                    Field("outlet", Text(), "Who published it", "The Hindu"),
                    Field("title", Text(), "Its own headline", "Envoys meet in Vienna"),
                    Field("url", Address(), "Where it stands", "https://example.org/report"),
                    Field("author", Text(), "Who wrote it", "Ada Stone"),
                    Field("agency", Text(), "The agency that delivered it", "AFP"),
                    Field(
                        "archive_url",
                        Address(),
                        "An archived copy",
                        "https://web.archive.org/web/2015/https://example.org/report",
                    ),
                    Field("lang", Language(), "Its language (BCP 47)", "en"),
                )
            ),
            "The published report that this page rests on",
            "{outlet: The Hindu, url: https://example.org/report}",
        ),
        Field(
            "seed",
            Table(
                (
                    Field("path", Text(), "The seed's file", "seeds/vienna.txt", required=True),
                    Field(
                        "sha256",
                        Hash(),
                        "Of its bytes when it was read",
                        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                        required=True,
                        unit="64 hexadecimal digits",
                    ),
                    Field(
                        "written",
                        MapOf(Text(), Text()),
                        "For `chronology ingest` only: what it last gave each part of the page, as digests",
                        "{title: 1e207625, date: 43fbab32}",
                    ),
                )
            ),
            "The raw report that the page was made from; `chronology ingest` keeps it",
        ),
        Field("rights", Choice(RIGHTS), "What of the source's words may be published", "full"),
        Field("lang", Language(), "Language of the body (BCP 47)", "en"),
        Field(
            "events",
            ListOf(
                Table(
                    (
                        Field("event", Ref("event"), "The known event that it is", "nato-suspends-cooperation"),
                        Field("date", Date(), "When it happened", "2014-04"),
                        Field("event_type", Ref("event_type"), "What kind of event", "sanction", required=True),
                        Field("actors", ListOf(Ref("actor")), "Who took part", "[nato, russia]"),
                        Field("location", ListOf(LOCATION), "Where", "{place: Brussels, country: BE}"),
                        Field("summary", Text(), "One sentence", "NATO suspended its work with Russia."),
                        Field("status", Choice(STATUSES), "Set for what had not happened yet", "planned"),
                        Field("evidence", Text(), "The words that tell of it", "in April 2014"),
                    )
                )
            ),
            "Further dated events that it tells of",
            "{date: 2014-04, event_type: sanction, evidence: in April 2014}",
        ),
        Field(
            "claims",
            ListOf(
                Table(
                    (
                        Field("what", Text(), "What is counted", "killed", required=True),
                        Field(
                            "value",
                            Text(),
                            "The figure: 29, >=20, >100, ~50, 11..14, or a word such as thousands",
                            "'>=20'",
                            required=True,
                            unit="of what `what` names",
                        ),
                        Field("attributed_to", Text(), "Who gives it", "UN peacekeepers"),
                        Field("evidence", Text(), "The words that give it", "at least 20 dead"),
                    )
                )
            ),
            "Figures, each with who gives it; those that disagree are all kept",
            '{what: killed, value: ">=20", attributed_to: UN peacekeepers}',
        ),
        Field(
            "clues",
            ListOf(Text()),
            "How an unstated date of publication was found, a sentence a step",
            "[it names a holder of an office from 2012-05-07]",
        ),
        Field(
            "evidence",
            Table(
                (
                    Field("date", Text(), "The words that date the main event", "in Vienna on Saturday"),
                    Field("published", Text(), "The words that date the report", "15 November 2015"),
                    Field("event_type", Text(), "The words that tell what happened", "met for talks"),
                    Field("location", Text(), "The words that tell where", "in Vienna"),
                    Field(
                        "actors",
                        MapOf(Ref("actor"), Text()),
                        "The words that name each actor",
                        "{john-kerry: Secretary Kerry}",
                    ),
                    Field(
                        "countries", MapOf(Ref("country"), Text()), "The words that name each country", "{AT: Vienna}"
                    ),
                )
            ),
            "The words of the report that each value rests on",
            "{date: in Vienna on Saturday, location: in Vienna}",
        ),
        Field("confidence", Choice(CONFIDENCES), "How sure it is (never `status`: Pelican's own key)", "reported"),
        Field("added", Date(), "When the page was made", "2026-11-22"),
        Field("reviewed", Date(), "When a person last checked it; absent until then", "2026-11-23"),
        Field(
            "corrections",
            ListOf(
                Table(
                    (
                        Field("date", Date(), "When it was corrected", "2026-11-24", required=True),
                        Field(
                            "note",
                            Text(),
                            "What was wrong and is right now",
                            "The talks were on Saturday, not on Sunday.",
                            required=True,
                        ),
                    )
                )
            ),
            "What was put right after the page had been published; shown on the page",
            "[{date: 2026-11-24, note: The talks were on Saturday.}]",
        ),
    )
)
