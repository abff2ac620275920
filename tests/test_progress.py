"""The bar on a terminal: it tells how far the work is, and touches nothing of what is printed."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from sites import COMMAND, ROOT, SMALL, small_site

LINES = "".join(f"{json.dumps({'id': n, 'text': f'Ada Stone came to Oslo on {n} May 2020.'})}\n" for n in range(1, 301))
SEED = "Harbour {n} opens\n3 May 2020\n\nAda Stone opened harbour {n} in Oslo on Friday, officials said.\n"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small archive with seeds."""
    seeds = {f"seeds/harbour-{n}.txt": SEED.format(n=n) for n in range(80)}
    return small_site(tmp_path_factory.mktemp("progress"), {**SMALL, **seeds})


def on_terminal(site: Path, *words: str, given: str = "") -> tuple[str, str]:
    """Standard output, as a pipe, and what a terminal showed of standard error."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def look() -> None:
        try:
            while data := os.read(ours, 65536):
                shown.append(data)
        except OSError:
            pass  # how a terminal ends on Linux

    looking = threading.Thread(target=look)
    looking.start()
    process = subprocess.run(
        [sys.executable, "-c", COMMAND.format(root=str(ROOT)), *words],
        cwd=site,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100"},
        input=given.encode(),
        stdout=subprocess.PIPE,
        stderr=theirs,
        check=True,
    )
    os.close(theirs)
    looking.join()
    os.close(ours)
    return process.stdout.decode(), b"".join(shown).decode()


@pytest.mark.parametrize("executor", ["serial", "process:2"])
def test_annotate_shows_how_many_are_done(site: Path, executor: str) -> None:
    """The bar stands on standard error; standard output has a result for each line and nothing else."""
    output, shown = on_terminal(site, "annotate", "--jsonl", "--executor", executor, given=LINES)

    assert [json.loads(line)["id"] for line in output.splitlines()] == [str(n) for n in range(1, 301)]
    assert "annotated" in shown
    assert "300" in shown
    assert "/s" in shown


def test_ingest_shows_how_many_are_left(site: Path) -> None:
    """It knows how many seeds there are, so it tells both."""
    output, shown = on_terminal(site, "ingest", "--dry-run")

    assert output.count("+++ content/reports/") == 80
    assert "80/80" in shown
    assert "80 new pages" in shown
