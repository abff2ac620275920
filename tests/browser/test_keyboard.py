"""A reader without a mouse: everything is reached, what has the keyboard is seen, and single keys are a help."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from reader import Reader

REPORT = "reports/2021/accord-on-the-strait.html"
PAGES = {
    "landing": "index.html",
    "year": "chronology/2019.html",
    "report": REPORT,
    "actor": "actors/ines-castell.html",
    "country": "countries/es.html",
    "types": "types/index.html",
    "search": "search.html",
}

FOCUSABLE = "a[href], button, input, summary, select, textarea"
LOOK = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const boxes = Array.from(at.getClientRects()).filter((box) => box.width && box.height);
    const style = getComputedStyle(at);
    const ringed = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const box = boxes[0];
    let covered = "nothing to see";
    if (box) {
        const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
        const top = document.elementFromPoint(x, y);
        const free = top && (at.contains(top) || top.contains(at));
        covered = free ? "" : `behind ${top ? top.outerHTML.slice(0, 80) : "the edge"}`;
    }
    at.dataset.reached = "yes";
    return { what: at.outerHTML.slice(0, 120), ringed, covered };
}"""


@pytest.fixture
def root_address(everything_site: Path) -> str:
    return (everything_site / "output").as_uri() + "/"


def tabbed_through(page: Page) -> list[str]:
    """What is wrong on the way through a page by the Tab key alone."""
    wrong = []
    rounds = 0
    while rounds < 2:  # the search begins in its field: what stands above comes in the second round
        page.keyboard.press("Tab")
        seen = page.evaluate(LOOK)
        if seen is None:
            rounds += 1
            continue
        if not seen["ringed"]:
            wrong.append(f"no ring: {seen['what']}")
        if seen["covered"]:
            wrong.append(f"{seen['covered']}: {seen['what']}")
    # A bar of a picture leads to a place in a page: the keyboard has the page, by the table beside it, the mouse both.
    twice = page.evaluate(
        """() => {
            const here = location.href.split("#")[0];
            const of = (links) => Array.from(document.querySelectorAll(links), (a) =>
                new URL(a.getAttribute("href"), location.href).href);
            const page = (href) => href.startsWith(here + "#") ? href : href.split("#")[0];
            const keyed = new Set(of("a[href]:not([tabindex])").map(page));
            return of('a[href][tabindex="-1"]').filter((href) => !keyed.has(page(href))).length;
        }"""
    )
    if twice:
        wrong.append(f"{twice} links for the mouse alone")
    left = page.locator(f":is({FOCUSABLE}):visible:not([data-reached], [tabindex='-1'])")
    return wrong + [
        f"not reached: {left.nth(i).evaluate('e => e.outerHTML.slice(0, 120)')}" for i in range(left.count())
    ]


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", PAGES)
def test_everything_is_reached_and_seen(open_reader: Callable[..., Reader], kind: str, width: int) -> None:
    """By the Tab key, every link, button and field of a page gets the keyboard, ringed, and behind nothing."""
    reader = open_reader(viewport={"width": width, "height": 700}, reduced_motion="reduce")
    reader.open(PAGES[kind])

    assert tabbed_through(reader.page) == []


def test_all_evidence_opens_by_keyboard(reader: Reader) -> None:
    """The switch shows every quotation at once, and the page remembers it."""
    reader.open(REPORT)
    quotes = reader.page.locator("details.evidence q")
    assert quotes.count() > 5
    expect(quotes.first).not_to_be_visible()

    reader.page.locator("#_evidence").focus()
    reader.page.keyboard.press("Space")

    for quote in quotes.all():
        expect(quote).to_be_visible()
    reader.open("reports/2021/union-rejects-the-accord.html")
    reader.open(REPORT)
    expect(quotes.first).to_be_visible()


def test_a_passage_leads_to_its_evidence_and_back(reader: Reader) -> None:
    """From the text to what rests on it, which opens; and from there to the passage, which is lit."""
    reader.open(REPORT)

    reader.page.locator(".body a.why[href='#why-date']").focus()
    reader.page.keyboard.press("Enter")
    quote = reader.page.locator("#why-date q")
    expect(quote).to_be_visible()
    expect(quote).to_have_text("on Thursday")
    reader.page.locator("#why-date a").press("Enter")

    expect(reader.page.locator("mark:target")).to_have_text("on Thursday")


def test_keys_step_from_entry_to_entry(reader: Reader) -> None:
    """`j` and `k` go through a chronology, Enter follows; `n` turns to the later page."""
    reader.open("chronology/2019.html")
    titles = reader.page.locator(".chronology > li .says a").all_inner_texts()
    focused = reader.page.locator("*:focus")

    reader.page.keyboard.press("j")
    expect(focused).to_have_text(titles[0])
    reader.page.keyboard.press("j")
    reader.page.keyboard.press("j")
    expect(focused).to_have_text(titles[2])
    reader.page.keyboard.press("k")
    expect(focused).to_have_text(titles[1])
    reader.page.keyboard.press("n")
    reader.page.wait_for_url(lambda url: "chronology/2020.html" in url)


def test_keys_are_letters_in_a_field(reader: Reader) -> None:
    """Whoever types is never led away."""
    reader.open("chronology/2019.html")
    reader.page.keyboard.press("/")
    box = reader.page.locator("input[name=q]")
    expect(box).to_be_focused()

    reader.page.keyboard.type("jk?n/e")

    expect(box).to_have_value("jk?n/e")
    expect(reader.page.locator("#_keys")).not_to_be_visible()
    assert reader.address == "chronology/2019.html"


def test_the_keys_are_told_and_can_be_switched_off(reader: Reader) -> None:
    """`?` lists them, Escape closes the list; switched off, they do nothing, and stay so on the next page."""
    reader.open("chronology/2019.html")
    keys = reader.page.locator("#_keys")

    reader.page.keyboard.press("?")
    expect(keys).to_be_visible()
    reader.page.keyboard.press("Escape")
    expect(keys).not_to_be_visible()
    reader.page.get_by_role("button", name="Keyboard").press("Enter")
    expect(keys).to_be_visible()
    reader.page.locator("#_keys-on").press("Space")
    keys.get_by_role("button", name="Close").press("Enter")
    expect(keys).not_to_be_visible()
    reader.open("chronology/2020.html")
    reader.page.keyboard.press("?")

    expect(keys).not_to_be_visible()


def test_a_citation_is_copied(open_reader: Callable[..., Reader]) -> None:
    """The button copies what stands above it, and says so."""
    reader = open_reader(permissions=["clipboard-read", "clipboard-write"])
    reader.open(REPORT)
    reader.page.locator("details.code summary", has_text="BibTeX").press("Enter")
    button = reader.page.get_by_role("button", name="Copy BibTeX")

    button.press("Enter")

    expect(reader.page.get_by_role("button", name="Copied")).to_be_visible()
    copied = reader.page.evaluate("navigator.clipboard.readText()")
    assert copied == reader.page.locator("#_cite-bibtex").text_content()
    assert copied.startswith("@article{ev1acc,")
