"""Who published a report: outlet, agency, author and dateline, from the lines around the body and the
first words of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..model import Evidence, Origin
from . import imprint
from .imprint import Find
from .reading import Reading


class Clipping(NamedTuple):
    """A line as the rules of this module read it."""

    start: int
    folded: str
    """As long as the line, so that offsets hold."""
    rule: str
    """The rule that dropped it; "body" for a line of the body."""


Reader = Callable[[str], Iterator[Find]]


def find_origin(reading: Reading) -> tuple[Origin, tuple[Evidence, ...]]:
    """What the seed's header gives stands; the rest is read, each part from the first reader in
    `READERS` that has it.
    """
    parts: dict[str, str] = {}
    for part in _PARTS:
        if given := reading.seed.header.get(part, "").strip():
            parts[part] = given
    evidence: list[Evidence] = []
    clippings: dict[str, list[Clipping]] = {}
    for clipping in _clippings(reading):
        clippings.setdefault(clipping.rule, []).append(clipping)
    for rule, reader in READERS:
        for clipping in clippings.get(rule, ()):
            for find in reader(clipping.folded):
                if find.part in parts:
                    continue
                found = reading.evidence(clipping.start + find.start, clipping.start + find.end, f"{rule}-{find.part}")
                parts[find.part] = _as_name(found.quote) if find.part == "dateline_place" else found.quote
                evidence.append(found)
    evidence.sort(key=lambda e: (e.start, e.end, e.rule))
    return Origin(**parts), tuple(evidence)


_PARTS = ("outlet", "agency", "author", "dateline_place", "url")
_BODY_LINES, _BODY_HEAD = 2, 160


def _clippings(reading: Reading) -> Iterator[Clipping]:
    wanted = {d.line: d.rule for d in reading.cleaned.dropped}
    start = 0
    for number, line in enumerate(reading.text.split("\n") if wanted else (), 1):
        if number in wanted:
            yield Clipping(start, reading.folded[start : start + min(len(line), _LONGEST)], wanted[number])
        start += len(line) + 1
    for body in reading.cleaned.body[:_BODY_LINES]:
        yield Clipping(body.start, reading.folded[body.start : min(body.end, body.start + _BODY_HEAD)], "body")


_LONGEST = 600


def _as_name(place: str) -> str:
    """Datelines shout, names do not: "BAMAKO" is "Bamako"."""
    return place.title() if place.isupper() and len(place) > 3 else place


# A part is taken from the first reader that has it, so the plainest statements come first: a citation
# and fields name the source on purpose, a masthead stands for the outlet itself, and the notices
# around the comments name it only in passing.
READERS: tuple[tuple[str, Reader], ...] = (
    ("fields", imprint.fields),
    ("citation", imprint.citation),
    ("masthead", imprint.masthead),
    ("credit", imprint.credit),
    ("byline", imprint.byline),
    ("stamp", imprint.stamp),
    ("credit", imprint.dateline),
    ("body", imprint.dateline),
    ("rights", imprint.rights),
    ("comments", imprint.notice),
    ("promotion", imprint.promotion),
)
