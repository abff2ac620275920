"""Who published a report, and in which language."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.annotate.language import find_language
from pelican.plugins.chronology.annotate.reading import lay_out
from pelican.plugins.chronology.annotate.source import find_origin
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Evidence, Origin, Seed

FIXTURES = Path(__file__).parent / "fixtures"
CASES: list[dict[str, Any]] = yaml.safe_load((FIXTURES / "source.yaml").read_text(encoding="utf-8"))
LANGUAGES: list[list[str]] = yaml.safe_load((FIXTURES / "source_languages.yaml").read_text(encoding="utf-8"))


def origin(text: str, header: dict[str, str] | None = None) -> tuple[Origin, tuple[Evidence, ...]]:
    """The origin of a text."""
    seed = Seed("test", text, header or {})
    return find_origin(lay_out(seed, clean(text, seed.header)))


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_the_source_is_read_as_the_case_says(case: dict[str, Any]) -> None:
    """The cases of fixtures/source.yaml hold, and what they do not name stays empty."""
    found, _ = origin(case["text"], case.get("header"))
    assert found == Origin(**{part.name: case.get(part.name) for part in fields(Origin)})


def test_every_part_that_was_read_shows_its_words() -> None:
    """What was read has evidence in the text; what the header gives needs none."""
    text = CASES[0]["text"]
    found, evidence = origin(text, {"outlet": "Given"})
    assert found.outlet == "Given"
    assert [(e.quote, e.rule) for e in evidence] == [("AFP", "credit-agency"), ("Nairobi", "credit-dateline_place")]
    assert all(text[e.start : e.end] == e.quote for e in evidence)


def test_a_quotation_runs_over_the_breaks_of_a_wrapped_paragraph() -> None:
    """Offsets hold, and rules see spaces where the paragraph was broken."""
    text = (
        'Harbour opens again\n\n    The captain told reporters, "We were lucky this time and\n'
        'shall be ready for the next," and thanked the coast guard of the\nisland for its help.\n'
    )
    reading = lay_out(Seed("test", text), clean(text))
    assert [text[a:b] for a, b in reading.quotes] == ["We were lucky this time and\nshall be ready for the next,"]
    assert len(reading.folded) == len(text)
    assert "time and shall" in reading.folded


PIECES = st.sampled_from(sorted({line for case in CASES for line in case["text"].split("\n")}))


@given(st.lists(st.one_of(PIECES, st.text(max_size=40)), max_size=15).map("\n".join))
def test_evidence_is_always_in_the_text(text: str) -> None:
    """Whatever the lines, the quoted words stand where the evidence says."""
    _, evidence = origin(text)
    assert all(text[e.start : e.end] == e.quote and e.quote for e in evidence)


@pytest.mark.parametrize(("language", "text"), LANGUAGES, ids=[f"{n}-{code}" for n, (code, _) in enumerate(LANGUAGES)])
def test_the_language_is_known_by_its_little_words(language: str, text: str) -> None:
    """Ten languages are told apart, and a text that tells nothing is undetermined."""
    assert find_language(text) == language


def test_the_reference_seeds_name_their_outlets(shared: Path) -> None:
    """The outlet of each real report is what its text says, and nothing where it says nothing."""
    gold = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))["seeds"]
    for seed in gold:
        found, _ = origin((shared / "seeds" / seed["file"]).read_text(encoding="utf-8"))
        source, place = seed["source"], seed["dateline_place"]
        assert found.outlet == (source["outlet"] if source["basis"] == "text" else source["text_only"])
        assert found.agency == (seed["agency"]["value"] if seed["agency"] else None)
        assert found.dateline_place == (place["place"] if place else None)
        assert found.author is None
