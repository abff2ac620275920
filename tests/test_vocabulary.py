"""The tables: what ships, what a user's records replace, and how names are matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.folding import fold
from pelican.plugins.chronology.lexicon import Lexicon, Match, split_name
from pelican.plugins.chronology.model import Actor, Country, EventType
from pelican.plugins.chronology.tokens import split_tokens
from pelican.plugins.chronology.vocabulary import DATA, Vocabulary, shipped_countries, shipped_event_types


def find(names: dict[str, str], text: str) -> list[tuple[str, str]]:
    found: tuple[Match[str], ...] = Lexicon(names.items()).find(split_tokens(fold(text), [(0, len(text))]))
    return [(text[m.start : m.end], m.held) for m in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("in New Mexico", [("New Mexico", "state")]),
        ("to the Hague, the Quito of the north", [("the Hague", "city")]),
        ("an isthmus", [("isthmus", "land")]),
        ("New and Mexico", [("Mexico", "country")]),
        ("the U.S.-led force", [("U.S.", "us")]),
        ("the U.S. and us", [("U.S.", "us")]),
        ("MEXICO, NEW MEXICO", [("MEXICO", "country"), ("NEW MEXICO", "state")]),
        ("Al-Qaida and al Qaida", [("Al-Qaida", "group")]),
        ("New\nMexico", [("New\nMexico", "state")]),
        ("New. Mexico", [("Mexico", "country")]),
        ("St. Lucia", [("St. Lucia", "island")]),
        ("a mexico", []),
    ],
)
def test_the_longest_name_is_found(text: str, found: list[tuple[str, str]]) -> None:
    """Longest first, within a sentence, in capitals too, and never inside a longer one."""
    names = {"Mexico": "country", "New Mexico": "state", "U.S.": "us", "Al Qaida": "group", "St. Lucia": "island"}
    names |= {"the Hague": "city", "isthmus": "land"}

    assert find(names, text) == found


@given(st.lists(st.sampled_from(["Alpha", "Beta", "Gamma", "of", ","]), max_size=12))
def test_matches_do_not_overlap(words: list[str]) -> None:
    """Whatever the text, matches come in order, each after the other."""
    names = {"Alpha": "1", "Alpha Beta": "2", "Beta Gamma": "3", "Gamma of Alpha": "4"}
    text = " ".join(words)

    place = 0
    for quote, held in find(names, text):
        assert names[" ".join(split_name(quote))] == held
        place = text.index(quote, place) + len(quote)


def test_every_country_ships_with_a_name() -> None:
    """The 249 codes of ISO 3166-1 and Kosovo, each with a name, and a capital where people govern."""
    countries = shipped_countries()

    assert len(countries) == 250
    assert all(re.fullmatch("[A-Z]{2}", code) and country.name.isascii() for code, country in countries.items())
    without = {code for code, country in countries.items() if not country.capital}
    assert without == {"AQ", "BV", "HM", "UM"}


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ("US", "US"), ("U.S.", "US"), ("Americans", "US"), ("Washington", "US"),
        ("UK", "GB"), ("Britain", "GB"), ("British", "GB"), ("Ivory Coast", "CI"), ("Ivorian", "CI"),
        ("DRC", "CD"), ("Burma", "MM"), ("Nigerien", "NE"), ("Nigerian", "NG"), ("Burkinabe", "BF"),
        ("Soviet Union", "RU"), ("Kosovo", "XK"), ("Palestinians", "PS"), ("Turkiye", "TR"), ("Kyiv", "UA"),
        ("Kiev", "UA"), ("Dominican", "DO"), ("Kremlin", "RU"), ("Darfur", "SD"), ("Timbuktu", "ML"),
    ],
)  # fmt: skip
def test_the_usual_forms_of_a_country_are_known(form: str, code: str) -> None:
    """Names, acronyms, demonyms, capitals, regions and seats lead to the country."""
    sense = Vocabulary.of().places.get(split_name(form))

    assert sense is not None
    assert sense.codes == (code,)


@pytest.mark.parametrize("form", ["Vladimir", "Francois", "Nancy", "Reading", "Mobile", "Of", "Police", "March"])
def test_given_names_and_common_words_are_no_places(form: str) -> None:
    """A town whose name says nothing is left out."""
    assert Vocabulary.of().places.get((form,)) is None


def test_the_tables_stay_small() -> None:
    """What ships stays below 400 kB."""
    assert sum(len((DATA / name).read_bytes()) for name in ("countries.tsv", "gazetteer.tsv")) < 400_000


def test_own_records_add_to_shipped_rows() -> None:
    """What a user's country says is found, and so is what ships; its own capital takes the place of the shipped one."""
    own = Vocabulary.of(countries=[Country("ML", "Maali", ("Malien",), "Kayes", ("Le Mali",))])

    assert own.countries["ML"].demonyms == ("Malien", "Malian", "Malians")
    assert all(own.places.get((form,)).codes == ("ML",) for form in ("Maali", "Malien", "Malian", "Mali", "Kayes"))
    assert own.places.get(("Bamako",)) is None
    assert own.places.get(("Nigerien",)).codes == ("NE",)


def test_a_country_page_without_names_loses_none() -> None:
    """A page that only describes a country leaves the shipped forms as they are."""
    own = Vocabulary.of(countries=[Country("ML", "Republic of Mali", body="A country in the Sahel.")])

    assert own.countries["ML"].body == "A country in the Sahel."
    assert own.places.get(("Malian",)).codes == ("ML",)
    assert own.places.get(("Bamako",)).codes == ("ML",)


def test_own_event_types_replace_the_vocabulary() -> None:
    """An archive with a vocabulary of its own has that and no other."""
    own = Vocabulary.of(event_types=[EventType("flood", "Floods", "Nature")])

    assert list(own.event_types) == ["flood"]
    assert set(Vocabulary.of().event_types) == {row.id for row in shipped_event_types()}
    assert {"talks", "attack", "statement"} <= set(Vocabulary.of().event_types)


def test_a_state_has_the_forms_of_its_record() -> None:
    """What the record of a state calls it is found as the country."""
    actor = Actor("mali", "Mali", "state", "ML", aliases=("Republic of Mali",))

    vocabulary = Vocabulary.of([actor])

    assert vocabulary.places.get(("Republic", "of", "Mali")).codes == ("ML",)
    assert vocabulary.states["ML"] is actor
