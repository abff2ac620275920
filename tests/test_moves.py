"""Ids that become others: every reference follows, nothing else changes, and old addresses lead on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.plugins.chronology import header, pagefile, rewriting
from pelican.plugins.chronology.authorship import PARTS, digest
from pelican.plugins.chronology.merging import merged
from pelican.plugins.chronology.model import SeedRef
from pelican.plugins.chronology.pagetext import dump_report
from pelican.plugins.chronology.repointing import repointed
from sites import SMALL, build, chronology, small_site, told, tree

FIXTURES = Path(__file__).parent / "fixtures"
CASES: list[dict[str, Any]] = yaml.load((FIXTURES / "moves.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)

STAYS = """\
---
name: Ada Stone
kind: person
country: CH   # by birth
aliases: [A. Stone]
exists: 1960/..
same_as: [wikidata:Q1]
relations: [{type: deputy_of, to: the-envoy}]
---
An envoy.
"""
GOES = """\
---
name: The Envoy
kind: person
country: FR
aliases: [A. Stone, the lake envoy]
offices: [{title: Envoy, from: 2019}]
same_as: wikidata:Q2
formerly: [lake-envoy]
---
She spoke at the lake.
"""
FILES = {
    **SMALL,
    "content/actors/the-envoy.md": GOES,
    "content/actors/ada-stone.md": STAYS,
    "content/reports/2021/envoy-speaks.md": (
        "---\nid: env0y1\ntitle: The Envoy speaks\ndate: 2021-06-10\nevent_type: talks\n"
        "actors: [{id: the-envoy, role: primary}]  # she alone\n---\nThe Envoy spoke.\n"
    ),
}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["title"])
def test_references_follow_an_id(case: dict[str, Any]) -> None:
    """In the header and in links of the body, and nowhere else."""
    assert repointed(case["before"], case["page"], case["kind"], case["old"], case["new"]) == case["after"]


def test_two_records_become_one() -> None:
    """Lists are joined, the name is an alias, the old ids are kept, and what is said otherwise is told."""
    made = merged(STAYS, GOES, "actor", ("ada-stone", "the-envoy"))

    values = header.plain(header.parse(header.split(made.text).header or ""))
    assert values["name"] == "Ada Stone"
    assert values["aliases"] == ["A. Stone", "the lake envoy", "The Envoy"]
    assert values["offices"] == [{"title": "Envoy", "from": "2019"}]
    assert values["same_as"] == ["wikidata:Q1", "wikidata:Q2"]
    assert values["formerly"] == ["lake-envoy", "the-envoy"]
    assert "relations" not in values, "nobody is her own deputy"
    assert "# by birth" in made.text
    assert header.split(made.text).body == "An envoy.\n\nShe spoke at the lake.\n"
    assert made.dropped == ("country: FR",)


def test_what_the_machine_wrote_stays_the_machines(tmp_path: Path) -> None:
    """A renamed actor is no correction: the page goes on to follow the annotator."""
    site = small_site(tmp_path / "site", {**SMALL, "seeds/a.txt": "Ada Stone met Ben Reed in Geneva on 9 June 2021.\n"})
    assert chronology(site, "ingest").returncode == 0
    path = next(p for p in (site / "content/reports").rglob("*.md") if "seed:" in p.read_text(encoding="utf-8"))

    result = chronology(site, "rename", "actor", "ada-stone", "ada-of-the-lake")

    assert result.returncode == 0, told(result)
    text = path.read_text(encoding="utf-8")
    assert "ada-of-the-lake" in text
    values = header.plain(header.parse(header.split(text).header or ""))
    actors = next(part for part in PARTS if part.name == "actors")
    assert values["seed"]["written"]["actors"] == digest(actors, values, "")
    again = chronology(site, "ingest")
    assert "suggestion" not in told(again)
    assert path.read_text(encoding="utf-8") == text


def test_a_renamed_actor_leaves_a_way_to_itself(tmp_path: Path) -> None:
    """The archive has no errors afterwards, and the old address leads to the new page."""
    site = small_site(tmp_path / "site", FILES)

    result = chronology(site, "rename", "actor", "ben-reed", "benjamin-reed")

    assert result.returncode == 0, told(result)
    assert "1 page changed" in result.stderr
    assert chronology(site, "check").returncode == 0
    assert build(site).returncode == 0
    old = (site / "output/actors/ben-reed.html").read_text(encoding="utf-8")
    assert "url=../actors/benjamin-reed.html" in old
    assert "Ben Reed" in (site / "output/actors/benjamin-reed.html").read_text(encoding="utf-8")


def test_merged_actors_share_their_reports(tmp_path: Path) -> None:
    """Both old addresses lead to the one page, which has the reports of both."""
    site = small_site(tmp_path / "site", FILES)

    result = chronology(site, "merge", "actor", "the-envoy", "ada-stone")

    assert result.returncode == 0, told(result)
    assert "the-envoy said country: FR" in result.stderr
    assert not (site / "content/actors/the-envoy.md").exists()
    assert "# she alone" in (site / "content/reports/2021/envoy-speaks.md").read_text(encoding="utf-8")
    assert chronology(site, "check").returncode == 0
    assert build(site).returncode == 0
    page = (site / "output/actors/ada-stone.html").read_text(encoding="utf-8")
    assert "envoys-meet.html" in page
    assert "envoy-speaks.html" in page
    for former in ("the-envoy", "lake-envoy"):
        assert "ada-stone.html" in (site / f"output/actors/{former}.html").read_text(encoding="utf-8")


def test_a_dry_run_shows_what_would_change(tmp_path: Path) -> None:
    """As a difference that `patch` reads; nothing is written."""
    site = small_site(tmp_path / "site", FILES)
    before = tree(site)

    result = chronology(site, "rename", "actor", "the-envoy", "lake-speaker", "--dry-run")

    assert "+actors: [{id: lake-speaker, role: primary}]  # she alone" in result.stdout
    assert tree(site) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("rename", "actor", "ada-ston", "x"), 'there is no actor "ada-ston" (did you mean "ada-stone"?)'),
        (("rename", "actor", "ada-stone", "ben-reed"), "`chronology merge actor ada-stone ben-reed` makes one"),
        (("rename", "actor", "ada-stone", "Ada Stone"), "expected small letters"),
        (("merge", "actor", "ada-stone", "ada-stone"), "are one record already"),
        (("merge", "event", "nothing", "ada-stone"), 'there is no event "nothing"'),
    ],
)
def test_a_call_that_makes_no_sense(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    """It is refused with the reason, and nothing is written."""
    site = small_site(tmp_path / "site", FILES)
    before = tree(site)

    result = chronology(site, *words)

    assert result.returncode == 2
    assert said in result.stderr
    assert tree(site) == before


def test_an_interrupted_rename_can_be_called_again(tmp_path: Path) -> None:
    """The new record is there and some pages are changed: the second call does the rest."""
    whole = small_site(tmp_path / "whole", FILES)
    assert chronology(whole, "rename", "actor", "the-envoy", "lake-speaker").returncode == 0
    half = small_site(tmp_path / "half", FILES)
    new = "content/actors/lake-speaker.md"
    (half / new).write_bytes((whole / new).read_bytes())

    result = chronology(half, "rename", "actor", "the-envoy", "lake-speaker")

    assert result.returncode == 0, told(result)
    assert tree(half / "content") == tree(whole / "content")


def test_a_page_that_cannot_be_changed_is_told(tmp_path: Path) -> None:
    """The others are changed, the old record stays for it, and a second call finishes."""
    broken = "---\nid: br0ken\ntitle: [\n---\n"
    site = small_site(tmp_path / "site", {**FILES, "content/reports/2021/broken.md": broken})

    result = chronology(site, "rename", "actor", "the-envoy", "lake-speaker")

    assert result.returncode == 1
    assert "content/reports/2021/broken.md" in result.stderr
    assert (site / "content/actors/the-envoy.md").exists()
    (site / "content/reports/2021/broken.md").unlink()
    assert chronology(site, "rename", "actor", "the-envoy", "lake-speaker").returncode == 0
    assert not (site / "content/actors/the-envoy.md").exists()


def test_digests_are_those_of_the_renamed_page() -> None:
    """What `repointed` signs anew is what the machine itself would have signed with the new id."""
    page = pagefile.read_page(SMALL["content/reports/2021/envoys-meet.md"], "content/reports/2021/a.md", "report")
    report = page.record
    assert isinstance(report, pagefile.Report)
    signed = rewriting.signed(replace(report, seed=SeedRef("seeds/a.txt", "0" * 64)))
    renamed = replace(signed, actors=tuple(replace(r, id=r.id.replace("ada", "eva")) for r in signed.actors))
    words = {key.replace("ada", "eva"): value for key, value in signed.evidence.actors.items()}
    renamed = rewriting.signed(replace(renamed, evidence=replace(signed.evidence, actors=words)))

    assert repointed(dump_report(signed), "report", "actor", "ada-stone", "eva-stone") == dump_report(renamed)
