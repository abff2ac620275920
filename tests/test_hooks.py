"""The hook that looks at an archive before each commit: when it runs, and what it lets through."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml
from sites import SMALL, TALKS, chronology, small_site, told

ROOT = Path(__file__).resolve().parents[1]
PAGE = "content/reports/2021/envoys-meet.md"


def hooks(name: str) -> dict[str, dict[str, Any]]:
    """The hooks of a file, by their ids."""
    read = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    listed = read if isinstance(read, list) else [hook for repo in read["repos"] for hook in repo["hooks"]]
    return {hook["id"]: hook for hook in listed}


OURS = hooks(".pre-commit-config.yaml")
OFFERED = hooks(".pre-commit-hooks.yaml")
CHECK = OURS["chronology-check"]


def git(folder: Path, *words: str) -> None:
    identity = ("-c", "user.name=Ada", "-c", "user.email=ada@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *identity, *words], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A small archive, with all of it committed on main."""
    site = small_site(tmp_path / "site", {**SMALL, ".gitignore": "cache/\n"})
    git(site, "init")
    git(site, "add", ".")
    git(site, "commit", "--message", "All of it")
    return site


def run(hook: dict[str, Any], folder: Path) -> subprocess.CompletedProcess[str]:
    """What the hook runs, by this working tree's command."""
    return chronology(folder, *shlex.split(hook["entry"])[1:])


def test_a_commit_with_a_mistake_is_held_back(clone: Path) -> None:
    """The hook names the line of the changed page and fails; what was wrong before elsewhere is not its business."""
    assert run(CHECK, clone).returncode == 0

    (clone / PAGE).write_text(TALKS.replace("date: 2021-06-09", "date: 9.6.2021"), encoding="utf-8")
    git(clone, "add", ".")
    held = run(CHECK, clone)

    assert held.returncode == 1
    assert f"{PAGE}:4:7: error: date" in told(held)


def test_a_sound_commit_passes(clone: Path) -> None:
    """A new page without a mistake is let through."""
    page = TALKS.replace("t4lk50", "t4lk51").replace("Envoys meet by the lake", "Envoys part")
    (clone / "content/reports/2021/envoys-part.md").write_text(page, encoding="utf-8")
    git(clone, "add", ".")

    assert run(CHECK, clone).returncode == 0


@pytest.mark.parametrize("hook", [CHECK, OFFERED["chronology-check"]], ids=["here", "offered"])
@pytest.mark.parametrize(
    ("path", "looks"),
    [
        (PAGE, True),
        ("seeds/talks.txt", True),
        ("pelicanconf.py", True),
        ("docs/content/page.md", False),
        ("plugins/chronology/model.py", False),
    ],
)
def test_it_looks_when_the_archive_changes(hook: dict[str, Any], path: str, looks: bool) -> None:
    """A change of pages, seeds or settings starts it, and no other."""
    whole = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))

    assert bool(re.search(hook["files"], path)) is looks
    assert "exclude" not in whole
    assert hook["pass_filenames"] is False


def test_other_archives_get_the_same_hook() -> None:
    """What is offered to them differs only in where its command comes from."""
    here = {**CHECK, "entry": CHECK["entry"].removeprefix(".venv/bin/"), "language": "python"}
    offered = dict(OFFERED["chronology-check"])
    offered.pop("description")

    assert offered == here


def test_every_program_of_a_hook_is_set_up() -> None:
    """Each comes with the package itself or with the group `lint`; none is fetched from another repository."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    programs = {hook["entry"].split()[0] for hook in OURS.values()}

    assert programs == {
        ".venv/bin/chronology",
        ".venv/bin/ruff",
        ".venv/bin/check-merge-conflict",
        ".venv/bin/check-case-conflict",
        ".venv/bin/check-added-large-files",
    }
    assert all(f'"{package}' in text.partition("lint = [")[2] for package in ("ruff", "pre-commit-hooks"))
