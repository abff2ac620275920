"""One piece of work on many items, here, in processes or on a Dask cluster -> its results, in order.

    results = in_order(work, items, "process")

The same work gives the same results wherever it runs. It is sent once to each process and kept there, so that what
it holds, such as a vocabulary, may be large.
"""

from __future__ import annotations

import hashlib
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, ProcessPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from .parallel import cores
from .problems import WrongCall

Item = TypeVar("Item")
Result = TypeVar("Result")
Work = Callable[[list[Item]], list[Result]]

NAMES = "process (all cores), process:N, dask://HOST:PORT or serial"
"""What an executor may be called, for people."""
CHUNK = 32
"""Items that are sent together: sending one alone would cost a tenth of annotating a short report."""
HEAVY = 2_000_000
"""A chunk ends, too, when its items weigh as much as this, so that long texts do not pile up."""
PATIENCE = 10
"""Seconds in which a scheduler must answer."""


class UnknownExecutor(WrongCall):
    """No executor has this name."""


class ExecutorLost(RuntimeError):
    """An executor cannot be reached, or lost a process at its work."""


class _Crew(NamedTuple):
    """Who does the work."""

    submit: Callable[[list[Any]], Future[list[Any]]]
    ahead: int
    """Chunks that wait at a time, however long the input: as many as keep everybody busy."""
    lost: tuple[type[BaseException], ...]
    """What is raised when a process was lost at its work."""


def in_order(
    work: Work[Item, Result],
    items: Iterable[Item],
    executor: str = "process",
    weigh: Callable[[Item], int] = lambda _item: 1,
) -> Iterator[Result]:
    """`work` done on chunks of the items where the executor's name says, the results in the order of the items.

    Raises UnknownExecutor and ExecutorLost. What `work` itself raises ends everything: work that is to go on tells
    its errors as results.
    """
    opened = _opener(executor)
    chunks = _chunks(items, weigh)
    first = list(islice(chunks, 2))
    chunks = chain(first, chunks)
    # Processes are not worth their start for what one of them does alone.
    if opened is None or (executor.startswith("process") and len(first) < 2):
        for chunk in chunks:
            yield from work(chunk)
        return
    with opened(work) as crew:
        yield from _collect(crew, chunks)


def _opener(name: str) -> Callable[[Work[Any, Any]], AbstractContextManager[_Crew]] | None:
    """What opens the executor of this name; None where the work is done here."""
    if name.startswith("dask://") and name.removeprefix("dask://").strip("/"):
        return partial(_cluster, f"tcp://{name.removeprefix('dask://').strip('/')}")
    kind, _, number = name.partition(":")
    if kind == "process" and (not number or (number.isdecimal() and int(number) > 0)):
        return partial(_processes, int(number) if number else cores())
    if name == "serial":
        return None
    raise UnknownExecutor(f'unknown executor "{name}"; known: {NAMES}')


def _chunks(items: Iterable[Item], weigh: Callable[[Item], int]) -> Iterator[list[Item]]:
    chunk: list[Item] = []
    weight = 0
    for item in items:
        chunk.append(item)
        weight += weigh(item)
        if len(chunk) >= CHUNK or weight >= HEAVY:
            yield chunk
            chunk, weight = [], 0
    if chunk:
        yield chunk


def _collect(crew: _Crew, chunks: Iterable[list[Any]]) -> Iterator[Any]:
    waiting: deque[Future[list[Any]]] = deque()
    done = 0
    try:
        for future in _submitted(crew, chunks, waiting):
            results = future.result()
            done += len(results)
            yield from results
    except crew.lost as error:
        raise ExecutorLost(
            f"a process was lost after {done:,} results, most likely for want of memory ({error!r}); "
            'with "--executor serial" it stops at the report that is to blame'
        ) from error
    finally:
        for future in waiting:
            future.cancel()


def _submitted(
    crew: _Crew, chunks: Iterable[list[Any]], waiting: deque[Future[list[Any]]]
) -> Iterator[Future[list[Any]]]:
    for chunk in chunks:
        waiting.append(crew.submit(chunk))
        if len(waiting) >= crew.ahead:
            yield waiting.popleft()
    while waiting:
        yield waiting.popleft()


# --------------------------------------------------------------------------------------
# Processes of this machine.

_kept: list[Work[Any, Any]] = []
"""The work of this process, where it was started by `_processes`."""


@contextmanager
def _processes(number: int, work: Work[Any, Any]) -> Iterator[_Crew]:
    # A forked process has the tables already and starts in a hundredth of the time; but only a process without
    # threads can be forked safely, and not on every system.
    forked = sys.platform == "linux" and threading.active_count() == 1
    context = get_context("fork" if forked else "spawn")
    with ProcessPoolExecutor(number, context, _keep, (work,)) as pool:
        yield _Crew(lambda chunk: pool.submit(_do_kept, chunk), 2 * number + 2, (BrokenExecutor,))


def _keep(work: Work[Any, Any]) -> None:
    _kept.append(work)


def _do_kept(chunk: list[Any]) -> list[Any]:
    return _kept[-1](chunk)


# --------------------------------------------------------------------------------------
# A cluster.


@contextmanager
def _cluster(address: str, work: Work[Any, Any]) -> Iterator[_Crew]:
    try:
        from distributed import Client
        from distributed.scheduler import KilledWorker
    except ImportError as error:
        raise UnknownExecutor('for Dask, first run: pip install "pelican-chronology[dask]"') from error
    try:
        client = Client(address, timeout=PATIENCE, set_as_default=False)
    except OSError as error:
        raise ExecutorLost(f"no Dask scheduler answers at {address}: {error}") from error
    with client:
        _refuse_strangers(client, address)
        # Scattered once, it is unpacked once in each worker, and the tables that it makes there stay.
        kept = client.scatter(work, broadcast=True, hash=False)
        executor = client.get_executor(pure=False)
        threads = sum(client.nthreads().values())
        lost = (KilledWorker, CancelledError)
        yield _Crew(lambda chunk: executor.submit(_do, kept, chunk), 2 * threads + 2, lost)


def _do(work: Work[Any, Any], chunk: list[Any]) -> list[Any]:
    return work(chunk)


def _refuse_strangers(client: Any, address: str) -> None:
    """All must run the program that runs here: another would give other results, and nobody would notice."""
    advice = "install the same version of pelican-chronology on all its machines, and start them again"
    try:
        workers = client.run(program)
        programs = {"its scheduler": client.run_on_scheduler(program), **workers}
    except Exception as error:  # whatever hinders one of them from running a function of this package
        raise ExecutorLost(f"the cluster at {address} cannot run this program: {error!r}; {advice}") from error
    if not workers:
        raise ExecutorLost(f"the Dask cluster at {address} has no workers; start some")
    others = sorted(name for name, theirs in programs.items() if theirs != program())
    if others:
        raise ExecutorLost(f"{', '.join(others)} run another version of this program; {advice}")


@cache
def program() -> str:
    """A hash of this package: its code and its tables."""
    folder = Path(__file__).parent
    files = sorted(path for path in folder.rglob("*") if path.suffix in (".py", ".tsv", ".txt", ".yaml", ".json"))
    whole = hashlib.sha256()
    for path in files:
        whole.update(f"{path.relative_to(folder).as_posix()}\0".encode() + path.read_bytes())
    return whole.hexdigest()
