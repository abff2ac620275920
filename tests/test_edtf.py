"""EDTF: what is read, what is refused, and what comes back."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.catalogues import read_language
from pelican.plugins.chronology.languages import Language

FIXTURES = Path(__file__).parent / "fixtures"
DAYS = st.integers(1, date.max.toordinal())
FIRSTS = st.one_of(DAYS, st.just(edtf.OPEN_START))
LASTS = st.one_of(DAYS, st.just(edtf.OPEN_END))
SPANS = st.tuples(FIRSTS, LASTS).filter(lambda span: span[0] <= span[1])


@cache
def language(code: str) -> Language:
    """A shipped language."""
    made, problems = read_language(code, FIXTURES)
    assert not problems
    return made


def cases(name: str) -> list[Any]:
    """The rows of a fixture file, each named by its date."""
    rows = yaml.safe_load((FIXTURES / name).read_text(encoding="utf-8"))
    return [pytest.param(row, id=str(row.get("edtf", row.get("text")))) for row in rows]


@pytest.mark.parametrize("row", cases("edtf_words.yaml"))
def test_words(row: dict[str, Any]) -> None:
    """A date reads as it would be said, in each language, and browsers get it no more precise than it is."""
    codes = row.keys() - {"edtf", "html"}
    said = {code: edtf.words(row["edtf"], language(code)) for code in codes}

    assert said == {code: row[code] for code in codes}
    assert edtf.words(row["edtf"]) == row["en"]
    assert edtf.html_datetime(row["edtf"]) == row["html"]


@pytest.mark.parametrize("row", cases("edtf_bounds.yaml"))
def test_bounds(row: dict[str, Any]) -> None:
    """A date has a first and a last day; an open end lies outside the calendar."""
    first = row["first"].toordinal() if row["first"] else edtf.OPEN_START
    last = row["last"].toordinal() if row["last"] else edtf.OPEN_END

    assert edtf.bounds(row["edtf"]) == (first, last)


@pytest.mark.parametrize("row", [case for case in cases("edtf_bounds.yaml") if case.values[0]["same"]])
def test_bounds_agree_with_the_edtf_package(row: dict[str, Any]) -> None:
    """Where the edtf package knows a form too, it finds the same days."""
    other = parse_edtf(row["edtf"])
    days = [date(*other.lower_strict()[:3]), date(*other.upper_strict()[:3])]

    assert [day.toordinal() for day in days] == list(edtf.bounds(row["edtf"]))


@given(DAYS, st.sampled_from(["", "?", "~", "%"]), st.sampled_from([4, 7, 10]))
def test_any_date_agrees_with_the_edtf_package(ordinal: int, qualifier: str, length: int) -> None:
    """Every year, month and day of the calendar means the same days to the edtf package."""
    text = date.fromordinal(ordinal).isoformat()[:length] + qualifier
    other = parse_edtf(text)

    assert edtf.bounds(text) == (
        date(*other.lower_strict()[:3]).toordinal(),
        date(*other.upper_strict()[:3]).toordinal(),
    )


@pytest.mark.parametrize("row", cases("edtf_errors.yaml"))
def test_errors_say_what_to_write(row: dict[str, Any]) -> None:
    """What is no date is refused with the words that were found and a remedy."""
    assert not edtf.is_valid(row["text"])
    with pytest.raises(edtf.EdtfError) as caught:
        edtf.parse(row["text"])

    for words in row["says"]:
        assert words in str(caught.value)


@given(SPANS)
def test_joined_days_come_back(span: tuple[int, int]) -> None:
    """Days joined to a text are the days of that text."""
    assert edtf.bounds(edtf.join(*span)) == span


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2024-03-01", "2024-03-31", "2024-03"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2010-01-01", "2019-12-31", "201X"),
        ("1900-01-01", "1999-12-31", "19XX"),
        ("2024-03-05", "2024-03-05", "2024-03-05"),
        ("2012-01-01", "2015-12-31", "2012/2015"),
        ("2022-09-07", "2022-10-31", "2022-09-07/2022-10"),
        ("2012-01-01", "2012-03-15", "2012-01/2012-03-15"),
        ("2024-04-01", "2024-06-30", "2024-04/2024-06"),
    ],
)
def test_join_is_short(first: str, last: str, text: str) -> None:
    """A whole month, year, decade or century is written as such, and so are the ends of an interval."""
    assert edtf.join(date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()) == text


@given(SPANS, SPANS)
def test_intersection(a: tuple[int, int], b: tuple[int, int]) -> None:
    """The days that two dates share are in both, and in no date that lies apart."""
    one, other = edtf.join(*a), edtf.join(*b)
    shared = edtf.intersect(one, other)

    assert (shared is not None) == edtf.overlaps(one, other)
    if shared is not None:
        assert edtf.bounds(shared) == (max(a[0], b[0]), min(a[1], b[1]))


def test_intersection_keeps_what_was_written() -> None:
    """The narrower of two dates comes back as it was written, with its doubt."""
    assert edtf.intersect("2022", "2022-10?") == "2022-10?"
    assert edtf.intersect("2022-09-07/2022-10?", "2022-10-04") == "2022-10-04"
    assert edtf.intersect("2022-09-07/..", "../2022-10-04") == "2022-09-07/2022-10-04"
    assert edtf.intersect("2021", "2022-10") is None


def test_order() -> None:
    """Dates sort by beginning, then by end, and open beginnings come first."""
    dates = ["2015", "2015-01", "2015-01-01", "../2014", "2014-12-31", "2014/.."]

    assert sorted(dates, key=edtf.sort_key) == [
        "../2014",
        "2014/..",
        "2014-12-31",
        "2015-01-01",
        "2015-01",
        "2015",
    ]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2015-11-14", (2015, 2015)),
        ("2012/2015-03", (2012, 2015)),
        ("201X", (2010, 2019)),
        ("2012/..", (2012, 2012)),
        ("../2012", (2012, 2012)),
        ("../..", None),
    ],
)
def test_years(text: str, years: tuple[int, int] | None) -> None:
    """A date stands under the years it is in; an open end adds none."""
    assert edtf.years(text) == years


@given(st.text(alphabet="0123456789-/.X?~%TZ:+W ", max_size=24))
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever is written, it is a date with words for it, or an EdtfError."""
    if edtf.is_valid(text):
        first, last = edtf.bounds(text)
        assert edtf.OPEN_START <= first <= last <= edtf.OPEN_END
        assert edtf.words(text)
    else:
        with pytest.raises(edtf.EdtfError):
            edtf.parse(text)
