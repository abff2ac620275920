"""An index of more names than a page should hold: a page for each letter, and nothing is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from crawl import Page, read_site
from sites import SMALL, TALKS, build, small_site, told

NAMES = {
    "amir-salt": ("Amir Salt", "person"),
    "abel-moss": ("Ábel Moss", "person"),
    "ash-party": ("Ash Party", "organisation"),
    "cove-union": ("Cove Union", "organisation"),
    "7th-front": ("7th Front", "armed_group"),
    # An id of a record cannot take the address of a letter's page.
    "index-a": ("Ida Index", "person"),
    "sadiq": ("صادق", "person"),
}
ROOM = 1
"""Of which six names follow; with those of the fixture there are nine."""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {
        f"content/actors/{id_}.md": f"---\nname: {name}\nkind: {kind}\n---\n" for id_, (name, kind) in NAMES.items()
    }
    files["content/reports/2021/more.md"] = TALKS.replace("t4lk50", "t4lk51").replace("ben-reed", "cove-union")
    site = small_site(tmp_path_factory.mktemp("letters"), {**SMALL, **files}, f"CHRONOLOGY_PAGE_EVENTS = {ROOM}\n")
    result = build(site)
    assert result.returncode == 0, told(result)
    return site / "output"


@pytest.fixture(scope="module")
def pages(output: Path) -> dict[str, Page]:
    return read_site(output)


LETTERS = {
    "other": ["7th-front"],
    "a": ["abel-moss", "ada-stone", "amir-salt", "ash-party"],
    "b": ["ben-reed"],
    "c": ["cove-union"],
    "i": ["index-a"],
    "0635": ["sadiq"],
}
"""The name of a letter's page, and whom it lists: names sort without their accents."""


def listed(page: Page) -> list[str]:
    """The ids of the actors to which it leads."""
    found = [re.fullmatch(r"actors/([\w-]+)\.html", target) for _, target, _ in page.targets()]
    return [match[1] for match in found if match and match[1] != "index"]


def test_every_name_is_under_its_letter(pages: dict[str, Page]) -> None:
    """The page of a letter has all of its names, and leads to the others; the index leads to all of them."""
    found = {address for address in pages if address.startswith("actors/index/")}

    assert found == {f"actors/index/{name}.html" for name in LETTERS}
    for name, actors in LETTERS.items():
        page = pages[f"actors/index/{name}.html"]
        assert listed(page) == actors
        assert all(page.leads_to(other) for other in (*found, "actors/index.html"))
        assert pages["actors/index.html"].leads_to(page.address)
        assert f"letter-{name}" in pages["actors/index.html"].ids, "an old link to the letter still finds it"


def test_the_index_has_those_with_most_reports(output: Path, pages: dict[str, Page]) -> None:
    """So many as fit, those first that most reports name; and how many stand under each letter."""
    text = (output / "actors/index.html").read_text(encoding="utf-8")

    assert listed(pages["actors/index.html"])[:3] == ["ada-stone", "ben-reed", "cove-union"]
    assert len(listed(pages["actors/index.html"])) == 6
    assert dict(re.findall(r'index/([\w]+)\.html">[^<]* <small>(\d+)<', text)) == {
        name: str(len(actors)) for name, actors in LETTERS.items()
    }


def test_a_letter_narrows_by_kind(output: Path) -> None:
    """By the kinds that its own names have, with their numbers; where all are of one kind there is no choice."""
    text = (output / "actors/index/a.html").read_text(encoding="utf-8")

    assert dict(re.findall(r'value="([\w-]+)"> [\w ]+ <small>(\d+)<', text)) == {"person": "3", "organisation": "1"}
    assert 'value="" checked> All <small>4<' in text
    assert "<fieldset" not in (output / "actors/index/b.html").read_text(encoding="utf-8")


def test_a_shorter_index_is_one_page(pages: dict[str, Page]) -> None:
    """The same archive has one source."""
    assert not any(address.startswith("sources/index/") for address in pages)
