"""`chronology new`: pages to fill in that are valid from the start."""

from __future__ import annotations

from pathlib import Path

import pytest
from pelican.plugins.chronology import cli, pagefile
from pelican.plugins.chronology.model import Actor
from sites import SMALL, small_site

SEED = """\
Harbour opens
3 May 2020

Harbour master Uma Lindt opened the new quay in Oslo on Friday. "It is done," Ms Lindt said.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive with a seed, entered."""
    made = small_site(tmp_path / "site", {**SMALL, "seeds/harbour.txt": SEED})
    monkeypatch.chdir(made)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790000000")
    return made


@pytest.mark.parametrize(
    ("words", "path"),
    [
        (("actor", "Uma Lindt"), "actors/uma-lindt.md"),
        (("actor", "Nobody At All", "--kind", "body"), "actors/nobody-at-all.md"),
        (("event", "Opening of the quay"), "events/opening-of-the-quay.md"),
        (("event", "Opening: the quay", "--date", "2020-05~", "--type", "talks"), "events/opening-the-quay.md"),
        (("report", "The quay opens"), "reports/undated/the-quay-opens.md"),
        (("report", "'Quay' #1", "--date", "2020-05-01", "--type", "talks"), "reports/2020/quay-1.md"),
        (("report", "Quay", "--place", "Oslo", "--outlet", "The: Post", "--date", ""), "reports/undated/quay.md"),
        (("event", "Quay", "--date", "", "--country", "norway"), "events/quay.md"),
    ],
)
def test_a_new_page_is_valid_and_says_what_to_fill_in(
    site: Path, words: tuple[str, ...], path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever its name, the page raises no error, and the command says where it is and what it lacks."""
    types = site / "content/vocabulary/event_types.yaml"
    types.write_text(types.read_text() + "  - {id: statement, label: Statements, group: Diplomacy}\n")

    assert cli.main(["new", *words]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"content/{path}: ")
    assert "set " in told
    assert cli.main(["check"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "error" in line or "warning" in line] == []


def test_an_actor_comes_with_the_contexts_seen(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The seeds say what the actor is; where they name it stands in comments, for the person who fills in the rest."""
    assert cli.main(["new", "actor", "Uma Lindt"]) == 0
    text = (site / "content/actors/uma-lindt.md").read_text(encoding="utf-8")

    page = pagefile.read_page(text, "content/actors/uma-lindt.md", "actor")
    assert isinstance(page.record, Actor)
    assert (page.record.name, page.record.kind, page.problems) == ("Uma Lindt", "person", ())
    assert "# seeds/harbour.txt: Harbour master Uma Lindt opened the new quay" in text
    assert "# weak_aliases:" in text


@pytest.mark.parametrize(
    "words", [("actor", "Ada Stone"), ("report", "Envoys meet", "--date", "2021", "--type", "talks")]
)
def test_no_page_is_written_over(site: Path, words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    """What a person has written stays; the message names the file."""
    before = {path: path.read_bytes() for path in site.rglob("*.md")}

    assert cli.main(["new", *words]) == 2
    assert "is there already" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in site.rglob("*.md")} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("event", "Quay", "--date", "May 2020", "--type", "talks"), "--date"),
        (("report", "Quay", "--type", "talk"), 'did you mean "talks"?'),
        (("report", "Quay", "--country", "Norwey"), 'did you mean "Norway"?'),
        (("report", "Quay", "--url", "quay.example"), "it begins with http:// or https://"),
        (("event", " "), "NAME: found nothing"),
    ],
)
def test_a_wrong_value_is_told(
    site: Path, words: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is written then, and the exit code is 2."""
    assert cli.main(["new", *words]) == 2
    assert said in capsys.readouterr().err
    assert not list(site.glob("content/*/quay.md"))


def test_an_actor_who_has_a_record_gets_no_second_one(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Another name of somebody known is refused, wherever the record lies; a name that two may share is pointed out."""
    record = "---\nname: Otto Rehn\nkind: person\naliases: [Commissioner Rehn]\nweak_aliases: [Rehn]\n---\n"
    (site / "content/actors/o-rehn.md").write_text(record, encoding="utf-8")

    assert cli.main(["new", "actor", "commissioner rehn"]) == 2
    assert "is Otto Rehn already: edit content/actors/o-rehn.md" in capsys.readouterr().err
    assert cli.main(["new", "actor", "Rehn"]) == 0
    assert "o-rehn may be meant by this name, too" in capsys.readouterr().out
