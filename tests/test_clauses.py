"""Sentences sorted into clauses: what stands in passing is told from what is said."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.annotate.clauses import Parsed, parse
from readings import reading_of


def sorted_out(parsed: Parsed) -> str:
    """The stretches of a sentence, each in brackets behind the first letter of its clause's kind."""
    told, at = [], 0
    while at < parsed.size:
        _, stop = parsed.stretch(at)
        told.append(f"{parsed.clause(at).kind[0]}[{' '.join(parsed.words[at:stop])}]")
        at = stop
    return " ".join(told)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Ferries sank.", "m[ferries sank]"),
        ("The raid, which killed nine, was deplored.", "m[the raid] r[which killed nine] m[was deplored]"),
        ("They left after gunmen came.", "m[they left] a[after gunmen came]"),
        ("After gunmen came, they left.", "a[after gunmen came] m[they left]"),
        ("Addo said that both would come.", "m[addo said] c[that both would come]"),
        ("Addo said both would come.", "m[addo said] c[both would come]"),
        ("Addo told he came, and that all may.", "m[addo told] c[he came and] c[that all may]"),
        ("Togo sent tents; Benin, as usual, sent food.", "m[togo sent tents] m[benin] a[as usual] m[sent food]"),
        ("The envoys, after a walk in Lom\u00e9 said no.", "m[the envoys] a[after a walk in lome] m[said] c[no]"),
    ],
)  # fmt: skip
def test_a_clause_opens_at_a_word_and_closes_at_a_comma(sentence: str, expected: str) -> None:
    """A stretch that follows what was put between belongs to the clause before it."""
    assert sorted_out(parse(reading_of(sentence))[0]) == expected


def test_a_word_that_is_a_name_keeps_its_capital() -> None:
    """Nobody marches in March, and the United States are no states."""
    (parsed,) = parse(reading_of("In March the States march in two states."))

    assert parsed.words[: parsed.size] == ("in", "March", "the", "States", "march", "in", "two", "states")


def test_beyond_its_ends_a_sentence_has_empty_words() -> None:
    """A rule looks around without asking where the sentence ends."""
    first, second = parse(reading_of("They met. They parted."))

    assert (first.words[first.size], first.words[-1], second.words[-3]) == ("", "", "")
    assert not first.is_name(2)
    assert second.is_name(0)


def test_a_report_without_a_word_has_no_sentence() -> None:
    """There is nothing to sort."""
    assert parse(reading_of("", "")) == ()


TEXT = "he said that who which after , ; and March the army left - ( ) 20 that's"
WORDS = st.sampled_from(TEXT.split())


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_stretches_hold_each_word_once(words: list[str]) -> None:
    """Whatever the sentence: each word stands in the stretch that it asks for, and a clause opens where it says."""
    for parsed in parse(reading_of(" ".join(words))):
        for at in range(parsed.size):
            first, stop = parsed.stretch(at)
            assert first <= at < stop <= parsed.size
            assert parsed.stretch(first) == (first, stop) == parsed.stretch(stop - 1)
            assert parsed.clause(at) is parsed.clause(first)
            assert parsed.clause(at).opener <= at
