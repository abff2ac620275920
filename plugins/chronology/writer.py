"""Addresses and texts -> files in the output folder; files that are right already stay untouched."""

from __future__ import annotations

import os
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
        self._folders: set[str] = set()

    def claim(self, address: str) -> str:
        """The path of a page or data file that will be written; raises when another has it already."""
        path: str = sanitised_join(self.output_path, address)
        if path in self._written_files:
            raise FileOverwriteFailedError(f"two pages have the address {address}")
        self._written_files.add(path)
        return path

    def write(self, address: str, text: str) -> None:
        """Write a file whose address was claimed."""
        path = sanitised_join(self.output_path, address)
        data = text.encode("utf-8")
        if _holds(path, data):
            return
        folder = os.path.dirname(path)
        if folder not in self._folders:
            os.makedirs(folder, exist_ok=True)
            self._folders.add(folder)
        # Without a buffer: tens of thousands of files are written, each in one piece.
        with open(path, "wb", buffering=0) as file:
            file.write(data)

    def forget_stale(self, manifest: Path, written: list[str]) -> None:
        """Delete what the last build wrote and this one did not, and note what this one wrote.

        Only files of our own list are ever deleted: the output folder may hold what others put there.
        """
        before = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
        now = {os.path.relpath(path, self.output_path) for path in self._written_files}
        for name in sorted(set(before) - now):
            Path(sanitised_join(self.output_path, name)).unlink(missing_ok=True)
        manifest.parent.mkdir(parents=True, exist_ok=True)
        manifest.write_text("".join(f"{name}\n" for name in sorted(written)), encoding="utf-8")


def _holds(path: str, data: bytes) -> bool:
    try:
        if os.stat(path).st_size != len(data):
            return False
    except FileNotFoundError:
        return False
    return Path(path).read_bytes() == data
