"""The outlines and coordinates that are shipped with the package -> an Atlas."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate

from .pictures.atlas import Atlas, Point

DATA = files(__package__) / "data"


@lru_cache(1)
def read_atlas() -> Atlas:
    """Read when the first map is drawn. docs/decisions tells how the files are made."""
    stored = json.loads((DATA / "outlines.json").read_text(encoding="utf-8"))
    step = stored["step"]
    rows = (DATA / "coordinates.tsv").read_text(encoding="utf-8").splitlines()
    return Atlas(
        arcs=[_points(arc, step) for arc in stored["arcs"]],
        shapes=stored["shapes"],
        dots={code: (x * step, y * step) for code, (x, y) in stored["dots"].items()},
        lines=dict(line.split("\t", 1) for line in rows),
    )


def _points(steps: list[int], step: float) -> tuple[Point, ...]:
    """Each corner is stored as the way from the one before it."""
    return tuple((x * step, y * step) for x, y in zip(accumulate(steps[::2]), accumulate(steps[1::2]), strict=True))
