"""Events: the main one of the head, and those that the body dates or names; never a confident wrong date."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate.actors import covered, find_actors
from pelican.plugins.chronology.annotate.countries import find_countries
from pelican.plugins.chronology.annotate.dates import find_dates
from pelican.plugins.chronology.annotate.events import find_events
from pelican.plugins.chronology.annotate.places import find_places
from pelican.plugins.chronology.model import Actor, EventFound, KnownEvent, Location, Published
from pelican.plugins.chronology.vocabulary import Vocabulary
from readings import FIXTURES, reading_of

CASES = yaml.load((FIXTURES / "events.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
PLAIN = Vocabulary.of()


def events_of(
    text: str, title: str, published: str | None, vocabulary: Vocabulary
) -> tuple[tuple[EventFound, ...], int | None]:
    """The events of a report whose other annotations are those of the shipped rules."""
    reading = reading_of(text, title)
    actors = find_actors(reading, vocabulary)
    places = find_places(reading, vocabulary, covered(actors))
    countries = find_countries(reading, vocabulary, covered(actors), actors, places)
    dates = find_dates(reading, published)
    return find_events(reading, dates, actors, places, countries, Published(published), vocabulary)


def vocabulary_of(case: dict[str, Any]) -> Vocabulary:
    return Vocabulary.of(
        actors=[Actor(key, name, kind, country) for key, (name, kind, country) in case.get("actors", {}).items()],
        events=[
            KnownEvent(
                row["id"],
                row["name"],
                row["date"],
                row["event_type"],
                actors=tuple(row.get("actors", ())),
                locations=(Location(*row["location"]),) if "location" in row else (),
            )
            for row in case.get("known", ())
        ],
    )


def told(event: EventFound, is_main: bool) -> str:
    parts = ["*"] if is_main else []
    parts += [event.event_type, event.date or "-", event.status or "", f"= {event.known}" if event.known else ""]
    return f"{' '.join(part for part in parts if part)} | {event.evidence[0].quote}"


def where(event: EventFound) -> str:
    return ", ".join(event.places) or (f"{event.land.code} | {event.land.evidence.quote}" if event.land else "-")


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_a_report_tells_of_these_events(case: dict[str, Any]) -> None:
    """The cases of fixtures/events.yaml hold."""
    events, main = events_of(case["text"], case["title"], case.get("published"), vocabulary_of(case))

    assert [told(event, n == main) for n, event in enumerate(events)] == case["expected"]
    if "where" in case:
        assert main is not None
        assert where(events[main]) == case["where"]


def test_an_event_has_the_actors_and_places_of_its_clause() -> None:
    """Not those of the clause beside it, nor those who are only cited."""
    events, _ = events_of(
        "Ghana donated tents.\nOn Monday Togo, which borders Benin, deployed troops near Lomé, according to Nigeria.",
        "Ghana sends tents",
        "2021-03-10",
        PLAIN,
    )
    move = next(event for event in events if event.event_type == "military-move")

    assert (move.countries, move.places) == (("TG",), ("Lome",))


@pytest.mark.parametrize(
    ("text", "places", "countries"),
    [
        ("Ghana and Togo agreed by telephone on Monday to help each other in Accra.", (), ("GH", "TG")),
        ("Ghana and Togo met on Monday to speak about peace in the Sahel.", (), ("GH", "TG")),
        ("Ghana and Togo met in Accra on Monday.", ("Accra",), ("GH", "TG")),
        ("Two people were killed on Monday when a bridge fell in Lomé.", ("Lome",), ("TG",)),
        ("Ghana condemned the raid on Monday; Togo deployed troops near Lomé on Tuesday.", (), ("GH",)),
    ],
)
def test_an_event_is_where_it_happened(text: str, places: tuple[str, ...], countries: tuple[str, ...]) -> None:
    """Not at what is spoken about, and not at places of another clause, unless its own names none."""
    events, main = events_of(text, "", "2021-03-10", PLAIN)

    assert main is not None
    assert (events[main].places, events[main].countries) == (places, countries)


def test_power_is_taken_in_the_state_that_was_last_named() -> None:
    """Where the sentence itself names none."""
    text = "Ghana donated tents.\nMali is poor. Its generals took power in August 2011."
    events, _ = events_of(text, "Tents", "2021-03-10", PLAIN)

    assert [event.countries for event in events if event.event_type == "coup"] == [("ML",)]


def test_the_words_that_tell_come_before_those_that_date() -> None:
    """So that a page can show each where it belongs."""
    events, _ = events_of("On Monday gunmen killed four farmers in Niger.", "Raid", "2021-03-10", PLAIN)

    assert [words.quote for words in events[0].evidence] == ["killed four farmers in Niger", "Monday"]


WORDS = (
    "On Monday|In May 2019|since 2012|last week|Mali|the army of Ghana|rebels|killed|met|will visit|said|that|who"
    "|signed a truce|after|, |. |“we agreed today”|in Bamako|was followed by|attack|and|20 people"
)
PIECES = st.sampled_from(WORDS.split("|"))


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=25), st.sampled_from([None, "2021-03-10", "2021-03", "2021-01/2021-04?"]))
def test_every_event_is_quoted_and_nothing_past_is_dated_after_the_report(
    pieces: list[str], published: str | None
) -> None:
    """Whatever the text: evidence is exact, dates are valid, and only what is planned begins after publication."""
    text = " ".join(pieces)
    events, main = events_of(text, "Report", published, PLAIN)

    assert main is None or 0 <= main < len(events)
    whole = f"Report\n{text}"
    for event in events:
        assert event.evidence
        assert all(words.quote == whole[words.start : words.end] for words in event.evidence)
        assert event.date is None or edtf.is_valid(event.date)
        if published and event.date and event.status != "planned":
            assert edtf.bounds(event.date)[0] <= edtf.bounds(published)[1]
