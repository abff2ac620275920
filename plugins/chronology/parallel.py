"""Work on all cores of this machine by forking: one function over many pages, or many jobs that each write files."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
import warnings
from collections.abc import Callable, Sequence
from functools import partial
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


def _others(processes: int, most: int) -> int:
    """How many processes to fork. Where one cannot be forked safely, all is done here."""
    return max(0, min(processes, most) - 1) if sys.platform == "linux" else 0


class JobFailed(RuntimeError):
    """A job in another process raised; the message is its traceback."""


def share_out(jobs: Sequence[Callable[[], None]], processes: int) -> None:
    """Do every job once, on up to this many processes; returns when all are done.

    The others are forked, so they see all that this process has made and nothing need be sent; a job leaves
    its result in files. Put long jobs first.
    """
    taking, numbers = os.pipe()
    # The numbers of the jobs lie in a pipe, and who is free takes the next. 64 KiB hold 16,000 of them.
    os.write(numbers, b"".join(_NUMBER.pack(n) for n in range(len(jobs))))
    os.close(numbers)

    def work(_pipe: int = 0) -> None:
        while number := os.read(taking, _NUMBER.size):
            jobs[_NUMBER.unpack(number)[0]]()

    children = [_fork(work) for _ in range(_others(processes, len(jobs)))]
    try:
        work()
    finally:
        os.close(taking)
        for child in children:
            _joined(child)


MOST_JOBS = 16_000
"""Jobs that fit into the pipe of `share_out`."""
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
