"""The CHRONOLOGY_* names of pelicanconf.py -> checked values. docs/settings.md describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .parallel import cores
from .problems import Problem, did_you_mean

KNOWN = ("CHRONOLOGY_PROCESSES", "CHRONOLOGY_SEEDS")


@dataclass(frozen=True, slots=True)
class Settings:
    root: Path
    """The folder of the archive: where pelicanconf.py stands. Problems tell paths from here."""
    content: Path
    seeds: Path
    cache: Path
    """Where what can be made again is kept, Pelican's CACHE_PATH."""
    lang: str
    """The language of the interface, Pelican's DEFAULT_LANG."""
    processes: int
    """How many processes draw pages."""


def read_settings(values: Mapping[str, Any], root: Path) -> tuple[Settings, list[Problem]]:
    """Our settings out of all of Pelican's. Pelican itself passes a misspelt name in silence; we do not."""
    problems = [
        Problem(
            "pelicanconf.py",
            f'unknown setting "{name}"',
            did_you_mean(name, KNOWN) or f"known: {', '.join(KNOWN)}",
            code="bad-setting",
        )
        for name in sorted(values)
        if name.startswith("CHRONOLOGY_") and name not in KNOWN
    ]
    content = root / values.get("PATH", "content")
    seeds = root / values.get("CHRONOLOGY_SEEDS", "seeds")
    processes = values.get("CHRONOLOGY_PROCESSES") or cores()
    if not isinstance(processes, int) or processes < 1:
        message = f"CHRONOLOGY_PROCESSES is {processes!r}, expected a whole number from 1"
        problems.append(Problem("pelicanconf.py", message, "leave it out to use all cores", code="bad-setting"))
        processes = 1
    lang = str(values.get("DEFAULT_LANG") or "en")
    cache = root / values.get("CACHE_PATH", "cache")
    return Settings(root, content.resolve(), seeds.resolve(), cache, lang, processes), problems
