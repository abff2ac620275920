"""The search as a reader uses it: a word of one report's text leads to that report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from pelican.plugins.chronology import pagefile, urls
from playwright.sync_api import Route, expect
from reader import Reader


class Rare(NamedTuple):
    """A word that one report uses, and only in its text."""

    word: str
    address: str


@pytest.fixture(scope="session")
def rare(site: Path) -> Rare:
    content = pagefile.read_content(site / "content")
    # Stems of words run together; the first letters are taken for the stem.
    stems = {r.path: {w[:5] for w in words(f"{r.title} {r.summary} {r.body}")} for r in content.reports}
    uses = Counter(stem for found in stems.values() for stem in found)
    for report in content.reports:
        elsewhere = {w[:5] for w in words(f"{report.title} {report.summary}")}
        for word in words(report.body):
            if len(word) >= 8 and uses[word[:5]] == 1 and word[:5] not in elsewhere:
                return Rare(word, urls.report(report.path))
    pytest.fail("every word of every report is used by another report too")


def words(text: str) -> list[str]:
    return re.findall("[a-z]+", text.lower())


def test_a_word_of_the_text_finds_its_report(reader: Reader, rare: Rare) -> None:
    """Asked for on the landing page, a word that one report uses leads to it, shown where it stands."""
    reader.open(urls.LANDING)

    found = reader.search(rare.word)

    assert reader.address == urls.SEARCH
    assert found[0] == rare.address
    marked = reader.page.locator("#results mark").all_inner_texts()
    assert any(rare.word[:5] in text.lower() for text in marked)
    reader.page.locator("#results li a").first.click()
    reader.page.wait_for_url(lambda url: rare.address in url)


def test_a_search_can_be_sent_as_an_address(reader: Reader, rare: Rare) -> None:
    """`search.html?q=...` opened directly shows the results, and the words stand in the field."""
    reader.open(f"{urls.SEARCH}?q={rare.word}")

    assert rare.address in reader.found()
    assert reader.page.locator("input[name=q]:visible").first.input_value() == rare.word


def test_a_search_for_nothing_that_is_there_says_so(reader: Reader) -> None:
    """A reader is told that nothing was found; the page does not stay empty."""
    reader.open(f"{urls.SEARCH}?q=zzyzxqwv")

    expect(reader.page.locator("#status")).to_have_text(re.compile(r"\w"))
    expect(reader.page.locator("#results li a")).to_have_count(0)


def test_a_search_runs_nothing_that_it_is_asked(reader: Reader) -> None:
    """Markup in a query is shown as the text it is."""
    reader.open(f"{urls.SEARCH}?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")

    expect(reader.page.locator("#status")).to_have_text(re.compile(r"\w"))
    assert reader.page.locator("main img[src=x]").count() == 0


def test_without_javascript_the_search_page_shows_other_ways(open_reader: Callable[..., Reader]) -> None:
    """Where no script runs, the page tells so and leads to the lists instead."""
    reader = open_reader(java_script_enabled=False)

    reader.open(urls.SEARCH)

    assert reader.page.locator("main").inner_text().strip()
    reader.follow(urls.ACTORS)


def test_a_missing_file_is_told_and_looked_for_again(reader: Reader, rare: Rare) -> None:
    """The page says that the index could not be loaded, and answers as soon as the file is there."""
    reader.page.route("**/terms-*", lambda route: route.abort())
    reader.open(urls.SEARCH)
    status = reader.page.locator("#status")

    reader.page.locator("#_q").fill(rare.word)
    expect(status).to_contain_text("could not be loaded")
    expect(reader.page.locator("#results")).to_have_attribute("aria-busy", "false")
    failed = [error for error in reader.errors if error.startswith("failed: ")]
    assert failed
    assert all("/terms-" in error for error in failed)
    reader.errors.clear()
    reader.page.unroute("**/terms-*")

    assert rare.address in reader.search(rare.word)


def test_a_file_that_is_cut_off_is_told_too(reader: Reader, rare: Rare) -> None:
    """A script that hands nothing over is as good as missing."""
    reader.page.route("**/terms-*", lambda route: route.fulfill(body="", content_type="text/javascript"))

    reader.open(f"{urls.SEARCH}?q={rare.word}")

    expect(reader.page.locator("#status")).to_contain_text("could not be loaded")


def test_only_the_newest_question_is_answered(reader: Reader, rare: Rare) -> None:
    """What arrives late for an older question is not drawn over the answer to a newer one."""
    held: list[Route] = []
    reader.page.route("**/reports-*", lambda route: held.append(route))
    reader.open(urls.SEARCH)
    box, status = reader.page.locator("#_q"), reader.page.locator("#status")
    asked = reader.page.locator("script[src*=reports-]")
    box.fill(rare.word)
    box.press("Enter")
    expect(asked).not_to_have_count(0)

    box.fill("zzyzxqwv")
    box.press("Enter")
    expect(status).to_contain_text("zzyzxqwv")
    for route in held:
        route.continue_()
    expect(asked).to_have_count(0)

    expect(status).to_contain_text("zzyzxqwv")
    expect(reader.page.locator("#results li")).to_have_count(0)
