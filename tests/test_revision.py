"""The index and the files of lines, brought up to date: the same bytes as when they are made whole."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pelican.plugins.chronology import archive, lines
from pelican.plugins.chronology.lastbuild import Kept, LastBuild, Left
from pelican.plugins.chronology.lines import Form, Listing
from pelican.plugins.chronology.model import Actor, Report, Role
from pelican.plugins.chronology.packing import Unusable
from pelican.plugins.chronology.rereading import Changes
from pelican.plugins.chronology.search import index, revision
from pelican.plugins.chronology.search.documents import Searched
from pelican.plugins.chronology.search.postings import put_posting, put_standing

ACTORS = [Actor(f"actor-{n}", f"Actor {n}", "person") for n in range(5)]
WORDS = [f"{onset}{vowel}{end}" for onset in "bdfglmnprst" for vowel in ("a", "e", "io") for end in ("", "n", "rs")]


@dataclass
class Site:
    """Reports with their texts, and the index of them as files."""

    reports: dict[str, Report] = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def searched(self) -> Searched:
        return Searched.of(archive.build(self.reports.values(), ACTORS, {}, (), {}), self.bodies)

    def whole(self, left: Left) -> dict[str, str]:
        return dict(index.whole(self.searched(), left))


def made(chance: random.Random, number: int) -> tuple[Report, str]:
    """A report that may be like any other."""
    cast = tuple(Role(actor.id) for actor in chance.sample(ACTORS, 2))
    year = chance.choice((None, "2019", "2020-05", "2021-06-07"))
    report = Report(
        f"r{number}", f"reports/2020/r{number:04}.md", words(chance, 3), "talks", year, actors=cast, added="2026-01-01"
    )
    return report, f"<p>{words(chance, 12)}</p>"


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choice((*WORDS, f"w{chance.randrange(400)}", "of")) for _ in range(count))


def changed(site: Site, chance: random.Random) -> Changes:
    """Change some reports, and perhaps add one behind all others; tells what has changed."""
    pairs, bodies, kept = {}, set(), {}
    for path in chance.sample(sorted(site.reports), min(len(site.reports), chance.randrange(1, 4))):
        old, html = site.reports[path], site.bodies[path]
        like, text = made(chance, 0)
        key = chance.choice(("title", "actors", "date", "summary", "body"))
        site.reports[path] = old if key == "body" else replace(old, **{key: getattr(like, key)})
        site.bodies[path] = text if key == "body" else html
        pairs[path] = (old, site.reports[path])
        kept[path] = Kept(b"", b"", b"", "", html)
        bodies |= {path} if key == "body" else set()
    if chance.random() < 0.3:
        report, text = made(chance, len(site.reports))
        site.reports[report.path], site.bodies[report.path] = report, text
        pairs[report.path] = (None, report)
        bodies.add(report.path)
    return Changes(pairs, bodies, kept)


def built(chance: random.Random, reports: int, folder: Path) -> tuple[Site, Left]:
    """A site of so many made reports with its whole index, and what that build left."""
    site = Site()
    for number in range(reports):
        report, text = made(chance, number)
        site.reports[report.path], site.bodies[report.path] = report, text
    left = Left(LastBuild(folder / "last.sqlite", {}, {}, {}), lambda address: site.files[address].encode())
    site.files = site.whole(left)
    return site, left


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers())
def test_an_index_that_is_put_right_is_the_whole_index(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    """After one round of edits on top of another, file by file, whatever part of a report was changed."""
    monkeypatch.setattr(revision, "MOST", 1)
    chance = random.Random(seed)
    site, left = built(chance, 130, tmp_path_factory.mktemp("index"))
    for _ in range(6):
        changes = changed(site, chance)
        revised = dict(index.revised(site.searched(), left, changes))
        noted = left.note(index.NOTE)
        site.files |= revised

        assert site.files == site.whole(left)
        assert noted == left.note(index.NOTE)


def test_an_edit_touches_few_files(tmp_path: Path) -> None:
    """A date is in the order of time, in the years and in the directory; a word is in its shard."""
    chance = random.Random(7)
    site, left = built(chance, 400, tmp_path)
    path, old = next((path, report) for path, report in site.reports.items() if report.date == "2019")
    kept = {path: Kept(b"", b"", b"", "", site.bodies[path])}
    site.reports[path] = replace(old, date="2021")

    dated = dict(index.revised(site.searched(), left, Changes({path: (old, site.reports[path])}, set(), kept)))
    assert [name.rpartition("/")[2] for name in dated] == ["order.js", "filter-year-0.js", "index.js"]

    site.files |= dated
    now = site.reports[path]
    site.reports[path] = replace(now, actors=now.actors[:1])
    other = dict(index.revised(site.searched(), left, Changes({path: (now, site.reports[path])}, set(), kept)))
    assert sum("/terms-" in name for name in other) <= 2
    assert not any("/words-" in name for name in other)


def shifted(site: Site) -> Changes:
    """Another day on which a report was added: all behind it have another number."""
    path, report = next(iter(site.reports.items()))
    site.reports[path] = replace(report, added="2026-02-02")
    return Changes({path: (report, site.reports[path])}, set(), {path: Kept(b"", b"", b"", "", site.bodies[path])})


def gone(site: Site) -> Changes:
    path, report = site.reports.popitem()
    return Changes({path: (report, None)}, set(), {path: Kept(b"", b"", b"", "", site.bodies[path])})


def renamed(_site: Site) -> Changes:
    ada = Actor("ada", "Ada", "person", path="actors/ada.md")
    return Changes({"actors/ada.md": (ada, replace(ada, name="Ada Stone"))}, set(), {})


@pytest.mark.parametrize("happening", [shifted, gone, renamed])
def test_what_changes_most_of_an_index_is_not_put_right(tmp_path: Path, happening: object) -> None:
    """Other numbers for other reports, or another name for an actor: the index is made whole."""
    site, left = built(random.Random(1), 8, tmp_path)
    changes = happening(site)  # type: ignore[operator]

    with pytest.raises(Unusable):
        dict(index.revised(site.searched(), left, changes))


def test_a_tally_of_another_index_is_not_used(tmp_path: Path) -> None:
    """A build may have ended between the two."""
    chance = random.Random(2)
    site, left = built(chance, 1, tmp_path)
    changes = changed(site, chance)
    site.whole(left)

    with pytest.raises(Unusable, match="another index"):
        dict(index.revised(site.searched(), left, changes))


HELD = st.dictionaries(st.integers(0, 30), st.tuples(st.integers(1, 9), st.integers(1, 99)))


def posting_list(held: Mapping[int, tuple[int, int]]) -> list[int]:
    numbers: list[int] = []
    before = 0
    for report, (count, length) in sorted(held.items()):
        numbers += [report - before, count, length]
        before = report
    return numbers


@given(HELD, st.integers(0, 30), st.none() | st.tuples(st.integers(1, 9), st.integers(1, 99)))
def test_one_report_of_a_posting_list_is_put_right(
    held: dict[int, tuple[int, int]], report: int, now: tuple[int, int] | None
) -> None:
    """It comes, changes or goes, and all others stay what they are."""
    numbers = posting_list(held)
    put_posting(numbers, report, now or ())

    assert numbers == posting_list({**{r: h for r, h in held.items() if r != report}, **({report: now} if now else {})})


PLACES = st.lists(st.integers(0, 50), min_size=1, max_size=4, unique=True).map(sorted)


def standing_list(places: Mapping[int, list[int]]) -> list[int]:
    numbers: list[int] = []
    before = -1
    for report, at in sorted(places.items()):
        numbers += [before - report, *at]
        before = report
    return numbers


@given(st.dictionaries(st.integers(0, 30), PLACES), st.integers(0, 30), st.just([]) | PLACES)
def test_one_report_of_a_standing_list_is_put_right(places: dict[int, list[int]], report: int, now: list[int]) -> None:
    """The same of the places of a word."""
    numbers = standing_list(places)
    put_standing(numbers, report, now)

    assert numbers == standing_list(
        {**{r: p for r, p in places.items() if r != report}, **({report: now} if now else {})}
    )


FORMS = st.sampled_from([Form("[\n", ",\n", "\n]\n"), Form("id,é\r\n", "", "")])
KEYS = st.lists(st.text("abcé-", min_size=1, max_size=3), unique=True, max_size=8)


def listing(keys: list[str], texts: Mapping[str, str]) -> Listing[str]:
    return Listing(keys, str, lambda key: texts.get(key, key) + "\n")


@given(FORMS, KEYS, KEYS, st.dictionaries(st.text("abcé-", min_size=1, max_size=3), st.text(max_size=5)))
def test_a_file_of_lines_that_is_put_right_is_the_whole_file(
    form: Form, before: list[str], now: list[str], texts: dict[str, str]
) -> None:
    """Lines come, go, change and change places."""
    left, noted = lines.whole(form, listing(before, {}))

    assert lines.revised(form, listing(now, texts), set(texts), left, noted) == lines.whole(form, listing(now, texts))


@pytest.mark.parametrize("noted", [b"", b"nonsense", b"\x80\x05N.", b"\x80\x05K\x01K\x02\x86."])
def test_a_note_that_nobody_made_is_not_used(noted: bytes) -> None:
    """Nor one of another file."""
    form = Form("", "", "")
    with pytest.raises(Unusable):
        lines.revised(form, listing(["a"], {}), set(), b"a\n", noted)
    with pytest.raises(Unusable):
        lines.revised(form, listing(["a"], {}), set(), b"a\n", lines.whole(form, listing(["a", "b"], {}))[1])
