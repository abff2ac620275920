"""`chronology ingest` killed at any moment: what it wrote is whole, and the next run does the rest.

The suite kills a small one a few times. SEEDS=1000 KILLS=50 in the environment make it the full trial.
"""

from __future__ import annotations

import contextlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from pelican.plugins.chronology import pagefile
from sites import ADA, BEN, COMMAND, ROOT, chronology, small_site, told, tree

SEEDS = int(os.environ.get("SEEDS", "100"))
KILLS = int(os.environ.get("KILLS", "4"))
DAY = {"SOURCE_DATE_EPOCH": "1795305600"}

SEED = """\
{title}
June {day}, 2021

Foreign Minister Ada Stone met Ben Reed in Geneva on Wednesday, for the {number}th time, the ministry said.

At least {number} people were killed in an attack on a harbour in May 2021, according to Mr Reed.
"""


def seeds() -> Iterator[tuple[str, str]]:
    """Reports of which every second has the same title, so that their pages ask for one name."""
    number = 0
    while True:
        title = f"Envoys meet for the {number}th time" if number % 2 else "Envoys meet"
        yield f"seeds/{number:04}.txt", SEED.format(title=title, day=number % 28 + 1, number=number + 2)
        number += 1


def folder_of_seeds(folder: Path) -> Path:
    files: dict[str, str | bytes] = {"content/actors/ada-stone.md": ADA, "content/actors/ben-reed.md": BEN}
    return small_site(folder, {**files, **dict(islice(seeds(), SEEDS))})


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = folder_of_seeds(tmp_path_factory.mktemp("undisturbed"))
    result = chronology(site, "ingest", **DAY)
    assert result.returncode == 0, told(result)
    return tree(site / "content")


def pages(site: Path) -> list[Path]:
    return [path for path in (site / "content" / "reports").rglob("*.md") if not path.name.startswith(".")]


@pytest.mark.parametrize("kill", range(KILLS))
def test_an_ingest_that_is_killed_loses_nothing(tmp_path: Path, undisturbed: dict[str, bytes], kill: int) -> None:
    """Every page is whole after `kill -9`, and a second run ends with the files of one that nobody disturbed."""
    chance = random.Random(kill)
    site = folder_of_seeds(tmp_path)
    started = subprocess.Popen(
        [sys.executable, "-c", COMMAND.format(root=str(ROOT)), "ingest"],
        cwd=site,
        env={**os.environ, **DAY},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # its processes die with it
    )
    # Some moment between the first page and the last.
    wanted = chance.randrange(SEEDS)
    while len(pages(site)) < wanted and started.poll() is None:
        time.sleep(0.01)
    time.sleep(chance.random() * 0.02)
    with contextlib.suppress(ProcessLookupError):  # it was done already
        os.killpg(started.pid, signal.SIGKILL)
    started.wait()

    written = pages(site)
    for path in written:
        page = pagefile.read_file(path, path.name, "report")
        assert page.record is not None
        assert page.problems == ()
        assert path.read_bytes() == undisturbed[path.relative_to(site / "content").as_posix()]
    again = chronology(site, "ingest", **DAY)

    assert again.returncode == 0, told(again)
    assert f"{SEEDS - len(written)} new page" in again.stderr
    assert tree(site / "content") == undisturbed
