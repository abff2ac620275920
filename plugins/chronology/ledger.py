"""content/reports/ingested.txt <-> the seeds that have been made into pages.

A page that a person removed is known by it: its seed stands here, and no page names it. The file belongs to the
repository, so that every copy of it knows. It lies beside the pages: who removes them all gets them all made anew.
Its lines are in the order of hashes: two who add seeds at the same time hardly ever change neighbouring lines, so that
git can merge what they did.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from .problems import Problem

NAME = "reports/ingested.txt"
"""Below the content."""
DIGITS = 16
"""Of the hash: enough to tell all seeds apart."""
HEAD = """\
# The seeds that have been made into pages. `chronology ingest` keeps this list.
# It makes no second page for a seed in it, so a page that somebody removes stays removed.
# To have the page made again, remove the line of its seed.
"""


class Entry(NamedTuple):
    """A seed that has been made into a page."""

    digest: str
    """The first DIGITS of the SHA-256 of its bytes."""
    path: str

    @classmethod
    def of(cls, sha256: str, path: str) -> Entry:
        return cls(sha256[:DIGITS], " ".join(path.split("\n")))


def read(text: str, name: str) -> tuple[dict[Entry, int], list[Problem]]:
    """The entries with their lines; a problem for each line that is none."""
    entries: dict[Entry, int] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        if found := re.fullmatch(rf"([0-9a-f]{{{DIGITS}}}) (.+)", line):
            entries[Entry(found[1], found[2])] = number
        else:
            merged = line.startswith(("<<<<<<<", "=======", ">>>>>>>", "|||||||"))
            hint = "keep the lines of both sides and remove this one" if merged else "remove it"
            said = f"this is not {DIGITS} digits and the path of a seed"
            problems.append(Problem(name, said, hint, number))
    return entries, problems


def dump(entries: Iterable[Entry]) -> str:
    """The text of the list."""
    return HEAD + "".join(f"{entry.digest} {entry.path}\n" for entry in sorted(set(entries)))
