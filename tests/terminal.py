"""A program in a terminal of its own, spoken to as a person does: wait for a question, type an answer."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from sites import COMMAND, ROOT

PATIENCE = 30.0
"""Seconds until a program that says nothing counts as stuck."""
CTRL_D = "\x04"


class Terminal:
    """`chronology` with a person before it."""

    def __init__(self, folder: Path, words: Sequence[str]) -> None:
        self._ours, theirs = pty.openpty()
        self._process = subprocess.Popen(
            [sys.executable, "-c", COMMAND.format(root=str(ROOT)), *words],
            cwd=folder,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "dumb", "SOURCE_DATE_EPOCH": "1790000000"},
            start_new_session=True,
        )
        os.close(theirs)
        self.shown = ""
        """All that the screen has shown, what was typed included."""
        self._read = 0

    def wait_for(self, words: str) -> None:
        """Read on until the screen shows these words, after those that were waited for last."""
        end = time.monotonic() + PATIENCE
        while (at := self.shown.find(words, self._read)) < 0:
            assert time.monotonic() < end, f"{words!r} was not said:\n{self.shown}"
            assert self._more(), f"it ended before {words!r}:\n{self.shown}"
        self._read = at + len(words)

    def type(self, words: str) -> None:
        """Type a line; CTRL_D is no line."""
        os.write(self._ours, words.encode() if words == CTRL_D else f"{words}\n".encode())

    def end(self) -> int:
        """Read to the end; the exit code."""
        while self._more():
            pass
        os.close(self._ours)
        return self._process.wait(PATIENCE)

    def _more(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE)
        assert ready, f"it is stuck:\n{self.shown}"
        try:
            data = os.read(self._ours, 4096)
        except OSError:
            # Linux tells so that the other side has been closed.
            return False
        self.shown += data.decode("utf-8", "replace").replace("\r\n", "\n")
        return bool(data)


def talk(folder: Path, words: Sequence[str], said: Sequence[tuple[str, str]]) -> tuple[int, str]:
    """Answer each question, known by words of it, in turn; the exit code, and all that was shown."""
    terminal = Terminal(folder, words)
    for question, reply in said:
        terminal.wait_for(question)
        terminal.type(reply)
    return terminal.end(), terminal.shown
