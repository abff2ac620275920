"""Actors: each rule by an example that an editor can add to, and what holds for any text."""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.annotate.actors import covered, find_actors
from pelican.plugins.chronology.annotate.countries import find_countries
from pelican.plugins.chronology.annotate.places import find_places
from pelican.plugins.chronology.annotate.reading import Reading, lay_out
from pelican.plugins.chronology.model import Actor, Cleaned, Evidence, Line, Relation, Seed
from pelican.plugins.chronology.vocabulary import Vocabulary

FIXTURES = Path(__file__).parent / "fixtures"
HOSTILE = yaml.safe_load((FIXTURES / "hostile_names.yaml").read_text(encoding="utf-8"))
CASES = yaml.safe_load((FIXTURES / "actors.yaml").read_text(encoding="utf-8"))


def reading_of(title: str, body: list[str], given_title: str = "") -> Reading:
    """A report laid out as cleaning leaves it: the title, a free line, a paragraph a line."""
    text = "\n".join([title, "", *body])
    lines, at = [], len(title) + 2
    for number, line in enumerate(body, 3):
        lines.append(Line(number, at, at + len(line), line))
        at += len(line) + 1
    heading = Evidence(0, len(title), title, "title") if title else None
    header = {"title": given_title} if given_title else {}
    return lay_out(Seed("case", text, header), Cleaned(heading, None, tuple(lines), ()))


def record(row: dict[str, object]) -> Actor:
    deployed = row.get("deployed_in")
    values = {k: tuple(v) if isinstance(v, list) else v for k, v in row.items() if k != "deployed_in"}
    return Actor(**values, relations=(Relation("deployed_in", str(deployed)),) if deployed else ())


RECORDS = {
    row["id"]: record(row) for row in yaml.safe_load((FIXTURES / "actors_records.yaml").read_text(encoding="utf-8"))
}
ALL = Vocabulary.of(RECORDS.values())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_actors_are_found_as_the_example_says(case: dict) -> None:
    """Every case of fixtures/actors.yaml holds."""
    vocabulary = Vocabulary.of(RECORDS[key] for key in case.get("records", ()))
    reading = reading_of(case.get("title", ""), case["body"], case.get("given_title", ""))
    found = {actor.id: actor for actor in find_actors(reading, vocabulary)}

    wanted = [row["id"] for row in case["found"]]
    assert [key for key in found if key in wanted] == wanted, sorted(found)
    assert not set(found) & set(case.get("absent", ()))
    if case.get("complete"):
        assert set(found) == set(wanted)
    for row in case["found"]:
        actor = found[row["id"]]
        for field in ("kind", "role", "country", "known"):
            if field in row:
                assert getattr(actor, field) == row[field], field
        if "words" in row:
            assert [e.quote for e in actor.evidence] == row["words"]
        if "rules" in row:
            assert [e.rule for e in actor.evidence] == row["rules"]


WORDS = st.sampled_from(
    [
        *(
            "President",
            "Assimi",
            "Goita",
            "Goïta",
            "Keita",
            "said",
            ",",
            ".",
            '"',
            "(",
            ")",
            "al",
            "ag",
            "Mr.",
            "\u00a0",
        ),
        *("IS", "ISIL", "Islamic", "State", "of", "Iraq", "and", "the", "Levant", "U.S.", "Moscow's", "insists", "in"),
        *("French", "forces", "Mali", "UN", "peacekeepers", "-", "led", "coalition", "Ministry", "rebels", "Paris,"),
        *("Bamako", "MALI’S", "VRBA"),
    ]
)


@given(st.lists(WORDS, max_size=40), st.lists(WORDS, max_size=8))
def test_every_annotation_quotes_the_text(body: list[str], title: list[str]) -> None:
    """Whatever the text: each piece of evidence is the text at its offsets, actors come in order and once."""
    reading = reading_of(" ".join(title), [" ".join(body)])
    actors = find_actors(reading, ALL)
    places = find_places(reading, ALL, covered(actors))
    countries = find_countries(reading, ALL, covered(actors), actors, places, "Moscow")

    for found in (*actors, *places, *countries):
        assert found.evidence
        for evidence in found.evidence:
            assert reading.text[evidence.start : evidence.end] == evidence.quote != ""
    firsts = [actor.evidence[0].start for actor in actors]
    assert firsts == sorted(firsts)
    assert len({actor.id for actor in actors}) == len(actors)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    """Odd characters break nothing, and what is found is the same each time."""
    reading = reading_of("", text.split("\n"))

    assert find_actors(reading, ALL) == find_actors(reading, ALL)


def text_of(unit: str, length: int) -> str:
    """The unit until it fills this length, each # a number of its own, in letters."""
    parts, filled = [], 0
    for number in count():
        if filled >= length:
            return "".join(parts)
        parts.append(unit.replace("#", "".join(chr(97 + int(digit)) for digit in f"{number:05d}")))
        filled += len(parts[-1])
    raise AssertionError


def calls_to_find(text: str) -> int:
    """How many functions are called to find the names in one endless line: time that no other process changes."""
    reading = reading_of("", [text])
    calls = 0

    def count_call(frame: object, event: str, value: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        actors = find_actors(reading, ALL)
        places = find_places(reading, ALL, covered(actors))
        find_countries(reading, ALL, covered(actors), actors, places)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("case", HOSTILE, ids=[case["name"] for case in HOSTILE])
def test_the_work_grows_with_the_text_alone(case: dict) -> None:
    """Four times the text takes about four times the calls, whatever it is made of."""
    calls_to_find("Ann Smith visited Mali.")

    short, long = (calls_to_find(text_of(case["unit"], length)) for length in (4_000, 16_000))

    assert long < 5 * short + 500
