"""A number -> that many made-up reports, the same ones every time.

Nothing is copied: names and words are put together from syllables, and drawn by Zipf's law, so that a few
actors, countries and words fill the archive and most are rare, as in real news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate


def words_of(text: str) -> tuple[str, ...]:
    return tuple(text.split())


FIRST_DAY = date(1990, 1, 1)
DAYS = 35 * 365
ACTORS_PER_REPORT = {1: 18, 2: 27, 3: 25, 4: 15, 5: 9, 6: 6}
"""Weights; 2.9 actors a report on average."""
COUNTRIES_PER_REPORT = {1: 50, 2: 35, 3: 15}
NAMES_PER_REPORT = 0.36
"""Names in the hat for each report; about 0.3 are drawn at least once."""
WORDS = 40_000

CODES = words_of("""
    US FR RU GB CN DE ML NE NG IR IQ SY UA IL TR EG SA IN PK AF BF TD SD SS ET SO KE LY DZ MA TN MR SN GM GN
    GW SL LR CI GH TG BJ CM CF CG CD GA GQ AO ZM ZW MZ MW TZ UG RW BI DJ ER YE OM AE QA KW BH JO LB CY GR IT
    ES PT BE NL LU CH AT CZ SK PL HU RO BG RS HR SI BA ME AL MK MD BY LT LV EE FI SE NO DK IS IE CA MX CU HT
    VE CO BR AR CL PE BO EC PY UY JP KR KP VN TH MM ID PH AU
""")
TYPES = {
    "talks": "meets envoys for talks",
    "statement": "speaks of the crisis",
    "agreement": "signs an accord",
    "visit": "comes on a visit",
    "protest": "calls for marches",
    "attack": "is hit by an attack",
    "clash": "reports a clash",
    "arrest": "announces arrests",
    "election": "goes to the polls",
    "sanction": "is put under sanctions",
    "aid": "sends relief",
    "appointment": "names a minister",
}
"""The kinds of event of the made archive, and what a headline says of them."""
OUTLETS = ("The Morning Ledger", "Harbour Post", "Radio Seven Hills", "The Plains Courier", "Evening Wire")

ONSETS = words_of("b d f g h k l m n p r s t v z br dr gr kr tr st sh ch")
NUCLEI = words_of("a e i o u ai ou ia")
CODAS = ("", "", "", "n", "r", "l", "s", "m")
COMMON = words_of("""
    the of and to in a for on that with by as at from it was were has had its their this which after before
    over under between during while when where who said told asked added more most some two three four five
    new old next last early late public local national regional northern southern eastern western
""")


@dataclass(frozen=True)
class MadeReport:
    """One report, in terms that both kinds of site can be written from."""

    id: str
    slug: str
    title: str
    day: date
    published: date
    event_type: str
    actors: tuple[str, ...]
    """Names."""
    countries: tuple[str, ...]
    place: str
    outlet: str
    summary: str
    paragraphs: tuple[str, ...]
    day_words: str
    """The words of the body that date and place the event."""
    earlier: date
    """When a further event happened that the report looks back on."""
    earlier_words: str
    """The words of the body that tell of it."""


def made_reports(count: int) -> Iterator[MadeReport]:
    """So many reports. A longer archive is not a shorter one with more after it: it has more names."""
    rng = random.Random(f"chronology {count}")
    words = Hat(rng, _words(rng, WORDS))
    actors = Hat(rng, _names(rng, max(12, round(count * NAMES_PER_REPORT))))
    countries = Hat(rng, CODES)
    places = Hat(rng, [word.capitalize() for word in _words(rng, 400, (1, 2, 2))])
    types = Hat(rng, list(TYPES))
    for number in range(count):
        yield _report(number, rng, words, actors, countries, places, types)


class Hat:
    """Things to draw from, the first far more often than the last (Zipf's law)."""

    def __init__(self, rng: random.Random, things: Sequence[str]) -> None:
        self.rng, self.things = rng, things
        self.weights = list(accumulate(1 / rank for rank in range(1, len(things) + 1)))

    def draw(self, count: int = 1) -> list[str]:
        return self.rng.choices(self.things, cum_weights=self.weights, k=count)

    def different(self, count: int) -> tuple[str, ...]:
        """So many things, each once, in the order in which they were drawn."""
        found: dict[str, None] = {}
        while len(found) < count:
            found.update(dict.fromkeys(self.draw(count - len(found))))
        return tuple(found)


def _report(
    number: int, rng: random.Random, words: Hat, actors: Hat, countries: Hat, places: Hat, types: Hat
) -> MadeReport:
    day = FIRST_DAY + timedelta(rng.randrange(DAYS))
    earlier = day - timedelta(rng.randrange(20, 900))
    cast = actors.different(_pick(rng, ACTORS_PER_REPORT))
    event_type = types.draw()[0]
    place = places.draw()[0]
    title = f"{cast[0]} {TYPES[event_type]} in {place}"
    return MadeReport(
        id=f"m{number:06d}",
        slug=f"{number:06d}-{slug_of(title)}"[:80].rstrip("-"),
        title=title,
        day=day,
        published=day + timedelta(rng.choice((0, 1, 1, 1, 2))),
        event_type=event_type,
        actors=cast,
        countries=countries.different(_pick(rng, COUNTRIES_PER_REPORT)),
        place=place,
        outlet=rng.choice(OUTLETS),
        summary=f"{cast[0]} {TYPES[event_type]} in {place}, {_clause(rng, words, 7)}.",
        paragraphs=_paragraphs(rng, words, cast, place, day, earlier),
        day_words=f"in {place} on {_spoken(day)}",
        earlier=earlier,
        earlier_words=f"after events of {earlier:%B %Y}",
    )


def _paragraphs(
    rng: random.Random, words: Hat, cast: Sequence[str], place: str, day: date, earlier: date
) -> tuple[str, ...]:
    """About 130 words; every actor is named, and so are both dates."""
    opening = f"{cast[0]} was seen in {place} on {_spoken(day)}, {_clause(rng, words, 17)}."
    middle = [f"{name} {_clause(rng, words, 11)}." for name in cast[1:]]
    looking_back = f"It came after events of {earlier:%B %Y}: {_clause(rng, words, 14)}."
    length = sum(len(part.split()) for part in (opening, looking_back, *middle))
    rest = [f"{_clause(rng, words, 13).capitalize()}." for _ in range(max(1, (130 - length) // 13))]
    half = len(rest) // 2
    return (opening, " ".join((*middle, *rest[:half])), " ".join((looking_back, *rest[half:])))


def _clause(rng: random.Random, words: Hat, count: int) -> str:
    """So many words, about half of them common ones."""
    return " ".join(rng.choice(COMMON) if rng.random() < 0.45 else word for word in words.draw(count))


def _spoken(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _pick(rng: random.Random, weights: dict[int, int]) -> int:
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def _words(rng: random.Random, count: int, syllables: Sequence[int] = (2, 2, 3, 4)) -> list[str]:
    """So many different words, each of one of these numbers of syllables."""
    found: dict[str, None] = {}
    while len(found) < count:
        parts = (_syllable(rng) for _ in range(rng.choice(syllables)))
        found["".join(parts)] = None
    return list(found)


def _syllable(rng: random.Random) -> str:
    return rng.choice(ONSETS) + rng.choice(NUCLEI) + rng.choice(CODAS)


def _names(rng: random.Random, count: int) -> list[str]:
    """So many different names of persons."""
    first, family = _words(rng, 300, (1, 2)), _words(rng, 4000, (2, 3))
    found: dict[str, None] = {}
    while len(found) < count:
        found[f"{rng.choice(first).capitalize()} {rng.choice(family).capitalize()}"] = None
    return list(found)


def slug_of(name: str) -> str:
    """The id under which an actor's record is kept, and the end of a page's address."""
    return name.lower().replace(" ", "-")
