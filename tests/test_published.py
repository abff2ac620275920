"""The day of publication: what states it, what only looks like it."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate.published import find_published
from pelican.plugins.chronology.annotate.reading import Reading, lay_out
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Cleaned, Dropped, Line, Seed
from readings import blocks


def report(lines: str) -> Reading:
    """A report of lines `rule: words`; those of the body have the rule "body". "-" alone is an empty line."""
    header: dict[str, str] = {}
    texts, dropped, body, at = [], [], [], 0
    for line in lines.splitlines():
        rule, _, words = line.partition(": ")
        if rule.startswith("header "):
            header[rule.removeprefix("header ")] = words
            continue
        texts.append(words)
        number = len(texts)
        if rule == "body":
            body.append(Line(number, at, at + len(words), words))
        elif words:
            dropped.append(Dropped(number, words, rule))
        at += len(words) + 1
    return lay_out(Seed("test", "\n".join(texts), header), Cleaned(None, None, tuple(body), tuple(dropped)))


@pytest.mark.parametrize(
    ("lines", "expected"), [b[1:] for b in blocks("published.md")], ids=[b[0] for b in blocks("published.md")]
)
def test_stamps(lines: str, expected: str) -> None:
    """What states the day is found with its exact words; what does not is left alone."""
    reading = report(lines)
    found = find_published(reading)
    quote = next((evidence.quote for evidence in found.evidence if evidence.quote), "-")

    assert [found.date or "-", found.updated or "-", quote] == expected.splitlines()
    assert all(reading.text[ev.start : ev.end] == ev.quote for ev in found.evidence)


DAYS = st.dates()
FORMS = st.sampled_from(
    [
        "{0:%B} {0.day}, {0.year:04}",
        "{0.day} {0:%b} {0.year:04}",
        "{0:%d}/{0:%m}/{0.year:04}",
        "{0.year:04}-{0:%m}-{0:%d}",
    ]
)


@given(DAYS.filter(lambda day: 1900 <= day.year < 2100), FORMS, st.sampled_from(["", "Published: ", "Posted on "]))
def test_no_form_of_a_day_excludes_it(day: object, form: str, label: str) -> None:
    """However a day is written, the date that is read holds it."""
    found = find_published(report(f"stamp: {label}{form.format(day)}"))

    assert found.date
    assert edtf.overlaps(found.date, str(day))


@given(st.text(alphabet="0123456789/-., :|TZMayJunUpdted", max_size=40))
def test_any_stamp(words: str) -> None:
    """Whatever stands on a stamp, what is read from it is valid EDTF, or nothing."""
    found = find_published(report(f"stamp: {words}"))

    assert found.date is None or edtf.is_valid(found.date)
    assert found.updated is None or edtf.is_valid(found.updated)


def test_reference_seeds(shared: Path) -> None:
    """Of the five reference seeds, the three that bear a stamp are dated by it, and the other two are not."""
    gold = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))["seeds"]
    for seed in gold:
        text = (shared / "seeds" / seed["file"]).read_text(encoding="utf-8")
        found = find_published(lay_out(Seed(seed["file"], text), clean(text)))
        stated = seed["published"]["basis"] == "text"

        assert found.date == (str(seed["published"]["date"]) if stated else None)


def pages(shared: Path) -> list[dict[str, Any]]:
    """The labelled web pages."""
    return [json.loads(line) for line in (shared / "corpora" / "pages.jsonl").open(encoding="utf-8")]


def published(text: str) -> str | None:
    """The day that is read from a raw text."""
    return find_published(lay_out(Seed("test", text), clean(text))).date


def test_real_pages(shared: Path) -> None:
    """On the raw text of 65 web pages most dates are found, and none is wrong; one is marked as uncertain."""
    found = [(published(page["page_text"]), page["date"]) for page in pages(shared)]

    assert sum(read == date for read, date in found) >= 61
    assert [pair for pair in found if pair[0] and pair[0].rstrip("?") != pair[1]] == []


MONTHS = "jan|feb|mar|mär|apr|may|jun|jul|aug|sep|oct|nov|dec"
SAYS_A_DAY = re.compile(
    rf"(?:{MONTHS})[a-zä]*\.?,? ?\d|\d(?:st|nd|rd|th)?[. -]{{1,2}}(?:{MONTHS})"
    r"|\d{4}[-/.]\d\d?[-/.]\d|\d\d?[-/.]\d\d?[-/.]\d{4}",
    re.IGNORECASE,
)


def test_pages_without_a_date(shared: Path) -> None:
    """Of the same pages without the lines that say a day, not one is dated."""
    for page in pages(shared):
        lines = page["page_text"].split("\n")
        text = "\n".join(line for line in lines if len(line) > 160 or not SAYS_A_DAY.search(line))

        assert published(text) is None, page["id"]


def test_pages_with_only_the_dates_of_others(shared: Path) -> None:
    """Where the lines with the day of the report itself are gone, the dates of teasers and comments that
    are left are never taken for it.
    """
    invented = []
    for page in pages(shared):
        day = dt.date.fromisoformat(page["date"])
        own = re.compile(
            rf"{day:%b}[a-z]*\.?,? 0?{day.day}(?!\d)|(?<!\d)0?{day.day}(?:st|nd|rd|th)?[. -]{{1,2}}{day:%b}"
            rf"|{day.year}[-/.]0?{day.month}[-/.]0?{day.day}|(?<!\d)0?{day.day}[-/.]0?{day.month}[-/.]{day.year}"
            rf"|(?<!\d)0?{day.month}[-/.]0?{day.day}[-/.]{day.year}",
            re.IGNORECASE,
        )
        found = published("\n".join(line for line in page["page_text"].split("\n") if not own.search(line[:160])))
        invented += [page["id"]] if found else []

    assert invented == []
