"""Addresses and texts -> files in the output folder; files that are right already stay untouched."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pelican.utils import sanitised_join
from pelican.writers import FileOverwriteFailedError, Writer


class ChronologyWriter(Writer):
    """Pelican's writer, with a way for pages that are rendered by ourselves.

    An unchanged file keeps its time stamp, so that a copy to a server and a reader's cache stay warm.
    """

    def __init__(self, output_path: str, settings: dict[str, Any] | None = None) -> None:
        super().__init__(output_path, settings)
        self._base = sanitised_join(self.output_path)
        self._folders: set[str] = set()
        self._paths: dict[str, str] = {}

    def claim(self, address: str) -> str:
        """The path of a page or data file that will be written; raises when another has it already."""
        # Pelican's own way to join looks at each part, tens of thousands of times, and says the same of plain ones.
        odd = "./" in address or "//" in address or address.startswith("/") or address.endswith((".", "/"))
        path: str = sanitised_join(self.output_path, address) if odd else f"{self._base}/{address}"
        if path in self._written_files:
            raise FileOverwriteFailedError(f"two pages have the address {address}")
        self._written_files.add(path)
        self._paths[address] = path
        return path

    def write(self, address: str, text: str | bytes) -> None:
        """Write a file whose address was claimed."""
        path = self._paths[address]
        data = text.encode("utf-8") if isinstance(text, str) else text
        folder = path.rpartition(os.sep)[0]
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        try:
            _put(path, data, "xb")  # a clean build finds nothing there, and need not look first
        except FileExistsError:
            if not _holds(path, data):
                _put(path, data, "wb")

    def read(self, address: str) -> bytes:
        """What is in a file. Raises OSError."""
        return Path(self.output_path, address).read_bytes()

    def forget(self, addresses: Iterable[str]) -> None:
        """Delete files that an earlier build wrote, unless this build wrote something there."""
        for address in addresses:
            path = sanitised_join(self.output_path, address)
            if path not in self._written_files:
                Path(path).unlink(missing_ok=True)


def _put(path: str, data: bytes, mode: str) -> None:
    # Without a buffer: tens of thousands of files are written, each in one piece.
    with open(path, mode, buffering=0) as file:
        file.write(data)


def _holds(path: str, data: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(data):
            return False
    except FileNotFoundError:  # a link that leads nowhere
        return False
    return Path(path).read_bytes() == data
