"""The YAML header: texts that remember their places, and nothing that a parser makes up."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import header

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "header_errors.yaml").read_text(encoding="utf-8"))

WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30)
KEYS = st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True)
VALUES = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_broken_header_is_told_with_its_line(case: dict[str, Any]) -> None:
    """What cannot be read is named with the file's line, and with what to do."""
    with pytest.raises(header.HeaderError) as caught:
        header.parse(case["header"])

    assert caught.value.line == case["line"]
    assert case["says"] in caught.value.message
    assert case.get("advice", "") in caught.value.hint
    assert caught.value.hint


@pytest.mark.parametrize("text", ["NO", "yes", "0123", "12:30:45", "1e3", "2015-11-14", "0x1f", "null-island"])
def test_scalars_stay_the_text_that_was_written(text: str) -> None:
    """Norway is not False, and a date is text until the definition of its record says otherwise."""
    assert header.parse(f"value: {text}\n") == {"value": text}


@pytest.mark.parametrize("text", ["03903845", "8e511200", "1.5", "0o17", "0x1f", "2012", "NO", "~"])
def test_what_another_reader_takes_for_a_number_is_quoted(text: str) -> None:
    """Editors read YAML 1.2, in which a digest without a letter, or with one e, would be a number."""
    assert header.dump({"value": text}) == f"value: '{text}'\n"


def test_values_remember_their_places() -> None:
    """A problem deep in a list can be told with its line and column."""
    read = header.parse("title: One\nactors: [ada, {id: ben, role: primary}]\n")
    actors = read[header.Text("actors")]
    assert isinstance(actors, header.Sequence)

    assert [(item.line, item.column) for item in actors] == [(3, 10), (3, 15)]


@pytest.mark.parametrize("text", ["[" * 100_000, "- " * 100_000, "{a: " * 100_000, "a: " + "x" * 2_000_000])
def test_depth_and_size_are_bounded(text: str) -> None:
    """A header made to crash the parser is refused like any other."""
    with pytest.raises(header.HeaderError):
        header.parse(text)


def test_split() -> None:
    """The body begins on the line after the second rule, and a rule further down belongs to the body."""
    parts = header.split("---\nid: r1\n---\nOne\n\n---\nTwo\n")

    assert parts == header.Parts("id: r1\n", "One\n\n---\nTwo\n", 4)


@given(st.dictionaries(KEYS, VALUES, max_size=6))
def test_what_is_written_reads_the_same(values: dict[str, Any]) -> None:
    """Any value comes back as it was, for our reader and for any other reader of YAML 1.1."""
    text = header.dump(values)

    assert header.parse(text) == values
    assert yaml.load(text, Loader=yaml.BaseLoader) == (values or None)
