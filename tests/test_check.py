"""`chronology check`: mistakes planted into a sound archive, from tests/fixtures/mistakes.yaml, and single checks."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_headers import HEADERS
from pelican.plugins.chronology import header, pagefile
from pelican.plugins.chronology.check import ADVISED, KINDS, NEEDED, Around, check, placed
from pelican.plugins.chronology.outlines import outline
from sites import ROOT, chronology

sys.path.insert(0, str(ROOT / "benchmarks"))

from made_reports import made_reports
from make_archive import write_archive
from planting import mistakes, plant, wrong

TODAY = "1795132800"
"""2026-11-20, as seconds since 1970: when the checks are run."""
REPORTS, PLANTED = 640, 200


def found(folder: Path, *words: str) -> list[tuple[str, int, str]]:
    """What a check tells: path, line and code of each problem."""
    run = chronology(folder, "check", "--format", "json", *words, SOURCE_DATE_EPOCH=TODAY)
    return [(problem["path"], problem["line"], problem["code"]) for problem in json.loads(run.stdout)]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive in which nothing is wrong."""
    folder = tmp_path_factory.mktemp("sound")
    write_archive(made_reports(REPORTS), folder)
    return folder


def test_a_sound_archive_raises_no_alarm(sound: Path) -> None:
    """Not even a hint: what is said of an archive is worth reading."""
    assert found(sound) == []


def test_the_archive_of_this_repository_is_sound() -> None:
    """What is published here has no error and no warning."""
    run = chronology(ROOT, "check", "--format", "json", SOURCE_DATE_EPOCH=TODAY)

    assert [p for p in json.loads(run.stdout) if p["level"] != "hint"] == []


def test_every_planted_mistake_is_found_on_its_line(tmp_path: Path) -> None:
    """Two hundred mistakes of every kind, and not one false alarm in the pages around them."""
    write_archive(made_reports(REPORTS), tmp_path)
    planted = plant(tmp_path, PLANTED, mistakes())

    assert len(planted) == PLANTED
    assert len({mistake.code for mistake in planted}) >= 25
    assert list(wrong(planted, found(tmp_path))) == []


def test_every_kind_of_problem_has_a_planted_mistake() -> None:
    """What is documented is shown by an example that is made by the command; a setting has a test of its own."""
    assert {mistake["code"] for mistake in mistakes()} | {"bad-setting"} == set(KINDS)


PAGES = st.sampled_from(sorted(HEADERS)).flatmap(lambda kind: st.tuples(st.just(kind), HEADERS[kind]))
FOLDERS = {kind: folder for folder, kind in pagefile.FOLDERS.items()}


@settings(deadline=None)
@given(st.lists(PAGES, min_size=1, max_size=4))
def test_no_header_makes_a_check_fail(made: list[tuple[str, dict[str, object]]]) -> None:
    """Whatever stands in a few pages, each problem has a kind, its level, and a place in its file."""
    texts = {f"content/{FOLDERS[kind]}/p{n}.md": f"---\n{header.dump(v)}---\nada\n" for n, (kind, v) in enumerate(made)}
    kinds = {folder: kind for kind, folder in FOLDERS.items()}
    pages = [pagefile.read_page(text, path, kinds[path.split("/")[1]]) for path, text in texts.items()]
    records = [page.record for page in pages if page.record]
    references = [reference for page in pages for reference in page.references]
    around = Around([outline(record) for record in records], {record.path for record in records}, today="2026-11-20")

    found = [*check(records, references, around, (*NEEDED, *ADVISED)), *(p for page in pages for p in page.problems)]
    for problem in placed(found, texts.__getitem__):
        assert KINDS[problem.code].level == problem.level
        assert 1 <= problem.line <= texts[problem.path].count("\n") + 1
