"""What a change of records leads to: every page that then shows something else is named, and few others are."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from happenings import TO_RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.plugins.chronology import archive, body, pagefile, urls, views
from pelican.plugins.chronology.archive import Archive
from pelican.plugins.chronology.atlas import read_atlas
from pelican.plugins.chronology.check import needed
from pelican.plugins.chronology.languages import ENGLISH
from pelican.plugins.chronology.model import Record
from pelican.plugins.chronology.room import Room
from pelican.plugins.chronology.views import ripples, rough
from pelican.plugins.chronology.views.indexes import DataView
from pelican.plugins.chronology.views.parts import Link
from pelican.plugins.chronology.views.site import site
from pelican.plugins.chronology.vocabulary import Vocabulary
from sites import everything, restore, tree

SITE = site({"SITENAME": "An archive"}, (), Link("", ""), ENGLISH, None, coloured=False)
DIVIDED = Room(4)
"""Small enough that years and subjects are divided, as they are in a large archive."""


class State(NamedTuple):
    """An archive at one time."""

    records: Mapping[str, Record]
    """Without their bodies, by path."""
    texts: Mapping[str, str]
    archive: Archive
    pages: Mapping[str, views.Page]
    shown: Mapping[str, object]
    """What each page shows."""


def state(folder: Path) -> State | None:
    """The archive in a folder; None while something in it is wrong."""
    content = pagefile.read_content(folder)
    if any(problem.level == "error" for problem in needed(content, (), set(pagefile.pages_in(folder)), lambda _: "")):
        return None
    texts = {record.path: record.body for record in content.records}
    bare = pagefile.Content(event_types=content.event_types)
    for record in content.records:
        bare.add(replace(record, body=""))
    known = Vocabulary.of(bare.actors, bare.countries, bare.events, bare.event_types)
    built = archive.build(bare.reports, bare.actors, known.countries, bare.events, known.event_types)
    html = {path: body.render(text) for path, text in texts.items()}
    pages = list(views.pages(built, html, texts, DataView(()), ENGLISH, SITE, read_atlas, DIVIDED))
    shown = {page.address: (page.template, page.title, page.description, page.view()) for page in pages}
    records = {record.path: record for record in bare.records}
    return State(records, texts, built, {page.address: page for page in pages}, shown)


def named(before: State, now: State) -> set[str]:
    """The pages that a build would draw."""
    old = {path: record for path, record in before.records.items() if now.records.get(path) != record}
    new = {path: record for path, record in now.records.items() if before.records.get(path) != record}
    names = ripples.from_records(old, new, now.archive)
    if names is None:
        return set(now.pages)
    changed = (record for path, record in now.records.items() if before.texts.get(path) != now.texts[path])
    names |= ripples.from_texts(changed, now.archive)
    folders = {address.rpartition("/")[0] for address in before.pages.keys() ^ now.pages.keys()}
    return {
        address
        for address, page in now.pages.items()
        if address not in before.pages or page.changes_with(names, folders)
    }


@settings(max_examples=8, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(TO_RECORDS), min_size=4, max_size=12), st.integers(), st.booleans())
def test_no_page_changes_without_being_named(
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    happenings: list[Callable[[Path, random.Random], None]],
    seed: int,
    large: bool,
) -> None:
    """Whatever is done to records, a page that is not named shows what it showed. In a large archive actors are in so
    many reports that their number is told roughly.
    """
    monkeypatch.setattr(rough, "EXACT", 2 if large else 100)
    monkeypatch.setattr(rough, "LEADING", 0)
    folder = everything(tmp_path_factory.mktemp("ripples"))
    chance = random.Random(seed)
    before = state(folder / "content")
    assert before
    for happen in happenings:
        saved = tree(folder / "content")
        happen(folder, chance)
        now = state(folder / "content")
        if now is None:
            restore(folder / "content", saved)
            continue
        differing = {address for address, shown in now.shown.items() if before.shown.get(address) != shown}

        assert differing - named(before, now) == set()

        before = now
    shutil.rmtree(folder)


def test_more_words_are_shown_by_few_pages(tmp_path: Path) -> None:
    """The words of a report stand on its own page, and in the quotations on those of its actors."""
    folder = everything(tmp_path)
    before = state(folder / "content")
    page = folder / "content/reports/2020/ferry-and-trawler-collide.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nAnd more.\n", encoding="utf-8")
    now = state(folder / "content")

    assert before
    assert now
    drawn = named(before, now)

    assert "reports/2020/ferry-and-trawler-collide.html" in drawn
    assert {address.partition("/")[0] for address in drawn} == {"reports", "actors", "id"}
    assert len(drawn) < 8


@pytest.mark.parametrize(("number", "told"), [(0, 0), (99, 99), (100, 100), (119, 110), (1_234, 1_200), (6_019, 6_000)])
def test_a_high_number_is_told_roughly(number: int, told: int) -> None:
    """As many or more: it is never more than there are."""
    assert rough.rough(number) == told


def test_one_report_more_of_a_frequent_actor_leaves_its_other_reports_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside the links to it stands what stood there; in the list of its country there is one more."""
    folder = everything(tmp_path)
    before = state(folder / "content")
    assert before
    actor = max(before.archive.reports_by_actor, key=lambda one: len(before.archive.reports_by_actor[one]))
    country = before.archive.actors[actor].country
    (lost, *_) = before.archive.reports_by_actor[actor]
    now = replace(lost, actors=tuple(role for role in lost.actors if role.id != actor))

    def names() -> set[str] | None:
        others = [now if report.id == lost.id else report for report in before.archive.reports]
        parts = (before.archive.actors.values(), before.archive.countries, before.archive.events.values())
        built = archive.build(others, *parts, before.archive.event_types)
        return ripples.from_records({lost.path: lost}, {lost.path: now}, built)

    everywhere = names()
    monkeypatch.setattr(rough, "EXACT", 1)
    monkeypatch.setattr(rough, "LEADING", 0)
    roughly = names()

    assert everywhere
    assert roughly
    assert roughly < everywhere
    assert country is None or urls.country(country) in roughly
