"""The whole of annotation: order, form, evidence, and the five reports with a reference annotation."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pelican.plugins.chronology import pagefile
from pelican.plugins.chronology.annotate import READ_AT_MOST, annotate
from pelican.plugins.chronology.annotate.form import to_json
from pelican.plugins.chronology.annotate.summary import LIMIT, summarise
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Annotation, Evidence, Seed
from pelican.plugins.chronology.vocabulary import Vocabulary
from readings import reading_of

PLAIN = Vocabulary.of()

REPORT = """\
Ghana and Togo agree on border patrols

ACCRA, March 10, 2021 - The defence ministers of Ghana and Togo agreed on Tuesday to patrol their border together.

At least 12 traders were killed in a raid near Lomé last week, according to the police of Togo.
"""


def annotated(text: str, vocabulary: Vocabulary = PLAIN, **header: str) -> Annotation:
    return annotate(Seed("test", text, header), clean(text, header), vocabulary)


def all_evidence(annotation: Annotation) -> list[Evidence]:
    groups = (annotation.events, annotation.actors, annotation.places, annotation.countries, annotation.claims)
    found = [words for group in groups for one in group for words in one.evidence]
    found += annotation.published.evidence
    return found + [clue.evidence for clue in annotation.published.clues if clue.evidence]


def test_a_report_is_annotated_as_a_whole() -> None:
    """Each step has what those before it found."""
    annotation = annotated(REPORT)
    assert annotation.main is not None
    main = annotation.events[annotation.main]

    assert annotation.title == "Ghana and Togo agree on border patrols"
    assert (main.event_type, main.date, main.countries) == ("agreement", "2021-03-09", ("GH", "TG"))
    assert [(c.what, c.value, c.attributed_to) for c in annotation.claims] == [("killed", ">=12", "police of Togo")]
    assert {country.code for country in annotation.countries} == {"GH", "TG"}
    assert annotation.problems == ()


def test_who_takes_part_in_the_main_event_is_primary() -> None:
    """Not only the subject of the lead, but nobody who is told of later."""
    lead = "The king of Ruritania dismissed Prime Minister Uma Lindt on Tuesday."
    later = "Foreign Minister Anar Kerimov was abroad."
    roles = {a.id: a.role for a in annotated(f"King acts\n\n{lead}\n\n{later}", date="2021-03-10").actors}

    assert (roles["uma-lindt"], roles["anar-kerimov"]) == ("primary", "mentioned")


def test_what_the_header_gives_stands() -> None:
    """Title and date of the seed's own header are never guessed over."""
    annotation = annotated("Ghana donated tents on Monday.", title="Tents", date="2021-03-10")

    assert (annotation.title, annotation.published.date) == ("Tents", "2021-03-10")
    assert annotation.events[0].date == "2021-03-08"


def test_a_report_that_nothing_dates_stays_undated_and_says_so() -> None:
    """No date is invented, and a person is told what to do."""
    annotation = annotated("Tents arrive\n\nGhana donated four hundred tents to the camp near the border.")

    assert annotation.published.date is None
    assert [event.date for event in annotation.events] == [None]
    assert any("dates the report" in problem for problem in annotation.problems)


def test_a_text_in_another_language_keeps_its_header_and_says_why() -> None:
    """Rules for English would only find nonsense in it."""
    text = "Le ministre a condamné hier l'attaque contre le village, selon les autorités de la région et de la ville."
    annotation = annotated(f"Une attaque\n\n{text}", date="2021-03-10")

    assert (annotation.language, annotation.published.date) == ("fr", "2021-03-10")
    assert (annotation.events, annotation.dates, annotation.claims, annotation.places) == ((), (), (), ())
    assert ['"fr"' in problem for problem in annotation.problems] == [True]


def test_an_empty_text_is_annotated_with_nothing() -> None:
    """Nothing in, nothing out, and no exception."""
    for text in ("", "\n\n", " "):
        assert to_json(annotated(text))["events"] == []


def test_the_json_has_the_form_of_the_contract() -> None:
    """Keys as they are promised; more may be added, none left out."""
    form = to_json(annotated(REPORT))

    assert json.loads(json.dumps(form)) == form
    assert form.keys() >= {
        "id", "title", "language", "published", "updated", "source", "body", "dropped", "main", "events", "actors",
        "places", "countries", "dates", "claims", "problems",
    }  # fmt: skip
    assert form["source"].keys() == {"outlet", "agency", "author", "dateline_place"}
    event = form["events"][form["main"]]
    assert event.keys() == {"date", "event_type", "actors", "places", "countries", "evidence"}
    assert event["evidence"][0].keys() == {"start", "end", "quote", "rule"}
    assert form["dates"][0].keys() == {"start", "end", "text", "type", "value", "edtf"}
    assert form["claims"][0].keys() == {"what", "value", "attributed_to", "evidence"}
    assert form["countries"][0].keys() == {"code", "salience", "about", "evidence"}
    assert form["dropped"][0].keys() == {"line", "text", "rule"}


def test_status_is_printed_only_of_what_is_planned() -> None:
    """A plan says so; a deed has no status."""
    form = to_json(
        annotated(
            "Ghana sends tents\n\nGhana donated tents. Togo will hold an election on 4 May 2021.", date="2021-03-10"
        )
    )

    assert [event.get("status") for event in form["events"]] == [None, "planned"]


WORDS = (
    "Mali’s president|met|Vladimir Putin|on Tuesday|Ghana|“we agreed”|killed 20 people|in Gao|.|—|the U.S.|said"
    "|March 3, 2020|will visit|Read more:|é|since 2012|ﬁ|İ"
)
PIECES = st.sampled_from([*WORDS.split("|"), "\n", "\n\n", "\u00a0"])


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=40))
def test_all_evidence_is_quoted_exactly(pieces: list[str]) -> None:
    """Whatever the text: quote == text[start:end], for each annotation, and dates likewise."""
    text = " ".join(pieces)
    annotation = annotated(text)

    assert all(words.quote == text[words.start : words.end] for words in all_evidence(annotation))
    assert all(date.text == text[date.start : date.end] for date in annotation.dates)


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_text_at_all_is_annotated(text: str) -> None:
    """No text breaks a rule, and the same text gives the same annotation."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first = annotated(text)

    assert all(words.quote == text[words.start : words.end] for words in all_evidence(first))
    assert first == annotated(text)


@pytest.fixture(scope="module")
def archive(root: Path) -> Vocabulary:
    """The authority records of this repository's own archive."""
    content = pagefile.read_content(root / "content")
    return Vocabulary.of(content.actors, content.countries, content.events, content.event_types)


def test_real_reports_are_annotated_as_people_did(shared: Path, archive: Vocabulary, tmp_path: Path) -> None:
    """Of every aspect of the five reference annotations at least nine in ten are right."""
    results = tmp_path / "results.jsonl"
    with results.open("w", encoding="utf-8") as out:
        for path in sorted((shared / "seeds").iterdir()):
            text = path.read_text(encoding="utf-8")
            annotation = annotate(Seed(path.name, text), clean(text, {}), archive)
            print(json.dumps(to_json(annotation)), file=out)
    command = [sys.executable, str(shared / "score/score_seeds.py"), str(results), "--min", "0.9", "--misses"]
    scored = subprocess.run(command, capture_output=True, text=True, check=False)

    assert scored.returncode == 0, scored.stdout + scored.stderr


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        ("Tents", "Ghana donated tents. Togo thanked it.", "Ghana donated tents."),
        ("Tents", "ACCRA, Ghana (Reuters) — Ghana donated tents. Togo thanked it.", "Ghana donated tents."),
        ("Tents", "ACCRA - Ghana donated tents.", "Ghana donated tents."),
        ("Tents", "Ghana: we need tents.", "Ghana: we need tents."),
        ("Tents", "", ""),
        ("Tents", "word " * 100, ("word " * 47).rstrip() + "…"),
        ("Tents", "x" * 300, "x" * (LIMIT - 1) + "…"),
    ],
)
def test_the_summary_is_the_lead_cut_between_words(title: str, body: str, expected: str) -> None:
    """One sentence without the dateline before it, at most as long as a list can show."""
    assert summarise(reading_of(body, title)) == expected


def test_a_standfirst_is_the_summary_unless_it_is_a_quotation() -> None:
    """A quotation under the title tells what one side says, not what happened."""
    body = "The ministers met in Accra on Monday to speak about the border and its patrols.\n\nThey will meet again."
    told = "Ghana and Togo mean to end the smuggling along their border"
    plain = annotated(f"Border talks\n\n{told}\n\nMarch 10, 2021\n\n{body}")
    quoted = annotated(f"Border talks\n\n'We shall end all smuggling along our border'\n\nMarch 10, 2021\n\n{body}")

    assert plain.summary in (told, body.partition("\n")[0])
    assert quoted.summary == body.partition("\n")[0]


def calls(work: Callable[[], object]) -> int:
    """How many functions are called: what a text costs on any machine."""
    count = 0

    def on_event(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(on_event)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


PARAGRAPH = (
    "On Monday gunmen killed 12 traders near Gao, the police of Mali said; soldiers freed two more. “We shall not"
    " yield,” President Ama Mensah told reporters in Accra. Togo will hold an election on 4 May 2021 (see below).\n"
)


@pytest.mark.parametrize(
    "text", [PARAGRAPH, PARAGRAPH.replace(".", "").replace("\n", " "), "(", "a. ", "five ", "Mali, "]
)
def test_what_a_text_costs_grows_with_its_length_and_no_faster(text: str) -> None:
    """Paragraphs, a line without an end, brackets, stops, numbers, names: of each four times as much."""
    costs = []
    for size in (10_000, 40_000):
        seed = Seed("long", "Raid\n\nMarch 10, 2021\n\n" + text * (size // len(text)))
        cleaned = clean(seed.text, {})
        annotate(Seed("short", "Raid"), clean("Raid", {}), PLAIN)
        costs.append(calls(lambda seed=seed, cleaned=cleaned: annotate(seed, cleaned, PLAIN)))

    assert costs[1] <= 6 * costs[0] + 20_000


def test_of_a_text_longer_than_any_report_the_head_is_annotated() -> None:
    """The body is kept whole, and a problem says where reading stopped."""
    text = "Raid\n\nMarch 10, 2021\n\n" + PARAGRAPH * (2 * READ_AT_MOST // len(PARAGRAPH))
    annotation = annotated(text)

    assert annotation.body.count("\n") > READ_AT_MOST // len(PARAGRAPH)
    assert max(words.end for words in all_evidence(annotation)) <= READ_AT_MOST * 1.02
    assert any("200,000 characters" in problem for problem in annotation.problems)
    assert annotated(PARAGRAPH, date="2021-03-10").problems == ()


@pytest.mark.parametrize(("char", "name"), [("\0", "U+0000"), ("\u200b", "U+200B"), ("\u202e", "U+202E")])
def test_characters_that_do_not_show_are_named(char: str, name: str) -> None:
    """They may part words that look whole; evidence stays exact."""
    text = REPORT.replace(" of ", f" of{char} ")
    annotation = annotated(text)

    assert [name in problem for problem in annotation.problems] == [True]
    assert all(words.quote == text[words.start : words.end] for words in all_evidence(annotation))
