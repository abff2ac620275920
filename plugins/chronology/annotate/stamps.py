"""A reading -> the dates on the lines around the report, each with what the line says of it and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate
from typing import NamedTuple

from ..model import Evidence
from ..months import MONTH_NAME, MONTHS
from .reading import Reading

# Lines that may tell the day, the surest first: what a site stamps, what a field says, what is cited.
RULES = ("stamp", "byline", "fields", "citation", "credit", "rights")

_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%])"
# "20235:01 am": copied from a page, the year has lost the space behind it.
_YEAR = r"(?:1[5-9]|20)\d\d(?:(?=\d{1,2}[:.]\d\d)|(?![\d%]|[.,]\d))"
_WEEKDAY = r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day\b|\.|(?=,? ))"
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"
_ZONE = (
    r"(?: ?\(?(?:gmt|utc|ist|[ecmp][sde]?t|bst|cest|cet|eet|eat|wat|cat|msk|sast|z)\b\)?(?:[+-]\d{1,2}(?::?\d\d)?)?)?"
)
_TIME = rf"(?:(?:,? ?(?:at |\| |- |· |/ )?|t){_CLOCK}{_ZONE})?"
DATE = re.compile(
    rf"(?:(?:{_WEEKDAY},? )?(?:\b(?P<m1>{MONTH_NAME})\.? (?P<d1>{_DAY}),? (?P<y1>{_YEAR})"
    rf"|(?P<d2>{_DAY})(?:\. ?|[ -])(?:of |de )?(?P<m2>{MONTH_NAME})\.?,?[ -](?:de )?(?P<y2>{_YEAR}))"
    r"|(?<!\d)(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d\d?)[-/.](?P<d3>\d\d?)(?!\d)"
    rf"|(?<![\d/.-])(?P<a>\d\d?)(?P<mark>[/.-])(?P<b>\d\d?)(?P=mark)(?P<y4>(?:19|20)\d\d)(?!\d)){_TIME}"
)
_LABEL = re.compile(
    r"\b(?:first |originally |date |(?:this )?(?:entry|post|story|article|item) was (?:first |originally )?)?"
    r"(?:published|posted|publication date|date|created|released|premiered|uploaded|erstellt|veroffentlicht|publie"
    r"|publicado|pubblicato)(?: on| at| am| le| el| il)?[ :|-]*$"
)
_LATER = re.compile(
    r"\b(?:updat\w*|modif\w*|edited|revis\w*|corrected|amended|last|aktualisiert|geandert|mis a jour|actualizado)\b"
    r"[^|]*$"
)
_OTHER = re.compile(
    r"(?:\b(?:retrieved|accessed|archived|copyright|downloaded|expires?|until|born|since)\b|[(]c[)]|©)[^|]*$"
)
_PARAGRAPH = 80


class Stamp(NamedTuple):
    """A date on a line around the report."""

    date: str
    kind: str
    """published, unlabelled or updated."""
    evidence: Evidence
    heads: int = 0
    """How much of the report stands between it and the next date: its share of the paragraphs, in percent."""
    away: int = 0
    """How many rows on the next paragraph stands."""
    below: int = 0
    """How many rows below the title it stands; negative above it."""
    listed: bool = False
    """Whether it is one of a list of dates, each with a line of its own or in a block with the headline of another
    story, as teasers have.
    """


def find_stamps(reading: Reading) -> list[Stamp]:
    """The dates of the lines around the report, those of the surest lines first."""
    dropped = [line for line in reading.cleaned.dropped if line.rule in RULES]
    if not dropped:
        return []
    starts = [0, *accumulate(len(line) + 1 for line in reading.text.split("\n"))]
    found: list[tuple[int, Stamp]] = []
    above = ""
    for line in dropped:
        start = starts[line.line - 1]
        folded = reading.folded[start : start + len(line.text)].lower()
        for stamp in read_stamps(reading, folded, start, line.rule):
            if stamp.kind == "unlabelled" and _LATER.fullmatch(above):
                # "Updated:" stands on the line above.
                stamp = stamp._replace(kind="updated")
            if stamp.kind == "published" or line.rule != "rights":
                found.append((line.line, stamp))
        above = folded.strip() if line.rule == "stamp" else ""
    placed = _placed(reading, found)
    placed.sort(key=lambda stamp: RULES.index(stamp.evidence.rule))
    return placed


def read_stamps(reading: Reading, folded: str, offset: int, rule: str) -> Iterator[Stamp]:
    """The dates on one line, which is folded and in lower case."""
    before = 0
    for match in DATE.finditer(folded):
        words = folded[before : match.start()]
        before = match.end()
        found = date_of(match)
        if found is None or _OTHER.search(words):
            continue
        later = _LATER.search(words)
        label = later or _LABEL.search(words)
        start = match.start() - len(words) + label.start() if label else match.start()
        kind = "updated" if later else "published" if label else "unlabelled"
        if rule == "citation" and kind == "published":
            kind = "unlabelled"
        yield Stamp(found, kind, reading.evidence(offset + start, offset + match.end(), rule))


def _placed(reading: Reading, stamps: Sequence[tuple[int, Stamp]]) -> list[Stamp]:
    """The stamps with what stands under them: those that follow each other without a paragraph between
    them share it.
    """
    cleaned = reading.cleaned
    paragraphs = [line for line in cleaned.body if line.end - line.start >= _PARAGRAPH] or list(cleaned.body)
    begins = [line.number for line in paragraphs]
    text = [0, *accumulate(line.end - line.start for line in paragraphs)]
    rows = sorted([line.line for line in cleaned.dropped] + [line.number for line in cleaned.body])
    under = [bisect_right(begins, number) for number, _ in stamps]
    title = cleaned.title
    top = bisect_left(rows, reading.text.count("\n", 0, title.start) + 1) if title else 0
    listed = _listed(sorted({bisect_left(rows, number) for number, stamp in stamps if stamp.kind == "unlabelled"}))
    teasers = _teasers(reading, [number for number, stamp in stamps if stamp.kind == "unlabelled"])
    placed: list[Stamp] = []
    for (number, stamp), first in zip(stamps, under, strict=True):
        following = bisect_right(under, first)
        last = under[following] if following < len(under) else len(paragraphs)
        row = bisect_left(rows, number)
        end = bisect_left(rows, begins[first]) if first < len(begins) else len(rows)
        heads = 100 * (text[last] - text[first]) // text[-1] if text[-1] else 100
        placed.append(
            stamp._replace(heads=heads, away=end - row, below=row - top, listed=row in listed or number in teasers)
        )
    return placed


def _listed(rows: list[int]) -> set[int]:
    """Those that follow each other at the same small distance, three of them or more."""
    threes = zip(rows, rows[1:], rows[2:], strict=False)
    return {row for three in threes if three[1] - three[0] == three[2] - three[1] in _TEASER for row in three}


_TEASER = (2, 3)


def _teasers(reading: Reading, numbers: Sequence[int]) -> set[int]:
    """The lines of those that close a block of a headline and a date, where a page has several such blocks."""
    title = reading.cleaned.title.quote if reading.cleaned.title else ""
    lines = ["", "", *(line.strip() for line in reading.text.split("\n")), "", ""]
    found = set()
    for number in numbers:
        before, headline, _, after = lines[number - 1 : number + 3]
        if not before and not after and headline.count(" ") >= _HEADLINE and headline[-1] != "." and headline != title:
            found.add(number)
    return found if len(found) > 1 else set()


_HEADLINE = 3


def date_of(match: re.Match[str]) -> str | None:
    """The day that was matched; "03/04/2024" is the days between its two readings."""
    if match["m1"] or match["m2"]:
        name, day, year = (match["m1"], match["d1"], match["y1"]) if match["m1"] else match.group("m2", "d2", "y2")
        return on(int(year), MONTHS[name], int(day.rstrip("sthndr")))
    if match["y3"]:
        return on(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    year, one, other = int(match["y4"]), int(match["a"]), int(match["b"])
    # With full stops the day comes first, wherever that is written.
    both = (on(year, other, one), on(year, one, other) if match["mark"] != "." else None)
    readings = sorted({day for day in both if day})
    return "/".join(readings) if readings else None


def on(year: int, month: int, day: int) -> str | None:
    """That day, if the calendar has it."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
