"""The files of the search: all that lunr's weights are worked out from, and nothing that a browser takes for a tag."""

from __future__ import annotations

import json
import re
from math import log
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pelican.plugins.chronology.search import documents, postings, shards
from pelican.plugins.chronology.search.scripts import script
from pelican.plugins.chronology.search.stems import SMALL, Stems, bare
from whole_index import SEPARATOR, whole_index

WORDS = st.text(st.sampled_from("abcdeisy éß-.,'\"\n\t<>\\\u2028\U0001f30d "), max_size=60)
DOCUMENTS = st.lists(st.fixed_dictionaries(dict.fromkeys(documents.BOOSTS, WORDS)), min_size=1, max_size=80)


def cut(texts: list[dict[str, str]]) -> dict[str, Any]:
    """The files of the index by name, as a browser reads them."""
    made = postings.indexed(texts)
    weights = {term: shards.weight_of(shards.lists_of(made, term)) for term in made.terms()}
    parts = shards.cut(weights, len(texts))
    files = {"index": shards.directory(len(texts), made.lengths, parts), "terms": list(weights)}
    files |= dict(shards.files(made, parts))
    return {name: loaded(script(name, value)) for name, value in files.items()}


def loaded(text: str) -> Any:
    """What the browser gets: the script's one call, evaluated as JavaScript does."""
    call = re.fullmatch(r"chronologySearch\.load\('([\w-]+)','(.*)'\);\n", text, re.DOTALL)
    assert call
    return json.loads(re.sub(r"\\(u[0-9a-f]{4}|.)", _unescaped, call[2]))


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1][1:], 16)) if len(found[1]) == 5 else found[1]


def weights(files: dict[str, Any]) -> dict[tuple[str, str, int], float]:
    """What each term weighs in each field of each report, worked out as the search page does."""
    about = files["index"]
    found = {}
    for number in range(shards.count_of(about["reports"])):
        for term, by_field in files[shards.name_of(number)].items():
            places = sum(len(numbers) // 3 for numbers in by_field.values())
            rarity = log(1 + abs((about["reports"] - places + 0.5) / (places + 0.5)))
            for key, numbers in by_field.items():
                field = about["fields"][int(key)]
                report = 0
                for at in range(0, len(numbers), 3):
                    report += numbers[at]
                    share = numbers[at + 2] / field["mean"]
                    score = rarity * (2.2 * numbers[at + 1]) / (1.2 * (0.25 + 0.75 * share) + numbers[at + 1])
                    found[term, field["name"], report] = score * field["boost"]
    return found


def lunrs_weights(texts: list[dict[str, str]]) -> dict[tuple[str, str, int], float]:
    """The same from the index that lunr makes of the documents, without the marks around words."""
    index = whole_index(texts)
    terms = {posting["_index"]: term for term, posting in index["invertedIndex"]}
    found = {}
    for reference, vector in index["fieldVectors"]:
        name, _, number = reference.partition("/")
        for at in range(0, len(vector), 2):
            found[terms[vector[at]], name, int(number)] = vector[at + 1]
    return found


@given(DOCUMENTS)
@settings(max_examples=40, deadline=None)
def test_the_shards_hold_what_lunr_weighs(texts: list[dict[str, str]]) -> None:
    """Every term of lunr's index, in every field and report, with lunr's weight: none more, none less."""
    assert weights(cut(texts)) == pytest.approx(lunrs_weights(texts), abs=0.0006)


@given(DOCUMENTS)
@settings(max_examples=40, deadline=None)
def test_a_term_stands_in_the_shard_that_the_directory_names(texts: list[dict[str, str]]) -> None:
    """Terms are in the order of JavaScript's strings, so that a search by halves finds the shard."""
    files = cut(texts)
    first = [text.encode("utf-16-be") for text in files["index"]["first"]]

    assert first == sorted(first)
    for number, name in enumerate(map(shards.name_of, range(len(first)))):
        for term in files[name]:
            key = term.encode("utf-16-be")
            assert first[number] <= key
            assert number + 1 == len(first) or key < first[number + 1]
    assert files["terms"] == [term for name in map(shards.name_of, range(len(first))) for term in files[name]]


def places(files: dict[str, Any]) -> dict[tuple[str, int], list[int]]:
    """The places of each word in each report, read as the search page does."""
    found: dict[tuple[str, int], list[int]] = {}
    for number in range(shards.count_of(files["index"]["reports"])):
        for word, numbers in files[shards.words_of(number)].items():
            report = -1
            for one in numbers:
                if one < 0:
                    report -= one
                else:
                    found.setdefault((word, report), []).append(one)
    return found


@given(DOCUMENTS)
@settings(max_examples=40, deadline=None)
def test_every_word_of_a_text_has_its_place(texts: list[dict[str, str]]) -> None:
    """Title and body in one row, with places between them; small words have a place and are not kept."""
    wanted: dict[tuple[str, int], list[int]] = {}
    for number, text in enumerate(texts):
        title, body = (re.split(SEPARATOR, text[name].lower()) for name in ("title", "body"))
        words = [word for piece in (*title, *["the"] * 8, *body) if (word := bare(piece))]
        for place, word in enumerate(words):
            if word not in SMALL:
                wanted.setdefault((word, number), []).append(place)

    assert places(cut(texts)) == wanted


@given(DOCUMENTS)
@settings(max_examples=20, deadline=None)
def test_a_word_stands_beside_the_shard_of_its_term(texts: list[dict[str, str]]) -> None:
    """So that one directory serves both."""
    files = cut(texts)
    for number in range(shards.count_of(len(texts))):
        for word in files[shards.words_of(number)]:
            term = Stems()[word]
            assert term in files[shards.name_of(number)]


def test_words_are_found_by_stem_and_without_accents() -> None:
    """The terms are lunr's."""
    empty = dict.fromkeys(documents.BOOSTS, "")
    made = postings.indexed([{**empty, "body": documents.fold("Négociations at the lake"), "title": "Accords"}])

    assert made.terms() == ["accord", "lake", "negoci"]


@pytest.mark.parametrize(
    ("piece", "word"), [("u.s.", "u.s"), ("“talks”,", "talks"), ("minister's.", "minister's"), ("—", ""), ("é…", "é")]
)
def test_a_word_is_without_the_marks_around_it(piece: str, word: str) -> None:
    """In the text as in a query: who asks for U.S. finds it."""
    assert bare(piece) == word
    assert Stems()[piece] == Stems()[word]


def test_no_script_holds_a_tag() -> None:
    """A body with a closing script tag stays data, whatever parser reads the file."""
    assert "<" not in script("reports-0", ["</script><script>'\\"])


def test_an_archive_without_reports_has_an_index_too() -> None:
    """The search of an empty archive loads and finds nothing."""
    files = cut([])

    assert files["terms"] == []
    assert files["index"]["reports"] == 0
    assert files[shards.name_of(0)] == {}
