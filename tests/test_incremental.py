"""A build on top of the last one does what is left to do, and ends where a clean build ends."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import pytest
from happenings import TO_CACHE, TO_SITE
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican import Pelican
from pelican.plugins.chronology import packing
from pelican.plugins.chronology.model import Actor
from pelican.plugins.chronology.problems import BrokenArchive, Problem
from pelican.plugins.chronology.search import revision
from pelican.settings import read_settings
from sites import ROOT, SMALL, build, everything, restore, small_site, told, tree

DIVIDED = 'CHRONOLOGY_PROCESSES = 1\nCHRONOLOGY_PAGE_EVENTS = 5\nTHEME = "theme"\n'
"""A theme of its own, and pages that are divided as those of a large archive are."""


def publish(site: Path, output: str = "output", cache: str = "cache") -> dict[str, bytes] | None:
    """Build a site in this process; its files, or None where its pages are wrong."""
    override = {"OUTPUT_PATH": str(site / output), "CACHE_PATH": str(site / cache)}
    try:
        Pelican(read_settings(str(site / "pelicanconf.py"), override)).run()
    except BrokenArchive:
        return None
    return tree(site / output)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with one of everything and a theme of its own, built once; each example works on a copy."""
    site = everything(tmp_path_factory.mktemp("built") / "site", DIVIDED)
    shutil.copytree(ROOT / "theme", site / "theme")
    return site


ROUND = st.lists(st.sampled_from(TO_SITE), min_size=1, max_size=2) | st.sampled_from(TO_CACHE).map(lambda one: [one])


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(ROUND, min_size=2, max_size=4), st.integers())
def test_whatever_happens_a_build_ends_where_a_clean_one_ends(
    built: Path,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    rounds: list[list[Callable[..., None]]],
    seed: int,
) -> None:
    """After any edits to records, vocabulary, theme, settings, output and cache, byte for byte."""
    # In a small archive most of the index changes with every report; it is put right all the same.
    monkeypatch.setattr(revision, "MOST", 1)
    site = tmp_path_factory.mktemp("edited") / "site"
    shutil.copytree(built, site)
    chance = random.Random(seed)
    assert publish(site)
    for events in rounds:
        saved = tree(site / "content")
        for event in events:
            event(site, chance)
        again, clean = publish(site), publish(site, "clean/output", "clean/cache")

        assert differing(again, clean) == []

        if clean is None:
            restore(site / "content", saved)
        shutil.rmtree(site / "clean")
    shutil.rmtree(site)


def differing(one: Mapping[str, bytes] | None, other: Mapping[str, bytes] | None) -> list[str]:
    """The files that two builds have made differently; where one was refused, all."""
    left, right = one or {}, other or {}
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def test_a_warning_is_told_by_every_build(tmp_path: Path) -> None:
    """What is wrong with a page is said as long as it is wrong, though the page is not read again."""
    talks = SMALL["content/reports/2021/envoys-meet.md"].replace("added:", "adden: 2\nadded:")
    site = small_site(tmp_path, {**SMALL, "content/reports/2021/envoys-meet.md": talks})

    first, second = build(site), build(site)

    assert 'unknown key "adden"' in told(first)
    assert 'unknown key "adden"' in told(second)


def test_a_refused_build_leaves_the_last_one_alone(tmp_path: Path) -> None:
    """A mistake stops a build before anything is written; once it is mended, the next one goes on from the last."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    before = tree(site / "output")
    page = site / "content/reports/2021/envoys-meet.md"
    page.write_text(SMALL["content/reports/2021/envoys-meet.md"].replace("ben-reed]", "ben-read]"), encoding="utf-8")

    refused = build(site)
    assert refused.returncode == 1
    assert 'unknown actor "ben-read"' in told(refused)
    assert tree(site / "output") == before

    page.write_text(SMALL["content/reports/2021/envoys-meet.md"], encoding="utf-8")
    assert (mended := build(site)).returncode == 0, told(mended)
    assert tree(site / "output") == before


def test_a_page_that_others_need_is_missed_at_once(tmp_path: Path) -> None:
    """When a record is taken away, the unchanged pages that refer to it are wrong, and are told."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    (site / "content/actors/ben-reed.md").unlink()

    second = build(site)

    assert second.returncode == 1
    assert 'envoys-meet.md:7:42: error: unknown actor "ben-reed"' in told(second)


@pytest.mark.parametrize("left", [b"", b"nonsense", b"SQLite format 3\0" + b"\xff" * 9000])
def test_a_cache_that_cannot_be_used_counts_as_none(tmp_path: Path, left: bytes) -> None:
    """Whatever lies where the last build is remembered, a build succeeds, and remembers itself."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    before = tree(site / "output")
    (kept,) = (site / "cache").glob("build-*")
    kept.write_bytes(left)
    (site / "output" / "index.html").unlink()

    second, third = build(site), build(site)

    assert second.returncode == 0, told(second)
    assert third.returncode == 0, told(third)
    assert tree(site / "output") == before


def test_a_page_is_restored_though_nothing_kept_can_be_used(tmp_path: Path) -> None:
    """Where nothing has changed, what is kept is not looked at until a file of the output is missing."""
    site = small_site(tmp_path, SMALL)
    assert (first := build(site)).returncode == 0, told(first)
    before = tree(site / "output")
    (kept,) = (site / "cache").glob("build-*")
    with closing(sqlite3.connect(kept)) as database, database:
        database.execute("UPDATE headers SET record = x'00'")
    (site / "output" / "index.html").unlink()

    second = build(site)

    assert second.returncode == 0, told(second)
    assert tree(site / "output") == before


def test_a_build_that_broke_off_leaves_nothing_to_go_on_from(tmp_path: Path) -> None:
    """A first build leaves what it has read before it draws; the next one is whole all the same."""
    site = small_site(tmp_path, SMALL)
    in_the_way = site / "output" / "reports"
    in_the_way.parent.mkdir()
    in_the_way.write_text("a file where a folder is to be", encoding="utf-8")
    first = build(site)
    assert first.returncode != 0
    assert list((site / "cache").glob("build-*"))
    in_the_way.unlink()

    second = build(site)

    assert second.returncode == 0, told(second)
    assert tree(site / "output") == publish(site, "clean", "fresh")


def test_a_cache_can_run_nothing() -> None:
    """Somebody who puts a file into the cache gets values out of it, and no more."""
    hostile = b"cos\nsystem\n(S'echo taken'\ntR."

    with pytest.raises(packing.Unusable, match="system is no record"):
        packing.unpack(hostile)


def test_what_is_kept_comes_back() -> None:
    """Records and problems are the same after they were packed."""
    kept = (Actor("ada", "Ada Stone", "person", aliases=("Ada",)), Problem("a.md", "wrong", key=("events", 2)))

    assert packing.unpack(packing.pack(kept)) == kept
