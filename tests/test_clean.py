"""Cleaning: every line of a seed lands in the body or among the dropped, under the right rule."""

from __future__ import annotations

import json
import re
import sys
import unicodedata
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology.clean import CLEANERS, clean
from pelican.plugins.chronology.model import Cleaned

FIXTURES = Path(__file__).parent / "fixtures" / "clean.md"


def cases() -> list[tuple[str, str, list[str]]]:
    """Title, text and expected rules of each block of the fixture file."""
    _, _, blocks = FIXTURES.read_text(encoding="utf-8").partition("\n\n")
    parts = re.split(r"^\.\n", blocks, flags=re.MULTILINE)
    return [(parts[n].strip(), parts[n + 1], parts[n + 2].split()) for n in range(0, len(parts) - 2, 3)]


def placed(cleaned: Cleaned) -> dict[int, list[str]]:
    """Line number -> every place where the line landed."""
    places: dict[int, list[str]] = {}
    claims = [(line.number, line.text, "body") for line in cleaned.body]
    claims += [(dropped.line, dropped.text, dropped.rule) for dropped in cleaned.dropped]
    for number, text, rule in claims:
        for at, part in enumerate(text.split("\n"), number):
            if part.strip():
                places.setdefault(at, []).append(rule)
    return places


@pytest.mark.parametrize(("text", "rules"), [c[1:] for c in cases()], ids=[c[0] for c in cases()])
def test_each_line_is_claimed_by_the_rule_that_the_case_names(text: str, rules: list[str]) -> None:
    """The cases of fixtures/clean.md hold."""
    assert [rule for _, found in sorted(placed(clean(text)).items()) for rule in found] == rules


def test_every_cleaner_has_a_case() -> None:
    """A rule without an example in the fixture file is not documented by one, either."""
    shown = {rule for _, _, rules in cases() for rule in rules}
    assert {cleaner.__name__ for cleaner in CLEANERS} - shown == {"address"}


def test_every_cleaner_is_explained(root: Path) -> None:
    """docs/cleaning.md has a row for each rule of the list."""
    docs = (root / "docs" / "cleaning.md").read_text(encoding="utf-8")
    assert [c.__name__ for c in CLEANERS if f"`{c.__name__}`" not in docs] == []


def test_a_bare_address_is_dropped() -> None:
    """A line that is only a web address is claimed, cited or not."""
    text = "Market burns down in the night\n\nThe market burned down, and nobody was hurt, police said.\n\nhttps://a.example/x\n"
    assert placed(clean(text))[5] in (["address"], ["citation"])


LINES = st.one_of(
    st.text(alphabet="ab c", min_size=30, max_size=80),
    st.text(alphabet="abc ABC.,:|-12“”\"'\u00a0\t()[]©#", max_size=60),
    st.text(max_size=30),
    st.sampled_from([line for _, text, _ in cases() for line in text.split("\n")]),
)


@given(st.lists(LINES, max_size=40).map("\n".join))
def test_every_line_with_a_word_lands_in_exactly_one_place(text: str) -> None:
    """Nothing is lost and nothing is told twice, whatever the text."""
    cleaned = clean(text)
    lines = text.split("\n")
    with_words = {n for n, line in enumerate(lines, 1) if any(map(str.isalnum, line))}
    found = placed(cleaned)
    assert set(found) == with_words
    assert all(len(places) == 1 for places in found.values())
    assert all(line.text == text[line.start : line.end] for line in cleaned.body)
    for number, words in [(x.number, x.text) for x in cleaned.body] + [(x.line, x.text) for x in cleaned.dropped]:
        assert "\n".join(lines[number - 1 : number + words.count("\n")]) == words
    assert [d.line for d in cleaned.dropped] == sorted(d.line for d in cleaned.dropped)
    for words in (cleaned.title, cleaned.standfirst):
        assert words is None or text[words.start : words.end] == words.quote


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_cleaning_twice_gives_the_same(text: str) -> None:
    """The same text gives the same result."""
    assert clean(text) == clean(text)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 10_000_000,
        "word " * 2_000_000,
        "[" * 1_000_000,
        "(((\n" * 50_000 + "a(" * 100_000,
        "a > " * 140,
        "\n".join(["by " * 100 + "x"] * 2_000),
        "\n".join(["Share"] * 50_000),
        "\n".join(f"{n} May 2014" for n in range(50_000)),
        "\n".join(["The ministers met in the capital on Monday and agreed."] * 50_000),
    ],
    ids=["one word", "one line", "brackets", "many brackets", "arrows", "bylines", "buttons", "dates", "prose"],
)
def test_any_size_and_shape_comes_to_an_end(text: str) -> None:
    """Sizes at which anything worse than linear would not come back."""
    cleaned = clean(text)
    assert len(placed(cleaned)) == sum(any(map(str.isalnum, x)) for x in text.split("\n"))


SENTENCE = "The ministers met in the capital on Monday, and they agreed on the bridge."
SHAPES = {
    "one-word lines": "Word",
    "short lines between furniture": "Fire\nNo\nYes\nSmoke\nWhat is this.\nMore",
    "buttons": "Share\nTweet",
    "headlines": "Two ferries collide in thick fog",
    "dates": "4 May 2014",
    "dates over paragraphs": f"4 May 2014 9:30\n{SENTENCE}",
    "labels over dates": "By Ada Noor on\n4 May 2014",
    "paragraphs": SENTENCE,
    "wrapped paragraphs": "the ministers met in the capital on Monday, and they agreed\non the bridge.",
}


def steps(text: str) -> int:
    """How many lines of Python are run to clean a text."""
    count = 0

    def step(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        clean(text)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_twice_the_lines_take_twice_the_steps(shape: str) -> None:
    """The cost of cleaning is linear in the number of lines, whatever they are."""
    once, twice = steps("\n".join([shape] * 500)), steps("\n".join([shape] * 1000))
    assert twice <= 2.2 * once


def test_a_given_title_is_looked_for_and_not_guessed() -> None:
    """With a title in the header only that line is the title; another first line stays in the body."""
    text = "Market burns down in the night\n\nThe market burned down, and nobody was hurt, the police said.\n"
    same, other = clean(text, {"title": "Market burns down in the night"}), clean(text, {"title": "Fire"})
    assert same.title is not None
    assert same.title.quote == "Market burns down in the night"
    assert other.title is None
    assert [line.number for line in other.body] == [1, 3]


def test_a_citation_lends_its_title_to_a_text_without_one() -> None:
    """The title in quotation marks is the title of a text that has none of its own."""
    text = (
        "The market burned down in the night, and nobody was hurt.\n\nThe police look for the cause of the fire.\n\n"
        "Source: The Coastal Herald, “Market burns down in the old town”, 5 July 2014\n"
    )
    title = clean(text).title
    assert title is not None
    assert title.quote == "Market burns down in the old town"
    assert title.rule == "citation"


def test_a_wrapped_paragraph_is_one() -> None:
    """Lines broken by a mail program or a wire are one paragraph, so that no name is cut in two."""
    text = (
        "Harbour opens again after the storm\n\n"
        "    MOMBASA, March 4 - The harbour opened again on Friday, two days after the\n"
        "storm that sank three boats and tore the roof off the house of Captain Ada\n"
        "Noor of the coast guard.\n"
        '    "We were lucky," she said, "and the next time we shall be ready for the\n'
        'wind."\n'
        "    Ferries will sail again on Sunday.\n"
    )
    cleaned = clean(text)
    assert cleaned.title is not None
    assert [line.number for line in cleaned.body] == [3, 6, 8]
    assert [line.text.count("\n") for line in cleaned.body] == [2, 1, 0]


def test_lines_of_a_table_stay() -> None:
    """Short lines without any furniture of a website around them are nobody's menu."""
    text = "Goods in thousand tons\n\n" + "\n".join(f"   Port {name}  twelve vs nine" for name in "ABCDEFGHIJ")
    assert [line.number for line in clean(text).body] == list(range(3, 13))


def plain(text: str | None) -> str:
    """Words only, for comparison with the reference."""
    folded = unicodedata.normalize("NFKD", text or "")
    return re.sub(r"\W+", " ", "".join(c for c in folded if not unicodedata.combining(c))).strip().lower()


def test_the_reference_seeds_keep_every_body_line_and_lose_all_furniture(shared: Path) -> None:
    """On the five real reports nothing is lost, nothing is left over, and the titles are right."""
    gold = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))["seeds"]
    for seed in gold:
        cleaned = clean((shared / "seeds" / seed["file"]).read_text(encoding="utf-8"))
        assert [line.number for line in cleaned.body] == seed["lines"]["body"], seed["file"]
        assert cleaned.title is not None
        assert cleaned.title.quote == seed["title"]["value"]


def test_whole_websites_keep_the_words_of_the_report(shared: Path) -> None:
    """On the raw text of 65 web pages no labelled passage is lost; menus go as far as is certain."""
    pages = [json.loads(line) for line in (shared / "corpora" / "pages.jsonl").read_text("utf-8").splitlines()]
    lost: list[str] = []
    cut: list[bool] = []
    titles: list[bool] = []
    for page in pages:
        cleaned = clean(page["page_text"])
        body, whole = plain("\n".join(line.text for line in cleaned.body)), plain(page["page_text"])
        lost += [words for words in page["with"] or [] if plain(words) in whole and plain(words) not in body]
        cut += [plain(words) not in body for words in page["without"] or [] if plain(words) in whole]
        titles += _right_title(cleaned, page)
    assert lost == []
    assert sum(cut) >= 31, f"{sum(cut)} of {len(cut)} furniture passages are cut"
    assert sum(titles) >= 20, f"{sum(titles)} of {len(titles)} titles are right"


def _right_title(cleaned: Cleaned, page: dict[str, Any]) -> list[bool]:
    if not page["title"]:
        return []
    return [cleaned.title is not None and plain(cleaned.title.quote) == plain(page["title"])]
