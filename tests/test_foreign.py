"""Pages of another archive, brought in by a mapping: what they become, and what is told of the rest."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.plugins.chronology.foreign import Brought, NewActors, bring, read_mapping
from pelican.plugins.chronology.model import Actor, Report
from pelican.plugins.chronology.problems import Problem
from pelican.plugins.chronology.vocabulary import Vocabulary
from sites import SMALL, build, chronology, small_site, told, tree

FIXTURES = Path(__file__).parent / "fixtures"
CASES: list[dict[str, Any]] = yaml.load((FIXTURES / "foreign.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
MAPPING = """\
fields:
  title: title
  date: date
  summary: summary
  actors: actors
  event_type: tags
  source.title: sources.title
  source.outlet: sources.outlet
  source.url: sources.url
  body: summary
values:
  event_type: {marches: protest, arrests: arrest}
defaults: {actor_kind: organisation}
ignore: [id]
"""


def flat(report: Report) -> dict[str, Any]:
    """What the cases speak of."""
    where = report.locations[0] if report.locations else None
    return {
        "title": report.title,
        "date": report.date,
        "published": report.published,
        "event_type": report.event_type,
        "actors": [{"id": role.id, "role": role.role} for role in report.actors],
        "countries": list(report.countries),
        "place": where and where.place,
        "country": where and where.country,
        "summary": report.summary,
        "outlet": report.source.outlet,
        "source_title": report.source.title,
        "url": report.source.url,
        "rights": report.rights,
        "confidence": report.confidence,
        "path": report.path,
        "body": report.body,
    }


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_a_page_of_another_archive(case: dict[str, Any]) -> None:
    """Each value goes where the mapping says, and what is not understood is told with its line."""
    mapping, problems = read_mapping(case["mapping"], "mapping.yaml")
    assert mapping is not None, problems
    actors = NewActors.beside([Actor("ada-stone", "Ada Stone", "person", aliases=("Envoy Stone",))])

    brought = bring(case["page"], "theirs/page.md", mapping, Vocabulary.of(), actors, "2026-11-22")

    assert isinstance(brought, Brought), brought
    wanted = {key: None if value == "null" else value for key, value in case["becomes"].items()}
    assert {key: flat(brought.report)[key] for key in wanted} == wanted
    assert [f"{unread.line}: {unread.what}" for unread in brought.unread] == case["unread"]
    assert {actor.name: actor.kind for actor in actors.made.values()} == case["actors"]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("fields: {title: title\n", 1, "not valid YAML"),
        ("fields:\n  titel: title\n", 2, '"titel" is nothing that a report has'),
        ("fields: {date: date}\n", 1, "nothing says where the title stands"),
        ("fields: {title: title}\nkinds: {NATO: club}\n", 2, '"club", which is not known'),
        ("fields: {title: title}\ndefaults: {colour: red}\n", 2, '"colour" is nothing that a report has'),
    ],
)
def test_a_mapping_that_says_nothing_of_use(text: str, line: int, words: str) -> None:
    """What is wrong with a mapping is told with its line, before a single page is read."""
    mapping, problems = read_mapping(text, "mapping.yaml")

    assert mapping is None
    assert any(problem.line == line and words in problem.message for problem in problems), problems


def test_a_page_without_a_title_is_told(tmp_path: Path) -> None:
    """It is not brought in, and the others are."""
    mapping, _ = read_mapping("fields: {title: headline}", "mapping.yaml")
    assert mapping is not None

    made = bring("---\ntitle: x\n---\n", "theirs/a.md", mapping, Vocabulary.of(), NewActors.beside([]), "2026-11-22")

    assert isinstance(made, Problem)
    assert "headline" in made.message


def theirs(count: int) -> dict[str, str]:
    """An archive of another project: one file for each event, all values plain strings."""
    words = {0: "marches", 1: "arrests", 2: "talks", 3: "budget"}
    return {
        f"theirs/{2000 + n % 20}/{n:04d}.md": f"""\
---
id: {2000 + n % 20}-01-01--event-{n}
title: "Event {n}: what came of it"
date: {2000 + n % 20}-{n % 12 + 1:02d}-{n % 28 + 1:02d}
summary: The gist of event {n}.
actors:
  - Office {n % 37}
  - Bureau of {"Ports" if n % 2 else "Roads"}
tags: [{words[n % 4]}]
importance: {n % 10}
sources:
  - {{title: "Paper {n}", outlet: "Outlet {n % 9}", url: "https://example.org/{n}"}}
  - {{title: "Second paper {n}", outlet: "Outlet {n % 7}", url: "https://example.org/{n}/2"}}
---
Event {n} took place. Nobody had asked for it.
"""
        for n in range(count)
    }


def test_two_thousand_pages_of_another_archive(tmp_path: Path) -> None:
    """All come in, nothing is lost in silence, the archive has no errors, and a second call brings in nothing."""
    site = small_site(tmp_path / "site", {**SMALL, **theirs(2000), "mapping.yaml": MAPPING})
    (site / "content" / "vocabulary" / "event_types.yaml").unlink()

    first = chronology(site, "import", "theirs", "--mapping", "mapping.yaml")

    assert first.returncode == 0, told(first)
    assert "2000 pages brought in, 0 there already, 39 new actors" in first.stderr
    assert 'the key "importance" is in no mapping, on 2,000 pages' in first.stderr
    assert 'event_type: "budget" is no type of event, on 500 pages' in first.stderr
    checked = chronology(site, "check", "--format", "json")
    levels = [problem["level"] for problem in json.loads(checked.stdout)]
    assert checked.returncode == 0, told(checked)
    assert "error" not in levels
    before = tree(site / "content")
    second = chronology(site, "import", "theirs", "--mapping", "mapping.yaml")
    assert "0 pages brought in, 2000 there already, 0 new actors" in second.stderr
    assert tree(site / "content") == before


def test_what_was_brought_in_is_a_site(tmp_path: Path) -> None:
    """The pages build, with their actors, and a further source is a link."""
    site = small_site(tmp_path / "site", {**SMALL, **theirs(40), "mapping.yaml": MAPPING})
    (site / "content" / "vocabulary" / "event_types.yaml").unlink()
    assert chronology(site, "import", "theirs", "--mapping", "mapping.yaml").returncode == 0

    result = build(site)

    assert result.returncode == 0, told(result)
    page = (site / "output/reports/2007/event-7-what-came-of-it.html").read_text(encoding="utf-8")
    assert 'href="https://example.org/7/2"' in page
    assert re.search(r'href="\.\./\.\./actors/bureau-of-ports\.html"', page)


def test_a_dry_run_writes_nothing(tmp_path: Path) -> None:
    """It tells what would come in and what was not understood."""
    site = small_site(tmp_path / "site", {**SMALL, **theirs(3), "mapping.yaml": MAPPING})
    before = tree(site)

    result = chronology(site, "import", "theirs", "--mapping", "mapping.yaml", "--dry-run")

    assert "3 pages would be brought in" in result.stderr
    assert tree(site) == before
