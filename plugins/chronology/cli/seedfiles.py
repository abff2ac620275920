"""The folder of seeds -> what the checks of pages ask of them."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from ..check import SeedFiles
from ..problems import Problem
from ..seeds import list_seeds, read_bytes, read_seed, wrong_with
from ..settings import Settings


def look_at_all(settings: Settings) -> tuple[dict[str, str], list[Problem]]:
    """The hash of every seed by its path, and what is wrong with them."""
    paths, problems = list_seeds(settings.seeds, settings.root)
    hashes, wrong = _look_at(settings, paths)
    return hashes, _coded([*problems, *wrong])


def look_at_some(settings: Settings, names: Collection[str]) -> tuple[dict[str, str], list[Problem]]:
    """The same of those seeds that are named. The others are looked at when a page asks for them."""
    paths, problems = list_seeds(settings.seeds, settings.root) if names else ([], [])
    hashes, wrong = _look_at(settings, [path for path in paths if _name(path, settings) in names])
    return hashes, _coded([*(problem for problem in problems if problem.path in names), *wrong])


def _look_at(settings: Settings, paths: Iterable[Path]) -> tuple[dict[str, str], list[Problem]]:
    hashes: dict[str, str] = {}
    problems: list[Problem] = []
    for path in paths:
        name, data = read_bytes(path, settings.root)
        if isinstance(data, Problem):
            problems.append(data)
        else:
            hashes[name] = hashlib.sha256(data).hexdigest()
            problems += wrong_with(data, name, path.suffix.lower())
    return hashes, problems


def seed_files(settings: Settings, hashes: Mapping[str, str]) -> SeedFiles:
    """The seeds as the checks see them; `hashes` are those that are known already."""

    def inside(path: str) -> Path | None:
        whole = (settings.root / path).resolve()
        return whole if whole.is_relative_to(settings.seeds) and whole.is_file() else None

    @cache
    def sha256(path: str) -> str | None:
        whole = inside(path)
        if path in hashes or whole is None:
            return hashes.get(path)
        data = read_bytes(whole, settings.root)[1]
        return None if isinstance(data, Problem) else hashlib.sha256(data).hexdigest()

    @cache
    def text(path: str) -> str:
        whole = inside(path)
        seed = read_seed(whole, settings.root)[0] if whole else None
        return f"{seed.text}\n{' '.join(seed.header.values())}" if seed else ""

    return SeedFiles(sha256, text)


def _name(path: Path, settings: Settings) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else path.as_posix()


def _coded(problems: Iterable[Problem]) -> list[Problem]:
    return [problem if problem.code else replace(problem, code="bad-seed") for problem in problems]
