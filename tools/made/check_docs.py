"""The kinds of problems, and mistakes planted into a made archive -> docs/checking.md.

What the page shows is what the command prints: each example is a mistake of tests/fixtures/mistakes.yaml, made in a
small archive that is then checked.
"""

from __future__ import annotations

import io
import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "benchmarks"))

from made_reports import made_reports  # noqa: E402 - it must be found first
from make_archive import write_archive  # noqa: E402
from pelican.plugins.chronology import cli  # noqa: E402
from pelican.plugins.chronology.check import GROUPS, Kind  # noqa: E402
from planting import mistakes, plant  # noqa: E402

REPORTS = 220
TODAY = "1795132800"
WITHOUT = {
    "bad-setting": 'pelicanconf.py:1:1: error: unknown setting "CHRONOLOGY_SEED" '
    '(did you mean "CHRONOLOGY_SEEDS"?) [bad-setting]'
}
"""What is not planted, since it would spoil the whole archive; a test of its own holds it against the command."""

HEAD = """# Checking

`chronology check` lists every problem of an archive: the file, the line and the column, what is wrong, and what to
do. It changes nothing, and asks nobody. It ends with 1 when there are errors, so it can stand before a commit and
in a workflow.

```
chronology check                        # everything
chronology check content/reports/2024   # everything, but only what concerns these files is shown
chronology check --changed              # only what differs from the main branch, committed or not
chronology check --changed HEAD~3       # ... from another branch or commit
chronology check --hints                # with the hints that most pages of a young archive have
```

| level | means |
| --- | --- |
| error | The site cannot be built. |
| warning | It can be built, and something in it is wrong: a date, a name, a quotation. |
| hint | Worth a look; nothing need be done. |

Hints that most pages may have are counted at the end instead of listed, unless `--hints`, a path or `--changed` is
given.

## Before each commit

`pre-commit install` sets up the hooks in `.pre-commit-config.yaml`; one of them is `chronology check --changed`. It
reads only the pages that differ. Of all others it keeps ids, names and dates in `cache/outlines.json`, which may be
deleted at any time. When a record or the vocabulary has been deleted or renamed, all pages are read, and those that
still refer to it are told. When the record of an actor has changed, its offices and its life are held against all
reports that name it.

## In a workflow

`--format github` prints annotations that GitHub shows beside the lines: the most severe first, and of each level
the ten that it shows of a step. The rest goes into the summary of the job as a table. `--changed origin/main` needs
the history: check out with `fetch-depth: 0`.

`--format json` prints a list of objects with `path`, `line`, `column`, `level`, `code`, `message`, `hint` and `key`
(where in the header it is). All hints are in it.

## What is found

Each kind of problem has a code, which stands at the end of its line. The examples below are made by the command
itself.
"""
TAIL = """
## Adding a check

A check is a function of one record and of its surroundings that gives problems: see `plugins/chronology/check/`,
and `around.py` for what can be asked of other pages. Put the code into `kinds.py`, the function into the list in
`__init__.py`, and a mistake that it finds into `tests/fixtures/mistakes.yaml`; then run `make schemas`, which
writes this page.
"""


def document() -> str:
    """The whole text of docs/checking.md."""
    examples = _examples() | WITHOUT
    parts = [HEAD]
    for group in GROUPS:
        parts.append(f"\n### {group.title}\n")
        parts += (f"\n{''.join(_section(kind, examples[kind.code]))}" for kind in group.kinds)
    return "".join((*parts, TAIL))


def _section(kind: Kind, example: str) -> Iterator[str]:
    yield f"#### `{kind.code}` ({kind.level})\n\n{kind.meaning} {kind.remedy}\n\n"
    yield f"```text\n{example}\n```\n"


def _examples() -> dict[str, str]:
    """What is printed of the first mistake of each code."""
    kinds = {mistake["code"]: mistake for mistake in reversed(mistakes())}
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_archive(made_reports(REPORTS), folder)
        planted = plant(folder, len(kinds), [kinds[code] for code in sorted(kinds)])
        lines = _checked(folder).splitlines()
    starts = {mistake.code: f"{mistake.path}:{mistake.line}:" for mistake in planted}
    return {code: "\n".join(_problem(lines, start, f"[{code}]")) for code, start in starts.items()}


def _problem(lines: list[str], start: str, end: str) -> Iterator[str]:
    """The line of a problem with the quoted ones below it."""
    at = next(n for n, line in enumerate(lines) if line.startswith(start) and line.endswith(end))
    yield lines[at]
    for line in lines[at + 1 :]:
        if not line.startswith("      ") and line[:6].strip().isdigit() is False:
            break
        yield line.rstrip()


def _checked(folder: Path) -> str:
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = TODAY
    try:
        with chdir(folder), redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()):
            cli.main(["check", "--hints"])
    finally:
        os.environ.pop("SOURCE_DATE_EPOCH")
        if before is not None:
            os.environ["SOURCE_DATE_EPOCH"] = before
    return out.getvalue()
