"""Results as they come -> the same results, and on a terminal a bar on standard error that tells how far it is."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskProgressColumn,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)

Result = TypeVar("Result")

INTERVAL = 0.1
"""Seconds between two drawings of the bar."""


def watched(results: Iterable[Result], what: str, total: int | None = None) -> Iterator[Result]:
    """The results, unchanged. Nothing is drawn where standard error is no terminal."""
    if not sys.stderr.isatty():
        yield from results
        return
    columns = (
        TextColumn(what),
        BarColumn(),
        *((MofNCompleteColumn(), TaskProgressColumn()) if total else (TextColumn("{task.completed:,.0f}"),)),
        TextColumn("{task.fields[rate]:,.0f}/s"),
        *((TimeRemainingColumn(),) if total else (TimeElapsedColumn(),)),
    )
    # Drawn by hand: a thread that draws would keep the executor from forking its processes.
    bar = Progress(*columns, console=Console(file=sys.stderr), auto_refresh=False, redirect_stdout=sys.stdout.isatty())
    started = drawn = time.monotonic()
    done = 0
    with bar:
        task = bar.add_task(what, total=total, rate=0.0)
        for result in results:
            yield result
            done += 1
            now = time.monotonic()
            if now - drawn >= INTERVAL or done == total:
                bar.update(task, completed=done, rate=done / (now - started))
                bar.refresh()
                drawn = now
        bar.update(task, completed=done, total=done, rate=done / max(time.monotonic() - started, 1e-9))
        bar.refresh()
