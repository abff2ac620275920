"""Citations: each format as its readers take it, whatever a headline holds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import bibtexparser
import mwparserfromhell
import pytest
import rispy
import yaml
from bibtexparser.bparser import BibTexParser
from hypothesis import given
from hypothesis import strategies as st
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.citations import CODE, PROSE, Cited, bibtex, cited, csl, plain, ris, wikipedia
from pelican.plugins.chronology.model import Report, Source

FIXTURES = Path(__file__).parent / "fixtures"
CASES = yaml.load((FIXTURES / "citations.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
DATES = yaml.load((FIXTURES / "citation_dates.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)


def work(given: dict[str, Any], page: str = "") -> Cited:
    """The report of a case, cited."""
    header = {**given, "source": Source(**given.get("source", {}))}
    report = Report(**{"id": "t4lk50", "path": "reports/2021/t.md", "title": "T", "event_type": "talks", **header})
    return cited(report, "Lake Archive", page)


def starred(words: Any) -> str:
    return "".join(f"*{one.text}*" if one.italic else one.text for one in words)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_report_is_cited(case: dict[str, Any]) -> None:
    """Each format gives what the case names for it."""
    given = work(case["report"], case.get("page", ""))
    made = {name: starred(form(given)) for name, form in PROSE} | {name: form(given) for name, form in CODE}

    wanted = {name: text for name, text in case.items() if name in made}
    assert wanted
    assert {name: made[name].rstrip() for name in wanted} == {name: text.rstrip() for name, text in wanted.items()}


@pytest.mark.parametrize("row", DATES, ids=[row[0] for row in DATES])
def test_a_date_keeps_its_doubt(row: list[str]) -> None:
    """Each format says of a date what is known, and no more."""
    date, chicago_says, mla_says, bibtex_says, ris_says, csl_says, wikipedia_says = row
    given = work({"published": date, "source": {"outlet": "O", "title": "T"}})
    prose = {name: plain(form(given)) for name, form in PROSE}
    fields = dict(re.findall(r"(\w+) = \{?(.*?)\}?,\n", bibtex(given)))
    taken = re.search(r"\|date=([^|]*) \|", wikipedia(given))

    assert prose["Chicago"] == f"“T.” O, {chicago_says}. Lake Archive, t4lk50."
    assert prose["MLA"] == f"“T.” O, {mla_says}. Lake Archive, t4lk50."
    assert " ".join(filter(None, [fields.get("month"), fields["date"]])) == bibtex_says
    assert dict(re.findall(r"(\w\w)  - (.*)", ris(given)))["DA"] == ris_says
    assert json.loads(csl(given))[0]["issued"] == json.loads(csl_says)
    assert taken
    assert taken[1] == wikipedia_says


TEXT = st.text(st.sampled_from("aB 1é‘“中م|{}[]<>=&;#'\"\\$%_~^-:/,.\n\r\t\u2028\x07\x85"), min_size=1, max_size=30)
TEXT |= st.text(min_size=1, max_size=20)
DAYS = st.sampled_from([row[0] for row in DATES])


@st.composite
def works(draw: st.DrawFn) -> Cited:
    """A report whose header holds anything."""
    source = Source(
        outlet=draw(TEXT | st.just("")),
        title=draw(TEXT),
        author=draw(TEXT | st.just("")),
        agency=draw(TEXT | st.just("")),
        url=draw(st.just("") | TEXT.map("https://example.org/{}".format)),
        archive_url=draw(st.just("") | TEXT.map("https://web.archive.org/web/20210611/{}".format)),
    )
    report = Report(
        id="t4lk50",
        path="reports/2021/t.md",
        title=draw(TEXT),
        event_type="talks",
        source=source,
        published=draw(st.none() | DAYS),
    )
    return cited(report, draw(TEXT), draw(st.just("") | st.just("https://archive.example/id/t4lk50.html")))


UNTEX = {r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
UNTEX |= {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^", **{f"\\{sign}": sign for sign in "#$%&_"}}
COMMAND = re.compile("|".join(re.escape(command) for command in UNTEX))


def untex(value: str) -> str:
    """What TeX shows for a value."""
    return COMMAND.sub(lambda command: UNTEX[command[0]], value)


@given(works())
def test_bibtex_is_read_back(given: Cited) -> None:
    """A parser of BibTeX finds one entry with the values that went in."""
    parser = BibTexParser(common_strings=True)
    parser.ignore_nonstandard_types = False
    entries = bibtexparser.loads(bibtex(given), parser).entries

    assert len(entries) == 1
    entry = entries[0]
    assert entry["ID"] == "t4lk50"
    assert untex(entry["title"].removeprefix("{").removesuffix("}")) == given.title
    assert untex(entry.get("journal", "")) == given.outlet
    assert entry.get("url", "") == given.address
    assert not given.published or edtf.bounds(entry["date"]) == edtf.bounds(given.published)


@given(works())
def test_ris_is_read_back(given: Cited) -> None:
    """A parser of RIS finds one record with the values that went in, each on a line of its own."""
    text = ris(given)
    records = rispy.loads(text)

    assert re.fullmatch(r"(?:[A-Z][A-Z0-9]  - [^\n]*\n)+", text)
    assert len(records) == 1
    assert records[0].get("title", records[0].get("primary_title", "")) == given.title
    assert records[0].get("secondary_title", "") == given.outlet
    assert records[0].get("authors", []) == list(given.authors or filter(None, [given.agency]))
    assert records[0].get("urls", [""])[0] == given.address.replace(";", "%3B")


@given(works())
def test_csl_json_is_read_back(given: Cited) -> None:
    """The JSON is one item with the values that went in, and nothing empty."""
    (item,) = json.loads(csl(given))

    assert item.get("title", "") == given.title
    assert item.get("container-title", "") == given.outlet
    assert [name["literal"] for name in item.get("author", [])] == list(given.authors or filter(None, [given.agency]))
    assert all(item.values())


def shown(value: str) -> str:
    """What a reader of Wikipedia sees of a value."""
    return re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), value).rstrip()


@given(works())
def test_a_template_of_wikipedia_is_read_back(given: Cited) -> None:
    """A parser of wikitext finds one template, nothing else, and the values that went in."""
    code = mwparserfromhell.parse(wikipedia(given))

    assert len(code.nodes) == 1
    template = code.nodes[0]
    assert template.name.matches("cite news")
    values = {str(p.name): shown(str(p.value)) for p in template.params}
    assert values.get("title", "") == given.title
    assert values.get("work", "") == given.outlet
    assert values.get("url", "") == given.address.replace("'", "%27")
    assert not [
        p
        for p in template.params
        for node in p.value.nodes
        if "link" in type(node).__name__.lower() and str(p.name) not in ("url", "archive-url")
    ]


@given(works())
def test_prose_holds_on_one_line(given: Cited) -> None:
    """The citations for people are one line that ends in the page's place and a full stop."""
    for _, form in PROSE:
        said = plain(form(given))

        assert said.endswith((f"{given.place}.", f"{given.place.removeprefix('https://')}."))
        assert said.splitlines() == [said]
