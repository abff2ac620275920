"""Numbers and outlines -> lines and marks: what a picture promises, before any template draws it."""

from __future__ import annotations

import re
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.atlas import read_atlas
from pelican.plugins.chronology.pictures.atlas import Atlas, on_globe
from pelican.plugins.chronology.pictures.histogram import HEIGHT, NO_MONTH, SLOT, WHOLE, Tally, histogram, of_year
from pelican.plugins.chronology.pictures.lines import area, around, cut, equal_earth, path, simplified
from pelican.plugins.chronology.pictures.neighbourhood import HEIGHT as MAP_HEIGHT
from pelican.plugins.chronology.pictures.neighbourhood import LETTER, WIDTH, Placed, neighbourhood
from pelican.plugins.chronology.pictures.strip import strip
from pelican.plugins.chronology.pictures.world import world


def leads(year: int, month: int) -> str:
    return f"{year}#{month}"


POINTS = st.tuples(st.floats(-1000, 1000), st.floats(-1000, 1000))
MONTHS = st.tuples(st.integers(1200, 2300), st.integers(NO_MONTH, 12))


def tallies(*keys: tuple[int, int]) -> dict[tuple[int, int], Tally]:
    return {key: Tally(keys.count(key)) for key in keys}


def test_a_month_has_a_bar_where_the_years_are_few() -> None:
    """Two years: a bar for each month with events, and what has no month stands before January."""
    drawn = histogram(tallies((2023, 2), (2023, 2), (2024, NO_MONTH), (2024, 1)), leads)

    assert drawn
    assert [(bar.year, bar.month, bar.count) for bar in drawn.bars] == [(2023, 2, 2), (2024, 0, 1), (2024, 1, 1)]
    assert [bar.x for bar in drawn.bars] == [2 * 4, 13 * 4, 14 * 4]
    assert [bar.height for bar in drawn.bars] == [HEIGHT, HEIGHT / 2, HEIGHT / 2]


@pytest.mark.parametrize(("last", "step"), [(2039, 0), (2040, 1), (2199, 1), (2200, 10), (4300, 100)])
def test_a_longer_time_has_coarser_bars(last: int, step: int) -> None:
    """Months up to forty years, then years, then tens and hundreds of years: never more bars than can be seen."""
    drawn = histogram(tallies((2000, 5), (last, 5)), leads)

    assert drawn
    assert drawn.step == step
    assert drawn.width <= 40 * 13 * SLOT
    assert drawn.bars[-1].href.startswith(str(last))


@given(st.dictionaries(MONTHS, st.integers(1, 5000), max_size=40))
def test_a_histogram_loses_no_event(counts: dict[tuple[int, int], int]) -> None:
    """Whatever the bars stand for, they add up to what was counted, and lie within the picture."""
    drawn = histogram({key: Tally(count, count // 2) for key, count in counts.items()}, leads)

    assert (drawn.total if drawn else 0) == sum(counts.values())
    assert sum(row.count for row in drawn.rows) == drawn.total if drawn else not counts
    for bar in drawn.bars if drawn else ():
        assert drawn
        assert 0 <= bar.x < drawn.width
        assert 2 <= bar.height <= HEIGHT
        assert bar.doubt <= bar.height


@pytest.mark.parametrize(
    ("counted", "width", "march"),
    [({3: Tally(1, 1)}, 12 * SLOT, 2 * SLOT), ({NO_MONTH: Tally(2, 2), 3: Tally(1)}, 13 * SLOT, 3 * SLOT)],
)
def test_a_year_is_drawn_as_twelve_months(counted: dict[int, Tally], width: int, march: int) -> None:
    """Before January there is room for what is known to the year only, and none where there is no such thing."""
    drawn = of_year(2024, counted, leads)

    assert drawn
    assert (drawn.width, drawn.bars[-1].x, drawn.step) == (width, march, 0)
    assert drawn.bars[0].month != WHOLE


def test_a_strip_has_a_stroke_for_each_year() -> None:
    """Strokes stand at their year, and the longest is that of the most."""
    made = strip({2020: 1, 2022: 4}, 2019, 2023, peak=4)

    assert made.width == 20
    assert made.counts == ((2020, 1), (2022, 4))
    assert made.path == "M6 20v-5M14 20v-20"


@given(st.lists(POINTS, min_size=2, max_size=30), st.floats(0.1, 50))
def test_simplifying_keeps_the_ends_and_the_form(points: list[tuple[float, float]], tolerance: float) -> None:
    """Corners are left out, none is moved or added, and both ends stay, so that borders still meet."""
    fewer = simplified(points, tolerance)

    assert (fewer[0], fewer[-1]) == (points[0], points[-1])
    places = iter(points)
    assert all(corner in places for corner in fewer)


@given(st.lists(POINTS, min_size=3, max_size=12))
def test_what_is_cut_lies_in_the_frame(ring: list[tuple[float, float]]) -> None:
    """A shape that reaches beyond the frame ends at its edge."""
    for x, y in cut(ring, 300, 200):
        assert -1e-6 <= x <= 300 + 1e-6
        assert -1e-6 <= y <= 200 + 1e-6


def test_a_frame_within_a_shape_is_filled() -> None:
    """Of a country larger than the frame the frame itself is left."""
    assert abs(area(cut([(-10, -10), (500, -10), (500, 500), (-10, 500)], 300, 200))) == 300 * 200


def test_a_path_is_written_in_steps() -> None:
    """Whole numbers, each corner as the way from the one before; what falls on one point is left out."""
    assert path([[(0.2, 0.4), (10, 0), (10.4, 0.3), (10, 5), (0, 0)], [(1, 1), (1.2, 1.1), (1, 1)]]) == "M0 0l10 0 0 5z"
    assert path([[(3, 3), (1, 4)]], closed=False) == "M3 3l-2 1"


def test_areas_are_true() -> None:
    """A square of ten degrees on the equator is about twice one at sixty degrees north, in both projections."""
    surroundings = around((0.0, 30.0))
    squares = [[(0, y), (5, y), (10, y), (10, y + 10), (5, y + 10), (0, y + 10)] for y in (0, 60)]

    for projected in (
        [list(map(equal_earth, square)) for square in squares],
        [surroundings(map(on_globe, square)) for square in squares],
    ):
        here, north = (abs(area(square)) for square in projected)
        assert 2.2 < here / north < 2.5


def test_the_shipped_outlines_cover_the_world() -> None:
    """Each country that news is about has an outline or a dot, and neighbours share their border."""
    atlas = read_atlas()

    assert len(atlas.shapes) + len(atlas.dots) >= 245
    assert {"ML", "XK", "PS", "SG", "VA", "TW"} <= set(atlas.shapes)
    assert {"GI", "TV", "GF"} <= set(atlas.dots)
    mali, niger = ({arc if arc >= 0 else ~arc for ring in atlas.shapes[code] for arc in ring} for code in ("ML", "NE"))
    assert mali & niger


@pytest.mark.parametrize(
    ("code", "name", "near"),
    [("ML", "Ménaka", (2, 16)), ("SY", "Raqqa", (39, 36)), ("UA", "Kyiv", (31, 50)), ("LB", "TRIPOLI", (36, 34))],
)
def test_a_place_is_found_by_its_name(code: str, name: str, near: tuple[int, int]) -> None:
    """Without accents and in any case; Tripoli in Lebanon is not the one in Libya."""
    at = read_atlas().place(code, name)

    assert at
    assert (round(at[0]), round(at[1])) == near
    assert read_atlas().place("IS", name) is None


def test_the_world_is_shaded_by_number() -> None:
    """More reports, a fuller class; each class says which numbers it stands for, and a small state is a dot."""
    counts = {"ML": 90, "FR": 10, "NE": 3, "SG": 1, "GF": 2}

    drawn = world(counts, read_atlas())
    shades = {shade.code: shade for shade in drawn.shades}

    assert {code: shade.count for code, shade in shades.items()} == counts
    assert shades["ML"].level > shades["FR"].level > shades["NE"].level >= shades["SG"].level
    for level in drawn.levels:
        held = [shade.count for shade in drawn.shades if shade.level == level.level]
        assert held
        assert all(level.least <= count <= level.most for count in held)
    assert [code for code, shade in shades.items() if shade.dot] == ["GF", "SG"]
    assert all(bool(shade.path) != bool(shade.dot) for shade in drawn.shades)


@pytest.mark.parametrize("code", ["ML", "FJ", "RU", "NZ", "NO", "CL", "TV", "US", "KI", "AQ", "LU", "GI", "VA"])
def test_a_neighbourhood_shows_its_country(code: str) -> None:
    """Across the date line, at a pole, long or tiny: the country is drawn, and be it as a dot in the middle."""
    drawn = neighbourhood(code, (), {}, read_atlas())

    assert drawn
    xs = [int(x) for x in re.findall(r"M(-?\d+)", drawn.own)]
    assert xs
    assert all(-1 <= x <= WIDTH + 1 for x in xs)
    assert drawn.kilometres >= 10
    assert drawn.scale < WIDTH / 2


def test_places_stand_where_they_are() -> None:
    """Gao lies east of Bamako and north of it; a place without coordinates is not on the map, nor is one far away."""
    places = [Placed("Bamako", "ML", 9), Placed("Gao", "ML", 2), Placed("Nowhere", "ML", 3), Placed("Paris", "FR", 1)]

    drawn = neighbourhood("ML", places, {"NE": "Niger", "DZ": "Algeria"}, read_atlas())

    assert drawn
    spots = {spot.name: spot for spot in drawn.spots}
    assert set(spots) == {"Bamako", "Gao"}
    assert spots["Gao"].x > spots["Bamako"].x
    assert spots["Gao"].y < spots["Bamako"].y
    assert spots["Bamako"].radius > spots["Gao"].radius
    assert {"NE", "DZ"} <= {neighbour.code for neighbour in drawn.neighbours}


def test_labels_do_not_meet() -> None:
    """Places near each other: those with fewer events go without a name on the map."""
    crowd = [Placed(name, "PS", 9 - n) for n, name in enumerate(("Gaza", "Khan Yunis", "Rafah", "Jabalya"))]

    drawn = neighbourhood("PS", crowd, {}, read_atlas())

    assert drawn
    labels = sorted(spot.label[1] for spot in drawn.spots if spot.label and spot.anchor == "start")
    assert all(lower - upper >= 16 for upper, lower in pairwise(labels))


def test_a_name_stands_where_there_is_room() -> None:
    """To the right of its place, or else to the left, above or below: Maradi lies between Niamey and Zinder."""
    places = [Placed("Niamey", "NE", 6), Placed("Maradi", "NE", 2), Placed("Zinder", "NE", 1)]

    drawn = neighbourhood("NE", places, {}, read_atlas())

    assert drawn
    named = {spot.name: (spot.label, spot.anchor, spot.x, spot.y) for spot in drawn.spots}
    assert [named[name][1] for name in ("Niamey", "Maradi", "Zinder")] == ["start", "middle", "start"]
    label, _, x, y = named["Maradi"]
    assert label
    assert label[0] == x
    assert label[1] > y + 10


@pytest.mark.parametrize("code", ["BF", "NE", "SN", "AT", "IL"])
def test_names_of_countries_meet_neither_each_other_nor_the_scale(code: str) -> None:
    """A name that finds no room is left out: the countries are listed beside the map."""
    atlas = read_atlas()
    drawn = neighbourhood(code, (), {other: f"Land of {other}" for other in atlas.rings}, atlas)

    assert drawn
    wide = 10 * LETTER / 2
    names = [(one.x - wide, one.y - 13, one.x + wide, one.y + 3) for one in drawn.neighbours]
    boxes = [*names, (12, MAP_HEIGHT - 30, 12 + drawn.scale, MAP_HEIGHT - 10)]
    apart = [a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1] for a, b in combinations(boxes, 2)]
    assert all(apart)
    assert names


def test_an_unknown_country_has_no_map() -> None:
    """Nothing tells where it is."""
    assert neighbourhood("QQ", (), {}, Atlas([], {}, {}, {})) is None
