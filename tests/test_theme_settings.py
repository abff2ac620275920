"""What a site's settings change on its pages: names, pictures, links, colours, templates, and where it is mended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from crawl import Page, read_site
from pelican.plugins.chronology import colours
from pelican.plugins.chronology.settings import read_settings
from sites import SMALL, build, small_site, told

FORGES = yaml.safe_load((Path(__file__).parent / "fixtures" / "forges.yaml").read_text(encoding="utf-8"))

SETTINGS = """
SITENAME = "Lake & Sea"
SITESUBTITLE = "What happened by the water"
SITELOGO = "images/logo.svg"
FAVICON = "images/icon.png"
MENUITEMS = (("Code", "https://example.org/code"), ("Help", "pages/help.html"))
LINKS = (("Friends", "https://example.org/friends"),)
SOCIAL = (("Fediverse", "https://social.example/@lake"),)
CHRONOLOGY_REPOSITORY = "https://github.com/lake/archive"
CHRONOLOGY_COLOURS = {"accent": ("#22577a", "#8ecae6"), "paper": "oklch(98% 0.01 90)"}
THEME_TEMPLATES_OVERRIDES = ["overrides"]
STATIC_PATHS = ["images"]
"""
FILES = {
    **SMALL,
    "content/pages/help.md": "Title: Help\n\nAsk.\n",
    "content/images/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "content/images/icon.png": b"\x89PNG\r\n\x1a\n",
    "overrides/year.html": '{% extends "!theme/year.html" %}{% block content %}<p>Ours.</p>{{ super() }}{% endblock %}',
}


@pytest.fixture(scope="module")
def lake(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with every setting that the theme knows."""
    site = small_site(tmp_path_factory.mktemp("lake"), FILES, SETTINGS)
    assert (result := build(site)).returncode == 0, told(result)
    return site / "output"


@pytest.fixture(scope="module")
def pages(lake: Path) -> dict[str, Page]:
    return read_site(lake)


def test_names_and_pictures_stand_on_every_page(lake: Path, pages: dict[str, Page]) -> None:
    """The site's name, its logo and its icon, each by the way that leads there from the page."""
    for address, page in pages.items():
        if address.startswith("id/"):
            continue
        text = (lake / address).read_text("utf-8")

        assert "Lake &amp; Sea" in text
        assert "What happened by the water" in text
        assert page.leads_to("images/logo.svg"), address
        assert page.leads_to("images/icon.png"), address


def test_links_of_the_settings_stand_in_menu_and_foot(lake: Path, pages: dict[str, Page]) -> None:
    """MENUITEMS, LINKS and SOCIAL lead where they say; what leaves the site is marked so."""
    page = pages["reports/2021/envoys-meet.html"]
    outward = {link.address: link.rel for link in page.links if link.leaves and link.tag == "a"}

    assert page.leads_to("pages/help.html")
    for address in ("https://example.org/code", "https://example.org/friends", "https://social.example/@lake"):
        assert "external" in outward[address]


def test_colours_of_the_settings_are_a_sheet_of_their_own(lake: Path, pages: dict[str, Page]) -> None:
    """Every page loads it behind the theme's, and it says nothing but the colours."""
    sheet = (lake / "theme" / "css" / "colours.css").read_text("utf-8")

    assert sheet == (
        "@media screen {\n  :root {\n    --accent: #22577a;\n    --paper: oklch(98% 0.01 90);\n  }\n}\n\n"
        "@media screen and (prefers-color-scheme: dark) {\n  :root {\n"
        "    --accent: #8ecae6;\n    --paper: oklch(98% 0.01 90);\n  }\n}\n"
    )
    for page in pages.values():
        sheets = [target for link, target, _ in page.targets() if "stylesheet" in link.rel]
        assert sheets == ["theme/css/site.css", "theme/css/colours.css"]


def test_a_template_can_be_replaced(lake: Path) -> None:
    """A template of THEME_TEMPLATES_OVERRIDES goes before the theme's, and may build on it."""
    text = (lake / "chronology" / "2021.html").read_text("utf-8")

    assert "<p>Ours.</p>" in text
    assert "Two envoys met by the lake." in text


def test_a_record_leads_to_where_it_is_mended(pages: dict[str, Page]) -> None:
    """The page of a report and of an actor lead to their file, its history and a new issue; indexes do not."""
    root = "https://github.com/lake/archive/"
    for address, path in (
        ("reports/2021/envoys-meet.html", "content/reports/2021/envoys-meet.md"),
        ("actors/ada-stone.html", "content/actors/ada-stone.md"),
    ):
        found = {link.address for link in pages[address].links}

        assert {f"{root}edit/main/{path}", f"{root}commits/main/{path}"} <= found
        assert [a for a in found if a.startswith(f"{root}issues/new?template=correction.yml&")]
    report = {link.address for link in pages["reports/2021/envoys-meet.html"].links}
    assert [a for a in report if a.startswith(f"{root}issues/new?template=broken-link.yml&")]
    assert not [link for link in pages["actors/index.html"].links if link.address.startswith(root)]


@pytest.mark.parametrize("case", FORGES, ids=[case["repository"] for case in FORGES])
def test_each_forge_has_its_own_addresses(case: dict[str, Any], tmp_path: Path) -> None:
    """The three links of a page, as its repository's host wants them."""
    given = {f"CHRONOLOGY_{name.upper()}": case[name] for name in ("repository", "branch", "forge") if name in case}
    chosen, problems = read_settings({"PATH": "content", **given}, tmp_path)

    assert problems == []
    assert chosen.repository
    upkeep = chosen.repository.upkeep("reports/2021/envoys-meet.md", "t4lk50", "Envoys & co.")
    assert upkeep.edit == case["edit"]
    assert upkeep.history == case["history"]
    assert upkeep.problem == case.get("problem", upkeep.problem)


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("CHRONOLOGY_REPOSITORY", "git@github.com:lake/archive", "expected an address of the web"),
        ("CHRONOLOGY_REPOSITORY", "https://git.lake.example/archive", "expected one of github, gitlab, forgejo"),
        ("CHRONOLOGY_COLOURS", "red", "expected a dictionary"),
        ("CHRONOLOGY_COLOURS", {"acent": "red"}, 'did you mean "accent"?'),
        ("CHRONOLOGY_COLOURS", {"accent": "red;} body{display:none"}, "expected a colour of CSS"),
        ("CHRONOLOGY_COLOURS", {"accent": "url(https://example.org/x)"}, "expected a colour of CSS"),
        ("CHRONOLOGY_COLOURS", {"accent": ("red", "blue", "green")}, "expected a colour of CSS"),
    ],
)
def test_a_wrong_setting_is_told(name: str, value: object, says: str, tmp_path: Path) -> None:
    """With what was found and what is expected; and nothing of it reaches a page."""
    chosen, problems = read_settings({name: value}, tmp_path)

    assert [says in str(problem) for problem in problems] == [True]
    assert not chosen.repository
    assert not chosen.colours


def test_the_names_of_colours_are_those_of_the_sheet(root: Path) -> None:
    """Each colour of the setting is a property at the head of the theme's sheet."""
    head = (root / "theme" / "static" / "css" / "site.css").read_text("utf-8").partition("/* Ground */")[0]

    assert [name for name in colours.NAMES if f"--{name}: #" not in head] == []


# --------------------------------------------------------------------------------------
# A hosted archive.


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Page]:
    """The site of one report and of a page by hand, with a public address."""
    files = {**SMALL, "content/pages/help.md": "Title: Help & more\nSlug: help\nDescription: How to ask.\n\nAsk.\n"}
    site = small_site(
        tmp_path_factory.mktemp("hosted"),
        files,
        'SITEURL = "https://example.org/a"\nSITENAME, SITESUBTITLE = "Lake", ""\n',
    )
    assert (result := build(site)).returncode == 0, told(result)
    return read_site(site / "output")


def shared(page: Page) -> dict[str, str]:
    """What a page says of itself to those who show a link to it."""
    metas = [given for tag, given in page.elements if tag == "meta" and "content" in given]
    return {given.get("property") or given.get("name", ""): given["content"] for given in metas}


@pytest.mark.parametrize(
    ("address", "says"),
    [
        (
            "reports/2021/envoys-meet.html",
            {
                "og:title": "Envoys meet by the lake",
                "og:description": "Two envoys met by the lake.",
                "og:type": "article",
                "article:published_time": "2021-06-10",
            },
        ),
        ("actors/ada-stone.html", {"og:title": "Ada Stone", "og:description": "An envoy.", "og:type": "website"}),
        ("actors/ben-reed.html", {"og:title": "Ben Reed", "og:description": "Ben Reed in 1 report"}),
        ("index.html", {"og:title": "Lake", "og:description": "A chronology of 1 report"}),
        ("pages/help.html", {"og:title": "Help & more", "og:description": "How to ask."}),
    ],
)
def test_a_shared_link_says_what_it_leads_to(hosted: dict[str, Page], address: str, says: dict[str, str]) -> None:
    """By Open Graph and by the description, under the public address."""
    found = shared(hosted[address])

    assert {name: found.get(name) for name in says} == says
    assert found["og:url"] == f"https://example.org/a/{address}"
    assert found["og:site_name"] == "Lake"
    assert found["description"] == found["og:description"]


def test_only_the_day_of_publication_is_given_to_programs(hosted: dict[str, Page]) -> None:
    """No other kind of page was published on a day."""
    dated = [address for address, page in hosted.items() if "article:published_time" in shared(page)]

    assert dated == ["reports/2021/envoys-meet.html"]


def test_every_kind_of_page_has_a_description(hosted: dict[str, Page]) -> None:
    """But for the search, the page that is not found, and what only leads on."""
    without = [
        address
        for address, page in hosted.items()
        if "description" not in shared(page) and not address.startswith("id/") and not address.startswith("types/")
    ]

    assert without == ["404.html", "search.html"]


def test_a_site_without_an_address_has_nothing_to_share(pages: dict[str, Page]) -> None:
    """Read from disk, a page has no address that others could open."""
    assert not any(name.startswith("og:") for page in pages.values() for name in shared(page))
