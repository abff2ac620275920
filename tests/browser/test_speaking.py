"""The interface in another language, in a browser: what the search says, and how a page from right to left lies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("commission", r"^\d+ (تقارير|تقريرًا) عن «commission»\.$"),
        ("xylophonic", r"^لا نتائج عن «xylophonic»\.$"),
        ("المضيق", r"(تقرير واحد|تقريران|تقارير|تقريرًا) عن «المضيق»\.$"),
        ("إسبانيا", r"(تقرير واحد|تقريران|تقارير|تقريرًا) عن «إسبانيا»\.$"),
    ],
)
def test_the_search_speaks_and_reads_the_language(page: Page, arabic_site: Path, asked: str, told: str) -> None:
    """It counts as Arabic does, and finds words in Arabic: those of a report, and names that the interface gives."""
    page.goto((arabic_site / "output" / "search.html").as_uri())
    page.locator("#_q").fill(asked)
    page.locator("#_q").press("Enter")

    expect(page.locator("#status")).to_have_text(re.compile(told))


def test_a_page_from_right_to_left_is_mirrored(page: Page, arabic_site: Path) -> None:
    """The record stands to the left of the text, dates to the right of theirs; English text keeps its full stop."""
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((arabic_site / "output" / "reports" / "2021" / "accord-on-the-strait.html").as_uri())

    def left(of: str) -> float:
        box = page.locator(of).first.bounding_box()
        assert box
        return box["x"]

    assert left(".facts") < left(".body")
    assert left(".chronology .says") < left(".chronology .at")
    assert page.locator(".body p").first.evaluate("p => getComputedStyle(p).direction") == "ltr"
    assert page.locator(".body").get_attribute("lang") == "en"
