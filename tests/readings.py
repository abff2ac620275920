"""Readings made by hand for the tests of annotation, and the blocks of their fixture files."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from pelican.plugins.chronology.annotate.reading import Reading, lay_out
from pelican.plugins.chronology.model import Cleaned, Evidence, Line, Seed

FIXTURES = Path(__file__).parent / "fixtures"


def blocks(name: str) -> list[tuple[str, str, str]]:
    """Title, input and expected lines of each block of a fixture file; what stands above the first is for people."""
    _, _, text = (FIXTURES / name).read_text(encoding="utf-8").partition("\n\n")
    parts = re.split(r"^\.\n", text, flags=re.MULTILINE)
    return [(parts[n].strip(), parts[n + 1].strip("\n"), parts[n + 2].strip()) for n in range(0, len(parts) - 2, 3)]


def reading_of(body: str, title: str = "", header: Mapping[str, str] | None = None) -> Reading:
    """A report whose every line below the title is a paragraph of the body."""
    text = f"{title}\n{body}" if title else body
    lines, at = [], 0
    for number, line in enumerate(text.split("\n"), 1):
        lines.append(Line(number, at, at + len(line), line))
        at += len(line) + 1
    head = Evidence(0, len(title), title, "title") if title else None
    shown = tuple(line for line in lines[1 if title else 0 :] if line.text.strip())
    return lay_out(Seed("test", text, header or {}), Cleaned(head, None, shown, ()))
