"""Words that want to run: in a header, a body, a record and a query. They are shown, and nothing happens."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

import pytest
from crawl import read_site
from playwright.sync_api import expect
from reader import Reader
from sites import ADA, SMALL, TALKS, build, small_site, told

MARKUP = '\\"><script>alert(1)</script><img src=x onerror=alert(1)>'
"""Closes an attribute and an element, as YAML within double quotes."""
BODY = """
<script>alert(1)</script> <img src=x onerror="alert(1)"> <svg onload=alert(1)></svg> <b onclick=alert(1)>b</b>
<style>body{display:none}</style> <iframe src="https://elsewhere.example"></iframe> <form action="//elsewhere"></form>

[a](javascript:alert(1)) ![c](https://elsewhere.example/pixel.png "quinquennial")
"""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose every text tries something."""
    report = TALKS + BODY
    for key, words in (("title", "Envoys meet by the lake"), ("summary", "Two envoys met by the lake.")):
        report = report.replace(f"{key}: {words}", f'{key}: "{words} {MARKUP}"')
    report = report.replace("outlet: Lake Gazette", f'outlet: "Lake {MARKUP}"')
    report = report.replace("place: Geneva", f'place: "Geneva {MARKUP}"')
    report = report.replace("date: on Wednesday", f'date: "on Wednesday {MARKUP}"')
    actor = ADA.replace("name: Ada Stone", f'name: "Ada {MARKUP}"')
    files = {**SMALL, "content/reports/2021/envoys-meet.md": report, "content/actors/ada-stone.md": actor + BODY}
    site = small_site(tmp_path_factory.mktemp("hostile"), files, f'SITENAME = "{MARKUP}"\n')
    assert (result := build(site)).returncode == 0, told(result)
    return site / "output"


@pytest.fixture
def root_address(hostile: Path) -> str:
    return hostile.as_uri() + "/"


def test_no_page_holds_what_the_words_wanted(hostile: Path) -> None:
    """In the built pages, markup out of a header is text, and of a body only what is harmless is left."""
    for page in read_site(hostile).values():
        for tag, given in page.elements:
            assert tag not in ("iframe", "style", "object", "embed", "base"), page.address
            assert tag != "script" or given.get("src", "").endswith(".js"), page.address
            assert tag != "img" or not given.get("src", "").startswith(("x", "http")), page.address
            assert tag != "form" or given["action"].endswith("search.html"), page.address
            assert not [name for name in given if name.startswith("on")], page.address
            assert not given.get("href", "").startswith(("javascript:", "data:text")), page.address


def test_nothing_runs_when_the_pages_are_read(reader: Reader) -> None:
    """A reader who opens and searches them sees no dialog, and nothing is asked of another site."""
    dialogs: list[str] = []
    reader.page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))

    for address in ("index.html", "reports/2021/envoys-meet.html", "actors/ada-stone.html", "countries/ch.html"):
        reader.open(address)
        reader.page.wait_for_timeout(100)
    found = reader.search("quinquennial")

    assert found[0] == "reports/2021/envoys-meet.html"
    reader.open(f"search.html?q={quote(MARKUP)}&actor={quote(MARKUP)}&actor=ada-stone&from={quote(MARKUP)}&sort=%3Cimg")
    for group in reader.page.locator("[data-filter] > summary").all():
        group.click()
    expect(reader.page.locator("#chosen li").first).to_contain_text("<script>")
    expect(reader.page.locator("[data-filter=source]")).to_be_visible()
    assert reader.page.locator(".narrowed :is(img, script)").count() == 0
    assert dialogs == []
    assert reader.page.locator("#results img, #results script").count() == 0
