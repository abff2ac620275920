"""A reader in a large archive: from what is told in brief to what is told in full, on and back, and to a letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect
from reader import Reader


@pytest.fixture
def root_address(crowded_site: Path) -> str:
    return (crowded_site / "output").as_uri() + "/"


def test_keys_lead_through_a_year_in_brief(reader: Reader) -> None:
    """From line to line, into the month where the event is told in full, and from month to month."""
    reader.open("chronology/2019.html")
    line = reader.page.locator(".chronology > li a:focus")
    reader.page.keyboard.press("j")
    first = line.text_content()
    reader.page.keyboard.press("j")
    assert line.text_content() != first
    reader.page.keyboard.press("k")
    assert line.text_content() == first

    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url(lambda url: "#" in url)
    assert reader.address.startswith("chronology/2019-")
    expect(reader.page.locator(".chronology > li:target")).to_be_in_viewport()
    month = reader.address
    reader.page.keyboard.press("n")
    reader.page.wait_for_url(lambda url: month not in url)
    assert reader.address > month
    reader.page.keyboard.press("p")
    reader.page.wait_for_url(lambda url: month in url)


def test_a_permalink_finds_its_line(reader: Reader) -> None:
    """The date of an event told in full leads to its place in the year, where it stays."""
    reader.open("chronology/2019-02.html")
    reader.page.locator(".chronology .at a").first.click()
    reader.page.wait_for_url(lambda url: "#" in url)

    assert reader.address == "chronology/2019.html"
    expect(reader.page.locator(".chronology > li:target")).to_be_in_viewport()


def test_a_letter_narrows_without_a_script(open_reader: Callable[..., Reader]) -> None:
    """Its names are narrowed by kind, as those of an index that stands on one page."""
    reader = open_reader(java_script_enabled=False)
    reader.open("actors/index.html")
    shown = reader.page.locator(".index li:visible")
    everybody = shown.count()
    reader.page.locator("label", has=reader.page.locator("[value=person]")).click()
    assert 0 < shown.count() < everybody
    reader.follow("actors/index/i.html")
    assert shown.count() == 1
