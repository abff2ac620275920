"""The sentence of a report that names an actor, without markup."""

from __future__ import annotations

import pytest
from pelican.plugins.chronology.views.sentences import mention


@pytest.mark.parametrize(
    ("body", "words", "sentence"),
    [
        ("It rained. The ferry left with Ada Stone aboard. It came back.", "Ada Stone",
         "The ferry left with Ada Stone aboard."),
        ("Danish envoys came. Nobody met them.", "Danish", "Danish envoys came."),
        ("- Ada Stone, *by car*, went [home](home.md).", "Ada Stone", "Ada Stone, by car, went home."),
        ("The Danish-born envoy\nspoke.", "Danish", "The Danish-born envoy spoke."),
    ],
)  # fmt: skip
def test_the_sentence_that_names_an_actor(body: str, words: str, sentence: str) -> None:
    """Words keep their spaces on both sides of the name; what only lays out the text is left away."""
    assert mention(body, words) == sentence
