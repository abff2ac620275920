"""Lines on the globe -> lines of a picture: projected, cut to a frame, with fewer corners, and as SVG path text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from math import asin, cos, radians, sin, sqrt

from .atlas import Point, Vector, on_globe

Projection = Callable[[Iterable[Vector]], list[Point]]
"""Points of the globe to a plane on which y grows to the north; lengths are in radii of the Earth. A whole line at
once: a hundred maps take a million points.
"""
Corner = tuple[int, int]


def equal_earth(point: Point) -> Point:
    """The whole world, areas true: Šavrič, Patterson and Jenny (2018)."""
    theta = asin(sqrt(3) / 2 * sin(radians(point[1])))
    t2 = theta * theta
    t6 = t2 * t2 * t2
    slope = 1.340264 - 0.081106 * 3 * t2 + t6 * (0.000893 * 7 + 0.003796 * 9 * t2)
    x = 2 * sqrt(3) * radians(point[0]) * cos(theta) / (3 * slope)
    return x, theta * (1.340264 - 0.081106 * t2 + t6 * (0.000893 + 0.003796 * t2))


def around(centre: Point) -> Projection:
    """The surroundings of a point, areas true: Lambert's azimuthal projection. It knows no date line and no pole."""
    east, north = radians(centre[0]), radians(centre[1])
    up_x, up_y, up_z = on_globe(centre)
    east_x, east_y = -sin(east), cos(east)
    north_x, north_y, north_z = -sin(north) * cos(east), -sin(north) * sin(east), cos(north)

    def project(points: Iterable[Vector]) -> list[Point]:
        return [
            (
                (scale := sqrt(2 / max(1e-9, 1 + x * up_x + y * up_y + z * up_z))) * (x * east_x + y * east_y),
                scale * (x * north_x + y * north_y + z * north_z),
            )
            for x, y, z in points
        ]

    return project


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Fewer corners, by Douglas and Peucker: none that is left out is further than `tolerance` from the line.

    The ends stay, so that borders still meet; a closed line keeps at least three corners.
    """
    if len(points) > 3 and points[0] == points[-1]:
        third = len(points) // 3
        cuts = (0, third, 2 * third, len(points) - 1)
        parts = [simplified(points[a : b + 1], tolerance) for a, b in pairwise(cuts)]
        return [*parts[0], *parts[1][1:], *parts[2][1:]]
    keep = {0, len(points) - 1}
    spans = [(0, len(points) - 1)]
    while spans:
        first, last = spans.pop()
        far, at = _farthest(points, first, last)
        if far > tolerance * tolerance:
            keep.add(at)
            spans += [(first, at), (at, last)]
    return [points[i] for i in sorted(keep)]


def _farthest(points: Sequence[Point], first: int, last: int) -> tuple[float, int]:
    """The corner that is farthest from the line between two others, with the square of its distance."""
    (ax, ay), (bx, by) = points[first], points[last]
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    far, at = 0.0, first
    for i, (x, y) in enumerate(points[first + 1 : last], first + 1):
        x, y = x - ax, y - ay
        along = (x * dx + y * dy) / length if length else 0.0
        # Beyond an end, the end is nearest. This runs a million times: `min` and `max` would take twice as long.
        if along > 0.0:
            along = along if along < 1.0 else 1.0
            x, y = x - along * dx, y - along * dy
        off = x * x + y * y
        if off > far:
            far, at = off, i
    return far, at


def cut(ring: Sequence[Point], width: float, height: float) -> list[Point]:
    """The part of a closed line that lies in the frame from (0, 0), after Sutherland and Hodgman."""
    points = list(ring)
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        inside = [sign * (point[axis] - limit) >= 0 for point in points]
        if all(inside):
            continue
        kept: list[Point] = []
        for at, point in enumerate(points):
            if inside[at] != inside[at - 1]:
                kept.append(_crossing(points[at - 1], point, axis, limit))
            if inside[at]:
                kept.append(point)
        points = kept
    return points


def cut_open(line: Sequence[Point], width: float, height: float) -> list[list[Point]]:
    """The parts of an open line that have a corner in the frame; each goes on to the first corner outside."""
    parts: list[list[Point]] = []
    was_inside = False
    for at, point in enumerate(line):
        inside = 0 <= point[0] <= width and 0 <= point[1] <= height
        if inside and not was_inside:
            parts.append([line[at - 1]] if at else [])
        if inside or was_inside:
            parts[-1].append(point)
        was_inside = inside
    return parts


def _crossing(a: Point, b: Point, axis: int, limit: float) -> Point:
    share = (limit - a[axis]) / (b[axis] - a[axis])
    return a[0] + share * (b[0] - a[0]), a[1] + share * (b[1] - a[1])


def area(ring: Sequence[Point]) -> float:
    """Of a closed line; positive where it turns to the left on a plane whose y grows upwards."""
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True)) / 2


def centroid(ring: Sequence[Point]) -> Point:
    """The centre of a closed line's area."""
    size = area(ring)
    if not size:
        return ring[0]
    x = y = 0.0
    for a, b in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        cross = a[0] * b[1] - b[0] * a[1]
        x, y = x + (a[0] + b[0]) * cross, y + (a[1] + b[1]) * cross
    return x / (6 * size), y / (6 * size)


def path(lines: Iterable[Sequence[Point]], closed: bool = True) -> str:
    """SVG path text of whole numbers, each line as one "M" and relative steps; lines of one place are left out."""
    return "".join(_piece(line, "z" if closed else "") for line in lines)


def _piece(line: Sequence[Point], end: str) -> str:
    corners: list[Corner] = []
    for point in line:
        corner = (round(point[0]), round(point[1]))
        if not corners or corners[-1] != corner:
            corners.append(corner)
    if end and len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    if len(corners) < (3 if end else 2):
        return ""
    steps = [n for a, b in pairwise(corners) for n in (b[0] - a[0], b[1] - a[1])]
    return f"M{_joined(corners[0])}l{_joined(steps)}{end}"


def _joined(numbers: Sequence[int]) -> str:
    """A minus sign parts two numbers as a space does."""
    return "".join(f"{n}" if n < 0 or not at else f" {n}" for at, n in enumerate(numbers))
