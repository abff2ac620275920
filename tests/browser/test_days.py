"""The page of the days of the year, opened on some day: today is marked, and "On this day" leads to it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect
from reader import Reader


@pytest.fixture
def root_address(everything_site: Path) -> str:
    return (everything_site / "output").as_uri() + "/"


@pytest.mark.parametrize(
    ("today", "shown"),
    [("2030-03-05", "5 March"), ("2030-03-06", "20 November"), ("2030-01-01", "4 March")],
)
def test_on_this_day_leads_to_today_or_to_the_next_day_with_events(reader: Reader, today: str, shown: str) -> None:
    """Any page that leads to `days.html#today` shows the day on which it is read."""
    reader.page.set_viewport_size({"width": 900, "height": 240})
    reader.page.clock.set_fixed_time(datetime.fromisoformat(today))
    reader.open("index.html")

    reader.follow("chronology/days.html")

    expect(reader.page.get_by_role("heading", name=shown, exact=True)).to_be_in_viewport()


def test_only_today_is_marked(reader: Reader) -> None:
    """A day without events is not told of, and no other day stands for it."""
    marked = {}
    for today in ("2030-03-05", "2030-03-06"):
        reader.page.clock.set_fixed_time(datetime.fromisoformat(today))
        reader.open("chronology/days.html")
        marked[today] = reader.page.locator(".today h3").all_inner_texts()

    assert marked == {"2030-03-05": ["5 March"], "2030-03-06": []}


def test_without_a_script_the_page_begins_at_its_heading(open_reader: Callable[..., Reader]) -> None:
    """The link leads to the heading, under which all days stand."""
    reader = open_reader(java_script_enabled=False)
    reader.open("chronology/days.html#today")

    expect(reader.page.locator("h1#today")).to_be_in_viewport()
