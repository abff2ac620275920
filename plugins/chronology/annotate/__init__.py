"""A cleaned seed -> its annotation: who, where, when and what, each with the words it rests on.

seed, cleaned -> reading -> origin, published -> actors -> places -> dates -> countries -> events, claims
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import Any

from ..model import (
    ActorFound,
    Annotation,
    Cleaned,
    DateFound,
    Id,
    Origin,
    Published,
    Seed,
)  # fmt: skip
from ..vocabulary import Vocabulary
from .actors import covered, find_actors
from .claims import find_claims
from .countries import find_countries
from .dates import find_dates
from .dates.ends import with_ends
from .dating import date_undated
from .events import find_events
from .language import find_language
from .places import find_places
from .published import find_published
from .reading import Reading, lay_out
from .source import find_origin
from .summary import summarise

__all__ = ["READ_AT_MOST", "annotate"]

READ_AT_MOST = 200_000
"""Characters of title, standfirst and body: some thirty thousand words. What follows is kept, but not read."""
READ = ("en", "und")
"""Languages whose sentences are read; a text too short to tell its language is taken for English."""


def annotate(seed: Seed, cleaned: Cleaned, vocabulary: Vocabulary) -> Annotation:
    """All that is found in one seed. Nothing is read but the arguments, and nothing is guessed over the header."""
    reading = lay_out(seed, cleaned, READ_AT_MOST)
    language = find_language("\n".join([line.text for line in cleaned.body]) or seed.text)
    # The order matters, for each step needs what those before it found:
    # - outlet and stamps first: they stand in lines that are no part of the body, and dates hang on the stamp;
    # - actors before places: "Islamic State of Iraq" is no mention of Iraq, and Vladimir no town;
    # - dates before the dating of an undated report, which weighs them, and again after it, now with its day;
    # - countries after actors and places, whose countries they take in;
    # - events last: they join actors, places and dates.
    origin, _ = find_origin(reading)
    published = find_published(reading)
    if language not in READ:
        return _names_only(reading, language, origin, published, vocabulary)
    actors = find_actors(reading, vocabulary)
    masked = covered(actors)
    places = find_places(reading, vocabulary, masked)
    dates, published = _dates(reading, published, actors, vocabulary)
    countries = find_countries(reading, vocabulary, masked, actors, places, origin.dateline_place)
    events, main = find_events(reading, dates, actors, places, countries, published, vocabulary)
    return Annotation(
        **_without_reading(reading, language, origin, published),
        main=main,
        events=events,
        actors=_with_part(actors, events[main].actors if main is not None else ()),
        places=places,
        countries=countries,
        dates=with_ends(dates),
        claims=find_claims(reading, actors),
        summary=summarise(reading),
        problems=(*_unreadable(reading), *_problems(published, main)),
    )


def _dates(
    reading: Reading, published: Published, actors: tuple[ActorFound, ...], vocabulary: Vocabulary
) -> tuple[tuple[DateFound, ...], Published]:
    """The dates of the text, on the day of publication: the stated one, or else the one that the text leaves."""
    dates = find_dates(reading, published.date)
    if published.date is not None:
        return dates, published
    found = date_undated(reading, dates, actors, vocabulary, published)
    published = replace(published, date=found.date, clues=found.clues)
    return (find_dates(reading, found.date) if found.date else dates), published


def _with_part(actors: tuple[ActorFound, ...], taking_part: tuple[Id, ...]) -> tuple[ActorFound, ...]:
    """Who takes part in the main event is one of its actors, too; a state stands in a sentence for where it was."""
    return tuple(
        actor._replace(role="primary")
        if actor.role == "mentioned" and actor.kind != "state" and actor.id in taking_part
        else actor
        for actor in actors
    )


def _names_only(
    reading: Reading, language: str, origin: Origin, published: Published, vocabulary: Vocabulary
) -> Annotation:
    """A report in a language whose sentences are not read: its header, and the names that have a record."""
    actors = tuple(actor for actor in find_actors(reading, vocabulary) if actor.known)
    problem = f'the text is in "{language}": only English is annotated; here only header and known names were read'
    return Annotation(**_without_reading(reading, language, origin, published), actors=actors, problems=(problem,))


def _without_reading(reading: Reading, language: str, origin: Origin, published: Published) -> dict[str, Any]:
    """What is known without reading a sentence, by its names in an annotation."""
    seed, cleaned = reading.seed, reading.cleaned
    return {
        "id": seed.id,
        "title": seed.header.get("title", "").strip() or (cleaned.title.quote if cleaned.title else ""),
        "language": language,
        "published": published,
        "source": origin,
        "body": "\n".join([line.text for line in cleaned.body]),
        "dropped": cleaned.dropped,
        "standfirst": cleaned.standfirst.quote if cleaned.standfirst else "",
    }


# What does not show, and parts or turns round what does: controls, zero-width spaces, changes of direction.
_HIDDEN = re.compile(r"[\x00-\x08\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


def _unreadable(reading: Reading) -> tuple[str, ...]:
    """What of the text could not be read as it stands."""
    problems = []
    text = reading.text[:READ_AT_MOST].replace("\n", "")
    # Looked for only where something does not show: hardly any text has such characters.
    if not text.isprintable() and (hidden := Counter(_HIDDEN.findall(text))):
        kinds = ", ".join(f"U+{ord(char):04X} ({times} times)" for char, times in sorted(hidden.items()))
        problems.append(f"the text holds characters that do not show: {kinds}; take them out of the seed if words part")
    if reading.stopped is not None:
        problems.append(
            f"only the first {READ_AT_MOST:,} characters of the text were annotated; give each report a seed of its own"
        )
    return tuple(problems)


def _problems(published: Published, main: int | None) -> tuple[str, ...]:
    problems = []
    if published.date is None:
        problems.append("nothing dates the report; give its header a date")
    if main is None:
        problems.append("no event was found in the head of the report; give its page an event_type")
    return tuple(problems)
