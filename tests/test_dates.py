"""Date expressions: what is found, what it means, and on which clock."""

from __future__ import annotations

import json
import re
import sys
import time
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate.dates import FAMILIES, find_dates
from pelican.plugins.chronology.annotate.dates.islands import Island
from pelican.plugins.chronology.annotate.reading import Reading
from pelican.plugins.chronology.model import DateFound
from readings import blocks, reading_of

# The package's `annotate` is also a function, so its modules are asked for by name.
dates = import_module("pelican.plugins.chronology.annotate.dates")

ROOT = Path(__file__).resolve().parents[1]


def cases() -> list[object]:
    """Publication, body and expected expressions of each block."""
    rows = []
    for title, body, expected in blocks("dates.md"):
        name, _, published = title.rstrip("]").rpartition("[")
        wanted = [] if expected == "nothing" else expected.splitlines()
        rows.append(pytest.param(None if published == "none" else published, body, wanted, id=name.strip()))
    return rows


def told(body: str, published: str | None) -> list[str]:
    """The expressions of a body, written as in the fixture file."""
    found = find_dates(reading_of(body), published)
    return [f"{date.text} = {date.type} {date.value} {date.edtf or '-'}" for date in found]


@pytest.mark.parametrize(("published", "body", "expected"), cases())
def test_expressions(published: str | None, body: str, expected: list[str]) -> None:
    """Each date expression is found in text order, with its TIMEX3 value and its EDTF date."""
    assert told(body, published) == expected


WORDS = st.sampled_from(
    [
        "On",
        "Friday",
        "last",
        "week",
        "in",
        "May",
        "2012",
        ",",
        "14",
        "November",
        "the",
        "following",
        "year",
        "three",
        "days",
        "ago",
        "earlier",
        "this",
        "month",
        "for",
        "18",
        "months",
        "tomorrow",
        "night",
        "every",
        "Monday",
        "since",
        "1998",
        "at",
        "9:52",
        "pm",
        '"',
        "(",
        "2024-03-01",
        "between",
        "3",
        "and",
        "5",
        "spring",
        "of",
        "2021",
        "recently",
        "said",
        "will",
        "a",
        "day",
        "after",
        "two",
        "years",
        "later",
        "quarter",
        "0630",
        "GMT",
        "31/12/2019",
        "and",
        "men",
        ".",
        "The",
        "20th",
        "century",
        "decade",
        "noon",
        "weekend",
    ]
)
ANCHORS = st.sampled_from(
    [None, "2024-02-29", "0001-01-01", "9999-12-31", "2024", "2022-09-07/2022-10?", "../2020", "2023/..", "../.."]
)


@given(st.lists(WORDS, max_size=30).map(" ".join), ANCHORS)
def test_any_words(text: str, published: str | None) -> None:
    """Whatever the words, expressions are in order and apart, quote the text, and carry valid EDTF."""
    found = find_dates(reading_of(text), published)

    assert all(text[date.start : date.end] == date.text for date in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert all(edtf.is_valid(date.edtf) for date in found if date.edtf)
    assert all(date.type in ("DATE", "TIME", "DURATION", "SET") and date.value for date in found)


@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_no_day_is_made_up_without_an_anchor(text: str) -> None:
    """Without a date of publication, what hangs on it has no date: a year must be in the words."""
    for date in find_dates(reading_of(text), None):
        if date.edtf:
            assert any(char.isdigit() for char in text)


@given(st.text(max_size=80), ANCHORS)
def test_any_text(text: str, published: str | None) -> None:
    """No text of whatever characters breaks the search or shifts an offset."""
    body = text.replace("\n", " ") + " on Friday, 4 May 2012, " + text.replace("\n", " ")
    for date in find_dates(reading_of(body), published):
        assert body[date.start : date.end] == date.text


@pytest.mark.parametrize("words", ["2012 ", "May 3 ", "Friday ", "in the summer of ", "last year ", '"on (Tuesday '])
def test_time_grows_with_the_text_only(words: str) -> None:
    """A text without full stops takes time in proportion to its length."""

    def seconds(times: int) -> float:
        reading = reading_of(words * times)
        start = time.perf_counter()
        find_dates(reading, "2024-03-13")
        return time.perf_counter() - start

    seconds(100)

    assert min(seconds(4000) for _ in range(2)) < 20 * max(min(seconds(1000) for _ in range(2)), 0.005)


def found_anywhere(reading: Reading, published: str | None) -> tuple[DateFound, ...]:
    """What is found when each sentence is searched whole, by all rules."""

    def whole(reading: Reading) -> list[Island]:
        return [Island(number, s.start, s.end, -1) for number, s in enumerate(reading.sentences)]

    with patch.object(dates, "islands", whole):
        return find_dates(reading, published)


@given(st.lists(WORDS, max_size=30).map(" ".join), ANCHORS)
def test_islands_of_any_words(text: str, published: str | None) -> None:
    """However the words of dates are strewn, searching runs of them finds what searching whole sentences finds."""
    reading = reading_of(text)

    assert find_dates(reading, published) == found_anywhere(reading, published)


def test_islands_of_labelled_news(shared: Path) -> None:
    """In 256 news texts no expression lies outside of an island. The verb "may", in small letters, is none."""
    for line in (shared / "corpora" / "dates.jsonl").open(encoding="utf-8"):
        news = json.loads(line)
        reading = reading_of(re.sub(r"\b(may|march|mar)\b", "did", news["text"]))

        assert find_dates(reading, news["dct"][:10]) == found_anywhere(reading, news["dct"][:10])


def test_an_interval_holds_what_any_day_of_it_gives() -> None:
    """With an uncertain publication, each date is the interval of what its days give."""
    body = "On Friday, last week, two days ago and earlier this month it rained; in May it will not."
    whole = find_dates(reading_of(body), "2024-03-27/2024-04-02")

    for day in range(27, 32):
        for exact, wide in zip(find_dates(reading_of(body), f"2024-03-{day}"), whole, strict=True):
            assert exact.edtf
            assert wide.edtf
            assert edtf.intersect(exact.edtf, wide.edtf) == exact.edtf


def test_offsets_count_characters_of_the_text_as_given() -> None:
    """Accents, curly quotes and no-break spaces before an expression do not move it."""
    body = "“Nous irons”, a dit Goïta à Ségou,\u00a0on 4\u00a0September\u00a02022."
    (found,) = find_dates(reading_of(body), None)

    assert (body[found.start : found.end], found.edtf) == ("4\u00a0September\u00a02022", "2022-09-04")


def test_each_family_is_documented(root: Path) -> None:
    """The page about dates has a section for every family."""
    page = (root / "docs" / "dates.md").read_text(encoding="utf-8")
    names = {rule.family for family in FAMILIES for rule in family}

    assert not [name for name in sorted(names) if f"| {name} |" not in page]


def test_quality_on_labelled_news(shared: Path) -> None:
    """On 256 news texts with TIMEX3 labels the value F1 stays above 75 %."""
    sys.path.insert(0, str(shared / "score"))
    try:
        import score_timex
    finally:
        sys.path.pop(0)
    gold = [json.loads(line) for line in (shared / "corpora" / "dates.jsonl").open(encoding="utf-8")]
    predicted = [
        {
            "id": doc["id"],
            "timexes": [
                {"start": date.start, "end": date.end, "type": date.type, "value": date.value}
                for date in find_dates(reading_of(doc["text"]), doc["dct"][:10])
            ],
        }
        for doc in gold
    ]

    result, _ = score_timex.score(gold, predicted)

    assert result["value_f1"] > 75
