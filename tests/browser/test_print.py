"""Pages on paper: printed by Chromium and read back. What a reader cannot click is left out or spelled out."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

MARGIN = 57
"""Points: 2 cm."""
PAGES = {
    "report": "reports/2021/accord-on-the-strait.html",
    "year": "chronology/2019.html",
    "actor": "actors/strait-commission.html",
}


@dataclass(frozen=True)
class Printed:
    words: list[str]
    strayed: list[tuple[int, str]]
    """Text that stands in a page's margin, with the number of the page: a line that was cut."""
    sheets: int


def printed(chromium: Browser, address: str) -> tuple[Printed, str]:
    """A page on paper, and the text of its main part on a screen where all is open."""
    page = chromium.new_page()
    page.goto(address)
    # Codes to copy, keys and buttons are for a screen; of a picture and its table, paper has the picture.
    left_out = "nav, button, .code, .switch, .near, .vh, .evidence p a, .evidence summary, .jump, .numbers, [hidden]"
    left_out += ", .more, .kinds, svg title, svg desc, .meta > :has([href*='search.html'])"
    shown = page.evaluate(
        """(left) => {
            const main = document.querySelector("main").cloneNode(true);
            main.querySelectorAll(left).forEach((part) => part.remove());
            const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
            let text = "";
            while (texts.nextNode()) text += texts.currentNode.data + " ";
            return text;
        }""",
        left_out,
    )
    pdf = page.pdf(format="A4", margin=dict.fromkeys(("top", "right", "bottom", "left"), f"{MARGIN / 72}in"))
    page.close()
    words: list[str] = []
    strayed = []
    reader = PdfReader(BytesIO(pdf))
    for number, sheet in enumerate(reader.pages, 1):
        height = float(sheet.mediabox.height)

        def look(
            text: str, cm: list[float], tm: list[float], *_: object, number: int = number, top: float = height
        ) -> None:
            across = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            if text.strip() and not MARGIN - 3 <= across <= top - MARGIN + 3:
                strayed.append((number, text))

        words += sheet.extract_text(visitor_text=look).split()
    return Printed(words, strayed, len(reader.pages)), shown


def letters(text: str) -> str:
    """The text without spaces, signs and capitals: where a line ends does not matter, nor how a heading is set."""
    return "".join(re.findall(r"\w", unicodedata.normalize("NFKC", text).casefold()))


def missing(shown: str, paper: Printed) -> list[str]:
    """The words that are not on paper. Those from right to left may come out of a PDF with the last letter first."""
    on_paper = letters(" ".join(paper.words))
    return [word for word in map(letters, shown.split()) if word not in on_paper and word[::-1] not in on_paper]


@pytest.mark.parametrize("kind", PAGES)
def test_everything_that_is_read_is_printed(chromium: Browser, everything_site: Path, kind: str) -> None:
    """Each word of the page is on paper, what is folded on a screen too, and no line is cut at a sheet's edge."""
    paper, shown = printed(chromium, f"{(everything_site / 'output').as_uri()}/{PAGES[kind]}")

    assert paper.strayed == []
    assert missing(shown, paper) == []


@pytest.mark.parametrize("address", ["chronology/2019.html", "chronology/2019-02.html", "actors/index/i.html"])
def test_what_is_cut_is_whole_on_paper(chromium: Browser, crowded_site: Path, address: str) -> None:
    """A year in brief, a month in full and a letter, without the ways between them."""
    paper, shown = printed(chromium, f"{(crowded_site / 'output').as_uri()}/{address}")

    assert paper.strayed == []
    assert missing(shown, paper) == []


@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_printed_that_only_a_screen_can_use(chromium: Browser, everything_site: Path, kind: str) -> None:
    """No menu, no search, no button, no list of keys."""
    paper, _ = printed(chromium, f"{(everything_site / 'output').as_uri()}/{PAGES[kind]}")
    text = " ".join(paper.words)

    for words in ("Countries Types Sources", "Search", "Keyboard", "Copy", "Show all evidence", "Corrections Data"):
        assert words not in text


def test_links_are_spelled_out(chromium: Browser, everything_site: Path) -> None:
    """The addresses of the original and of its copy can be typed from paper."""
    paper, _ = printed(chromium, f"{(everything_site / 'output').as_uri()}/{PAGES['report']}")
    text = "".join(paper.words)

    assert "https://example.org/an-accord?a=1&b=2" in text
    assert "https://archive.example.org/an-accord" in text


def test_a_long_year_takes_several_sheets(chromium: Browser, site: Path) -> None:
    """The repository's own fullest year is printed over several sheets, none of its lines cut."""
    paper, _ = printed(chromium, f"{(site / 'output').as_uri()}/chronology/2015.html")

    assert paper.sheets > 1
    assert paper.strayed == []
