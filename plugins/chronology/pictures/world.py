"""How often reports are about each country -> a map of the world in shades, small states as dots."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from .atlas import Atlas, Point
from .lines import Corner, area, cut, equal_earth, path, simplified

WIDTH, HEIGHT = 800, 348
NORTH = 85.0
"""Degrees; of the upper edge. The lower one is at 56 degrees south: Antarctica would take a fifth of the picture."""
CLASSES = 4
TOLERANCE = 0.6
"""Units."""
SMALL = 30
"""Square units; a country whose largest part is smaller gets a dot."""
SPECK = 2
"""Square units; smaller islands are left out."""


@dataclass(frozen=True, slots=True)
class Shade:
    """A country with reports."""

    code: str
    count: int
    level: int
    """1 to CLASSES, the fullest last."""
    path: str
    dot: Corner | None
    """Where it is, if it is too small to be seen."""


@dataclass(frozen=True, slots=True)
class Level:
    level: int
    least: int
    most: int


@dataclass(frozen=True, slots=True)
class World:
    land: str
    """All countries without reports, as one path."""
    shades: tuple[Shade, ...]
    """In order of their codes."""
    levels: tuple[Level, ...]
    """Those that some country has."""


def world(counts: Mapping[str, int], atlas: Atlas) -> World:
    """The map of these numbers of reports by country."""
    limits = _limits(max(counts.values(), default=0))
    shades, rest = [], []
    for code, rings in atlas.rings.items():
        if code == "AQ":
            continue
        drawn = [_placed(part) for ring in rings for part in _halves(ring.points) if len(part) > 3]
        sizes = [abs(area(corners)) for corners in drawn]
        text = path(corners for corners, size in zip(drawn, sizes, strict=True) if size >= SPECK)
        if count := counts.get(code):
            dot = _corner(rings[0].points[0]) if max(sizes, default=0) < SMALL else None
            shades.append(Shade(code, count, _level(count, limits), "" if dot else text, dot))
        else:
            rest.append(text)
    dots = ((code, counts[code], at) for code, at in atlas.dots.items() if counts.get(code))
    shades += [Shade(code, count, _level(count, limits), "", _corner(at)) for code, count, at in dots]
    met = {shade.level for shade in shades}
    levels = (Level(n, low + 1, high) for n, (low, high) in enumerate(zip((0, *limits), limits, strict=False), 1))
    return World(
        "".join(rest), tuple(sorted(shades, key=lambda s: s.code)), tuple(one for one in levels if one.level in met)
    )


def _limits(most: int) -> tuple[int, ...]:
    """The largest number of each class. Reports are many about few: each class reaches as many times further."""
    if most <= CLASSES:
        return tuple(range(1, most + 1))
    limits: list[int] = []
    for n in range(1, CLASSES):
        limits.append(max(round(most ** (n / CLASSES)), (limits[-1] if limits else 0) + 1))
    return (*limits, most)


def _level(count: int, limits: tuple[int, ...]) -> int:
    return next(n for n, limit in enumerate(limits, 1) if count <= limit)


def _halves(points: Sequence[Point]) -> list[list[Point]]:
    """An outline that crosses the date line in two: the outlines of an atlas go on across it."""
    turn, before = 0, points[0][0]
    on = []
    for x, y in points:
        turn += 360 if x - before < -180 else -360 if x - before > 180 else 0
        on.append((x + turn, y))
        before = x
    # The parts to the west of the map, on it, and to the east of it, each moved to where it is drawn.
    moved = ([(x + 180 + aside, y + 90) for x, y in on] for aside in (360, 0, -360))
    return [[(x - 180, y - 90) for x, y in cut(part, 360, 180)] for part in moved]


def _placed(points: Sequence[Point]) -> list[Point]:
    corners = [_position(point) for point in points]
    return simplified([*corners, corners[0]], TOLERANCE)


def _corner(point: Point) -> Corner:
    x, y = _position(point)
    return round(x), round(y)


@lru_cache(1)
def _scale() -> tuple[float, float]:
    """Units per radius, and the projected height of the northern edge."""
    return WIDTH / (2 * equal_earth((180.0, 0.0))[0]), equal_earth((0.0, NORTH))[1]


def _position(point: Point) -> Point:
    scale, top = _scale()
    x, y = equal_earth(point)
    return WIDTH / 2 + x * scale, (top - y) * scale
