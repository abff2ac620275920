"""A sound archive and the mistakes of tests/fixtures/mistakes.yaml -> the archive with mistakes planted into it."""

from __future__ import annotations

import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

MISTAKES = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "mistakes.yaml"
SEED = "Words of a report.\n"

Found = tuple[str, int, str]
"""Path, line and code of a problem."""


@dataclass(frozen=True)
class Planted:
    """A mistake that has been made."""

    title: str
    path: str
    """From the folder of the archive."""
    line: int
    code: str

    @property
    def expected(self) -> Found:
        return self.path, self.line, self.code


def mistakes() -> list[dict[str, Any]]:
    """The kinds of mistakes, in the order of the file. All values are text."""
    listed: list[dict[str, Any]] = yaml.load(MISTAKES.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return listed


def plant(folder: Path, count: int, kinds: Sequence[Mapping[str, Any]]) -> list[Planted]:
    """Make so many mistakes, each kind in turn, each in a page of its own; half of the pages stay as they are."""
    rng = random.Random(f"planting {count}")
    pages = sorted((folder / "content" / "reports").rglob("*.md"))
    rng.shuffle(pages)
    spoiled, sound = pages[: len(pages) // 2], pages[len(pages) // 2 :]
    actors = sorted((folder / "content" / "actors").rglob("*.md"))
    rng.shuffle(actors)
    if count > min(len(spoiled), len(actors)):
        raise ValueError(f"{count} mistakes need at least {2 * count} reports and {count} actors")
    return [
        _plant(folder, number, kinds[number % len(kinds)], spoiled[number], _words(number, sound, actors))
        for number in range(count)
    ]


def _plant(folder: Path, number: int, mistake: Mapping[str, Any], page: Path, words: Mapping[str, str]) -> Planted:
    for name, text in mistake.get("also", {}).items():
        _write(folder / _filled(name, words), _filled(text, words).encode())
    target = mistake.get("new") or mistake.get("copy")
    path = folder / _filled(target, words) if target else page
    text = _filled(mistake.get("text", ""), words) if "new" in mistake else page.read_text(encoding="utf-8")
    for pattern, meant in mistake.get("replace", {}).items():
        text, times = re.subn(pattern, _filled(meant, words), text, count=1, flags=re.MULTILINE)
        if not times:
            raise ValueError(f"{mistake['title']}: nothing in {page} matches {pattern}")
    text += _filled(mistake.get("append", ""), words)
    if "link" in mistake:
        page.rename(folder / f"linked-{number}.md")
        page.symlink_to(folder / f"linked-{number}.md")
    elif "hex" in mistake:
        _write(path, bytes.fromhex(mistake["hex"]))
    else:
        _write(path, text.encode(mistake.get("encode", "utf-8")))
    return Planted(mistake["title"], path.relative_to(folder).as_posix(), _line(text, mistake), mistake["code"])


def _line(text: str, mistake: Mapping[str, Any]) -> int:
    if "line" not in mistake:
        return 1
    return next(number for number, line in enumerate(text.split("\n"), 1) if re.search(mistake["line"], line))


def _words(number: int, sound: Sequence[Path], actors: Sequence[Path]) -> dict[str, str]:
    """What stands for the names in braces."""
    report, actor = sound[number % len(sound)], actors[number % len(actors)]
    header = yaml.load(report.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
    person = yaml.load(actor.read_text(encoding="utf-8").split("---\n")[1], Loader=yaml.BaseLoader)
    return {
        "n": str(number),
        "day": f"{number % 28 + 1:02}",
        "name": _name(number),
        "digest": hashlib.sha256(SEED.encode()).hexdigest(),
        "other.id": header["id"],
        "other.title": header["title"],
        "other.url": header["source"]["url"],
        "other.year": report.parent.name,
        "other.file": report.name,
        "actor.id": actor.stem,
        "actor.name": person["name"],
        "actor.country": f'"{person["country"]}"',
        "swapped": " ".join(reversed(person["name"].split())),
    }


def _name(number: int) -> str:
    """A name that no made report has: its syllables are others."""
    rng = random.Random(f"name {number}")
    first, family = ("".join(rng.choice("jqwxy") + rng.choice("aeiou") for _ in range(4)) for _ in range(2))
    return f"{first.capitalize()} {family.capitalize()}"


def _filled(text: str, words: Mapping[str, str]) -> str:
    return re.sub(r"\{([a-z.]+)\}", lambda found: words.get(found[1], found[0]), text)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def wrong(planted: Sequence[Planted], found: Sequence[Found]) -> Iterator[str]:
    """What a check missed, and what it told without reason, in words."""
    expected = {mistake.expected: mistake for mistake in planted}
    for place in sorted(expected.keys() - set(found)):
        yield f"missed: {expected[place].title} ({place[2]}) in {place[0]}:{place[1]}"
    for place in sorted(set(found) - expected.keys()):
        yield f"false alarm: {place[2]} in {place[0]}:{place[1]}"
