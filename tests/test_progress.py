"""The bar on a terminal: it tells how far the work is, and touches nothing of what is printed."""

from __future__ import annotations

import io
import json
import sys
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


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A small archive with seeds, entered, and its standard error on a terminal."""
    seeds = {f"seeds/harbour-{n}.txt": SEED.format(n=n) for n in range(80)}
    monkeypatch.chdir(small_site(tmp_path / "site", {**SMALL, **seeds}))
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "100")
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    return shown


@pytest.mark.parametrize("executor", ["serial", "process:2"])
def test_annotate_shows_how_many_are_done(
    executor: str, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The bar stands on standard error; standard output has a result for each line and nothing else."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LINES.encode())))

    assert cli.main(["annotate", "--jsonl", "--executor", executor]) == 0
    output, shown = capsys.readouterr().out, terminal.getvalue()
    assert [json.loads(line)["id"] for line in output.splitlines()] == [str(n) for n in range(1, 301)]
    assert "annotated" in shown
    assert "300" in shown
    assert "/s" in shown


def test_ingest_shows_how_many_are_left(terminal: Terminal, capsys: pytest.CaptureFixture[str]) -> None:
    """It knows how many seeds there are, so it tells both."""
    assert cli.main(["ingest", "--dry-run"]) == 0
    assert capsys.readouterr().out.count("+++ content/reports/") == 80
    assert "80/80" in terminal.getvalue()
    assert "80 new pages" in terminal.getvalue()


def test_nothing_is_drawn_where_no_terminal_is(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In a log the bar would be noise."""
    monkeypatch.setattr(Terminal, "isatty", lambda _: False)

    assert cli.main(["ingest", "--dry-run"]) == 0
    assert "80/80" not in terminal.getvalue()
    assert "80 new pages" in terminal.getvalue()
