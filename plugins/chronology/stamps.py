"""A folder -> the files below it, each with what tells whether it has been changed."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Stamp = tuple[int, int]
"""When a file was changed, in nanoseconds, and its size in bytes."""


def files_in(folder: Path) -> dict[str, Stamp]:
    """Every file below a folder, by its path below it; hidden ones and hidden folders are left out."""
    return dict(sorted(_files(folder, "")))


def stamps_of(folder: str, addresses: Iterable[str]) -> dict[str, Stamp]:
    """Those of these files below a folder that are there."""
    return {address: stamp for address in addresses if (stamp := _stamp_of(folder, address))}


def altered(folder: str, stamps: Mapping[str, Stamp]) -> set[str]:
    """The files that are not as these stamps tell."""
    return {address for address, stamp in stamps.items() if _stamp_of(folder, address) != stamp}


def _stamp_of(folder: str, address: str) -> Stamp | None:
    try:
        stat = os.stat(f"{folder}/{address}", follow_symlinks=False)
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size


def _files(folder: Path | str, prefix: str) -> Iterator[tuple[str, Stamp]]:
    for entry in os.scandir(folder):
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        else:
            stat = entry.stat(follow_symlinks=False)
            yield f"{prefix}{entry.name}", (stat.st_mtime_ns, stat.st_size)
