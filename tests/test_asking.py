"""`chronology new` in a terminal: it asks for what the call leaves open, until each answer holds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from sites import SMALL, chronology, small_site, told
from test_new import SEED

if sys.platform == "win32":
    pytest.skip("a terminal of one's own needs Unix", allow_module_level=True)

from terminal import CTRL_D, talk

CASES = yaml.load(
    (Path(__file__).parent / "fixtures" / "conversations.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
TYPES = f"{SMALL['content/vocabulary/event_types.yaml']}  - {{id: statement, label: Statements, group: Diplomacy}}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A small archive with a seed."""
    files = {**SMALL, "content/vocabulary/event_types.yaml": TYPES, "seeds/harbour.txt": SEED}
    return small_site(tmp_path / "site", files)


@pytest.mark.parametrize("case", CASES, ids=[case["title"] for case in CASES])
def test_a_person_is_asked_for_what_is_open(site: Path, case: dict[str, Any]) -> None:
    """The page says what was answered, is valid, and nothing else was asked."""
    said = [pair for turn in case["said"] for pair in turn.items()]

    code, shown = talk(site, case["call"], said)

    page = site / "content" / case["page"]
    assert code == 0, shown
    assert page.is_file(), shown
    lines = page.read_text(encoding="utf-8").splitlines()
    assert [line for line in case["lines"] if line not in lines] == []
    assert "0 errors, 0 warnings" in told(chronology(site, "check", f"content/{case['page']}"))


@pytest.mark.parametrize("kind", ["report", "event", "actor"])
def test_whoever_stops_leaves_nothing(site: Path, kind: str) -> None:
    """Ctrl-D at any question ends it, and no page is written."""
    before = sorted(site.rglob("*.md"))

    code, shown = talk(site, ["new", kind], [("such as", "Half a page"), ("such as", CTRL_D)])

    assert code == 2
    assert "nothing was written" in shown
    assert sorted(site.rglob("*.md")) == before


@pytest.mark.parametrize("kind", ["report", "event", "actor"])
def test_nobody_is_asked_where_there_is_no_terminal(site: Path, kind: str) -> None:
    """A script gets an error that names what is missing, and does not hang."""
    result = chronology(site, "new", kind)

    assert result.returncode == 2
    assert "is missing: the " in told(result)
