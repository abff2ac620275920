"""The command: JSON lines in their order, problems in three formats, counts."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pelican.plugins.chronology import cli
from pelican.plugins.chronology.annotate import annotate
from pelican.plugins.chronology.model import Seed
from sites import SMALL, TALKS, small_site

KEYS = [
    "id", "title", "language", "published", "updated", "source", "body", "dropped", "main", "events", "actors",
    "places", "countries", "dates", "claims", "problems",
]  # fmt: skip
WRONG = TALKS.replace("ada-stone, role", "ada-stome, role").replace("2021-06-09", "2021-06-39")

ARRIVALS = [json.dumps({"id": n, "text": f"Ben Reed came to Oslo on Monday, {n} May 2020."}) for n in range(1, 80)]


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small archive, entered."""
    made = small_site(tmp_path / "site", SMALL)
    monkeypatch.chdir(made)
    return made


def annotated(lines: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *more: str) -> Any:
    given = io.TextIOWrapper(io.BytesIO("".join(f"{line}\n" for line in lines).encode()))
    monkeypatch.setattr(sys, "stdin", given)
    code = cli.main(["annotate", "--jsonl", *more])
    return code, capsys.readouterr().out


def test_annotate_prints_one_result_a_line_in_order(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each result has all keys of the contract, under the id that was given."""
    lines = [json.dumps({"id": f"n{n}", "text": f"Ada Stone met envoys on 3 May 20{n:02}."}) for n in range(10, 40)]
    code, out = annotated(lines, monkeypatch, capsys, "--executor", "serial")
    results = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [result["id"] for result in results] == [f"n{n}" for n in range(10, 40)]
    assert all(set(KEYS) <= set(result) for result in results)
    assert results[0]["dates"][0]["edtf"] == "2010-05-03"
    assert results[0]["actors"][0]["id"] == "ada-stone"


def test_processes_give_the_bytes_of_one(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """However many processes annotate, the output is the same."""
    one = annotated(ARRIVALS, monkeypatch, capsys, "--executor", "serial")
    two = annotated(ARRIVALS, monkeypatch, capsys, "--executor", "process:2")

    assert one == two
    assert len(one[1].splitlines()) == len(ARRIVALS)


def test_a_cluster_gives_the_bytes_of_one_process(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], dask_address: str
) -> None:
    """Two workers of a Dask cluster print what one process prints, broken lines included."""
    lines = [*ARRIVALS, "{broken", *ARRIVALS]

    one = annotated(lines, monkeypatch, capsys, "--executor", "serial")
    two = annotated(lines, monkeypatch, capsys, "--executor", dask_address)

    assert one == two


def test_a_report_that_cannot_be_annotated_is_told_in_its_place(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error in one report is its result, with its id and its name; the others go on."""

    def falling(seed: Seed, *others: Any) -> Any:
        if seed.id == "7":
            raise ZeroDivisionError("seven")
        return annotate(seed, *others)

    monkeypatch.setattr("pelican.plugins.chronology.cli.annotating.annotate", falling)
    code, out = annotated(ARRIVALS[:9], monkeypatch, capsys, "--executor", "serial")
    results = [json.loads(line) for line in out.splitlines()]

    assert code == 0
    assert [result["id"] for result in results] == [str(n) for n in range(1, 10)]
    assert ["body" in result for result in results].count(False) == 1
    assert "ZeroDivisionError('seven')" in results[6]["problems"][0]


def test_files_are_annotated_in_their_order_on_every_executor(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One JSON value after the other; a file that is no seed is told, and the others are printed."""
    for n in range(40):
        (site / f"seeds/oslo-{n:02}.txt").write_text(f"Ada Stone came to Oslo on {n} May 2020.\n", encoding="utf-8")
    (site / "seeds/oslo-07.txt").write_bytes(b"%PDF-1.7")
    outputs = []
    for executor in ("serial", "process:2"):
        assert cli.main(["annotate", "--executor", executor]) == 1
        outputs.append(capsys.readouterr())

    assert outputs[0] == outputs[1]
    assert "seeds/oslo-07.txt:1:1: error: is not a text file" in outputs[0].err
    names = [line for line in outputs[0].out.splitlines() if line.startswith('  "id"')]
    assert names == [f'  "id": "seeds/oslo-{n:02}.txt",' for n in range(40) if n != 7]


def test_half_a_character_is_printed_as_it_was_given(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON can name half of a pair of code units; no encoding can, so that line stays escaped."""
    _, out = annotated(['{"id": "a", "text": "Half \\ud83d of a pair."}'], monkeypatch, capsys)

    result = json.loads(out)
    assert "Half \ud83d of a pair." in (result["title"], result["body"])


def test_a_line_that_is_no_report_is_told_in_its_place(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A broken line gives a result that says so; the lines around it are annotated."""
    lines = ['{"id": "a", "text": "One."}', "{broken", '{"id": "c"}', '{"id": "d", "text": 7}', '{"id":"e","text":"E"}']
    _, out = annotated(lines, monkeypatch, capsys, "--executor", "serial")
    results = [json.loads(line) for line in out.splitlines()]

    assert [result["id"] for result in results] == ["a", None, "c", "d", "e"]
    assert ["line 2" in results[1]["problems"][0], '"text"' in results[3]["problems"][0]] == [True, True]


def test_an_unknown_executor_is_a_wrong_call(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and nothing is read."""
    assert annotated([], monkeypatch, capsys, "--executor", "threads")[0] == 2


def test_check_lists_everything_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A mistyped actor is told with file, line, column and the name that was meant."""
    (site / "content/reports/2021/envoys-meet.md").write_text(WRONG, encoding="utf-8")

    assert cli.main(["check"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in told if "error" in line] == [
        "content/reports/2021/envoys-meet.md:4:7:",
        "content/reports/2021/envoys-meet.md:7:15:",
    ]
    assert 'unknown actor "ada-stome" (did you mean "ada-stone"?' in "\n".join(told)


def test_check_of_a_sound_archive_is_silent(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing to say, exit code 0."""
    assert cli.main(["check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_for_github(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Workflow commands, the most severe first."""
    (site / "content/reports/2021/envoys-meet.md").write_text(WRONG.replace("rights", "right"), encoding="utf-8")

    assert cli.main(["check", "--format", "github"]) == 1
    told = capsys.readouterr().out.splitlines()
    assert told[0].startswith("::error file=content/reports/2021/envoys-meet.md,line=4,col=7::")
    levels = [line.split(" ")[0] for line in told]
    assert levels == sorted(levels, key=["::error", "::warning", "::notice"].index)


def test_check_as_json_and_of_some_paths(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Machines get a list; a path limits what is shown."""
    (site / "content/reports/2021/envoys-meet.md").write_text(WRONG, encoding="utf-8")

    cli.main(["check", "--format", "json", "content/reports"])
    assert {problem["line"] for problem in json.loads(capsys.readouterr().out)} >= {4, 7}
    assert cli.main(["check", "content/actors"]) == 0


def test_stats_name_whom_reports_name_and_the_archive_does_not_know(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With how often, in how many reports, and the words around the first mention."""
    for day in (3, 4):
        text = f"Talks\n{day} May 2020\n\nForeign Minister Uma Lindt met Ada Stone in Oslo, officials said on Monday."
        (site / f"seeds/talks-{day}.txt").write_text(text, encoding="utf-8")

    assert cli.main(["stats"]) == 0
    told = capsys.readouterr().out.split("Named most often without a record")[1]
    assert "      2  Uma Lindt (person, 2 reports): “Foreign Minister Uma Lindt met Ada Stone in Oslo" in told
    assert "seeds/talks-3.txt" in told
    assert "Ada Stone (" not in told
    assert cli.main(["stats", "--actors", "0"]) == 0
    assert "without a record" not in capsys.readouterr().out


def test_stats(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counts, coverage, and what wants review."""
    assert cli.main(["stats"]) == 0
    told = capsys.readouterr().out

    assert "      1  reports" in told
    assert "content/reports/2021/envoys-meet.md" in told.split("Not yet reviewed")[1]


def test_outside_an_archive_the_command_says_where_to_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run in the wrong folder, it names the file that it misses."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as stopped:
        cli.main(["check"])

    assert stopped.value.code == 2
    assert "there is no file pelicanconf.py" in capsys.readouterr().err
