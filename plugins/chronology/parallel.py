"""One pure function over many reports, on all cores: results in order, memory bounded, errors as data."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 64
"""Items handed over at a time: sending one costs more than annotating a short report."""


def in_order(
    work: Callable[[list[Item]], list[Result]], items: Iterable[Item], executor: Executor | None, ahead: int = 8
) -> Iterator[Result]:
    """`work` done on chunks of the items. At most `ahead` chunks wait at a time, however long the input.

    Without an executor the work is done here.
    """
    stream = iter(items)
    chunks = iter(lambda: list(islice(stream, CHUNK)), [])
    if executor is None:
        for chunk in chunks:
            yield from work(chunk)
        return
    waiting: deque[Future[list[Result]]] = deque()
    for chunk in chunks:
        waiting.append(executor.submit(work, chunk))
        if len(waiting) >= ahead:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def pool(name: str, prepare: Callable[..., None], arguments: tuple[object, ...]) -> Executor | None:
    """The executor of this name: "process" (all cores), "process:4", or "serial" (None). Raises ValueError.

    `prepare` is called once in each process, so that tables are loaded once.
    """
    kind, _, number = name.partition(":")
    if kind == "serial" and not number:
        return None
    if kind == "process" and (not number or (number.isdecimal() and int(number) > 0)):
        workers = int(number) if number else os.cpu_count() or 1
        # Spawned, not forked: forking a process that has threads may hang.
        return ProcessPoolExecutor(workers, get_context("spawn"), prepare, arguments)
    raise ValueError(f'unknown executor "{name}"; known: process, process:N, serial')


def second_process() -> ProcessPoolExecutor:
    """One further process, for work that can go on beside ours. Use it as a context manager.

    Where the package is used from plugins/ without being installed, the new process must be told where it is,
    by code that does not itself stand in the package.
    """
    find = f"import pelican; pelican.__path__.append({str(_ROOT)!r})"
    return ProcessPoolExecutor(1, get_context("spawn"), exec, (find,))


_ROOT = Path(__file__).resolve().parents[2]
"""The folder above plugins/."""
