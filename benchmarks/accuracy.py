"""Labelled corpora -> how much of them `chronology annotate` gets right, each beside its target and on both halves.

The corpora and their scorers are no part of this repository: they lie beside it, in ../shared.
"""

from __future__ import annotations

import datetime as dt
import importlib
import json
import re
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Record = dict[str, Any]
Annotate = Callable[[list[Record]], list[Record]]
Score = Callable[[list[Record], list[Record]], float]


NEAR = 0.02
"""How far a half may stay below the target."""


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    target: float
    whole: float
    even: float
    odd: float
    """Of the records with an even and with an odd number: rules that were fitted to single texts would differ here."""

    @property
    def reached(self) -> bool:
        """Whether the whole reaches the target."""
        return round(self.whole, 3) >= self.target

    @property
    def halves(self) -> str:
        """Which halves reach the target within two points."""
        near = [name for name in ("even", "odd") if round(getattr(self, name), 3) >= round(self.target - NEAR, 3)]
        return {0: "neither", 1: f"{near[0]} only" if near else "", 2: "both"}[len(near)]


def rows(shared: Path, annotate: Annotate, annotate_files: Callable[[list[Path]], list[Record]]) -> Iterator[Row]:
    """The table. `annotate` gives the results of JSON lines, the other those of files."""
    sys.path.insert(0, str(shared / "score"))
    corpora = shared / "corpora"

    texts = _read(corpora / "dates.jsonl")
    found = annotate([{"id": r["id"], "text": r["text"], "date": r["dct"][:10]} for r in texts])
    for what, target, key in (("value", 0.80, "value_f1"), ("expression, relaxed", 0.92, "relaxed")):
        yield _row(f"date expressions, {what}, F1", target, texts, found, _timex(key))

    texts = _read(corpora / "countries_people.jsonl")
    found = annotate([{key: r[key] for key in ("id", "text", "title", "date") if r.get(key)} for r in texts])
    general = set((corpora / "general_ids.txt").read_text(encoding="utf-8").split())
    yield _row("countries `about`, micro-F1", 0.93, [r for r in texts if r["id"] in general], found, _countries)
    yield _row("people, recall", 0.90, [r for r in texts if r["people"]], found, _people)

    texts = _read(corpora / "event_types.jsonl")
    found = annotate([{"id": r["id"], "text": r["text"]} for r in texts])
    yield _row("type of the main event, top 1", 0.60, texts, found, _types)

    texts = _read(corpora / "entities.jsonl")
    found = annotate([{"id": r["id"], "text": r["text"]} for r in texts])
    yield _row("people, overlap F1", 0.75, texts, found, _entities("Person", lambda kind: kind == "person"))
    organised = _entities("Organisation", lambda kind: kind not in ("person", "state"))
    yield _row("organisations, overlap F1", 0.55, texts, found, organised)

    texts = _read(corpora / "pages.jsonl")
    plain = annotate([{"id": r["id"], "text": r["page_text"]} for r in texts])
    html = annotate_files([corpora / r["file"] for r in texts])
    html = [{**result, "id": r["id"]} for r, result in zip(texts, html, strict=True)]
    dated, titled = [r for r in texts if r["date"]], [r for r in texts if r["title"]]
    yield _row("publication date, HTML, exact", 0.93, dated, html, _published)
    yield _row("title, HTML", 0.90, titled, html, _titles)
    # The visible text of a page often leaves out what its markup says.
    yield _row("publication date, text that states it", 0.93, [r for r in dated if _states(r)], plain, _published)
    yield _row("title, text that holds it", 0.90, [r for r in titled if _holds(r)], plain, _titles)
    undated = annotate([{"id": r["id"], "text": without_its_day(r["page_text"], r["date"])} for r in dated])
    yield _row("no day, text without its own day", 1.00, dated, undated, _open)


def _read(path: Path) -> list[Record]:
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _row(what: str, target: float, gold: list[Record], found: list[Record], score: Score) -> Row:
    halves: tuple[list[Record], list[Record]] = ([], [])
    for record in gold:
        halves[_number(record["id"]) % 2].append(record)
    return Row(what, target, *(score(part, found) for part in (gold, *halves)))


def _number(name: str) -> int:
    """The last number in an id, by which the country model's training part was chosen, too."""
    numbers = re.findall(r"\d+", name)
    return int(numbers[-1]) if numbers else zlib.crc32(name.encode())


# --------------------------------------------------------------------------------------
# Scores: gold and results -> a figure from 0 to 1.


def _timex(key: str) -> Score:
    def score(gold: list[Record], found: list[Record]) -> float:
        scorer = importlib.import_module("score_timex")
        results = [{"id": r["id"], "timexes": [{**d} for d in r["dates"]]} for r in found]
        figure: Any = scorer.score(gold, results)[0][key]
        return float(figure["f1"] if isinstance(figure, dict) else figure) / 100

    return score


def _countries(gold: list[Record], found: list[Record]) -> float:
    scorer = importlib.import_module("score_places")
    results = [{"id": r["id"], "countries": [c["code"] for c in r["countries"] if c["about"]]} for r in found]
    return float(scorer.score(gold, results, {})[0]["micro"]["f1"])


def _people(gold: list[Record], found: list[Record]) -> float:
    scorer = importlib.import_module("score_people")
    results = [{"id": r["id"], "people": [a["name"] for a in r["actors"] if a["kind"] == "person"]} for r in found]
    return float(scorer.score(gold, results)[0]["recall"])


# The corpus uses the names of an earlier edition of PLOVER, which told apart what is one type today.
_PLOVER = {
    "REQUEST": {"DEMAND"},
    "ACCUSE:disapprove": {"DISAPPROVE"},
    "ACCUSE:allege": {"DISAPPROVE", "INVESTIGATE"},
    "ASSAULT": {"ASSAULT", "FIGHT"},
}


def _types(gold: list[Record], found: list[Record]) -> float:
    from pelican.plugins.chronology.vocabulary import shipped_event_types

    plover = {row.id: row.plover for row in shipped_event_types()}
    named: dict[str, set[str]] = {}
    for result in found:
        if result["main"] is not None:
            code = plover.get(result["events"][result["main"]]["event_type"], "")
            named[result["id"]] = _PLOVER.get(code, {code.partition(":")[0]})
    return _share(r["event"] in named.get(r["id"], ()) for r in gold)


_NAMED = re.compile(r"(?<!^)\b[A-Z]|^[A-Z]\w+$")
"""The corpus also marks "all political parties"; what bears no name is no actor of ours."""


def _entities(kind: str, ours: Callable[[str], bool]) -> Score:
    def score(gold: list[Record], found: list[Record]) -> float:
        results = {r["id"]: r["actors"] for r in found}
        right = given = reached = wanted = 0
        for record in gold:
            marked = (e for e in record["entities"] if e["type"] == kind and _NAMED.search(e["text"]))
            spans = _joined((e["start"], e["end"]) for e in marked)
            actors = [a for a in results[record["id"]] if ours(a["kind"])]
            mentions = sorted({(e["start"], e["end"]) for a in actors for e in a["evidence"]})
            right += sum(any(a < end and start < b for a, b in spans) for start, end in mentions)
            reached += sum(any(a < end and start < b for start, end in mentions) for a, b in spans)
            given, wanted = given + len(mentions), wanted + len(spans)
        precision, recall = right / max(given, 1), reached / max(wanted, 1)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    return score


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans as one: the corpus marks "the minister, Ada Noor" and "Ada Noor" within it."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _published(gold: list[Record], found: list[Record]) -> float:
    """The very day: one that is marked as uncertain does not count."""
    dates = {r["id"]: r.get("published") for r in found}
    return _share(dates.get(r["id"]) == r["date"] for r in gold)


def _open(gold: list[Record], found: list[Record]) -> float:
    """How many are given no day: an interval that holds the truth is none."""
    dates = {r["id"]: r.get("published") or "/" for r in found}
    return _share("/" in dates[r["id"]] and _may_be(dates[r["id"]], r["date"]) for r in gold)


def _may_be(interval: str, day: str) -> bool:
    """Whether an EDTF interval of days, months, years or nothing may hold a day."""
    first, _, last = (end.strip(".?~") for end in interval.partition("/"))
    return first <= day[: len(first)] and (not last or day[: len(last)] <= last)


def without_its_day(text: str, date: str) -> str:
    """A text without the lines that name this day, in whatever form."""
    day = dt.date.fromisoformat(date)
    month, number = rf"{day:%b}[a-z]*\.?", rf"(?<!\d)0?{day.day}(?!\d)(?:st|nd|rd|th)?"
    figures = rf"(?:{day.year}|{day:%y})"
    own = re.compile(
        rf"{month},? {number}|{number}[. -]{{1,2}}(?:of )?{month}|{day.year}[-/.]0?{day.month}[-/.]{number}"
        rf"|{number}[-/.]0?{day.month}[-/.]{figures}|(?<!\d)0?{day.month}[-/.]{number}[-/.]{figures}",
        re.IGNORECASE,
    )
    return "\n".join(line for line in text.split("\n") if not own.search(line))


def _states(page: Record) -> bool:
    """Whether a line of the page has the year, the month and the day of its date."""
    day = dt.date.fromisoformat(page["date"])
    month = rf"(?:{day:%b}|(?<!\d){day:%m}(?!\d)|(?<!\d){day.month}(?!\d))"
    number = rf"(?<!\d)0?{day.day}(?!\d)"
    lines = [line for line in page["page_text"].splitlines() if str(day.year) in line]
    return any(re.search(month, line, re.IGNORECASE) and re.search(number, line) for line in lines)


def _holds(page: Record) -> bool:
    return f" {_plain(page['title'])} " in f" {_plain(page['page_text'])} "


def _titles(gold: list[Record], found: list[Record]) -> float:
    titles = {r["id"]: r.get("title") for r in found}
    return _share(_plain(titles.get(r["id"])) == _plain(r["title"]) for r in gold)


def _plain(words: str | None) -> str:
    letters = unicodedata.normalize("NFKD", words or "").replace("’", "'")
    return re.sub(r"\W+", " ", "".join(c for c in letters if not unicodedata.combining(c))).strip().lower()


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return sum(marks) / len(marks) if marks else 0.0
