"""What a page tells beside its links: by mouse and by keyboard, closed by Escape, and without a single request."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect
from pypdf import PdfReader
from reader import Reader
from test_accessibility import LOOKS, RULES, Look

REPORT = "reports/2021/accord-on-the-strait.html"
YEAR = "chronology/2021.html"
CASTELL = ("actors/ines-castell.html", "Spanish minister, later mayor.")
LINKS = {
    "year": (YEAR, *CASTELL),
    "actor": ("actors/omar-haddad.html", *CASTELL),
    "country": ("countries/ma.html", *CASTELL),
    "type": ("types/agreement.html", *CASTELL),
    "source": ("sources/lake-gazette.html", *CASTELL),
    "event": ("events/strait-accord-2021.html", *CASTELL),
    "known events": ("events/index.html", *CASTELL),
    "an event in a report": (REPORT, "events/strait-accord-2021.html", "The accord that ended the quarrel."),
    "a related report": (REPORT, "reports/2021/union-rejects-the-accord.html", "turned the accord down a day after"),
    "an actor in a report": (REPORT, "actors/omar-haddad.html", "Minister of Fisheries"),
}
"""A page, where one of its links leads, and what the preview of it says."""


@pytest.fixture
def root_address(everything_site: Path) -> str:
    return (everything_site / "output").as_uri() + "/"


def link(page: Page, address: str) -> Locator:
    """The first link of a page's content to an address of the site."""
    return page.locator(f"main a[href$='{address}']:visible").first


def tab_to(at: Locator) -> None:
    """Give a link the keyboard as the Tab key does, so that it shows where it is."""
    at.focus()
    at.page.keyboard.press("Shift+Tab")
    at.page.keyboard.press("Tab")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
@pytest.mark.parametrize("kind", LINKS)
def test_a_link_tells_where_it_leads(reader: Reader, kind: str, by: str) -> None:
    """On every kind of page with lists, without following the link and without asking for anything."""
    address, leads, says = LINKS[kind]
    reader.open(address)
    asked: list[str] = []
    reader.page.on("request", lambda request: asked.append(request.url))

    if by == "mouse":
        link(reader.page, leads).hover()
    else:
        tab_to(link(reader.page, leads))

    expect(reader.page.locator(".preview")).to_contain_text(says)
    assert asked == []
    assert reader.address == address


def test_a_marked_passage_tells_what_rests_on_it(reader: Reader) -> None:
    """The mouse on quoted words shows the value that they stand for."""
    reader.open(REPORT)

    reader.page.locator("#said-date").hover()

    expect(reader.page.locator(".preview")).to_contain_text("4 March 2021")


def test_a_preview_stays_while_it_is_pointed_at(reader: Reader) -> None:
    """The mouse may go into it, to read or to copy; it goes when the mouse goes elsewhere."""
    reader.open(YEAR)
    preview = reader.page.locator(".preview")

    link(reader.page, CASTELL[0]).hover()
    expect(preview).to_be_visible()
    preview.hover()
    reader.page.wait_for_timeout(600)
    expect(preview).to_be_visible()
    reader.page.mouse.move(2, 2)

    expect(preview).not_to_be_visible()


def test_a_preview_stays_while_its_link_has_the_keyboard(reader: Reader) -> None:
    """Wherever the mouse goes meanwhile; it goes with the keyboard."""
    reader.open(YEAR)
    preview = reader.page.locator(".preview")

    tab_to(link(reader.page, CASTELL[0]))
    expect(preview).to_be_visible()
    reader.page.mouse.move(2, 2)
    reader.page.mouse.move(40, 40)
    reader.page.wait_for_timeout(600)
    expect(preview).to_contain_text(CASTELL[1])
    reader.page.locator("input[name=q]").focus()

    expect(preview).not_to_be_visible()


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_escape_closes_a_preview(reader: Reader, by: str) -> None:
    """Without moving the mouse or the keyboard, which stay where they were."""
    reader.open(YEAR)
    at = link(reader.page, CASTELL[0])
    at.hover() if by == "mouse" else tab_to(at)
    expect(reader.page.locator(".preview")).to_be_visible()

    reader.page.keyboard.press("Escape")

    expect(reader.page.locator(".preview")).not_to_be_visible()
    assert reader.address == YEAR


def test_a_finger_follows_the_link_at_once(open_reader: Callable[..., Reader]) -> None:
    """A touch has nothing to hover with: one tap leads on, and nothing opens before."""
    reader = open_reader(has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    reader.open(YEAR)
    reader.page.evaluate("new MutationObserver(() => window.opened = true).observe(document.querySelector('.preview'),"
                         " {attributes: true, attributeFilter: ['hidden']})")  # fmt: skip

    at = link(reader.page, CASTELL[0])
    at.dispatch_event("pointerover", {"pointerType": "touch", "bubbles": True})
    reader.page.wait_for_timeout(400)
    assert reader.page.evaluate("window.opened") is None
    at.tap()

    reader.page.wait_for_url(f"**/{CASTELL[0]}")


@pytest.mark.parametrize("width", [390, 1280])
def test_a_preview_covers_neither_its_link_nor_the_edge(open_reader: Callable[..., Reader], width: int) -> None:
    """It stands above or below the words, within the window."""
    reader = open_reader(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    reader.open(REPORT)
    for at in reader.page.locator("main a[href$='.html']:visible").all():
        at.scroll_into_view_if_needed()
        tab_to(at)
        preview = reader.page.locator(".preview:not([hidden])")
        if not preview.count():
            continue
        box, words = preview.bounding_box(), at.evaluate("a => a.getClientRects()[0].toJSON()")
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] + box["height"] <= words["top"] or box["y"] >= words["bottom"]


def test_nothing_is_said_twice(open_reader: Callable[..., Reader]) -> None:
    """What previews say is neither drawn, nor read aloud, nor printed as part of the page, with a script or without."""
    for scripts in (True, False):
        reader = open_reader(java_script_enabled=scripts)
        reader.open(YEAR)

        assert CASTELL[1] in reader.page.content()
        assert CASTELL[1] not in reader.page.locator("body").inner_text()
        assert CASTELL[1] not in reader.page.locator("body").aria_snapshot()


def test_a_preview_that_is_open_is_not_printed(reader: Reader) -> None:
    """Paper has nothing to point with."""
    reader.open(YEAR)
    link(reader.page, CASTELL[0]).hover()
    expect(reader.page.locator(".preview")).to_be_visible()

    sheets = PdfReader(BytesIO(reader.page.pdf(format="A4"))).pages

    assert CASTELL[1] not in "".join(sheet.extract_text() for sheet in sheets)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_a_preview_begins_where_its_link_does_from_right_to_left(page: Page, arabic_site: Path) -> None:
    """In a page from right to left it hangs from the right end of the words."""
    page.goto((arabic_site / "output" / YEAR).as_uri())
    at = link(page, CASTELL[0])
    at.hover()
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    box, words = preview.bounding_box(), at.bounding_box()

    assert box
    assert words
    assert abs(box["x"] + box["width"] - words["x"] - words["width"]) <= 1
    assert preview.evaluate("p => getComputedStyle(p).direction") == "rtl"
    assert preview.locator("p").first.evaluate("p => getComputedStyle(p).unicodeBidi") == "plaintext"


@pytest.mark.parametrize("look", LOOKS, ids=[look.name for look in LOOKS])
def test_axe_finds_nothing_in_an_open_preview(page: Page, root_address: str, look: Look) -> None:
    """Its words have contrast enough in every look, and it adds nothing to what is read aloud."""
    page.set_viewport_size({"width": look.width, "height": 800})
    page.emulate_media(color_scheme=look.scheme, forced_colors=look.forced)  # type: ignore[arg-type]
    page.goto(root_address + REPORT)
    link(page, "reports/2021/union-rejects-the-accord.html").hover()
    expect(page.locator(".preview")).to_be_visible()
    page.locator(".preview").evaluate("p => p.removeAttribute('aria-hidden')")  # so that axe looks at it, too

    found = Axe().run(page, ".preview", options={"runOnly": RULES})

    assert found.response["violations"] == []
