"""The workflows: their commands are those that the README shows, and nothing of a stranger gets into a script.

That they are valid is for `make lint` to say (actionlint, zizmor and the schema of workflows).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.plugins.chronology import cli

ROOT = Path(__file__).resolve().parents[1]
FILES = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
CHECK, PUBLISH = "check.yml", "publish.yml"
SAFE = {"${{ matrix.python }}", "${{ github.ref }}", "${{ !cancelled() }}", "${{ steps.deployment.outputs.page_url }}"}
"""What may be asked for anywhere in a workflow: nothing that whoever opens a pull request can choose freely."""


def workflow(name: str) -> dict[str, Any]:
    """All values as texts: YAML takes the key `on` for true."""
    text = (ROOT / ".github" / "workflows" / name).read_text(encoding="utf-8")
    read: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return read


def steps(name: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each step with the name of its job."""
    for job, said in workflow(name)["jobs"].items():
        for step in said["steps"]:
            yield job, step


def commands(name: str) -> list[str]:
    return [line for _, step in steps(name) for line in step.get("run", "").splitlines()]


def shown() -> list[str]:
    """The commands in the table of the README that tells what runs on the host, in their order."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([^`]+)` \|", text.partition("## What runs on GitHub")[2].partition("\n## ")[0], re.M)


def test_these_are_the_workflows() -> None:
    """One checks, one publishes."""
    assert [path.name for path in FILES] == [CHECK, PUBLISH]


def test_what_runs_is_what_the_readme_shows() -> None:
    """Every command of a workflow has its row, and every row runs somewhere: whoever reads it can run the same."""
    run = {command for path in FILES for command in commands(path.name)}

    assert len(run) >= 7
    assert set(shown()) == run


def test_every_command_is_one_of_ours() -> None:
    """`make` is asked for targets that there are, and `chronology` for commands that there are."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    for command in shown():
        program, verb, *_ = command.split()
        known = {"make": targets, ".venv/bin/chronology": cli.commands(), "git": ["add", "diff"]}

        assert verb in known[program], command


def test_a_pull_request_is_checked_built_and_kept() -> None:
    """Its problems are told beside its lines, the site is built of it, and the built site can be looked at."""
    archive = [step for job, step in steps(CHECK) if job == "archive"]
    run = [step.get("run") for step in archive]
    (kept,) = [step for step in archive if step.get("uses", "").startswith("actions/upload-artifact@")]

    assert run.index("make setup") < run.index(".venv/bin/chronology check --format github") < run.index("make html")
    assert kept["with"]["path"].split() == ["output", "content"]


def test_strangers_get_a_token_that_reads() -> None:
    """A pull request runs in its own name (`pull_request`, never `pull_request_target`), and no job asks for more."""
    check = workflow(CHECK)

    assert set(check["on"]) == {"pull_request", "push"}
    assert check["permissions"] == {"contents": "read"}
    assert [job for job, said in check["jobs"].items() if "permissions" in said] == []


def test_only_one_job_may_publish_and_it_runs_nothing_of_ours() -> None:
    """Pages are written on main alone, by a job whose only step is the host's own action."""
    publish = workflow(PUBLISH)
    jobs = publish["jobs"]

    assert set(publish["on"]) == {"push", "workflow_dispatch"}
    assert publish["on"]["push"] == {"branches": ["main"]}
    assert jobs["build"]["if"] == "github.ref == 'refs/heads/main'"
    assert publish["permissions"] == {"contents": "read"}
    assert [job for job in jobs if "permissions" in jobs[job]] == ["deploy"]
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert [set(step) & {"run", "uses"} for job, step in steps(PUBLISH) if job == "deploy"] == [{"uses"}]
    assert "cache" not in str([step.get("with") for _, step in steps(PUBLISH)])


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_nothing_untrusted_is_put_into_a_script(path: Path) -> None:
    """No command holds an expression at all, and none anywhere asks for words that a stranger chose."""
    assert [command for command in commands(path.name) if "${{" in command] == []
    assert set(re.findall(r"\$\{\{.*?\}\}", path.read_text(encoding="utf-8"))) <= SAFE


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_actions_are_named_by_what_they_are(path: Path) -> None:
    """By the digest of a commit, which nobody can move, with its version beside it; all are GitHub's own."""
    text = path.read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)

    assert used
    assert [one for one in used if not re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", one)] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_token_is_left_nowhere_and_no_job_hangs(path: Path) -> None:
    """A checkout keeps no credentials, and every job has a limit."""
    for _, step in steps(path.name):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] == "false"
    assert [job for job, said in workflow(path.name)["jobs"].items() if "timeout-minutes" not in said] == []
