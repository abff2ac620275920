"""A country and the places of its events -> a map of the country among its neighbours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import asin, atan2, cos, degrees, hypot, log10, pi, radians, sin, sqrt
from typing import NamedTuple

from .atlas import Atlas, Line, Point, Vector, boxed, on_globe
from .lines import Corner, Projection, area, around, centroid, cut, cut_open, path, simplified

WIDTH, HEIGHT = 480, 340
TOLERANCE = 0.7
SPECK = 3.0
MARGIN = 0.16
"""Of the country's extent, on each side: what there is to see of its neighbours."""
LEAST = 0.06
"""Radii of the Earth, 380 km: a smaller country is shown with this much around it."""
MAIN = 0.2
"""A part of a country smaller than this share of its largest does not widen the map."""
RADIUS = 6371
"""Of the Earth, in kilometres."""
DOT = 7
"""Units: the radius of a country that is too small for an outline."""
LETTER, LINE = 7.6, 16
"""Units: the width of a letter on average, and the height of a line."""
SCALE = 38
"""Units: the height of the scale bar in its corner, with what it stands for above it."""

Box = tuple[float, float, float, float]
"""Left, top, right and bottom of what has its place in the picture already."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A place with the number of its events."""

    name: str
    code: str
    count: int


@dataclass(frozen=True, slots=True)
class Spot:
    name: str
    code: str
    count: int
    x: int
    y: int
    radius: int
    label: Corner | None
    """The point by which the name is set; None where there is no room for it."""
    anchor: str
    """What of the name is there: its "start", "middle" or "end"."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    code: str
    x: int
    y: int
    """The middle of its name."""


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    own: str
    others: str
    """All other countries in the frame, as one path."""
    borders: str
    """Lines between countries."""
    neighbours: tuple[Neighbour, ...]
    """Those with room for their name."""
    spots: tuple[Spot, ...]
    """The places that lie on the map, those with most events last: they are drawn over the others."""
    kilometres: int
    """What the scale's length stands for."""
    scale: int


class Frame(NamedTuple):
    project: Projection
    scale: float
    left: float
    top: float
    window: Line
    """Degrees; what may be seen lies within."""

    def drawn(self, points: Iterable[Vector]) -> list[Point]:
        """Where these are in the picture."""
        left, top, scale = self.left, self.top, self.scale
        return [((x - left) * scale, (top - y) * scale) for x, y in self.project(points)]


def neighbourhood(code: str, places: Sequence[Placed], names: Mapping[str, str], atlas: Atlas) -> Neighbourhood | None:
    """The map of a country; `names` are those of countries. None where nothing tells where the country is."""
    frame = _frame(code, atlas)
    if not frame:
        return None
    shown = {other: seen for other, rings in atlas.rings.items() if (seen := list(_seen(rings, frame)))}
    unit = _round(RADIUS * 90 / frame.scale)
    scale = round(unit * frame.scale / RADIUS)
    taken: list[Box] = [(0, HEIGHT - SCALE, max(scale, 6 * LETTER) + LINE, HEIGHT)]
    spots = _spots(places, frame, atlas, taken)
    return Neighbourhood(
        own=path(shown.get(code) or [_dot()]),
        others=path(ring for other, rings in shown.items() if other != code for ring in rings),
        borders=path(_borders(atlas.borders, frame), closed=False),
        neighbours=tuple(_neighbours(code, shown, names, taken)),
        spots=spots,
        kilometres=unit,
        scale=scale,
    )


def _frame(code: str, atlas: Atlas) -> Frame | None:
    """The country with a margin, in the proportions of the picture."""
    rings = atlas.rings.get(code, ())
    if not rings and code not in atlas.dots:
        return None
    main = rings[0] if rings else boxed((atlas.dots[code],))
    xs, ys = zip(*around(main.points[0])(main.on_globe), strict=True)
    centre = _back(main.points[0], ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2))
    project = around(centre)
    parts = [project(ring.on_globe) for ring in rings or (main,)]
    largest = abs(area(parts[0]))
    points = [p for part in parts if abs(area(part)) >= MAIN * largest for p in part]
    xs, ys = zip(*points, strict=True)
    width = max((max(xs) - min(xs)) * (1 + 2 * MARGIN), LEAST)
    height = max((max(ys) - min(ys)) * (1 + 2 * MARGIN), LEAST * HEIGHT / WIDTH)
    scale = min(WIDTH / width, HEIGHT / height)
    x, y = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    reach = degrees(hypot(WIDTH, HEIGHT) / 2 / scale + hypot(x, y)) * 1.05
    return Frame(project, scale, x - WIDTH / 2 / scale, y + HEIGHT / 2 / scale, _window(centre, reach))


def _back(origin: Point, offset: Point) -> Point:
    """Near enough: the point that `around(origin)` puts at this offset."""
    length = hypot(*offset)
    if not length:
        return origin
    angle = 2 * asin(length / 2)
    north = radians(origin[1])
    latitude = asin(cos(angle) * sin(north) + offset[1] * sin(angle) * cos(north) / length)
    across = offset[0] * sin(angle)
    along = length * cos(north) * cos(angle) - offset[1] * sin(north) * sin(angle)
    return origin[0] + degrees(atan2(across, along)), degrees(latitude)


def _window(centre: Point, reach: float) -> Line:
    south, north = centre[1] - reach, centre[1] + reach
    widest = max(abs(south), abs(north))
    east = 180.0 if widest > 80 else min(180.0, reach / cos(radians(widest)))
    return Line((), centre[0] - east, south, centre[0] + east, north)


def _meets(line: Line, window: Line) -> bool:
    """Whether the two may have a point in common; longitudes come round."""
    if line.north < window.south or line.south > window.north:
        return False
    return any(line.west + turn <= window.east and line.east + turn >= window.west for turn in (-360, 0, 360))


def _seen(rings: Iterable[Line], frame: Frame) -> Iterable[list[Point]]:
    for ring in rings:
        if _meets(ring, frame.window):
            part = cut(frame.drawn(ring.on_globe), WIDTH, HEIGHT)
            if len(part) > 2 and abs(area(part)) >= SPECK:
                yield simplified([*part, part[0]], TOLERANCE)


def _dot() -> list[Point]:
    """A mark with eight corners in the middle, for a country that is too small for an outline."""
    return [(WIDTH / 2 + DOT * cos(n * pi / 4), HEIGHT / 2 + DOT * sin(n * pi / 4)) for n in range(8)]


def _borders(borders: Iterable[Line], frame: Frame) -> Iterable[list[Point]]:
    for border in borders:
        if _meets(border, frame.window):
            for part in cut_open(frame.drawn(border.on_globe), WIDTH, HEIGHT):
                yield simplified(part, TOLERANCE)


def _spots(places: Sequence[Placed], frame: Frame, atlas: Atlas, taken: list[Box]) -> tuple[Spot, ...]:
    """The places that have coordinates and lie in the frame. The fullest gets its label first."""
    most = max((place.count for place in places), default=1)
    found = []
    for place in sorted(places, key=lambda p: (-p.count, p.code, p.name)):
        at = atlas.place(place.code, place.name)
        x, y = frame.drawn([on_globe(at)])[0] if at else (-1.0, -1.0)
        if 4 <= x <= WIDTH - 4 and 4 <= y <= HEIGHT - 4:
            radius = round(3 + 8 * sqrt(place.count / most)) if most > 1 else 5
            found.append((place, x, y, radius))
            taken.append((x - radius, y - radius, x + radius, y + radius))
    made = [_spot(place, round(x), round(y), radius, taken) for place, x, y, radius in found]
    return tuple(reversed(made))


def _spot(place: Placed, x: int, y: int, radius: int, taken: list[Box]) -> Spot:
    """Its name stands to the right; where there is no room, to the left, above or below."""
    width = len(place.name) * LETTER
    aside, aloft = radius + 4, radius + LINE / 2
    for anchor, (dx, dy), left in (
        ("start", (aside, 0), x + aside),
        ("end", (-aside, 0), x - aside - width),
        ("middle", (0, -aloft), x - width / 2),
        ("middle", (0, aloft), x - width / 2),
    ):
        box = (left, y + dy - LINE / 2, left + width, y + dy + LINE / 2)
        within = left >= 2 and left + width <= WIDTH - 2 and box[1] >= 0 and box[3] <= HEIGHT
        if within and not any(_overlap(box, other) for other in taken):
            taken.append(box)
            return Spot(place.name, place.code, place.count, x, y, radius, (x + dx, round(y + dy) + 5), anchor)
    return Spot(place.name, place.code, place.count, x, y, radius, None, "")


def _overlap(a: Box, b: Box) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _neighbours(
    code: str, shown: Mapping[str, Sequence[Sequence[Point]]], names: Mapping[str, str], taken: list[Box]
) -> Iterable[Neighbour]:
    """The names of other countries, where they fit into what is seen of these and meet nothing else."""
    for other, rings in shown.items():
        ring = max(rings, key=lambda ring: abs(area(ring)))
        x, y = centroid(ring)
        width = len(names.get(other, other)) * LETTER
        box = (x - width / 2, y - LINE / 2, x + width / 2, y + LINE / 2)
        free = not any(_overlap(box, other_box) for other_box in taken)
        if other != code and free and all(_inside(corner, ring) for corner in ((box[0], y), (box[2], y), (x, y))):
            taken.append(box)
            yield Neighbour(other, round(x), round(y) + 5)


def _inside(point: Point, ring: Sequence[Point]) -> bool:
    """Whether a ray to the right crosses the line an odd number of times."""
    x, y = point
    crossings = 0
    for (ax, ay), (bx, by) in zip(ring, [*ring[1:], *ring[:1]], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
            crossings += 1
    return crossings % 2 == 1


def _round(kilometres: float) -> int:
    """The round number below: 50, 100, 200, 500..."""
    power = 10 ** int(log10(max(1.0, kilometres)))
    return int(power * max((n for n in (1, 2, 5) if n * power <= kilometres), default=1))
