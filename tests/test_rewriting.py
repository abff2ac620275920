"""A page that is brought up to date: what a person did stays, and the rest follows. Cases: fixtures/rewriting.yaml."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.plugins.chronology import authorship, header, pagetext
from pelican.plugins.chronology.model import FieldEvidence, Report, Role, SeedRef, Source
from pelican.plugins.chronology.patching import CannotPatch, patched
from pelican.plugins.chronology.rewriting import rewritten, signed

CASES = yaml.safe_load((Path(__file__).parent / "fixtures" / "rewriting.yaml").read_text(encoding="utf-8"))
PATCHES = CASES["patches"]
EDITS = CASES["edits"]
READ = Report(
    id="r0",
    path="reports/2021/talks.md",
    title="Envoys meet",
    event_type="talks",
    date="2021-06-09",
    actors=(Role("ada-stone", "primary"),),
    summary="Two envoys met.",
    source=Source(outlet="Lake Gazette"),
    seed=SeedRef("seeds/talks.txt", "a" * 64),
    evidence=FieldEvidence(date="on Wednesday", actors={"ada-stone": "Ada Stone"}),
    body="Ada Stone met an envoy on Wednesday.\n",
)
"""What the machine read at first."""
READ_NOW = replace(
    READ,
    title="Envoys meet by the lake",
    date="2021-06-10",
    actors=(Role("ada-stone", "primary"), Role("ben-reed", "mentioned")),
    source=Source(outlet="Lake Gazette", author="Cy Moss"),
    seed=SeedRef("seeds/talks.txt", "b" * 64),
    evidence=FieldEvidence(date="on Thursday", actors={"ada-stone": "Ada Stone", "ben-reed": "Mr Reed"}),
    body="Ada Stone met Mr Reed on Thursday.\n",
)
"""What it reads in the seed as it stands now."""
PAGE = pagetext.dump_report(signed(READ))


@pytest.mark.parametrize("case", PATCHES, ids=[case["title"] for case in PATCHES])
def test_a_header_is_changed_where_its_values_change(case: dict[str, Any]) -> None:
    """Comments, order and form of all else stay; a change that would cost a comment is refused."""
    values = header.plain(header.parse(case["values"]))
    if "becomes" in case:
        assert patched(case["header"], values) == case["becomes"]
    else:
        with pytest.raises(CannotPatch, match=case["refused"]):
            patched(case["header"], values)


@pytest.mark.parametrize("case", EDITS, ids=[case["title"] for case in EDITS])
def test_what_a_person_did_to_a_page_stays(case: dict[str, Any]) -> None:
    """What the person wrote stands in the page afterwards, what follows is named, and differences are told."""
    page = PAGE
    for edit in case["edits"]:
        assert page.count(edit["from"]) == 1
        page = page.replace(edit["from"], edit["to"])
    choice = {"accept": case.get("accept", ()), "keep": case.get("keep", ())}
    result = rewritten(page, "content/talks.md", READ_NOW, **choice)

    for line in case["stands"]:
        assert line in result.text
    assert list(result.changed) == case["follows"]
    assert [str(problem) for problem in result.suggestions] == case.get("told", [])
    assert rewritten(result.text, "content/talks.md", READ_NOW).text == result.text


def test_a_page_that_nobody_touched_becomes_that_of_the_new_reading() -> None:
    """To the last character; only its id, its place and its day are given for good."""
    result = rewritten(PAGE, "content/talks.md", READ_NOW)

    assert result.text == pagetext.dump_report(signed(READ_NOW))
    assert result.suggestions == ()


def test_the_same_reading_changes_nothing() -> None:
    """Not a character, whoever wrote the page."""
    edited = PAGE.replace("Envoys meet\n", "'My own title' # and a comment\n")

    assert rewritten(PAGE, "content/talks.md", READ).text == PAGE
    assert rewritten(edited, "content/talks.md", READ).text == edited


def test_who_goes_back_to_the_words_of_the_machine_follows_it_again() -> None:
    """A person's title stays through a new reading; the machine's own, put back, does not."""
    mine = rewritten(PAGE.replace("Envoys meet\n", "Mine\n"), "content/talks.md", READ_NOW)
    back = rewritten(mine.text.replace("title: Mine", "title: Envoys meet"), "content/talks.md", READ_NOW)

    assert "title: Mine\n" in mine.text
    assert back.text == pagetext.dump_report(signed(READ_NOW))


def test_a_value_of_a_person_that_the_machine_comes_to_share_stays_the_persons() -> None:
    """Else the next reading could take it away."""
    mine = PAGE.replace("title: Envoys meet\n", f"title: {READ_NOW.title}\n")
    shared = rewritten(mine, "content/talks.md", READ_NOW)
    later = rewritten(shared.text, "content/talks.md", replace(READ_NOW, title="Something else"))

    assert shared.suggestions == ()
    assert f"title: {READ_NOW.title}\n" in later.text


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_the_ends_of_lines_stay_as_an_editor_left_them(newline: str, mark: str) -> None:
    """A page saved on Windows stays one."""
    page = mark + PAGE.replace("\n", newline)
    result = rewritten(page, "content/talks.md", READ_NOW)

    assert result.text == mark + pagetext.dump_report(signed(READ_NOW)).replace("\n", newline)


def test_a_page_without_digests_is_a_persons() -> None:
    """All of it, and what it leaves out, too; `keep` makes what is the same the machine's from then on."""
    page = pagetext.dump_report(READ)
    told = rewritten(page, "content/talks.md", READ_NOW)
    kept = rewritten(page, "content/talks.md", READ_NOW, keep=authorship.NAMES)
    later = rewritten(kept.text, "content/talks.md", replace(READ_NOW, title="New", summary="New."))

    assert [p.message.partition(":")[0] for p in told.suggestions] == [
        "title",
        "date",
        "actors",
        "source.author",
        "body",
    ]
    assert (kept.changed, kept.suggestions) == ((), ())
    assert later.changed == ("summary",)


def test_a_reviewed_page_that_followed_is_to_be_reviewed_again() -> None:
    """The day of the review stands for what the page said then."""
    result = rewritten(PAGE.replace("---\nAda", "reviewed: 2026-11-23\n---\nAda"), "content/talks.md", READ_NOW)

    assert [note.line for note in result.notes] == [PAGE.partition("---\nAda")[0].count("\n") + 1]
    assert "reviewed on 2026-11-23" in result.notes[0].message


def test_every_key_that_ingest_writes_belongs_to_a_part() -> None:
    """What is not given once for all can be followed: a new key of the header has to be put into PARTS."""
    whole = replace(
        READ, reviewed="x", corrections=(), event="e", published="d", lang="fr", clues=("c",), countries=("CH",)
    )
    given_once = {"id", "seed", "rights", "confidence", "added", "reviewed", "corrections"}
    parts = {path[0] for part in authorship.PARTS for path in part.paths}

    assert {*pagetext.report_values(whole)} - given_once <= parts
    assert not parts & given_once
