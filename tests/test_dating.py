"""Dating undated reports: sound intervals, clues that can be checked, and never a day that nothing supports."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.plugins.chronology import edtf
from pelican.plugins.chronology.annotate import annotate
from pelican.plugins.chronology.annotate.actors import find_actors
from pelican.plugins.chronology.annotate.dates import find_dates
from pelican.plugins.chronology.annotate.dating import date_undated
from pelican.plugins.chronology.annotate.reading import Reading, lay_out
from pelican.plugins.chronology.clean import clean
from pelican.plugins.chronology.model import Actor, ActorFound, KnownEvent, Office, Published, Seed
from pelican.plugins.chronology.pagefile import read_content
from pelican.plugins.chronology.vocabulary import Vocabulary
from readings import reading_of

FIXTURE = yaml.safe_load((Path(__file__).parent / "fixtures" / "dating.yaml").read_text(encoding="utf-8"))
CASES = [pytest.param(case, id=case["title"]) for case in FIXTURE["cases"]]


def offices(rows: Iterable[dict[str, Any]]) -> tuple[Office, ...]:
    """Tenures as a header has them."""
    return tuple(Office(row["title"], None, row.get("from"), row.get("to")) for row in rows)


def tables(event_ids: Iterable[str]) -> Vocabulary:
    """The people of the fixture, and those of its events that are named."""
    people = [
        Actor(row["id"], row["name"], "person", row["country"], offices=offices(row.get("offices", ())))
        for row in FIXTURE["people"]
    ]
    events = [
        KnownEvent(
            row["id"],
            row["name"],
            row["date"],
            row["event_type"],
            tuple(row.get("aliases", ())),
            tuple(row.get("actors", ())),
        )
        for row in FIXTURE["events"]
        if row["id"] in event_ids
    ]
    return Vocabulary.of(people, (), events)


def named(reading: Reading, vocabulary: Vocabulary) -> tuple[ActorFound, ...]:
    """Every full name of a person of the tables; how names are found is tested elsewhere."""
    found = []
    for actor in vocabulary.actors.values():
        spans = [m.span() for m in re.finditer(re.escape(actor.name), reading.text)]
        evidence = tuple(reading.evidence(start, end, "alias") for start, end in spans)
        if evidence:
            found.append(ActorFound(actor.id, actor.name, actor.kind, actor.country, True, "primary", evidence))
    return tuple(found)


def dated(body: str, vocabulary: Vocabulary, updated: str | None = None) -> Published:
    """What comes out for a body, of a page that was changed on a day."""
    reading = reading_of(body)
    stated = Published(updated=updated)
    return date_undated(reading, find_dates(reading, None), named(reading, vocabulary), vocabulary, stated)


@pytest.mark.parametrize("case", CASES)
def test_intervals(case: dict[str, Any]) -> None:
    """A report is dated as far as its clues go and no farther, and each clue says why."""
    found = dated(case["body"], tables(case.get("events", ())), case.get("updated"))

    assert found.date == case["date"]
    said = "\n".join(clue.says for clue in found.clues)
    assert all(words in said for words in case["clues"])
    assert bool(found.clues) == bool(case["clues"])


@pytest.mark.parametrize("case", CASES)
def test_clues_can_be_checked(case: dict[str, Any]) -> None:
    """Each clue leaves a valid interval and, where it has words to show, quotes them as they stand."""
    for clue in dated(case["body"], tables(case.get("events", ()))).clues:
        assert edtf.is_valid(clue.gives)
        assert clue.evidence is None or case["body"][clue.evidence.start : clue.evidence.end] == clue.evidence.quote


def test_a_later_date_goes_before_an_earlier_one() -> None:
    """Of several dates told as past the latest is the limit."""
    found = dated("In 2021 it rained. The war of 2022 began in May 2023.", tables(()))

    assert found.date == "2023-05/.."


def test_a_stamp_of_change_limits_and_does_not_date() -> None:
    """A page that only says when it was updated came out by then; the stamp is shown as the reason."""
    text = "Flood takes a bridge\nUpdated: 5 May 2021\n\nThe river rose in March 2019 and took the bridge at the mill."
    seed = Seed("flood", text)
    found = annotate(seed, clean(text), tables(())).published

    assert (found.date, found.updated) == ("2019-03/2021-05-05", "2021-05-05")
    assert "Updated: 5 May 2021" in [clue.evidence.quote for clue in found.clues if clue.evidence]


def gold_tables(gold: dict[str, Any]) -> Vocabulary:
    """The offices of the reference annotation, without any known event."""
    held: dict[str, list[dict[str, Any]]] = {}
    for row in gold["offices"]:
        held.setdefault(row["holder"], []).append({**row, "title": row["office"]})
    names = {actor["id"]: actor["name"] for seed in gold["seeds"] for actor in seed["actors"]}
    return Vocabulary.of(
        [Actor(key, names.get(key, key), "person", offices=offices(rows)) for key, rows in held.items()]
    )


def undated(shared: Path) -> list[tuple[Reading, str]]:
    """The reference seeds that bear no stamp, each with the day on which it came out."""
    gold = yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    rows = []
    for seed in gold["seeds"]:
        if seed["published"]["basis"] == "known_event":
            text = (shared / "seeds" / seed["file"]).read_text(encoding="utf-8")
            day = str(seed["published"].get("best", seed["published"]["date"]))
            rows.append((lay_out(Seed(seed["file"], text), clean(text)), day))
    assert rows
    return rows


def test_reference_seeds_from_their_text(shared: Path) -> None:
    """With nothing but tables of offices, the interval of each undated reference seed holds the true day."""
    vocabulary = gold_tables(yaml.safe_load((shared / "gold" / "seeds.yaml").read_text(encoding="utf-8")))
    for reading, day in undated(shared):
        found = date_undated(reading, find_dates(reading, None), find_actors(reading, vocabulary), vocabulary)

        assert found.date
        assert edtf.overlaps(found.date, day)


def test_reference_seeds_by_the_archive(shared: Path, root: Path) -> None:
    """The archive's own actors and known events single out the true day of each undated reference seed."""
    content = read_content(root / "content")
    vocabulary = Vocabulary.of(content.actors, content.countries, content.events)
    for reading, day in undated(shared):
        found = date_undated(reading, find_dates(reading, None), find_actors(reading, vocabulary), vocabulary)

        assert found.date == f"{day}~"


def test_labelled_news_is_never_dated_past_its_day(shared: Path) -> None:
    """On 256 news texts without their dates, no interval excludes the day on which the text came out."""
    dated_texts = 0
    for line in (shared / "corpora" / "dates.jsonl").open(encoding="utf-8"):
        news = json.loads(line)
        found = dated(news["text"], tables(()))
        if found.date:
            dated_texts += 1
            assert edtf.overlaps(found.date, news["dct"][:10]), news["id"]

    assert dated_texts > 30
