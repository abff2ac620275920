"""Claims: how many people, what happened to them, and who says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.annotate.claims import find_claims
from pelican.plugins.chronology.annotate.claims.figures import find_figures, value_of
from pelican.plugins.chronology.model import ActorFound, Evidence
from readings import blocks, reading_of

CASES = blocks("claims.md")


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_figures_of_people_are_found_with_their_source(text: str, expected: str) -> None:
    """The cases of fixtures/claims.md hold."""
    found = [
        f"{c.what} {c.value} | {c.attributed_to or '-'} | {c.evidence[0].quote}" for c in find_claims(reading_of(text))
    ]

    assert "\n".join(found) == ("" if expected == "none" else expected)


def test_a_figure_told_twice_is_one_claim_with_both_places() -> None:
    """The second telling is further evidence."""
    claims = find_claims(reading_of("Six soldiers died in the ambush.\nThe six soldiers who died were buried."))

    assert [e.quote for claim in claims for e in claim.evidence] == ["Six soldiers died", "six soldiers who died"]


def test_a_pronoun_stands_for_the_actor_with_whom_the_sentence_begins() -> None:
    """Only where an actor was found there."""
    text = "The Ghana Coastguard searched the ferry; it puts the number of dead at 64."
    start = text.index("Ghana")
    words = Evidence(start, start + 16, "Ghana Coastguard", "organisation")
    coastguard = ActorFound("ghana-coastguard", "Ghana Coastguard", "body", "GH", False, "mentioned", (words,))
    found = [find_claims(reading_of(text), actors) for actors in ((coastguard,), ())]

    assert [claim.attributed_to for claims in found for claim in claims] == ["Ghana Coastguard", None]


@given(st.integers(min_value=1, max_value=999_999), st.sampled_from([("", ""), ("at least ", ">="), ("nearly ", "~")]))
def test_any_number_of_dead_is_read_as_it_is_written(number: int, about: tuple[str, str]) -> None:
    """With and without commas, up to the years that a bare number of four digits would be."""
    if not about[0] and 1000 <= number <= 2999:
        return
    for text in (f"{number}", f"{number:,}"):
        claims = find_claims(reading_of(f"The storm killed {about[0]}{text} people."))

        assert [(c.what, c.value) for c in claims] == [("killed", f"{about[1]}{number}")]


@given(st.text("0123456789,. at lesovrkidnjuw", max_size=60))
def test_every_claim_quotes_the_text(text: str) -> None:
    """Whatever stands there, the words are found where they are said to be, and the value can be printed."""
    reading = reading_of("x " + text)
    for claim in find_claims(reading):
        for words in claim.evidence:
            assert words.quote == reading.text[words.start : words.end]
    starts = reading.tokens.starts
    for figure in find_figures(reading.folded, starts, range(len(starts)), len(reading.folded)):
        assert value_of(figure)


def test_a_figure_of_the_title_is_that_of_the_text() -> None:
    """The text has its sign and who gives it; the title's words are further evidence."""
    reading = reading_of("At least nine sailors died, the harbour police said.", "Nine sailors dead in storm")
    (claim,) = find_claims(reading)

    assert (claim.what, claim.value, claim.attributed_to) == ("killed", ">=9", "harbour police")
    assert [words.quote for words in claim.evidence] == ["At least nine sailors died", "Nine sailors dead"]
