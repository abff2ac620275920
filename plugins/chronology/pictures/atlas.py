"""Outlines of countries and coordinates of places, as maps are drawn from them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, radians, sin

from ..folding import fold

Point = tuple[float, float]
"""Longitude and latitude in degrees; in a picture, to the right and down."""
Vector = tuple[float, float, float]
"""A point of the globe, whose radius is 1: towards 0° east and 90° east on the equator, and towards the pole."""


@dataclass(frozen=True)
class Line:
    """A border, or the outline of an island or a mainland."""

    points: tuple[Point, ...]
    west: float
    south: float
    east: float
    north: float

    @cached_property
    def on_globe(self) -> tuple[Vector, ...]:
        """Its points on the globe. A hundred maps are drawn of one line, and each would take sines and cosines anew."""
        return tuple(map(on_globe, self.points))


@dataclass(frozen=True)
class Atlas:
    """What maps are drawn from."""

    arcs: Sequence[tuple[Point, ...]]
    """Pieces of coast and border. Neighbours share those of their border."""
    shapes: Mapping[str, Sequence[Sequence[int]]]
    """The outlines of a country, the largest first, each a list of arcs; ~n is arc n backwards."""
    dots: Mapping[str, Point]
    """A point for each country that has no outline."""
    lines: Mapping[str, str]
    """The places of each country, as they stand in the table: "Gao 16.27 -0.04;..."."""

    @cached_property
    def rings(self) -> dict[str, tuple[Line, ...]]:
        """The outlines of each country, closed."""
        return {code: tuple(self._ring(ring) for ring in rings) for code, rings in self.shapes.items()}

    @cached_property
    def borders(self) -> tuple[Line, ...]:
        """The arcs that two countries share."""
        owners: dict[int, set[str]] = {}
        for code, rings in self.shapes.items():
            for ring in rings:
                for arc in ring:
                    owners.setdefault(arc if arc >= 0 else ~arc, set()).add(code)
        return tuple(boxed(self.arcs[arc]) for arc, codes in sorted(owners.items()) if len(codes) > 1)

    def _ring(self, arcs: Sequence[int]) -> Line:
        points: list[Point] = []
        for arc in arcs:
            piece = self.arcs[arc] if arc >= 0 else self.arcs[~arc][::-1]
            points += piece[1:] if points else piece
        return boxed(tuple(points))

    def place(self, code: str, name: str) -> Point | None:
        """Where a place of this country is, by its name without accents."""
        return self._places(code).get(fold(name).casefold())

    def _places(self, code: str) -> dict[str, Point]:
        """Few of the table's countries are asked for, so a line is read when it is."""
        if code not in self._read:
            self._read[code] = dict(_entry(entry) for entry in self.lines.get(code, "").split(";") if entry)
        return self._read[code]

    @cached_property
    def _read(self) -> dict[str, dict[str, Point]]:
        return {}


def _entry(text: str) -> tuple[str, Point]:
    name, latitude, longitude = text.rsplit(" ", 2)
    return name.casefold(), (float(longitude), float(latitude))


def on_globe(point: Point) -> Vector:
    """Where on the globe a point of these degrees is."""
    east, north = radians(point[0]), radians(point[1])
    return cos(north) * cos(east), cos(north) * sin(east), sin(north)


def boxed(points: tuple[Point, ...]) -> Line:
    """A line with its bounds."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Line(points, min(xs), min(ys), max(xs), max(ys))
