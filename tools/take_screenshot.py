"""A built site -> the picture of the README.

make html && .venv/bin/python tools/take_screenshot.py
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from find_chromium import find
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[1]
PAGE = "reports/2015/kerry-and-lavrov-expect-closer-work-against-is-after-talks.html"


def main() -> int:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find(), args=["--disable-gpu"], chromium_sandbox=os.geteuid() != 0
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
        page.goto((ROOT / "output" / PAGE).as_uri())
        page.locator("details.evidence").first.click()
        page.screenshot(path=ROOT / "docs" / "screenshot.png")
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
