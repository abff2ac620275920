"""By what the search can be narrowed: the values of each filter, and the files that they are cut into."""

from __future__ import annotations

from itertools import accumulate, chain
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import archive
from pelican.plugins.chronology.model import Actor, Location, Report, Role, Source
from pelican.plugins.chronology.search import filters
from pelican.plugins.chronology.search.documents import Searched
from pelican.plugins.chronology.search.numbering import numbered
from pelican.plugins.chronology.search.portions import evenly

CASES = yaml.load(
    (Path(__file__).parent / "fixtures" / "filter_years.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
ENDS = (
    Report("old", "reports/2010/old.md", "Old", "talks", date="2010"),
    Report("new", "reports/2024/new.md", "New", "talks", date="2024"),
)


def values_of(name: str, *reports: Report, actors: tuple[Actor, ...] = ()) -> dict[str, filters.Value]:
    """The values of a filter by their ids, in an archive of these reports."""
    made = archive.build(reports, actors, {}, (), {})
    return {value.id: value for value in chain(*dict(filters.cut(Searched.of(made, {})))[name])}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.get("date", case.get("published", "no date")))
def test_a_report_is_under_each_year_it_may_belong_to(case: dict[str, Any]) -> None:
    """An uncertain date, an interval or a mere date of publication is found in every year, and told as perhaps."""
    report = Report("r", "reports/x/r.md", "R", "talks", date=case.get("date"), published=case.get("published"))
    values = values_of("year", report, *ENDS)
    number = numbered(archive.build((report, *ENDS), (), {}, (), {})).number["r"]

    assert sorted(year for year, value in values.items() if number in value.reports) == case["years"]
    assert sorted(year for year, value in values.items() if number in value.perhaps) == case.get("perhaps", [])


def test_a_report_is_under_each_actor_and_country_once() -> None:
    """The countries are those of the page of a country: of the header, of places, and of states among the actors."""
    mali = Actor("mali", "Mali", "state", "ML")
    report = Report(
        "r",
        "reports/2020/r.md",
        "R",
        "talks",
        date="2020",
        actors=(Role("mali"), Role("mali", "source")),
        locations=(Location("Niamey", "NE"),),
        countries=("FR",),
        source=Source(outlet="Quay Post"),
    )

    assert {i: v.reports for i, v in values_of("actor", report, actors=(mali,)).items()} == {"mali": [0]}
    assert {i: v.reports for i, v in values_of("country", report, actors=(mali,)).items()} == {
        "fr": [0], "ml": [0], "ne": [0],
    }  # fmt: skip
    assert [(v.id, v.name) for v in values_of("source", report, actors=(mali,)).values()] == [
        ("quay-post", "Quay Post")
    ]


def test_a_source_that_is_written_in_two_ways_is_one() -> None:
    """Under the name that most of its reports have."""
    outlets = ("Quay Post", "Quay post", "Quay Post")
    reports = [
        Report(f"r{n}", f"reports/2020/r{n}.md", "R", "talks", date=f"2020-01-0{n}", source=Source(outlet=name))
        for n, name in enumerate(outlets, 1)
    ]
    (value,) = values_of("source", *reports).values()

    assert value.name == "Quay Post"
    assert value.reports == [0, 1, 2]


@given(st.sets(st.integers(0, 50_000)).map(sorted), st.sets(st.integers(0, 50_000)).map(sorted))
def test_a_row_holds_the_reports_of_its_value(reports: list[int], perhaps: list[int]) -> None:
    """Distances add up to the numbers that they were made of, and are never negative."""
    row: list[Any] = filters.Value("ada", "Ada", reports, perhaps).row()

    assert row[:2] == ["ada", "Ada"]
    assert list(accumulate(row[2])) == reports
    assert list(accumulate(chain(*row[3:]))) == perhaps
    assert all(distance >= 0 for distance in chain(*row[2:]))


@given(st.lists(st.integers(1, 100)), st.integers(1, 12))
def test_portions_hold_everything_in_order_and_are_about_even(weights: list[int], wanted: int) -> None:
    """Exactly as many as wanted; none heavier than its share by more than one value."""
    portions = evenly(list(enumerate(weights)), sum(weights), wanted)

    assert len(portions) == wanted
    assert list(chain(*portions)) == list(range(len(weights)))
    for portion in portions:
        assert sum(weights[number] for number in portion) <= sum(weights) / wanted + max(weights, default=0)


@pytest.mark.parametrize("reports", [0, 1, 20_000, 250_000])
@pytest.mark.parametrize("name", filters.REPORTS_A_FILE)
def test_the_names_of_files_follow_from_the_number_of_reports(name: str, reports: int) -> None:
    """At least one, each with a name of its own."""
    names = filters.files_of(name, reports)

    assert names
    assert len(set(names)) == len(names)
