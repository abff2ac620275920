"""The same input gives the same bytes: in another folder, with other hashes, from scratch or on top of an old
site, and however often seeds are read.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sites import SMALL, TALKS, build, chronology, copy_own, small_site, told, tree


def test_two_builds_in_two_folders_are_identical(tmp_path: Path) -> None:
    """Neither the folder's name, nor the order of hashes, nor place, language and time stamps reach the site."""
    one = copy_own(tmp_path / "one")
    other = copy_own(tmp_path / "another folder" / "two")
    for path in (other / "content").rglob("*.md"):
        os.utime(path, (1_000_000_000, 1_000_000_000))

    elsewhere = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Auckland", "LC_ALL": "C"}
    chronology(one, "ingest", PYTHONHASHSEED="1")
    chronology(other, "ingest", **elsewhere)
    first = build(one, PYTHONHASHSEED="1")
    second = build(other, **elsewhere)

    assert first.returncode == 0, told(first)
    assert second.returncode == 0, told(second)
    assert differing(one / "output", other / "output") == []
    assert len(tree(one / "output")) > 20


def test_one_process_writes_what_several_write(tmp_path: Path) -> None:
    """The pages and records of a larger site are shared out among processes; the site is the same."""
    reports = {
        f"content/reports/2021/talks-{n}.md": TALKS.replace("t4lk50", f"t{n:05}").replace(
            "2021-06-09", f"20{n % 20:02}"
        )
        for n in range(300)
    }
    one = small_site(tmp_path / "one", {**SMALL, **reports}, "CHRONOLOGY_PROCESSES = 1\n")
    four = small_site(tmp_path / "four", {**SMALL, **reports}, "CHRONOLOGY_PROCESSES = 4\n")
    first, second = build(one), build(four)

    assert first.returncode == 0, told(first)
    assert second.returncode == 0, told(second)
    assert differing(one / "output", four / "output") == []
    assert len(tree(one / "output")) > 600


def test_a_build_on_top_of_an_old_site_equals_a_clean_one(tmp_path: Path) -> None:
    """After pages were changed, added and taken away, nothing of the old site is left in the new one."""
    gone = TALKS.replace("t4lk50", "g0ne00").replace("Envoys meet", "Envoys part")
    old = small_site(tmp_path / "old", {**SMALL, "content/reports/2021/envoys-part.md": gone})
    assert (first := build(old)).returncode == 0, told(first)
    assert (old / "output" / "reports" / "2021" / "envoys-part.html").is_file()

    (old / "content" / "reports" / "2021" / "envoys-part.md").unlink()
    changed = {
        **SMALL,
        "content/reports/2021/envoys-meet.md": TALKS.replace("quinquennial", "perennial").replace("2021-06-09", "2019"),
        "content/reports/2020/envoys-write.md": TALKS.replace("t4lk50", "wr1te0").replace("2021", "2020"),
    }
    small_site(old, changed)
    fresh = small_site(tmp_path / "fresh", changed)
    again, clean = build(old), build(fresh)

    assert again.returncode == 0, told(again)
    assert clean.returncode == 0, told(clean)
    assert differing(old / "output", fresh / "output") == []


def test_a_build_with_nothing_changed_touches_no_file(tmp_path: Path) -> None:
    """A file that is right already keeps its time stamp, so that a copy to a server sends nothing."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    for path in (site / "output").rglob("*"):
        os.utime(path, (1_000_000_000, 1_000_000_000))

    assert (second := build(site)).returncode == 0, told(second)

    theme = site / "output" / "theme"
    pages = [p for p in (site / "output").rglob("*") if p.is_file() and theme not in p.parents]
    assert [p.name for p in pages if p.stat().st_mtime != 1_000_000_000] == []


def test_a_second_ingest_changes_no_file(tmp_path: Path) -> None:
    """Once every seed has its page, reading them again changes nothing, and says nothing is new."""
    site = copy_own(tmp_path / "site")
    assert (first := chronology(site, "ingest", PYTHONHASHSEED="1")).returncode == 0, told(first)
    before = tree(site)
    stamps = {path: path.stat().st_mtime_ns for path in (site / "content").rglob("*.md")}

    second = chronology(site, "ingest", PYTHONHASHSEED="2")

    assert second.returncode == 0, told(second)
    assert tree(site) == before
    assert {path: path.stat().st_mtime_ns for path in (site / "content").rglob("*.md")} == stamps


def test_ingest_gives_the_same_pages_everywhere(tmp_path: Path) -> None:
    """Two people who read the same seeds get the same pages, and git has nothing to merge."""
    one, other = copy_own(tmp_path / "one"), copy_own(tmp_path / "other")
    for folder in (one, other):
        # With its list of what was ingested; without it, the pages would count as removed by somebody.
        shutil.rmtree(folder / "content" / "reports")

    first = chronology(one, "ingest", PYTHONHASHSEED="1")
    second = chronology(other, "ingest", PYTHONHASHSEED="2", TZ="Pacific/Auckland", LC_ALL="C")

    assert first.returncode == 0, told(first)
    assert second.returncode == 0, told(second)
    assert len(list((one / "content" / "reports").rglob("*.md"))) >= 5
    assert differing(one / "content", other / "content") == []


def differing(one: Path, other: Path) -> list[str]:
    """The files that are not the same below two folders."""
    left, right = tree(one), tree(other)
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))
