"""The outlines of all pages, kept in the cache: of those that have not changed, none is read again.

A page counts as unchanged when its size and its time of change are. What is kept is JSON, so that reading it can run
nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .. import outlines, pagefile, records
from ..outlines import Outline, from_row, outline, to_row
from ..pagefile import FOLDERS, Content
from ..settings import Settings
from ..stamps import Stamp

FILE = "outlines.json"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of all pages without reading them."""

    outlines: list[Outline]
    unread: list[str]
    """The pages that cannot be read."""


def pages_of(files: Mapping[str, Stamp]) -> dict[str, Stamp]:
    """Those of the files that are pages with records."""
    return {path: stamp for path, stamp in files.items() if path.endswith(".md") and path.partition("/")[0] in FOLDERS}


def look_up(settings: Settings, files: Mapping[str, Stamp]) -> Known:
    """The outlines of these pages: from the cache, or read and put there."""
    pages, kept = pages_of(files), _load(settings.cache / FILE)
    rows = {path: row for path, (*stamp, row) in kept.items() if path in pages and tuple(stamp) == pages[path]}
    missing = [path for path in pages if path not in rows]
    read = pagefile.read_pages(settings.content, missing, settings.processes)
    fresh = {record.path: outline(record) for record in read.records}
    if missing or len(kept) != len(pages):
        made = {path: to_row(outlined) for path, outlined in fresh.items()}
        _save(settings.cache / FILE, pages, {**rows, **dict.fromkeys(read.unread), **made})
    outlined = [from_row(row) for row in rows.values() if row is not None]
    unread = [*read.unread, *(path for path, row in rows.items() if row is None)]
    return Known([*outlined, *fresh.values()], sorted(unread))


def keep(settings: Settings, files: Mapping[str, Stamp], content: Content) -> Known:
    """The outlines of an archive that has been read whole. They go into the cache too."""
    fresh = {record.path: outline(record) for record in content.records}
    made = {path: to_row(outlined) for path, outlined in fresh.items()}
    _save(settings.cache / FILE, pages_of(files), {**dict.fromkeys(content.unread), **made})
    return Known(list(fresh.values()), content.unread)


def _made_by() -> list[Any]:
    """What tells whether the cache was written by this very program."""
    modules = (outlines.__file__, records.__file__)
    return [[stat.st_mtime_ns, stat.st_size] for stat in map(os.stat, modules)]


def _load(path: Path) -> dict[str, list[Any]]:
    """Of each page its stamp and its row. What cannot be used counts as not there: it can all be made again."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return dict(kept["pages"]) if kept["made_by"] == _made_by() else {}
    except (OSError, ValueError, TypeError, KeyError):
        return {}


def _save(path: Path, pages: Mapping[str, Stamp], rows: Mapping[str, list[Any] | None]) -> None:
    kept = {name: [*stamp, rows[name]] for name, stamp in pages.items() if name in rows}
    part = path.with_name(f".{FILE}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"made_by": _made_by(), "pages": kept}, separators=(",", ":")), encoding="utf-8")
        part.replace(path)
    except OSError:
        # An archive that cannot be written to can still be checked; the next check takes longer.
        part.unlink(missing_ok=True)
