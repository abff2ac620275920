"""What the last run found to need nothing -> what this run need not look at.

Each line of cache/ingested stands for a program, a vocabulary, a seed and a page that go together: nothing would be
written and nothing told. The file may be removed at any time; all seeds are then read again.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from ..executors import program
from ..model import Seed
from ..pagefile import Content
from ..settings import Settings
from ..wholefile import write


@dataclass(slots=True)
class Settled:
    """The marks of what needs nothing."""

    path: Path
    ground: str
    """The program and the vocabulary."""
    before: frozenset[str]
    now: set[str]

    @classmethod
    def read(cls, settings: Settings, content: Content) -> Settled:
        """What the last run left."""
        path = settings.root / "cache" / "ingested"
        try:
            before = frozenset(path.read_text(encoding="utf-8").split())
        except (OSError, UnicodeDecodeError):
            before = frozenset()
        records = (content.actors, content.countries, content.events, content.event_types)
        ground = hashlib.sha256(repr((program(), records)).encode())
        return cls(path, ground.hexdigest(), before, set())

    def mark(self, seed: Seed, page: str, text: str) -> str:
        """The mark of a seed and the page at this path with this text."""
        whole = "\0".join((self.ground, seed.id, seed.sha256, page, text))
        return hashlib.sha256(whole.encode()).hexdigest()[:32]

    def write(self, *, whole: bool) -> None:
        """Keep the marks for the next run; `whole` when all seeds were looked at."""
        marks = self.now if whole else self.now | self.before
        if marks != self.before:
            with suppress(OSError):  # without it the next run takes longer, and that is all
                write(self.path, "".join(f"{mark}\n" for mark in sorted(marks)))
