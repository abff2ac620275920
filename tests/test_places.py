"""Places and countries: each rule by an example, and the shape of what is found."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from pelican.plugins.chronology.annotate.actors import covered, find_actors
from pelican.plugins.chronology.annotate.countries import find_countries
from pelican.plugins.chronology.annotate.places import find_places
from pelican.plugins.chronology.annotate.reading import Reading, lay_out
from pelican.plugins.chronology.model import Cleaned, CountryFound, Evidence, Line, PlaceFound, Seed
from pelican.plugins.chronology.vocabulary import Vocabulary

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "places.yaml").read_text(encoding="utf-8"))
SHIPPED = Vocabulary.of()


def reading_of(case: dict) -> Reading:
    title, body = case.get("title", ""), case["body"]
    text = "\n".join([title, "", *body])
    lines, at = [], len(title) + 2
    for number, line in enumerate(body, 3):
        lines.append(Line(number, at, at + len(line), line))
        at += len(line) + 1
    heading = Evidence(0, len(title), title, "title") if title else None
    return lay_out(Seed("case", text), Cleaned(heading, None, tuple(lines), ()))


def found_in(case: dict) -> tuple[tuple[PlaceFound, ...], tuple[CountryFound, ...]]:
    reading = reading_of(case)
    actors = find_actors(reading, SHIPPED)
    masked = covered(actors)
    places = find_places(reading, SHIPPED, masked)
    return places, find_countries(reading, SHIPPED, masked, actors, places, case.get("dateline"))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_places_and_countries_are_found_as_the_example_says(case: dict) -> None:
    """Every case of fixtures/places.yaml holds."""
    places, countries = found_in(case)

    if "places" in case:
        assert [[place.name, place.country] for place in places] == case["places"]
    if "countries" in case:
        assert {country.code for country in countries} == set(case["countries"])
    about = {country.code for country in countries if country.about}
    assert about >= set(case.get("about", ()))
    assert not about & set(case.get("not_about", ()))


def test_a_dateline_is_found_however_it_is_written() -> None:
    """The place that the dateline was read as is evidence where the text has it in capitals."""
    _, countries = found_in({"dateline": "Nairobi", "body": ["NAIROBI, 3 May - The envoy left for Uganda."]})

    assert {e.rule: e.quote for c in countries if c.code == "KE" for e in c.evidence} == {"dateline": "NAIROBI"}


@pytest.mark.parametrize(
    "opening",
    ["QUITO, MARCH 9 - ", "Quito, march 9 - ", "QUITO, Ecuador, March 9 (Agency) - ", "QUITO, 9 March 2001: "],
)
def test_a_place_and_a_day_before_a_dash_are_a_dateline(opening: str) -> None:
    """What cleaning read no dateline in may still begin with one; without the dash it does not."""
    _, countries = found_in({"body": [f"{opening}Port workers went home."]})

    rules = {e.rule for country in countries if country.code == "EC" for e in country.evidence}
    assert ("dateline" in rules) == opening.endswith("- ")


@pytest.mark.parametrize(
    ("body", "code", "rules"),
    [
        ("American Otter Mining Corp fell. American Otter will sell.", "US", ["in_name", "in_name"]),
        ("American otters fell ill.", "US", ["demonym"]),
        ("The Bank of Japan sold yen.", "JP", ["body"]),
        ("The Reserve Bank of India sold gold.", "IN", ["body"]),
        ("The Bank of Scotland sold gold.", "GB", ["in_name"]),
    ],
)
def test_a_name_speaks_for_its_country_by_what_it_names(body: str, code: str, rules: list[str]) -> None:
    """A company bears a country's name, also in short; a central bank is a body of its state."""
    _, countries = found_in({"body": [body]})

    assert {c.code: [e.rule for e in c.evidence] for c in countries} == {code: rules}


def test_a_list_of_a_thousand_countries_is_read() -> None:
    """A long list costs no more than its length and breaks nothing."""
    places, countries = found_in({"body": ["Rain fell in " + "Mali, Niger, " * 1000 + "and Chad."]})

    assert not places
    assert {country.code for country in countries} == {"ML", "NE", "TD"}


def test_countries_come_most_salient_first() -> None:
    """A report's countries are in order of their salience, each between 0 and 1."""
    _, countries = found_in(next(case for case in CASES if "about" in case))

    salience = [country.salience for country in countries]
    assert salience == sorted(salience, reverse=True)
    assert 0 < min(salience) < max(salience) < 1


def test_the_seeds_involve_the_countries_of_the_reference_annotation(shared: Path) -> None:
    """No country of the five real reports is missed, and none is made up."""
    for gold in yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))["seeds"]:
        text = (shared / "seeds" / gold["file"]).read_bytes().decode("utf-8").replace("\r\n", "\n")
        lines, at = {}, 0
        for number, line in enumerate(text.split("\n"), 1):
            lines[number] = Line(number, at, at + len(line), line)
            at += len(line) + 1
        title = lines[gold["title"]["line"]]
        body = tuple(lines[number] for number in gold["lines"]["body"])
        cleaned = Cleaned(Evidence(title.start, title.end, title.text, "title"), None, body, ())
        reading = lay_out(Seed(gold["file"], text), cleaned)
        actors = find_actors(reading, SHIPPED)
        masked = covered(actors)
        countries = find_countries(reading, SHIPPED, masked, actors, find_places(reading, SHIPPED, masked))

        codes = {country.code for country in countries}
        assert codes >= set(gold["countries"]["all"]), gold["file"]
        assert codes <= {*gold["countries"]["all"], *gold["countries"].get("optional", ())}, gold["file"]
