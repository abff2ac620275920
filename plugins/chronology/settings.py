"""The CHRONOLOGY_* names of pelicanconf.py -> checked values. docs/settings.md describes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .colours import Colour, read_colours
from .forges import FORGES, Repository, forge_of
from .parallel import cores
from .problems import Problem, did_you_mean
from .room import ROOM, Room

KNOWN = (
    "CHRONOLOGY_BRANCH",
    "CHRONOLOGY_COLOURS",
    "CHRONOLOGY_FORGE",
    "CHRONOLOGY_PAGE_EVENTS",
    "CHRONOLOGY_PROCESSES",
    "CHRONOLOGY_REPOSITORY",
    "CHRONOLOGY_SEEDS",
)


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
    repository: Repository | None
    """Where the archive's files are kept; None where no address is given."""
    colours: tuple[Colour, ...]
    """Colours of the theme that are set anew."""
    room: Room
    """How much one page holds."""


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
    processes = _number(values, "CHRONOLOGY_PROCESSES", cores(), "leave it out to use all cores", problems)
    events = _number(values, "CHRONOLOGY_PAGE_EVENTS", ROOM.events, f"leave it out for {ROOM.events}", problems)
    lang = str(values.get("DEFAULT_LANG") or "en")
    cache = root / values.get("CACHE_PATH", "cache")
    repository, wrong = _repository(
        values, content.relative_to(root).as_posix() if content.is_relative_to(root) else content.name
    )
    colours, off = read_colours(values.get("CHRONOLOGY_COLOURS", {}))
    room = Room(events)
    chosen = Settings(
        root, content.resolve(), seeds.resolve(), cache, lang, processes, repository, tuple(colours), room
    )
    return chosen, [*problems, *wrong, *off]


def _number(values: Mapping[str, Any], name: str, usual: int, hint: str, problems: list[Problem]) -> int:
    """A number from 1 on; anything else is told, and the usual one is taken."""
    number = values.get(name) or usual
    if isinstance(number, int) and number >= 1:
        return number
    message = f"{name} is {number!r}, expected a whole number from 1"
    problems.append(Problem("pelicanconf.py", message, hint, code="bad-setting"))
    return usual


def _repository(values: Mapping[str, Any], folder: str) -> tuple[Repository | None, list[Problem]]:
    """Where the files are kept on the web. Pelican's folder of content is taken to be at the repository's root."""
    address = values.get("CHRONOLOGY_REPOSITORY", "")
    if not address:
        return None, []
    if not isinstance(address, str) or not address.startswith(("https://", "http://")):
        message = f"CHRONOLOGY_REPOSITORY is {address!r}, expected an address of the web"
        return None, [Problem("pelicanconf.py", message, 'as "https://github.com/you/archive"', code="bad-setting")]
    address = address.rstrip("/").removesuffix(".git")
    forge = values.get("CHRONOLOGY_FORGE") or forge_of(address)
    if forge not in FORGES:
        message = f"CHRONOLOGY_FORGE is {forge!r}, expected one of {', '.join(FORGES)}"
        hint = f"it says what software {address} runs; Gitea counts as forgejo"
        return None, [Problem("pelicanconf.py", message, hint, code="bad-setting")]
    return Repository(address, values.get("CHRONOLOGY_BRANCH", "main"), forge, folder), []
