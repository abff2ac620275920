"""Every kind of page, looked at by axe: WCAG 2.2 AA and axe's good practice, in all the ways a page is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

KINDS = {
    "landing": "index.html",
    "chronology": "chronology/index.html",
    "year": "chronology/2019.html",
    "days of the year": "chronology/days.html",
    "report": "reports/2021/accord-on-the-strait.html",
    "disputed report": "reports/2021/union-rejects-the-accord.html",
    "retracted report": "reports/2019/the-visit-that-never-was.html",
    "report from right to left": "reports/2019/taqrir-an-al-madiq.html",
    "undated report": "reports/undated/letter-without-a-date.html",
    "actor": "actors/ines-castell.html",
    "actor with many reports": "actors/strait-commission.html",
    "actor with none": "actors/never-named.html",
    "actors": "actors/index.html",
    "country": "countries/es.html",
    "countries": "countries/index.html",
    "type": "types/talks.html",
    "types": "types/index.html",
    "source": "sources/quay-post.html",
    "sources": "sources/index.html",
    "known event": "events/strait-collision-2020.html",
    "known events": "events/index.html",
    "search": "search.html?q=strait",
    "corrections": "corrections.html",
    "data": "data/index.html",
    "own page": "pages/about.html",
    "not found": "404.html",
}
"""A page of each kind, and each state of a report that is drawn in a way of its own."""

CUT = {
    "year in brief": "chronology/2019.html",
    "month in brief": "chronology/2021-03.html",
    "month": "chronology/2019-02.html",
    "day": "chronology/2021-03-04.html",
    "large actor": "actors/strait-commission.html",
    "its year": "actors/strait-commission/2019.html",
    "its month": "actors/strait-commission/2019-02.html",
    "event with many reports": "events/strait-collision-2020.html",
    "many known events": "events/index.html",
    "many corrections": "corrections.html",
    "long index": "actors/index.html",
    "letter": "actors/index/s.html",
}
"""Pages that only a large archive has."""


@dataclass(frozen=True)
class Look:
    """One way a page is looked at."""

    name: str
    width: int = 1280
    scheme: str = "light"
    forced: str = "none"


LOOKS = (
    Look("light"),
    Look("dark", scheme="dark"),
    Look("narrow", width=320),
    Look("narrow and dark", width=320, scheme="dark"),
    Look("forced colours", forced="active"),
)


@pytest.fixture(scope="module")
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def faults(
    page: Page, address: str, looks: Iterable[Look] = LOOKS, prepare: Callable[[Page], None] = lambda _: None
) -> list[str]:
    """What axe finds on a page once it is prepared, and whether it is wider than a narrow screen, look by look."""
    found = []
    for look in looks:
        page.set_viewport_size({"width": look.width, "height": 800})
        page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)  # type: ignore[arg-type]
        page.goto(address)
        prepare(page)
        wide = page.evaluate("document.scrollingElement.scrollWidth")
        if wide > look.width:
            found.append(f"{look.name}: {wide} px wide on a screen of {look.width}")
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        for violation in Axe().run(page, options=options).response["violations"]:
            for node in violation["nodes"]:
                found.append(f"{look.name}: {violation['id']}: {node['failureSummary']} {node['html'][:200]}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_to_mend(kind: str, page: Page, everything_site: Path) -> None:
    """In light, dark and forced colours, and on a screen of 320 pixels, where nothing scrolls sideways."""
    assert faults(page, f"{(everything_site / 'output').as_uri()}/{KINDS[kind]}") == []


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_to_mend_from_right_to_left(kind: str, page: Page, arabic_site: Path) -> None:
    """The interface in Arabic, with reports in English and in Arabic: on a wide screen, and on one of 320 pixels."""
    looks = [look for look in LOOKS if look.name in ("light", "narrow")]

    assert faults(page, f"{(arabic_site / 'output').as_uri()}/{KINDS[kind]}", looks) == []


@pytest.mark.parametrize("kind", CUT)
def test_axe_finds_nothing_to_mend_in_a_large_archive(kind: str, page: Page, crowded_site: Path) -> None:
    """What is too long for one page is cut: each part of it, and what leads to the parts."""
    assert faults(page, f"{(crowded_site / 'output').as_uri()}/{CUT[kind]}") == []


def open_filters(page: Page) -> None:
    """Each filter of the search, with counts under its values."""
    page.locator("#filters").evaluate("panel => panel.open = true")
    for group in page.locator("[data-filter]").all():
        group.evaluate("group => group.open = true")
        group.locator("li").first.wait_for()


@pytest.mark.parametrize("site", ["everything_site", "arabic_site"])
def test_axe_finds_nothing_to_mend_in_open_filters(site: str, page: Page, request: pytest.FixtureRequest) -> None:
    """With all filters of the search open, and something chosen in them."""
    output: Path = request.getfixturevalue(site) / "output"

    assert faults(page, f"{output.as_uri()}/search.html?q=strait&type=statement", prepare=open_filters) == []


def shape(address: str) -> tuple[str, bool]:
    """What tells the kinds of pages apart by their address: the folder, and whether it is the folder's index."""
    folder, _, name = address.rpartition("/")
    return folder.partition("/")[0] or name, name == "index.html"


def test_every_kind_of_page_is_looked_at(everything_site: Path) -> None:
    """A page of a new folder wants a line among the kinds. Permanent addresses only lead on, so nobody sees them."""
    output = everything_site / "output"
    built = {shape(path.relative_to(output).as_posix()) for path in output.rglob("*.html")}

    assert built - {("id", False)} == {shape(address.partition("?")[0]) for address in KINDS.values()}
