"""The archive with one of everything, with hardly any room on a page: what is cut is all still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from crawl import Page, lost, read_site


@pytest.fixture(scope="module")
def pages(everything_site: Path) -> dict[str, Page]:
    return read_site(everything_site / "output")


@pytest.fixture(scope="module")
def cut(crowded_site: Path) -> dict[str, Page]:
    return read_site(crowded_site / "output")


def test_every_link_leads_to_a_place(cut: dict[str, Page], crowded_site: Path) -> None:
    """Between the parts of what was cut, and to them."""
    assert list(lost(cut, crowded_site / "output")) == []


def test_every_page_can_be_reached(cut: dict[str, Page]) -> None:
    """From the landing page, by links alone."""
    seen, row = set(), ["index.html"]
    while row:
        address = row.pop()
        if address not in seen and address in cut:
            seen.add(address)
            row += [target for _, target, _ in cut[address].targets()]

    assert {address for address in cut if not address.startswith(("id/", "404"))} <= seen


def parts(address: str, cut: dict[str, Page]) -> list[Page]:
    """A page, and the pages into which its list was cut."""
    stem = address.removesuffix(".html")
    months = (f"{stem}-",) if stem.startswith("chronology/2") else ()
    return [page for other, page in cut.items() if other == address or other.startswith((f"{stem}/", *months))]


def test_cutting_loses_nothing(pages: dict[str, Page], cut: dict[str, Page]) -> None:
    """What a page leads to, it leads to when it is cut, or one of its parts does; no address is gone."""
    assert pages.keys() <= cut.keys()
    assert len(cut) > len(pages) + 40
    # The picture on the landing page leads to months instead of their years.
    for address, page in pages.items():
        if address == "index.html":
            continue
        wanted = {target for _, target, _ in page.targets()}
        led = {target for part in parts(address, cut) for _, target, _ in part.targets()}
        assert wanted <= led, address


def test_places_stay(pages: dict[str, Page], cut: dict[str, Page]) -> None:
    """A place in a page that something led to is still there: permalinks, years, months and letters."""
    for page in pages.values():
        for _, target, fragment in page.targets():
            if fragment and target in cut:
                assert fragment in cut[target].ids, f"{target}#{fragment}"
