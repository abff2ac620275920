"""A real Chromium that reads the built site, from disk and from a server, and reaches nothing else."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Request, Route, sync_playwright
from reader import Reader
from sites import ROOT

sys.path.insert(0, str(ROOT / "tools"))
from find_chromium import find, missing, remedy

QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium asks for nothing of its own accord."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if packages := missing():
        pytest.fail(remedy(packages))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find(), args=list(QUIET))
        yield browser
        browser.close()


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None: ...


@pytest.fixture(scope="session")
def served(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site's root on a server of this machine, below a path as on GitHub Pages."""
    folder = tmp_path_factory.mktemp("served")
    (folder / "archive").symlink_to(site / "output", target_is_directory=True)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/archive/"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["from disk", "from a server"])
def root_address(request: pytest.FixtureRequest, site: Path) -> str:
    if request.param == "from disk":
        return (site / "output").as_uri() + "/"
    return str(request.getfixturevalue("served"))


@pytest.fixture
def open_reader(chromium: Browser, root_address: str) -> Iterator[Callable[..., Reader]]:
    """Makes a reader; each has a browser profile of its own. Whatever strays or fails fails the test."""
    contexts: list[BrowserContext] = []
    readers: list[Reader] = []

    def make(**options: object) -> Reader:
        context = chromium.new_context(**options)  # type: ignore[arg-type]
        context.set_default_timeout(10_000)
        contexts.append(context)
        reader = Reader(root_address, context.new_page())
        readers.append(reader)
        if root_address.startswith("file:"):
            context.set_offline(True)

        def watch(route: Route, request: Request) -> None:
            if request.url.startswith((root_address, "data:", "blob:")):
                route.continue_()
            else:
                reader.strayed.append(request.url)
                route.abort()

        context.route("**/*", watch)
        context.on("requestfailed", lambda request: reader.errors.append(f"failed: {request.url}"))
        context.on("console", lambda told: reader.errors.append(told.text) if told.type == "error" else None)
        reader.page.on("pageerror", lambda error: reader.errors.append(str(error)))
        return reader

    yield make
    for context in contexts:
        context.close()
    for reader in readers:
        assert reader.strayed == []
        assert reader.errors == []


@pytest.fixture
def reader(open_reader: Callable[..., Reader]) -> Reader:
    return open_reader()
