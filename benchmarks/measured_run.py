"""A command -> what it cost: seconds on the wall, seconds of processor, and megabytes at the peak."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

INTERVAL = 0.05
"""Seconds between two looks at the memory."""


@dataclass(frozen=True)
class Cost:
    wall: float
    cpu: float
    """User and system time of the command and of all processes that it started and waited for."""
    peak: float
    """Megabytes of all its processes together, shared pages counted once (PSS); where /proc does not tell,
    those of the largest process."""


def run(command: Sequence[str], folder: Path, given: Path = Path(os.devnull)) -> Cost:
    """Run a command to its end, with a file as its input. It must succeed: what a failure costs is of no interest."""
    log = folder / "run.log"
    with log.open("w", encoding="utf-8") as output, given.open("rb") as source:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdin=source, stdout=output, stderr=subprocess.STDOUT)
        watch = _MemoryWatch(process.pid)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    watch.stop()
    if process.returncode:
        tail = log.read_text(encoding="utf-8", errors="replace")[-2000:]
        sys.exit(f"{' '.join(command)} failed in {folder} with exit code {process.returncode}:\n{tail}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(watch.peak, _resident(usage)))


def _resident(usage: resource.struct_rusage) -> float:
    unit = 1024 if sys.platform != "darwin" else 1
    return usage.ru_maxrss * unit / 1e6


class _MemoryWatch:
    """Looks at the memory of a process and its descendants until it is told to stop."""

    def __init__(self, pid: int) -> None:
        self.pid, self.peak = pid, 0.0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        while not self._done.wait(INTERVAL):
            self.peak = max(self.peak, sum(map(_proportional, _family(self.pid))) / 1e6)


def _family(pid: int) -> list[int]:
    """A process and all that descend from it, as far as they still run."""
    found, queue = [], [pid]
    while queue:
        found.append(one := queue.pop())
        for task in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                queue += map(int, task.read_text().split())
            except OSError:
                continue  # it ended between two looks
    return found


def _proportional(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0  # it ended between two looks
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:")), 0)
