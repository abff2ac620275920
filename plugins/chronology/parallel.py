"""Work on all cores of this machine by forking: one function over many pages, or many jobs that each write files."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

CHUNK = 64
"""Items below which another process is not worth its start."""


def cores() -> int:
    """The processors that this process may use."""
    if sys.platform == "linux":
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def mapped(function: Callable[[Item], Result], items: Sequence[Item], processes: int) -> list[Result]:
    """The function's results in the order of the items, worked out on up to this many processes."""
    others = _others(processes, len(items) // CHUNK)
    size = -(-len(items) // (others + 1))
    slices = [items[at : at + size] for at in range(0, len(items), size or 1)]

    def send(part: Sequence[Item], pipe: int) -> None:
        with os.fdopen(pipe, "wb", closefd=False) as out:
            pickle.dump([function(item) for item in part], out, pickle.HIGHEST_PROTOCOL)

    children = [_fork(partial(send, part)) for part in slices[1:]]
    results = [function(item) for item in slices[0]] if slices else []
    for child in children:
        results += pickle.loads(_joined(child))
    return results


def meanwhile(function: Callable[[], Result], processes: int) -> Callable[[], Result]:
    """Work out the function's result in another process, where there is one; the call that comes back waits for it."""
    if not _others(processes, 2):
        return cache(function)

    def send(pipe: int) -> None:
        with os.fdopen(pipe, "wb", closefd=False) as out:
            pickle.dump(function(), out, pickle.HIGHEST_PROTOCOL)

    child = _fork(send)

    def result() -> Result:
        given: Result = pickle.loads(_joined(child))
        return given

    return cache(result)


def _others(processes: int, most: int) -> int:
    """How many processes to fork. Where one cannot be forked safely, all is done here."""
    return max(0, min(processes, most) - 1) if sys.platform == "linux" else 0


class JobFailed(RuntimeError):
    """A job in another process raised; the message is its traceback."""


Job = Callable[[], None]


def share_out(groups: Sequence[Sequence[Job]], processes: int) -> None:
    """Do every job once, on up to this many processes; returns when all are done.

    The others are forked, so they see all that this process has made and nothing need be sent; a job leaves
    its result in files. The jobs of a group have something in common that is worked out once and kept: each process
    begins with another group, and helps with the next when nothing is left of its own. Put long jobs first.
    """
    waiting = [_numbers(len(jobs)) for jobs in groups]

    def work(first: int, _pipe: int = 0) -> None:
        for at in (*range(first, len(groups)), *range(first)):
            while number := os.read(waiting[at], _NUMBER.size):
                groups[at][_NUMBER.unpack(number)[0]]()

    others = _others(processes, sum(map(len, groups)))
    children = [_fork(partial(work, number % len(groups))) for number in range(1, others + 1)]
    try:
        work(0)
    finally:
        for pipe in waiting:
            os.close(pipe)
        for child in children:
            _joined(child)


def _numbers(count: int) -> int:
    """The end of a pipe from which who is free takes the number of the next job. 64 KiB hold 16,000 of them."""
    taking, numbers = os.pipe()
    os.write(numbers, b"".join(_NUMBER.pack(n) for n in range(count)))
    os.close(numbers)
    return taking


MOST_JOBS = 16_000
"""Jobs of a group that fit into the pipe of `share_out`."""
_NUMBER = struct.Struct("=I")


def _fork(work: Callable[[int], None]) -> tuple[int, int]:
    """A process that does the work with a pipe to write to: (its id, our end of the pipe)."""
    reading, writing = os.pipe()
    with warnings.catch_warnings():
        # The thread that Python warns of draws Pelican's spinner. The child neither prints nor logs, and leaves
        # without the clean-up that could wait for a lock of that thread.
        warnings.simplefilter("ignore", DeprecationWarning)
        child = os.fork()
    if child:
        os.close(writing)
        return child, reading
    code = 1
    try:
        work(writing)
        code = 0
    except BaseException:  # noqa: BLE001 - whatever it is, the parent tells it
        os.write(writing, traceback.format_exc().encode()[:60_000])
    finally:
        os._exit(code)


def _joined(child: tuple[int, int]) -> bytes:
    """What a process wrote; raises JobFailed with its traceback when it failed."""
    process, reading = child
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    _, status = os.waitpid(process, 0)
    if status:
        raise JobFailed(said.decode("utf-8", "replace") or f"a process ended with status {status}")
    return said
