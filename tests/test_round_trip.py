"""Whatever people, seeds, annotators and crashes do in turn, no word of a person is lost, and the rest follows."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest import mock

import edits
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from pelican.plugins.chronology import authorship, cli, ingest, ledger, pagefile, pagetext, wholefile
from pelican.plugins.chronology.cli import settled
from pelican.plugins.chronology.model import (
    FieldEvidence,
    Location,
    Report,
    ReportClaim,
    ReportEvent,
    Role,
    SeedRef,
    Source,
)
from sites import ADA, BEN, TYPES, small_site

WORDS = st.sampled_from(
    [
        "Talks",
        "NO",
        "It's: a # sign",
        '"Quoted"',
        "- listed",
        "Ends in colon:",
        "été à Genève",
        "{braces}",
        "two  spaces",
    ]
)
DAYS = st.sampled_from(["2021-06-09", "2021-06", "2021-06-09~", "../2021"])
ACTORS = st.sampled_from(["ada-stone", "ben-reed"])
BODIES = st.sampled_from(["One.\n", "One.\n\nTwo: three.\n", "# Not a comment\n\n---\n\nFour.\n", "Five"])
EVENTS = st.builds(
    ReportEvent,
    event=st.none(),
    date=DAYS,
    event_type=st.just("talks"),
    actors=st.lists(ACTORS, unique=True, max_size=2).map(tuple),
    summary=WORDS,
    evidence=WORDS,
)
READINGS = st.builds(
    Report,
    id=st.just("proposal"),
    path=st.sampled_from(["reports/2021/talks.md", "reports/2022/other-talks.md"]),
    title=WORDS,
    event_type=st.just("talks"),
    date=st.none() | DAYS,
    published=st.none() | DAYS,
    actors=st.lists(st.builds(Role, ACTORS, st.sampled_from(["primary", "mentioned"])), max_size=2).map(tuple),
    locations=st.lists(st.builds(Location, WORDS, st.sampled_from([None, "CH"])), max_size=2).map(tuple),
    countries=st.lists(st.sampled_from(["CH", "FR", "NO"]), max_size=2).map(tuple),
    summary=WORDS | st.just(""),
    source=st.builds(Source, outlet=WORDS | st.just(""), title=WORDS | st.just("")),
    lang=st.sampled_from(["en", "fr"]),
    events=st.lists(EVENTS, max_size=3).map(tuple),
    claims=st.lists(st.builds(ReportClaim, WORDS, WORDS, WORDS, WORDS), max_size=2).map(tuple),
    clues=st.lists(WORDS, max_size=2).map(tuple),
    evidence=st.builds(FieldEvidence, date=WORDS | st.just(""), actors=st.dictionaries(ACTORS, WORDS, max_size=2)),
    added=st.just("2026-11-22"),
    body=BODIES,
)
PERSONS = {
    "title": WORDS,
    "date": DAYS,
    "published": DAYS,
    "actors": st.lists(ACTORS, max_size=2),
    "location": st.fixed_dictionaries({"place": WORDS}),
    "countries": st.lists(st.sampled_from(["CH", "NO"]), max_size=2),
    "summary": WORDS,
    "source": st.dictionaries(st.sampled_from(["outlet", "author", "agency"]), WORDS, max_size=3),
    "events": st.lists(st.fixed_dictionaries({"event_type": st.just("talks"), "summary": WORDS}), max_size=2),
    "claims": st.lists(st.fixed_dictionaries({"what": WORDS, "value": WORDS}), max_size=2),
    "evidence": st.fixed_dictionaries({"date": WORDS}),
    "reviewed": st.just("2026-11-23"),
    "remark": WORDS | st.lists(WORDS, max_size=2),
}
"""What a person may write, by key; nothing reads the last, and it stays all the same."""


class Crash(BaseException):
    """The machine stops."""


@dataclass
class Known:
    """What a careful reader of the folder knows of one seed."""

    name: str
    words: str
    reading: Report
    page: Path | None = None
    given: dict[str, Any] = field(default_factory=dict)
    """What the machine last gave each part."""
    removed: bool = False


def parts_of(text: str) -> dict[str, Any]:
    """Every part of a page that the machine may write, as its values."""
    values = edits.values(text)
    found: dict[str, Any] = {}
    for part in authorship.PARTS:
        inner = [values if not path else _at(values, path) for path in part.paths]
        found[part.name] = inner if part.paths else edits.split(text)[1].strip("\n").rstrip()
    return found


def _at(values: Any, path: tuple[str, ...]) -> Any:
    for key in path:
        values = values.get(key) if isinstance(values, dict) else None
    return values


class RoundTrip(RuleBasedStateMachine):
    """Two seeds, two pages, and everything that may happen to them."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="round-trip-"))
        self.seeds: list[Known] = []
        self.version = 0
        self.used: set[str] = set()

    @initialize(readings=st.tuples(READINGS, READINGS))
    def begin(self, readings: tuple[Report, Report]) -> None:
        small_site(
            self.folder,
            {
                "content/actors/ada-stone.md": ADA,
                "content/actors/ben-reed.md": BEN,
                "content/vocabulary/event_types.yaml": TYPES,
            },
        )
        for number, reading in enumerate(readings):
            self.seeds.append(Known(f"seeds/{number}.txt", f"Words of {number}, first", reading))
            self._put_seed(self.seeds[-1])
        self.ingest()

    def _put_seed(self, known: Known) -> None:
        (self.folder / known.name).write_text(known.words, encoding="utf-8")

    # -- what changes -------------------------------------------------------------------

    @rule(which=st.integers(0, 1), reading=READINGS)
    def the_annotator_reads_something_else(self, which: int, reading: Report) -> None:
        self.version += 1
        self.seeds[which].reading = reading

    @rule(which=st.integers(0, 1), reading=READINGS, number=st.integers(0, 99))
    def the_seed_changes(self, which: int, reading: Report, number: int) -> None:
        known = self.seeds[which]
        known.words, known.reading = f"Words of {which}, number {number}", reading
        if known.words in self.used:  # the same words are read in another way by another annotator only
            self.version += 1
        self.used.add(known.words)
        self._put_seed(known)

    @rule(which=st.integers(0, 1), number=st.integers(0, 9))
    def the_seed_is_renamed(self, which: int, number: int) -> None:
        self.ingest()  # a seed that has changed its name and its words when it is read is another seed
        known = self.seeds[which]
        name = f"seeds/{which}-{number}.txt"
        (self.folder / known.name).rename(self.folder / name)
        known.name = name
        self.ingest()

    @rule(which=st.integers(0, 1), number=st.integers(0, 99))
    def the_page_is_moved(self, which: int, number: int) -> None:
        known = self.seeds[which]
        if known.page:
            target = self.folder / "content/reports/elsewhere" / f"{which}-{number}.md"
            target.parent.mkdir(exist_ok=True)
            known.page = known.page.rename(target)

    @rule(which=st.integers(0, 1), chance=st.randoms(use_true_random=False))
    def the_page_is_removed(self, which: int, chance: random.Random) -> None:
        known = self.seeds[which]
        if known.page and chance.random() < 0.2:
            known.page.unlink()
            known.page, known.removed = None, True

    @rule(which=st.integers(0, 1), data=st.data(), chance=st.randoms(use_true_random=False))
    def a_person_writes_a_value(self, which: int, data: st.DataObject, chance: random.Random) -> None:
        key = data.draw(st.sampled_from(sorted(PERSONS)))
        value = data.draw(PERSONS[key])
        self._edit(which, lambda pieces: self._with(pieces, key, value, chance))

    @staticmethod
    def _with(pieces: list[str], key: str, value: Any, chance: random.Random) -> list[str]:
        piece = edits.chunk(key, value, chance)
        at = next((n for n, old in enumerate(pieces) if edits.key_of(old) == key), None)
        if at is None:
            at = chance.randint(0, len(pieces))
            return [*pieces[:at], piece, *pieces[at:]]
        # Who writes over a value keeps the notes that stand at it.
        kept = [f"# {note}\n" for note in edits.notes(pieces[at])]
        return [*pieces[:at], *kept, piece, *pieces[at + 1 :]]

    @rule(which=st.integers(0, 1), chance=st.randoms(use_true_random=False))
    def a_person_writes_a_value_in_another_form(self, which: int, chance: random.Random) -> None:
        def restyled(pieces: list[str]) -> list[str]:
            keys = [key for piece in pieces if (key := edits.key_of(piece)) != "seed" and key]
            key = chance.choice(keys)
            value = edits.values(edits.joined("".join(pieces), ""))[key]
            return self._with(pieces, key, value, chance)

        self._edit(which, restyled)

    @rule(which=st.integers(0, 1), chance=st.randoms(use_true_random=False))
    def a_person_moves_a_key(self, which: int, chance: random.Random) -> None:
        def moved(pieces: list[str]) -> list[str]:
            piece = pieces.pop(chance.randrange(len(pieces)))
            pieces.insert(chance.randint(0, len(pieces)), piece)
            return pieces

        self._edit(which, moved)

    @rule(which=st.integers(0, 1), chance=st.randoms(use_true_random=False))
    def a_person_takes_a_key_out(self, which: int, chance: random.Random) -> None:
        def taken(pieces: list[str]) -> list[str]:
            needed = ("", "id", "title", "event_type", "seed")
            pieces = list(pieces)
            numbers = [n for n, piece in enumerate(pieces) if edits.key_of(piece) not in needed]
            if numbers:
                del pieces[chance.choice(numbers)]
            return pieces

        self._edit(which, taken)

    @rule(which=st.integers(0, 1), chance=st.randoms(use_true_random=False))
    def a_person_makes_a_note(self, which: int, chance: random.Random) -> None:
        def noted(pieces: list[str]) -> list[str]:
            at = chance.randint(0, len(pieces))
            return [*pieces[:at], chance.choice(["", "\n"]) + f"# {edits.note(chance)}\n", *pieces[at:]]

        self._edit(which, noted)

    @rule(which=st.integers(0, 1), body=BODIES | WORDS)
    def a_person_writes_the_body(self, which: int, body: str) -> None:
        if page := self.seeds[which].page:
            header, _ = edits.split(page.read_text(encoding="utf-8"))
            page.write_text(edits.joined(header, body), encoding="utf-8")

    def _edit(self, which: int, change: Any) -> None:
        page = self.seeds[which].page
        if page:
            header, body = edits.split(page.read_text(encoding="utf-8"))
            page.write_text(edits.joined("".join(change(edits.chunks(header))), body), encoding="utf-8")

    # -- ingest -------------------------------------------------------------------------

    @rule()
    def ingest(self) -> None:
        self._run(None)

    @rule()
    def ingest_twice(self) -> None:
        """The second run finds nothing to do."""
        self._run(None)
        before = {path: path.read_bytes() for path in self._files()}
        self._run(None)

        assert {path: path.read_bytes() for path in self._files()} == before

    @rule(at=st.integers(0, 8))
    def ingest_and_crash(self, at: int) -> None:
        self._run(at)

    def _files(self) -> list[Path]:
        return sorted(path for path in (self.folder / "content").rglob("*") if path.is_file())

    def _run(self, crash: int | None) -> None:
        """Run ingest as it is, but for its annotator and for the moment in which the machine stops."""
        before = {known.name: known.page.read_text(encoding="utf-8") if known.page else None for known in self.seeds}
        try:
            with self._standing_in(), stopping(crash):
                assert cli.main(["-s", str(self.folder / "pelicanconf.py"), "ingest", "--executor", "serial"]) == 0
            ended = True
        except Crash:
            ended = False
        for known in self.seeds:
            self._compare(known, before[known.name], ended=ended)

    @contextmanager
    def _standing_in(self) -> Iterator[None]:
        by_words = {hashlib.sha256(known.words.encode()).hexdigest(): known.reading for known in self.seeds}

        def make(seed: Any, _vocabulary: Any, _today: str) -> Any:
            return replace(by_words[seed.sha256], seed=SeedRef(seed.id, seed.sha256)), SimpleNamespace(problems=())

        with (
            mock.patch.object(ingest, "make_report", make),
            mock.patch.object(settled, "program", return_value=str(self.version)),
        ):
            yield

    def _compare(self, known: Known, before: str | None, *, ended: bool) -> None:
        if known.page is None:
            found = [page for page in (self.folder / "content/reports").rglob("*.md") if self._is_of(page, known)]
            if known.removed:
                assert found == []
            elif found or ended:
                (known.page,) = found
                text = known.page.read_text(encoding="utf-8")
                known.given = parts_of(text)
                fresh = replace(known.reading, seed=SeedRef(known.name, "0" * 64))
                assert known.given == parts_of(pagetext.dump_report(fresh))
            return
        assert before is not None
        after = known.page.read_text(encoding="utf-8")
        if after == before and not ended:
            return
        self._compare_pages(known, before, after)

    @staticmethod
    def _is_of(page: Path, known: Known) -> bool:
        return str(edits.values(page.read_text(encoding="utf-8"))["seed"]["path"]) == known.name

    @staticmethod
    def _compare_pages(known: Known, before: str, after: str) -> None:
        old, new = parts_of(before), parts_of(after)
        reads = parts_of(pagetext.dump_report(replace(known.reading, seed=SeedRef(known.name, "0" * 64))))
        header = edits.split(before)[0]
        noted = {edits.key_of(piece) for piece in edits.chunks(header) if edits.notes(piece)}
        for part in authorship.PARTS:
            name = part.name
            if old[name] != known.given[name]:
                assert new[name] == old[name], f"{name} is a person's"
            elif new[name] == reads[name]:
                known.given[name] = new[name]
            else:
                # A note in the midst of a value would be lost with it.
                assert noted & {path[0] for path in part.paths}, f"{name} is nobody's and did not follow"
                assert new[name] == old[name]
        assert edits.notes(after) == edits.notes(before)
        values, values_after = edits.values(before), edits.values(after)
        ours = {path[0] for part in authorship.PARTS for path in part.paths} | {"seed"}
        for key in values.keys() - ours:
            assert values_after[key] == values[key]
        assert [k for k in values if k in values_after] == [k for k in values_after if k in values]

    @invariant()
    def every_file_is_whole(self) -> None:
        """Each page reads back, and so does the list of what was ingested."""
        for path in self._files():
            if path.name.startswith("."):
                continue
            name = path.relative_to(self.folder).as_posix()
            if "content/reports/" in name and path.suffix == ".md":
                page = pagefile.read_file(path, name, "report")
                assert page.record is not None, page.problems
                assert [p for p in page.problems if p.level == "error"] == []
            elif path.name == Path(ledger.NAME).name:
                assert ledger.read(path.read_text(encoding="utf-8"), name)[1] == []

    def teardown(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)


@contextmanager
def stopping(at: int | None) -> Iterator[None]:
    """Stop at the n-th of the moments that a write has: with half of the file, before its name is changed, after."""
    if at is None:
        yield
        return
    moments = 0

    def moment() -> bool:
        nonlocal moments
        moments += 1
        return moments > at

    def fsync(handle: int) -> None:
        if moment():
            os.ftruncate(handle, os.fstat(handle).st_size // 2)
            raise Crash

    real = Path.replace

    def moved(self: Path, target: Any) -> Any:
        if moment():
            raise Crash
        done = real(self, target)
        if moment():
            raise Crash
        return done

    with mock.patch.object(wholefile.os, "fsync", fsync), mock.patch.object(Path, "replace", moved):
        yield


TestRoundTrip = RoundTrip.TestCase
TestRoundTrip.settings = settings(
    max_examples=30, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
