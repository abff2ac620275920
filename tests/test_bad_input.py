"""Files that are wrong, from tests/fixtures/bad_input.yaml: each is told once, with place, reason and remedy,
and harms no other file.
"""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
import yaml
from sites import SMALL, build, chronology, small_site, told, tree

Case = dict[str, str]
# Every value is taken for text, so that a case needs no quotes around a date.
CASES: dict[str, list[Case]] = yaml.load(
    (Path(__file__).parent / "fixtures" / "bad_input.yaml").read_text("utf-8"), Loader=yaml.BaseLoader
)
SOUND_SEED = """\
Envoys return to the lake

GENEVA, 12 June 2021 - Ada Stone met Ben Reed again on Friday. They agreed to write to each other.
"""

Run = subprocess.CompletedProcess[str]


def contents(kind: str) -> dict[str, str | bytes]:
    """The files of all cases of a kind."""
    return {c["path"]: bytes.fromhex(c["hex"]) if "hex" in c else c["text"] for c in CASES[kind]}


def titles(case: Case) -> str:
    return case["title"]


def assert_told(case: Case, run: Run) -> None:
    """One message names the file and the line, says why, and tells what to do."""
    lines = [line for line in told(run).splitlines() if line.startswith(f"{case['path']}:")]

    assert len(lines) == 1, told(run)
    assert lines[0].startswith(f"{case['path']}:{case['line']}:"), lines[0]
    assert case["says"] in lines[0]
    assert case["advice"] in lines[0]
    assert ": error: " in lines[0]


@pytest.fixture(scope="module")
def bad_pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("pages"), {**SMALL, **contents("pages")})


@pytest.fixture(scope="module")
def built(bad_pages: Path) -> Run:
    return build(bad_pages)


@pytest.fixture(scope="module")
def checked(bad_pages: Path) -> Run:
    return chronology(bad_pages, "check")


@pytest.mark.parametrize("case", CASES["pages"], ids=titles)
def test_a_build_tells_every_bad_page(case: Case, built: Run) -> None:
    """A build names each of the bad pages at once, so that they can be mended in one go."""
    assert_told(case, built)


@pytest.mark.parametrize("case", CASES["pages"], ids=titles)
def test_check_tells_every_bad_page(case: Case, checked: Run) -> None:
    """`chronology check` says the same as a build."""
    assert_told(case, checked)


def test_sound_pages_are_not_blamed(built: Run, checked: Run) -> None:
    """Nothing is said of the pages that are right, and both commands fail."""
    for run in (built, checked):
        assert run.returncode != 0
        assert "Traceback" not in told(run)
        for path in SMALL:
            assert not [line for line in told(run).splitlines() if line.startswith(path)]


def test_a_build_that_fails_writes_no_half_site(bad_pages: Path, built: Run) -> None:
    """An archive with errors gives no page at all: what is published is whole."""
    assert not list((bad_pages / "output").rglob("*.html"))


def test_a_build_that_fails_leaves_the_last_site_as_it_was(tmp_path: Path) -> None:
    """A mistake in a page does not take away the site that stands."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    before = tree(site / "output")
    page = site / "content" / "reports" / "2021" / "envoys-meet.md"
    page.write_text(page.read_text("utf-8").replace("2021-06-09", "2021-06-39"), encoding="utf-8")

    result = build(site)

    assert result.returncode != 0
    assert tree(site / "output") == before


@pytest.fixture(scope="module")
def bad_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {**SMALL, **contents("seeds"), "seeds/sound.txt": SOUND_SEED}
    return small_site(tmp_path_factory.mktemp("seeds"), files)


@pytest.fixture(scope="module")
def ingested(bad_seeds: Path) -> Run:
    return chronology(bad_seeds, "ingest")


@pytest.mark.parametrize("case", CASES["seeds"], ids=titles)
def test_ingest_tells_every_bad_seed(case: Case, ingested: Run) -> None:
    """Each seed that cannot be read is named, with why and what to do."""
    assert_told(case, ingested)


def test_a_bad_seed_keeps_no_other_from_its_page(bad_seeds: Path, ingested: Run) -> None:
    """The sound seed becomes a page beside all the bad ones; the command still fails, so that CI sees it."""
    pages = [path for path in (bad_seeds / "content").rglob("*.md") if "seeds/sound.txt" in path.read_text("utf-8")]

    assert ingested.returncode != 0
    assert len(pages) == 1
    assert "Traceback" not in told(ingested)


def test_ingest_changes_no_seed(bad_seeds: Path, ingested: Run) -> None:
    """Seeds are kept as they were given, the bad ones too."""
    given = {path: text if isinstance(text, bytes) else text.encode() for path, text in contents("seeds").items()}
    given["seeds/sound.txt"] = SOUND_SEED.encode()

    assert {f"seeds/{path}": data for path, data in tree(bad_seeds / "seeds").items()} == given
