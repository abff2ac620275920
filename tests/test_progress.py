"""The bar on a terminal: it tells how far the work is, and touches nothing of what is printed."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pelican.plugins.chronology import cli
from sites import SMALL, small_site

LINES = "".join(f"{json.dumps({'id': n, 'text': f'Ada Stone came to Oslo on {n} May 2020.'})}\n" for n in range(1, 301))
SEED = "Harbour {n} opens\n3 May 2020\n\nAda Stone opened harbour {n} in Oslo on Friday, officials said.\n"


class Terminal(io.StringIO):
    """A stream that says it is a terminal; a real one is not to be had in every container."""

    def isatty(self) -> bool:
        return True


Run = Callable[..., tuple[str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in a small archive with seeds: what it prints, and what is shown on standard error."""
    seeds = {f"seeds/harbour-{n}.txt": SEED.format(n=n) for n in range(80)}
    monkeypatch.chdir(small_site(tmp_path / "site", {**SMALL, **seeds}))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")

    def ran(*words: str, stream: io.StringIO) -> tuple[str, str]:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES.encode())))
        monkeypatch.setattr(sys, "stderr", stream)
        assert cli.main(words) == 0
        return capsys.readouterr().out, stream.getvalue()

    return ran


@pytest.mark.parametrize("executor", ["serial", "process:2"])
def test_annotate_shows_how_many_are_done(executor: str, run: Run) -> None:
    """The bar stands on standard error; standard output has a result for each line and nothing else."""
    output, shown = run("annotate", "--jsonl", "--executor", executor, stream=Terminal())

    assert [json.loads(line)["id"] for line in output.splitlines()] == [str(n) for n in range(1, 301)]
    assert "annotated" in shown
    assert "300" in shown
    assert "/s" in shown


def test_ingest_shows_how_many_are_left(run: Run) -> None:
    """It knows how many seeds there are, so it tells both."""
    output, shown = run("ingest", "--dry-run", stream=Terminal())

    assert output.count("+++ content/reports/2020/") == 80
    assert "80/80" in shown
    assert "80 new pages" in shown


def test_nothing_is_drawn_where_no_terminal_is(run: Run) -> None:
    """In a log the bar would be noise."""
    _, shown = run("ingest", "--dry-run", stream=io.StringIO())

    assert "80/80" not in shown
    assert "80 new pages" in shown
