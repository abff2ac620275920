"""A build on top of the last one does what is left to do, and ends where a clean build ends."""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican import Pelican
from pelican.plugins.chronology import packing
from pelican.plugins.chronology.model import Actor
from pelican.plugins.chronology.problems import BrokenArchive, Problem
from pelican.plugins.chronology.vocabulary import shipped_event_types
from pelican.settings import read_settings
from sites import ROOT, SMALL, build, everything, small_site, told, tree

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


# What may happen to an archive between two builds. Each takes the site and a source of chance.


def _page(site: Path, chance: random.Random, folder: str = "*") -> Path:
    return chance.choice(sorted((site / "content").glob(f"{folder}/**/*.md")))


def _line(page: Path, key: str, value: str) -> None:
    """Give a key of the header another value."""
    text = page.read_text(encoding="utf-8")
    page.write_text(re.sub(rf"(?m)^{key}: .*$", f"{key}: {value}", text, count=1), encoding="utf-8")


def more_words(site: Path, chance: random.Random) -> None:
    page = _page(site, chance)
    page.write_text(f"{page.read_text(encoding='utf-8')}\n\nAnd {chance.random()} more.\n", encoding="utf-8")


def another_title(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "title", f"A title of {chance.randrange(9)}")


def another_date(site: Path, chance: random.Random) -> None:
    dates = ("2018", "2019-05-02", "2020-03-01/2020-04-02", "2021~", "2022-10?")
    _line(_page(site, chance, chance.choice(("reports", "events"))), "date", chance.choice(dates))


def another_type(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "event_type", chance.choice(("talks", "statement", "accident")))


def other_actors(site: Path, chance: random.Random) -> None:
    ids = [page.stem for page in sorted((site / "content" / "actors").glob("*.md"))]
    _line(_page(site, chance, "reports"), "actors", f"[{', '.join(chance.sample(ids, 3))}]")


def other_countries(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "countries", f"[{', '.join(chance.sample(['FR', 'CH', 'ES', 'MA'], 2))}]")


def another_outlet(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, "reports"), "source", f"{{outlet: Gazette {chance.randrange(3)}}}")


def another_name(site: Path, chance: random.Random) -> None:
    _line(_page(site, chance, chance.choice(("actors", "events"))), "name", f"Name {chance.randrange(9)}")


def another_country(site: Path, chance: random.Random) -> None:
    page = _page(site, chance, "actors")
    _line(page, "kind", chance.choice(("state", "body", "organisation")))
    text = page.read_text(encoding="utf-8")
    if "\ncountry:" not in text:
        page.write_text(text.replace("\nkind:", "\ncountry: FR\nkind:", 1), encoding="utf-8")
    _line(page, "country", chance.choice(("FR", "ES", "MA")))


def country_page(site: Path, chance: random.Random) -> None:
    code = chance.choice(("FR", "ES", "MA"))
    page = site / "content" / "countries" / f"{code.lower()}.md"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"---\ncode: {code}\nname: Land {chance.randrange(9)}\n---\nWords.\n", encoding="utf-8")


def new_report(site: Path, chance: random.Random) -> None:
    copied, number = _page(site, chance, "reports"), chance.randrange(10**6)
    page = copied.with_name(f"copy-{number}.md")
    page.write_text(copied.read_text(encoding="utf-8"), encoding="utf-8")
    _line(page, "id", f"c{number}")


def lost_page(site: Path, chance: random.Random) -> None:
    _page(site, chance).unlink()


def own_vocabulary(site: Path, chance: random.Random) -> None:
    rows = "".join(f"  - {{id: {row.id}, label: {row.label} {chance.randrange(3)}, group: {row.group}}}\n" for row in
                   shipped_event_types())  # fmt: skip
    page = site / "content" / "vocabulary" / "event_types.yaml"
    page.parent.mkdir(exist_ok=True)
    page.write_text(f"event_types:\n{rows}", encoding="utf-8")


def template(site: Path, chance: random.Random) -> None:
    page = chance.choice(sorted((site / "theme" / "templates").glob("*.html")))
    page.write_text(page.read_text(encoding="utf-8") + f"<!-- {chance.random()} -->", encoding="utf-8")


def setting(site: Path, chance: random.Random) -> None:
    _append(site, f'SITENAME = "Archive {chance.randrange(9)}"\n')


def language(site: Path, chance: random.Random) -> None:
    _append(site, f'DEFAULT_LANG = "{chance.choice(("en", "fr", "ar"))}"\n')


def translation(site: Path, chance: random.Random) -> None:
    catalog = site / "languages" / "fr.po"
    catalog.parent.mkdir(exist_ok=True)
    catalog.write_text(f'msgid "Search"\nmsgstr "Fouiller {chance.randrange(9)}"\n', encoding="utf-8")


def _append(site: Path, line: str) -> None:
    conf = site / "pelicanconf.py"
    conf.write_text(conf.read_text(encoding="utf-8") + line, encoding="utf-8")


def touched(site: Path, chance: random.Random) -> None:
    os.utime(_page(site, chance), (chance.randrange(10**9),) * 2)


def lost_output(site: Path, chance: random.Random) -> None:
    chance.choice(sorted((site / "output").rglob("*.html"))).unlink()


def spoilt_output(site: Path, chance: random.Random) -> None:
    page = chance.choice([path for path in sorted((site / "output").rglob("*")) if path.suffix in (".html", ".js")])
    page.write_text("By hand.", encoding="utf-8")


def lost_cache(site: Path, _chance: random.Random) -> None:
    shutil.rmtree(site / "cache")


def spoilt_cache(site: Path, chance: random.Random) -> None:
    for kept in (site / "cache").glob("build-*"):
        data = bytearray(kept.read_bytes())
        data[chance.randrange(len(data)) :] = b"nonsense"
        kept.write_bytes(data)


EVENTS = (
    more_words, another_title, another_date, another_type, other_actors, other_countries, another_outlet, another_name,
    another_country, country_page, new_report, lost_page, own_vocabulary, template, setting, language, translation,
    touched, lost_output, spoilt_output, lost_cache, spoilt_cache,
)  # fmt: skip


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive with one of everything and a theme of its own, built once; each example works on a copy."""
    site = everything(tmp_path_factory.mktemp("built") / "site", DIVIDED)
    shutil.copytree(ROOT / "theme", site / "theme")
    return site


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.lists(st.sampled_from(EVENTS), min_size=1, max_size=2), min_size=3, max_size=5), st.integers())
def test_whatever_happens_a_build_ends_where_a_clean_one_ends(
    built: Path, tmp_path_factory: pytest.TempPathFactory, rounds: list[list[Callable[..., None]]], seed: int
) -> None:
    """After any edits to records, vocabulary, theme, settings, output and cache, byte for byte."""
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


def restore(folder: Path, files: Mapping[str, bytes]) -> None:
    """The folder as it was."""
    shutil.rmtree(folder)
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


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


def test_a_cache_can_run_nothing() -> None:
    """Somebody who puts a file into the cache gets values out of it, and no more."""
    hostile = b"cos\nsystem\n(S'echo taken'\ntR."

    with pytest.raises(packing.Unusable, match="system is no record"):
        packing.unpack(hostile)


def test_what_is_kept_comes_back() -> None:
    """Records and problems are the same after they were packed."""
    kept = (Actor("ada", "Ada Stone", "person", aliases=("Ada",)), Problem("a.md", "wrong", key=("events", 2)))

    assert packing.unpack(packing.pack(kept)) == kept
