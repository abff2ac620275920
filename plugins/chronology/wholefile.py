"""A file -> the same file with other text, whole at any moment, whatever ends the program."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # not on Windows
    fcntl = None  # type: ignore[assignment]

_PART = ".part"


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all: whoever reads it finds the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}{_PART}")
    with part.open("wb") as file:
        file.write(text.encode())
        file.flush()
        # Without it a machine that loses its power may keep the new name and not the new text.
        os.fsync(file.fileno())
    part.replace(path)


def clear(folder: Path) -> None:
    """Remove what a `write` that was ended left in a folder and below it. Only who is `alone` there may."""
    for part in sorted(folder.rglob(f".*{_PART}")):
        part.unlink()


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else who asks for it works in the folder. What ends the program ends its claim."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
