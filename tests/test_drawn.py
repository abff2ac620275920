"""Built pages: every picture has a name, and its numbers are those of the table or list beside it."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from pelican.plugins.chronology.languages.calendar import ENGLISH_CALENDAR
from sites import TYPES, build, small_site, told

REPORT = """\
---
id: r{n:05d}
title: Report number {n}
date: {date}
published: {published}
event_type: talks
actors: [{actors}]
location: {{place: {place}, country: {country}}}
countries: [{country}]
summary: What report {n} says.
source: {{outlet: {outlet}, url: https://example.org/{n}, lang: en}}
{event}added: 2026-11-22
---
{body}
"""
PEOPLE = ("ada-stone", "ben-reed", "cay-moss", "dee-lake")
DATES = [
    "2019-03-01",
    "2019-03-04",
    "2019-03~",
    "2019",
    "2020-01-30/2020-02-02",
    "2021-06-09",
    "2021-06-10",
    "2022-12-24",
    "2022-02-28",
]
DATES += ["2022-02", "2022-05-01?", "2016-07-07"]
WHERE = [("Bamako", "ML"), ("Gao", "ML"), ("Bamako", "ML"), ("Nowhere Hill", "ML"), ("Niamey", "NE"), ("Rome", "IT")]
KNOWN = "---\nname: Storm over the lake\ndate: {date}\nevent_type: talks\nactors: [ada-stone]\n---\n"


def archive(dates: list[str]) -> dict[str, str]:
    """Reports of these dates, with changing actors and places; the first two tell of one event, and differ."""
    files = {"content/vocabulary/event_types.yaml": TYPES, "content/events/storm.md": KNOWN.format(date=dates[0])}
    for name in PEOPLE:
        files[f"content/actors/{name}.md"] = f"---\nname: {name.replace('-', ' ').title()}\nkind: person\n---\n"
    for n, date in enumerate(dates):
        place, country = WHERE[n % len(WHERE)]
        claims = f'claims: [{{what: killed, value: "{n + 3}", attributed_to: The mayor}}]\n'
        files[f"content/reports/{n:05d}.md"] = REPORT.format(
            n=n,
            date=date,
            published=f"20{18 + n % 6}-08-{n % 27 + 1:02d}",
            actors=", ".join(("{id: ada-stone, role: primary}", *PEOPLE[1 : n % 4 + 1])),
            place=place,
            country=country,
            outlet=("Lake Gazette", "Hill Radio")[n % 2],
            event=f"event: storm\n{claims}" if n < 2 else "",
            body=f"Ada Stone spoke in {place}. {3 + n} people were killed, said the mayor.",
        )
    return files


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twelve reports from seven years, so that bars are months."""
    site = small_site(tmp_path_factory.mktemp("pictures"), archive(DATES))
    assert (result := build(site)).returncode == 0, told(result)
    return site / "output"


@pytest.fixture(scope="module")
def long_ago(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with one report of 1791: bars are years, or tens of years."""
    site = small_site(tmp_path_factory.mktemp("pictures"), archive([*DATES, "1791"]))
    assert (result := build(site)).returncode == 0, told(result)
    return site / "output"


def html(path: Path) -> ET.Element:
    """The main part of a page. The theme writes its elements so that XML can read them."""
    text = path.read_text("utf-8")
    main = re.search(r"<main.*?</main>", text, re.S)
    assert main
    text = re.sub(r"<(input|br|img)([^>]*?)/?>", r"<\1\2/>", main[0]).replace("&nbsp;", " ")
    return ET.fromstring(re.sub(r"\s(checked|hidden|open)(?=[\s/>])", r' \1=""', text))


def numbers_in_titles(svg: ET.Element) -> dict[str, int]:
    """What a picture says of each of its marks: "March 2019: 3 events" -> March 2019, 3."""
    found = {}
    for title in svg.iter("title"):
        name, _, rest = (title.text or "").rpartition(": ")
        number = re.match(r"[\d,]+", rest)
        assert number, title.text
        found[name] = int(number[0].replace(",", ""))
    return found


def text(element: ET.Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def cells(table: ET.Element) -> list[list[str]]:
    return [[text(cell) for cell in row] for row in table.iter("tr")]


def by_class(page: ET.Element, name: str) -> list[ET.Element]:
    return [element for element in page.iter() if name in (element.get("class") or "").split()]


PAGES = ("index", "chronology/index", "actors/ada-stone", "types/talks", "countries/ml", "sources/lake-gazette")
MONTHS = ENGLISH_CALENDAR.headings


@pytest.mark.parametrize("address", PAGES)
def test_months_are_those_of_the_table(built: Path, address: str) -> None:
    """Each bar of a month has its cell, and no cell with a number is without its bar."""
    figure = by_class(html(built / f"{address}.html"), "picture")[-1]
    head, *rows = cells(next(figure.iter("table")))
    drawn = numbers_in_titles(figure)

    listed = {}
    for row in rows:
        for column, value in enumerate(row[2:14]):
            if value:
                listed[f"{MONTHS[column]} {row[0]}"] = int(value)
        if row[1]:
            listed[f"{row[0]}, month not known"] = int(row[1])
        assert sum(int(value or 0) for value in row[1:14]) == int(row[14])
    assert len(head) >= 15
    assert len(drawn) > 2
    assert drawn == listed


@pytest.mark.parametrize("address", ["index", "chronology/index", "actors/ada-stone"])
def test_years_are_those_of_the_table(long_ago: Path, address: str) -> None:
    """A longer time is drawn by tens of years, and the table says the same."""
    figure = by_class(html(long_ago / f"{address}.html"), "picture")[-1]
    _, *rows = cells(next(figure.iter("table")))

    assert numbers_in_titles(figure) == {row[0]: int(row[1]) for row in rows}
    assert rows[0][0] == "1790 to 1799"


def test_the_height_of_a_bar_is_its_number(built: Path) -> None:
    """The tallest bar has the largest number, and the others are as much lower as theirs is less."""
    svg = by_class(html(built / "index.html"), "histogram")[0]
    heights = {}
    for link in svg.iter("a"):
        title = next(link.iter("title")).text or ""
        paths = [p.get("d") or "" for p in link.iter("path") if p.get("class") != "hit"]
        number = int(re.search(r": (\d+)", title)[1])  # type: ignore[index]
        heights[title] = (number, sum(_tall(d) for d in paths))
    peak = max(number for number, _ in heights.values())

    assert peak > 1
    for number, height in heights.values():
        assert abs(height - 100 * number / peak) <= 1


def _tall(path: str) -> int:
    y, end = re.match(r"M\d+ (\d+)h3(V100|v\d+)", path).groups()  # type: ignore[union-attr]
    return 100 - int(y) if end == "V100" else int(end[1:])


def test_what_a_date_leaves_open_is_striped(built: Path) -> None:
    """About March, a doubtful day, an interval over two months: drawn with stripes and counted in words."""
    page = html(built / "index.html")
    striped = [p for p in page.iter("path") if p.get("fill") == "url(#_unsure)"]

    assert len(striped) == 3
    assert "Striped: 3 " in text(by_class(page, "picture")[0])


def test_a_year_counts_its_months(built: Path) -> None:
    """On the page of a year the bars, the way to the months and the entries themselves agree."""
    page = html(built / "chronology" / "2019.html")
    drawn = numbers_in_titles(by_class(page, "histogram")[0])
    named = {
        text(link).rpartition(" ")[0]: int(text(link).rpartition(" ")[2])
        for link in by_class(page, "jump")[0].iter("a")
    }
    listed = {
        text(next(section.iter("h2"))): sum(1 for ol in section.iter("ol") for _ in ol)
        for section in page.iter("section")
    }

    assert drawn == {"2019, month not known": 1, "March 2019": 2}
    assert named == {"The year": 1, "March": 2}
    assert list(named.values()) == list(listed.values())


def test_strips_are_those_of_their_rows(built: Path) -> None:
    """With whom an actor appears: the years of a strip add up to the number beside it, a stroke for each."""
    for address in ("actors/ada-stone", "countries/ml", "sources/hill-radio"):
        tables = by_class(html(built / f"{address}.html"), "shared")
        assert tables
        for row in (row for table in tables for body in table.iter("tbody") for row in body):
            svg = next(row.iter("svg"))
            times = [int(n) for n in re.findall(r": (\d+)", svg.get("aria-label") or "")]
            assert sum(times) == int(text(list(row)[-1]))
            assert len(re.findall("M", next(svg.iter("path")).get("d") or "")) == len(times)


def test_the_world_is_that_of_the_list(built: Path) -> None:
    """Each country on the map has the number of the list below it, and a shade that its legend explains."""
    page = html(built / "countries" / "index.html")
    svg = by_class(page, "world")[0]
    listed = {text(next(item.iter("a"))): int(text(list(item)[-1])) for item in by_class(page, "letters")[0].iter("li")}

    assert numbers_in_titles(svg) == listed == {"Mali": 8, "Niger": 2, "Italy": 2}
    for link in svg.iter("a"):
        shade = re.search(r"#(\w+)", link.get("fill") or "")
        assert shade
        assert [p for p in svg.iter("pattern") if p.get("id") == shade[1]]


def test_places_on_the_map_are_those_of_the_list(built: Path) -> None:
    """A place has the same number on the map and beside it; one without coordinates is in the list alone."""
    page = html(built / "countries" / "ml.html")
    drawn = numbers_in_titles(by_class(page, "neighbourhood")[0])
    items = by_class(page, "places")[0].iter("li")
    listed = {text(item): int(text(list(item)[-1])) for item in items}

    assert drawn == {"Bamako": 3, "Gao": 1}
    assert {f"{name} {number}": number for name, number in drawn.items()} | {
        "Nowhere Hill not on the map 2": 2
    } == listed


def test_reports_that_differ_stand_side_by_side(built: Path) -> None:
    """Two reports of one event give other days and other numbers: each answer names who gives it."""
    page = html(built / "events" / "storm.html")
    aspects = by_class(page, "aspects")[0]
    told_of = {text(group.find("dt")).removesuffix(" They differ"): group for group in aspects}  # type: ignore[arg-type]

    assert list(told_of) == ["Date", "Place", "killed"]
    assert text(told_of["Date"]) == (
        "Date They differ 1 March 2019 so dated in this archive Lake Gazette, 1 August 2018"
        " 4 March 2019 Hill Radio, 2 August 2019"
    )
    assert "3 Lake Gazette, 1 August 2018 according to The mayor" in text(told_of["killed"])
    assert "4 Hill Radio, 2 August 2019 according to The mayor" in text(told_of["killed"])


def test_what_is_told_less_exactly_does_not_differ(tmp_path: Path) -> None:
    """A day and its month, a town and its country: both stand there, and nobody is said to be wrong."""
    files = archive(["2019-03-01", "2019-03"])
    second = "content/reports/00001.md"
    vague = files[second].replace("place: Gao, ", "")
    assert vague != files[second]
    site = small_site(tmp_path, files | {second: vague})
    assert (result := build(site)).returncode == 0, told(result)

    aspects = by_class(html(site / "output" / "events" / "storm.html"), "aspects")[0]
    answers = {text(group.find("dt")): len(group.findall("dd")) for group in aspects}  # type: ignore[arg-type]

    assert answers == {"Date": 2, "Place": 2, "killed They differ": 2}


def test_a_day_of_the_year_has_what_is_known_to_the_day(built: Path) -> None:
    """The page of days names each day with an event, and no event that is known less well."""
    page = html(built / "chronology" / "days.html")
    days = [text(heading) for heading in page.iter("h3")]

    assert days == ["28 February", "1 March", "9 June", "10 June", "7 July", "24 December"]


def test_every_picture_has_a_name(built: Path) -> None:
    """An image says what it shows, in a label or by its caption; what is decoration is hidden. Marks have titles."""
    seen = set()
    for path in sorted(built.rglob("*.html")):
        page = html(path)
        ids = {element.get("id"): element for element in page.iter() if element.get("id")}
        inner = {id(svg) for outer in page.iter("svg") for svg in outer.iter("svg") if svg is not outer}
        for svg in (svg for svg in page.iter("svg") if id(svg) not in inner):
            name = svg.get("aria-label") or text(ids[svg.get("aria-labelledby")]) if svg.get("role") else ""
            assert name or svg.get("aria-hidden") == "true", path
            assert (svg.get("role") in ("img", "group")) or svg.get("aria-hidden") == "true", path
            assert all(next(link.iter("title"), None) is not None or text(link) for link in svg.iter("a")), path
            seen.add(svg.get("class"))

    assert {"histogram", "strip", "world", "neighbourhood"} <= seen
