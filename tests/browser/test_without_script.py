"""What a page says and where it leads does not hang on a script, whatever kind of page it is.

What stands hidden in the file and is shown by a script (the class `by-script`) is a help for those who run it, and
so is what stands in <noscript> for those who do not. Nothing else may differ.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reader import Reader
from test_accessibility import KINDS

READ = """() => {
    const left = document.body.cloneNode(true);
    left.querySelectorAll(".by-script, noscript, script, .preview").forEach((part) => part.remove());
    const words = left.textContent.split(/\\s+/).filter(Boolean).join(" ");
    const links = Array.from(left.querySelectorAll("a[href]"), (link) =>
        link.textContent.trim() + " " + link.href);
    return [words, links];
}"""


@pytest.fixture
def root_address(everything_site: Path) -> str:
    return (everything_site / "output").as_uri() + "/"


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "search"])
def test_text_and_links_are_the_same(open_reader: Callable[..., Reader], kind: str) -> None:
    """With scripts and without, a page has the same words and the same links, in the same order."""
    found = []
    for scripts in (True, False):
        reader = open_reader(java_script_enabled=scripts)
        reader.open(KINDS[kind])
        found.append(reader.page.evaluate(READ))

    assert found[0] == found[1]
    assert len(found[0][0]) > 100
    assert len(found[0][1]) > 5


def test_a_script_shows_what_only_it_can_do(open_reader: Callable[..., Reader]) -> None:
    """Buttons to copy are there with scripts, and not without."""
    for scripts in (True, False):
        reader = open_reader(java_script_enabled=scripts)
        reader.open(KINDS["report"])

        assert (reader.page.locator(".by-script:visible").count() > 0) is scripts


def test_all_evidence_opens_without_a_script(open_reader: Callable[..., Reader]) -> None:
    """The switch works by style alone."""
    reader = open_reader(java_script_enabled=False)
    reader.open(KINDS["report"])
    quotes = reader.page.locator("details.evidence q")
    folded = [quote.is_visible() for quote in quotes.all()]

    reader.page.locator("#_evidence").check()

    assert len(folded) > 5
    assert not any(folded)
    assert all(quote.is_visible() for quote in quotes.all())
