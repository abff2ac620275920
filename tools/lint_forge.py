"""What the host of the repository runs and asks -> what its linters find: workflows, issue forms, hooks.

python tools/lint_forge.py

actionlint knows what a workflow may say, zizmor how one is broken into; neither asks the network. The JSON Schemas
that check-jsonschema brings say what a form may hold. docs/decisions/0014-workflows.md tells why these.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from lint_web import NODE, ROOT, WEB, install

BIN = Path(sys.executable).parent
GITHUB = ROOT / ".github"
FORMS = ("new-report.yml", "correction.yml", "broken-link.yml")


def main() -> int:
    install()
    # All of them run, whatever the first finds: a person mends everything in one go.
    failed = [check for check in checks() if subprocess.run(check, cwd=ROOT, check=False).returncode]
    return len(failed)


def checks() -> Iterator[tuple[str, ...]]:
    """The commands, each with all its files."""
    workflows = [path.relative_to(ROOT).as_posix() for path in sorted((GITHUB / "workflows").glob("*.yml"))]
    yield str(NODE / "node"), str(WEB / "actionlint.mjs"), *workflows
    yield str(BIN / "zizmor"), "--offline", "--no-progress", "--quiet", "--persona", "pedantic", ".github"
    yield _schema("github-workflows", workflows)
    yield _schema("github-issue-forms", [f".github/ISSUE_TEMPLATE/{name}" for name in FORMS])
    yield _schema("github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"])
    yield str(BIN / "pre-commit"), "validate-config", ".pre-commit-config.yaml"
    yield str(BIN / "pre-commit"), "validate-manifest", ".pre-commit-hooks.yaml"


def _schema(name: str, files: list[str]) -> tuple[str, ...]:
    return (str(BIN / "check-jsonschema"), "--quiet", "--builtin-schema", f"vendor.{name}", *files)


if __name__ == "__main__":
    sys.exit(main())
