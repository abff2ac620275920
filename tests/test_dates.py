"""Date expressions: what is found, what it means, and on which clock."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from re._constants import MAX_REPEAT, MIN_REPEAT  # type: ignore[import-not-found]
from re._parser import SubPattern, parse  # type: ignore[import-not-found]
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate.dates import FAMILIES, RULES, find_dates
from pelican.plugins.chronology.annotate.dates.ends import with_ends
from pelican.plugins.chronology.annotate.dates.islands import Island, islands
from pelican.plugins.chronology.annotate.dates.reckoning import Rule
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
    found = with_ends(find_dates(reading_of(body), published))
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


HOSTILE = [
    "2012 ", "May 3 and 4, ", "Friday (", "in the summer of ", "last year ", '"on (Tuesday ', "1/1/", "1:1:", "1,111,",
    "2012-", "a hundred and twenty ", "the first half of the ", "Friday\x00", "every ", "May \u200b", "\u202e5 May ",
]  # fmt: skip


def looked_at(body: str) -> int:
    """How many words the rules are tried on, each counted once for each rule."""
    return sum(
        (island.last - island.first) * len(dates._rules_for(island.kinds)) for island in islands(reading_of(body))
    )


@pytest.mark.parametrize("words", HOSTILE)
def test_work_grows_with_the_text_only(words: str) -> None:
    """An endless line of date words is looked at in proportion to its length."""
    assert looked_at(words * 4000) <= 2.1 * looked_at(words * 2000) + 1


def repeats(parsed: Iterable[Any]) -> Iterator[int]:
    """The upper limits of all repetitions of a pattern."""
    for operation, argument in parsed:
        if operation in (MAX_REPEAT, MIN_REPEAT):
            yield int(argument[1])
        for part in argument if isinstance(argument, (tuple, list)) else ():
            for inner in part if isinstance(part, list) else [part]:
                if isinstance(inner, SubPattern):
                    yield from repeats(inner)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.family}-{rule.resolve.__name__}")
def test_no_pattern_repeats_without_end(rule: Rule) -> None:
    """Every repetition is bounded, so that what a pattern does at one place does not grow with the text."""
    assert max(repeats(parse(rule.pattern.pattern)), default=0) < 50


def test_a_long_line_without_an_end() -> None:
    """A line of 10 MB without a full stop, brackets by the million and dates among them, gives those dates."""
    found = find_dates(reading_of("word (" * 1_600_000 + " on 3 May 2012 " + ")" * 1_000_000), None)

    assert [date.edtf for date in found] == ["2012-05-03"]


NO_DATES = [
    "1/1/1/1/1/1/2012", "0000-01-01", "0000-00-00", "99999-01-01", "12345-12-12", "in the year 0", "in the year 99999",
    "31/02/2019", "2019-13-45", "20\u200b12", "Fri\u200bday", "2\x0012", "\u202e2102 yaM 3\u202c", "9" * 5000,
    "1,111," * 3000, "(" * 5000, "\x00" * 5000, "\u0662\u0660\u0661\u0662", "version 3.2019.4", "May", "may 2",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_nothing_is_made_of_what_is_no_date(text: str) -> None:
    """No date comes of years that do not exist, of broken words, of figures without end, or of reversed letters."""
    assert not [date for date in find_dates(reading_of(f"He wrote {text} there."), "2024-03-13") if date.edtf]


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", ["99999 years ago", "in 900000 weeks he will", "two centuries later", "last century"])
def test_nothing_beyond_the_calendar(text: str, published: str) -> None:
    """What would lie before the year 1 or after 9999 has no date."""
    found = find_dates(reading_of(f"It came {text} come."), published)

    assert all(edtf.is_valid(date.edtf) for date in found if date.edtf)


def found_anywhere(reading: Reading, published: str | None) -> tuple[DateFound, ...]:
    """What is found when each sentence is searched whole, by all rules."""

    def whole(reading: Reading) -> list[Island]:
        tokens = [reading.tokens_in(s.start, s.end) for s in reading.sentences]
        return [
            Island(number, own.start, own.stop, s.end, -1)
            for number, (s, own) in enumerate(zip(reading.sentences, tokens, strict=True))
        ]

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
    """On 256 news texts with TIMEX3 labels the value F1 stays above 80 %, and that of finding them above 93 %."""
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
                for date in with_ends(find_dates(reading_of(doc["text"]), doc["dct"][:10]))
            ],
        }
        for doc in gold
    ]

    result, _ = score_timex.score(gold, predicted)

    assert result["value_f1"] > 79
    assert result["relaxed"]["f1"] > 93
