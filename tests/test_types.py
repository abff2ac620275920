"""Types of events: the main verb decides, and what is mentioned in passing does not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.annotate.head import weigh_head
from pelican.plugins.chronology.annotate.inflect import noun_forms, verb_forms
from pelican.plugins.chronology.annotate.reading import Reading
from pelican.plugins.chronology.annotate.told import Told
from pelican.plugins.chronology.annotate.wording import words_of
from pelican.plugins.chronology.model import EventType, Evidence
from pelican.plugins.chronology.vocabulary import Vocabulary
from readings import blocks, reading_of

CASES = blocks("types.md")
VOCABULARY = Vocabulary.of()


def types_in(reading: Reading, vocabulary: Vocabulary = VOCABULARY) -> list[tuple[str, Evidence] | None]:
    """The type that each sentence tells of, and its words."""
    told = Told(reading, vocabulary)
    found = [max(told.weighed_in(parsed), key=lambda w: w.weight, default=None) for parsed in told.sentences]
    return [best and (best.type, words_of(reading, best)) for best in found]


@pytest.mark.parametrize(("sentence", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_a_sentence_is_of_the_type_of_its_main_verb(sentence: str, expected: str) -> None:
    """The cases of fixtures/types.md hold."""
    found = types_in(reading_of(sentence))[0]
    kind, _, words = expected.partition(" | ")

    assert (found[0] if found else "none") == kind
    assert not words or (found and found[1].quote) == words


@pytest.mark.parametrize(
    ("title", "lead", "expected"),
    [
        ("Market bombing proves need for unity: Adeyemi", "President Adeyemi condemned the bombing.", "condemnation"),
        ("Envoys meet in Lomé", "The two envoys met on Monday. They spoke of attacks in the east.", "talks"),
        ("Ten dead in raid", "Raiders killed ten people. The minister deplored the raid.", "attack"),
        ("League is useless: Addo", 'She denounced it. "They bombed the wrong hills," she added.', "condemnation"),
    ],
)  # fmt: skip
def test_title_and_lead_decide_the_type_of_a_report(title: str, lead: str, expected: str) -> None:
    """What a title only quotes, and what stands behind the lead, does not."""
    found = weigh_head(Told(reading_of(lead, title), VOCABULARY))

    assert found is not None
    assert found.type == expected


def test_an_archive_may_bring_its_own_vocabulary() -> None:
    """Own types replace the shipped ones, and no rule gives a type that has no row."""
    own = Vocabulary.of(event_types=[EventType("aid", "Help", "Farming", triggers=("donate", "a harvest"))])
    reading = reading_of("Togo said both must meet. Togo will donate seed. Gunmen killed nobody. The harvest was good.")
    found = types_in(reading, own)

    assert [kind and kind[0] for kind in found] == [None, "aid", None, "aid"]


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [
        ("condemn", "condemn condemns condemned condemning"),
        ("urge", "urge urges urged urging"),
        ("ban", "ban bans banned banning"),
        ("deny", "deny denies denied denying"),
        ("expel", "expel expels expelled expelling"),
        ("visit", "visit visits visited visiting"),
        ("label", "label labels labeled labeling labelled labelling"),
        ("seek", "seek seeks sought seeking"),
        ("take", "take takes took taken taking"),
        ("free", "free frees freed freeing"),
        ("raid", "raid raids raided raiding"),
        ("mobilise", "mobilise mobilises mobilised mobilising mobilize mobilizes mobilized mobilizing"),
        ("veto", "veto vetoes vetoed vetoing"),
        ("clash", "clash clashes clashed clashing"),
    ],
)
def test_a_verb_is_known_in_all_its_forms(lemma: str, forms: str) -> None:
    """Regular, doubled and irregular forms, in British and American spelling."""
    assert {form for form, _ in verb_forms(lemma)} == set(forms.split())


@pytest.mark.parametrize(
    ("lemma", "forms"),
    [("treaty", "treaty treaties"), ("crisis", "crisis crises"), ("talks", "talks"), ("clash", "clash clashes")],
)
def test_a_noun_is_known_in_singular_and_plural(lemma: str, forms: str) -> None:
    """A noun that is a plural already stays as it is."""
    assert set(noun_forms(lemma)) == set(forms.split())


def test_every_shipped_type_is_whole() -> None:
    """Each has a label and a group, and no trigger announces two types."""
    types = VOCABULARY.event_types.values()
    triggers = [trigger for row in types for trigger in row.triggers]

    assert all(row.label and row.group for row in types)
    assert len(triggers) == len(set(triggers))


SENTENCE = "the army said that will not killed 20 talks , . after who met and Mali attack signed “ ” é"
WORDS = st.sampled_from(SENTENCE.split())


@given(st.lists(WORDS, min_size=1, max_size=25))
def test_the_words_shown_are_words_of_the_text(words: list[str]) -> None:
    """Whatever the sentence, its evidence is a quotation of it."""
    reading = reading_of(" ".join(words))
    for sentence, found in zip(reading.sentences, types_in(reading), strict=True):
        if found:
            assert found[1].quote == reading.text[found[1].start : found[1].end]
            assert sentence.start <= found[1].start < found[1].end <= sentence.end


# Names of an older edition of PLOVER that the labelled sentences use.
OLDER = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def test_labelled_sentences_are_mostly_right(shared: Path) -> None:
    """Of 161 sentences with a PLOVER type, eight in ten get a type that PLOVER files there."""
    rows = [
        json.loads(line) for line in (shared / "corpora/event_types.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    right = 0
    for row in rows:
        found = weigh_head(Told(reading_of(row["text"].replace("\n", " ")), VOCABULARY))
        plover = VOCABULARY.event_types[found.type].plover.partition(":")[0] if found else ""
        right += plover == OLDER.get(row["event"], row["event"])

    assert right / len(rows) >= 0.8
