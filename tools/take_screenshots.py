"""A built site -> the pictures of docs/screenshots/ and the page that shows them.

make screenshots
"""

from __future__ import annotations

import base64
import os
import sys
from pathlib import Path

from find_chromium import find
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "screenshots"
DOCUMENT = ROOT / "docs" / "screenshots.md"

PAGES = {
    "landing": "index.html",
    "year": "chronology/2015.html",
    "report": "reports/2015/kerry-and-lavrov-expect-closer-work-against-is-after-talks.html",
    "actor": "actors/vladimir-putin.html",
    "country": "countries/ml.html",
    "search": "search.html?q=talks",
}
WIDTHS = {1280: 900, 390: 844}
"""A desk's window and a telephone's, with their heights in pixels."""
SCHEMES = ("light", "dark")
QUALITY = 75
"""Of WebP: text stays sharp at a tenth of what PNG takes."""

HEAD = """\
# What it looks like

The pages of the archive in this repository, made by `make screenshots`.
"""


def name_of(page: str, width: int, scheme: str) -> str:
    return f"{page}-{width}-{scheme}.webp"


def save(page: Page, path: Path) -> None:
    """What the window shows. Playwright itself writes PNG and JPEG only."""
    session = page.context.new_cdp_session(page)
    made = session.send("Page.captureScreenshot", {"format": "webp", "quality": QUALITY})
    path.write_bytes(base64.b64decode(made["data"]))


def document() -> str:
    """The page of the documentation that shows all pictures."""
    parts = [HEAD]
    for page in PAGES:
        parts.append(f"## {page.capitalize()}\n")
        for width in WIDTHS:
            parts.append(" ".join(_shown(page, width, scheme) for scheme in SCHEMES) + "\n")
    return "\n".join(parts)


def _shown(page: str, width: int, scheme: str) -> str:
    return f"![{page.capitalize()}, {width} pixels, {scheme}](screenshots/{name_of(page, width, scheme)})"


def main() -> int:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--disable-gpu"], chromium_sandbox=os.geteuid() != 0
        )
        for width, height in WIDTHS.items():
            for scheme in SCHEMES:
                context = browser.new_context(
                    viewport={"width": width, "height": height}, color_scheme=scheme, reduced_motion="reduce"
                )
                page = context.new_page()
                for kind, address in PAGES.items():
                    page.goto(f"{(ROOT / 'output').as_uri()}/{address}", wait_until="networkidle")
                    if kind == "search":
                        page.locator("#results li").first.wait_for()
                    save(page, FOLDER / name_of(kind, width, scheme))
                context.close()
        browser.close()
    DOCUMENT.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
