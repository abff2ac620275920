"""A person at a browser: what they open, click and look for, in words of the site."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Page


@dataclass
class Reader:
    """A person at a browser, and all that goes wrong before their eyes or behind them."""

    root: str
    """The address of the site's root, with a slash at its end."""
    page: Page
    strayed: list[str] = field(default_factory=list)
    """Requests beyond the site."""
    errors: list[str] = field(default_factory=list)
    """What the browser's console told as an error, and requests that failed."""

    def open(self, address: str) -> None:
        self.page.goto(self.root + address)

    @property
    def address(self) -> str:
        """Where the reader is, below the root of the site; without the query and the fragment."""
        return self.page.url.removeprefix(self.root).partition("#")[0].partition("?")[0]

    def follow(self, address: str) -> None:
        """Click the first visible link of this page that leads to an address of the site."""
        links = self.page.locator("a:visible")
        wanted = self.root + address
        for number in range(links.count()):
            # A link of a picture has no plain `href`.
            href = links.nth(number).evaluate("a => new URL(a.getAttribute('href'), document.baseURI).href")
            if href.partition("#")[0] == wanted:
                links.nth(number).click()
                self.page.wait_for_url(lambda url: url.partition("#")[0] == wanted)
                return
        pytest.fail(f"{self.page.url} has no visible link to {address}")

    def search(self, words: str) -> list[str]:
        """Ask from whatever page is open; the addresses that are found, best first."""
        field_ = self.page.locator("input[name=q]:visible").first
        field_.fill(words)
        field_.press("Enter")
        return self.found()

    def found(self) -> list[str]:
        """The addresses that a search shows."""
        self.page.locator("#results li a").first.wait_for()
        links = self.page.locator("#results li a").evaluate_all("all => all.map(a => a.href)")
        return [link.removeprefix(self.root).partition("#")[0].partition("?")[0] for link in links]
