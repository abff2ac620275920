"""Tables in a browser: sorted by what their cells mean, by mouse and by keyboard, and whole without a script."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from pelican.plugins.chronology import archive
from playwright.sync_api import Browser, Locator, Page, expect
from reader import Reader
from sites import ROOT, SMALL, TALKS, build, small_site, told
from test_accessibility import RULES

FIXTURES = ROOT / "tests" / "fixtures"
CASES = yaml.safe_load((FIXTURES / "sorting.yaml").read_text(encoding="utf-8"))
DATES = [case["edtf"] for case in yaml.safe_load((FIXTURES / "edtf_bounds.yaml").read_text(encoding="utf-8"))]
SHIPS = (("Ship", "Masts", "Launched"), ("Dora", "2", "1911"), ("Ada", "3", "1890"), ("Cleo", "2", "1902~"))
"""A heading and three rows, of which two are alike in one column."""
WORDS = {
    "ascending": "Sorted by Masts, ascending.",
    "descending": "Sorted by Masts, descending.",
    None: "In the order of the page again.",
}


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table in Markdown; the first row is its head."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "| --- " * len(rows[0]) + "|", *lines[1:]]) + "\n"


def shuffled(cells: Sequence[str]) -> list[str]:
    mixed = list(cells)
    while mixed == list(cells):
        random.Random(len(cells)).shuffle(mixed)
        mixed = mixed if mixed != list(cells) else mixed[::-1]
    return mixed


def report(name: str, body: str, lang: str = "en") -> dict[str, str]:
    head = TALKS[: TALKS.index("evidence:")].replace("t4lk50", f"tbl-{name}")
    return {f"content/reports/2021/{name}.md": f"{head}lang: {lang}\n---\n{body}"}


@pytest.fixture(scope="module")
def tables_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report for each case, one with all dates that tests know, and one of ships."""
    files = {**SMALL, **report("ships", table(SHIPS))}
    files |= report("dates", table([("When", "No."), *((date, str(n)) for n, date in enumerate(shuffled(DATES)))]))
    for number, case in enumerate(CASES):
        rows = [("Value", "No."), *((cell, str(n)) for n, cell in enumerate(shuffled(case["cells"])))]
        files |= report(f"case-{number}", table(rows), case.get("lang", "en"))
    folder = small_site(tmp_path_factory.mktemp("tables"), files)
    result = build(folder)
    assert result.returncode == 0, told(result)
    return folder


@pytest.fixture
def root_address(tables_site: Path) -> str:
    return (tables_site / "output").as_uri() + "/"


def column(reader: Reader, number: int) -> list[str]:
    """The cells of a column, from above."""
    return reader.page.locator(f".body tbody td:nth-child({number})").all_inner_texts()


def press(button: Locator, key: str = "") -> None:
    """Sort by a heading, by mouse or by a key. What sorts is loaded at the first press, which has to be awaited."""
    button.press(key) if key else button.click()
    expect(button.page.locator("main [role=status]")).not_to_be_empty()


def heading(reader: Reader, name: str) -> Locator:
    return reader.page.get_by_role("columnheader", name=name)


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["title"] for case in CASES])
def test_a_column_is_sorted_by_what_it_means(reader: Reader, number: int) -> None:
    """Numbers by size, names by the alphabet of the report's language, dates as the chronology has them."""
    cells = CASES[number]["cells"]
    reader.open(f"reports/2021/case-{number}.html")
    assert column(reader, 1) != cells

    press(reader.page.get_by_role("button", name="Value"))
    assert column(reader, 1) == cells
    press(reader.page.get_by_role("button", name="Value"))

    full = [cell for cell in cells if cell]
    assert column(reader, 1) == full[::-1] + [""] * (len(cells) - len(full))


def test_dates_stand_as_in_the_chronology(reader: Reader) -> None:
    """Every form of date that an archive may hold comes in the order in which the plugin puts it."""
    reader.open("reports/2021/dates.html")
    first = column(reader, 1)

    press(reader.page.get_by_role("button", name="When"))

    assert column(reader, 1) == sorted(first, key=archive.moment)


@pytest.mark.parametrize("by", ["", "Enter", "Space"], ids=["mouse", "Enter", "Space"])
def test_a_heading_sorts_up_down_and_back(reader: Reader, by: str) -> None:
    """Each press says aloud what it did; rows that are alike stay as they were, whichever way the others go."""
    reader.open("reports/2021/ships.html")
    button = reader.page.get_by_role("button", name="Masts")
    seen = []

    for _ in range(3):
        press(button, by)
        sorted_ = heading(reader, "Masts").get_attribute("aria-sort")
        expect(reader.page.locator("main [role=status]")).to_have_text(WORDS[sorted_])
        expect(button).to_be_focused()
        seen.append((sorted_, column(reader, 1)))

    assert seen == [
        ("ascending", ["Dora", "Cleo", "Ada"]),
        ("descending", ["Ada", "Dora", "Cleo"]),
        (None, ["Dora", "Ada", "Cleo"]),
    ]


def test_one_column_is_sorted_at_a_time(reader: Reader) -> None:
    """Rows that are alike stand in the order of the page, not in that of the last sorting."""
    reader.open("reports/2021/ships.html")

    press(reader.page.get_by_role("button", name="Ship"))
    press(reader.page.get_by_role("button", name="Masts"))
    expect(reader.page.locator("main [role=status]")).to_have_text(WORDS["ascending"])

    assert reader.page.locator("[aria-sort]").count() == 1
    assert column(reader, 1) == ["Dora", "Cleo", "Ada"]


def test_a_table_is_whole_without_a_script(open_reader: Callable[..., Reader]) -> None:
    """It stands in the order of the page, and there is no button that would do nothing."""
    reader = open_reader(java_script_enabled=False)
    reader.open("reports/2021/ships.html")

    assert [heading(reader, name).inner_text() for name in SHIPS[0]] == list(SHIPS[0])
    assert column(reader, 1) == [row[0] for row in SHIPS[1:]]
    assert reader.page.locator("table button").count() == 0


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context()
    context.set_default_timeout(10_000)
    yield context.new_page()
    context.close()


def test_axe_finds_nothing_in_a_sorted_table(page: Page, root_address: str) -> None:
    """Headings are columns with a button in each, and stay so when they sort."""
    page.goto(f"{root_address}reports/2021/ships.html")
    press(page.get_by_role("button", name="Launched"))

    found = Axe().run(page, options={"runOnly": RULES, "resultTypes": ["violations"]})

    assert found.response["violations"] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_numbers_of_a_picture_are_sorted(page: Page, request: pytest.FixtureRequest, language: str) -> None:
    """So are the names and the numbers of those that an actor appears with; strips have no heading to press."""
    site = request.getfixturevalue("everything_site" if language == "en" else "arabic_site")
    output = (site / "output").as_uri()
    totals = page.locator(".numbers tbody td:last-child")
    counts = page.locator(".shared").first.locator("td:last-child")

    page.goto(f"{output}/index.html")
    page.locator(".numbers summary").click()
    press(page.locator(".numbers th:last-child button"))
    assert totals.count() >= 3
    assert totals.all_inner_texts() == sorted(totals.all_inner_texts(), key=lambda cell: (not cell, int(cell or 0)))
    page.goto(f"{output}/actors/strait-commission.html")
    press(page.locator(".shared th:last-child button").first, "Enter")

    assert counts.all_inner_texts() == sorted(counts.all_inner_texts(), key=int)
    assert page.locator(".shared").first.locator("button.sort").count() == 2
