"""The archive's repository -> which of its files differ from the main branch. Asks git."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from ..problems import WrongCall

MAIN = (
    "refs/remotes/origin/HEAD",
    "refs/remotes/origin/main",
    "refs/heads/main",
    "refs/remotes/origin/master",
    "refs/heads/master",
)
"""What may be the main branch, the first that is there."""
NOTHING = "4b825dc642cb6eb9a060e54bf8d69288fbee4904"
"""The name that git has for a tree without files."""


@dataclass(frozen=True, slots=True)
class Changed:
    """Paths below the folder of the archive, with forward slashes, sorted."""

    present: tuple[str, ...]
    """The files that were changed or are new: committed since the branch left the main one, staged, or neither."""
    gone: tuple[str, ...]


def changed(root: Path, base: str) -> Changed:
    """What differs from where this branch left `base`; an empty name stands for the main branch. Raises WrongCall."""
    start = _merge_base(root, base)
    present = set(_names(_git(root, "ls-files", "--others", "--exclude-standard", "-z")))
    gone: set[str] = set()
    fields = _names(_git(root, "diff", "--name-status", "--no-renames", "--relative", "-z", start, "--", "."))
    for status, name in zip(fields[::2], fields[1::2], strict=True):
        (gone if status == "D" else present).add(name)
    return Changed(tuple(sorted(present)), tuple(sorted(gone - present)))


def _merge_base(root: Path, base: str) -> str:
    """The commit from which this branch and the other both come."""
    if _asked(root, "rev-parse", "--verify", "--quiet", "HEAD") is None:
        return NOTHING
    other = base or _main(root)
    found = _asked(root, "merge-base", "HEAD", other)
    if found is None:
        advice = "name a branch or a commit that is here; a shallow clone first needs `git fetch --unshallow`"
        raise WrongCall(f'--changed: "{other}" and this branch have no commit in common; {advice}')
    return found.strip()


def _main(root: Path) -> str:
    found = _git(root, "for-each-ref", "--format=%(refname)", *MAIN).split()
    # Without another branch there are only the changes that are not committed yet.
    return next((name for name in MAIN if name in found), "HEAD")


def _asked(root: Path, *words: str) -> str | None:
    """What git answers; None where it says no."""
    try:
        ran = subprocess.run(["git", *words], cwd=root, capture_output=True, encoding="utf-8", check=False)
    except OSError as error:
        raise WrongCall(f"--changed needs git, which cannot be run: {error.strerror}") from error
    return ran.stdout if ran.returncode == 0 else None


def _git(root: Path, *words: str) -> str:
    answer = _asked(root, *words)
    if answer is None:
        raise WrongCall(f"--changed asks git what differs, and {root} is in no repository of git")
    return answer


def _names(listed: str) -> list[str]:
    return listed.split("\0")[:-1]
