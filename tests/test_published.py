"""The day of publication: what states it, what only looks like it."""

from __future__ import annotations

import json
from pathlib import Path

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
    """A report of lines `rule: words`; those of the body have the rule "body"."""
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
        else:
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


def test_real_pages(shared: Path) -> None:
    """On the raw text of 65 news pages most dates are found, and hardly one is wrong."""
    right = wrong = 0
    for line in (shared / "corpora" / "pages.jsonl").open(encoding="utf-8"):
        page = json.loads(line)
        if not page["date"]:
            continue
        found = find_published(lay_out(Seed(page["id"], page["page_text"]), clean(page["page_text"])))
        if found.date:
            fits = edtf.overlaps(found.date, page["date"])
            right, wrong = right + fits, wrong + (not fits)

    assert right >= 44
    assert wrong <= 2
