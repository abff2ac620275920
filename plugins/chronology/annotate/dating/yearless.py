"""Dates told without their year ("on September 4", "in January"): the year in which their people were in office."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from ... import edtf
from ...model import Actor, Clue, DateFound
from .story import Story, tenures

_YEARLESS = re.compile(r"XXXX-(\d\d)(?:-(\d\d))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_RECENT = re.compile(r"\b(?:recent(?:ly)?|earlier(?: in)?|last)\b")
_FEW = 3


def yearless_dates(story: Story, others: str | None) -> list[Clue]:
    """Lower limits that are hard, and upper limits that are soft. `others` is what the other clues leave."""
    clues: list[Clue] = []
    span = others or "../.."
    for found in story.dates:
        shape = _YEARLESS.fullmatch(found.value)
        if not shape or found.rule != "partial" or not story.is_past(found):
            continue
        if story.reading.quote_at(found.start):
            continue
        people = _people(story, found)
        if people:
            days = _days_in_office(people, int(shape[1]), int(shape[2] or 0))
            # Without a year the last such day is meant, so a year later is too late.
            days = [day for day in days if edtf.overlaps(_year_from(day), span)]
            clues += _limits(story, found, people, days)
    for clue in clues:
        span = edtf.intersect(span, clue.gives) or span
    clues += _weekdays_of_month(story, span)
    return clues


def _people(story: Story, found: DateFound) -> tuple[Actor, ...]:
    """The office holders of whom the date is told: those of its sentence, or else of the next, in the same words."""
    here = story.sentence_index(found.start)
    sentences = story.reading.sentences[here : here + 2]
    in_office = {actor.id for evidence, actor in story.in_office if evidence.start >= sentences[0].start}
    for sentence in sentences:
        inside = [a for ev, a in story.mentions if sentence.start <= ev.start < sentence.end and a.kind == "person"]
        people = [a for a in inside if a.offices and (a.id in in_office or story.speaks_of_office(sentences[0]))]
        if people:
            return tuple({actor.id: actor for actor in people}.values())
        if not story.speaks_of_office(sentences[0]):
            break
    return ()


def _days_in_office(people: tuple[Actor, ...], month: int, day: int) -> list[str]:
    """The dates of that month or day on which all of them held an office, the earliest first; at most a century."""
    spans = [tenures(actor.offices) for actor in people]
    starts = [first for held in spans for first, _ in held if first > edtf.OPEN_START]
    if not starts:
        return []
    first_year = date.fromordinal(min(starts)).year
    ends = [max(last for _, last in held) for held in spans]
    last = min(ends)
    last_year = date.fromordinal(last).year if last < edtf.OPEN_END else first_year + 100
    days = []
    for year in range(first_year, last_year + 1):
        text = f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
        if edtf.is_valid(text):
            begin, end = edtf.bounds(text)
            if all(any(a <= end and begin <= b for a, b in held) for held in spans):
                days.append(text)
    return days[:_CENTURY]


_CENTURY = 100


def _year_from(day: str) -> str:
    """The year that begins with a day or month."""
    first = edtf.bounds(day)[0]
    return edtf.join(first, min(first + 366, edtf.OPEN_END - 1))


def _limits(story: Story, found: DateFound, people: tuple[Actor, ...], days: list[str]) -> Iterator[Clue]:
    """The report is later than the earliest of the possible dates. If they are few, it is soon after the last."""
    if not days:
        return
    names = " and ".join(actor.name for actor in people)
    evidence = story.reading.evidence(found.start, found.end, "year_from_office")
    told = "; ".join(edtf.words(day) for day in days[:_FEW]) + ("; ..." if len(days) > _FEW else "")
    says = f'{names} in office on "{found.text}": {told}'
    yield Clue(says, edtf.join(edtf.bounds(days[0])[0], edtf.OPEN_END), True, evidence)
    if len(days) > _FEW:
        return
    last = date.fromordinal(edtf.bounds(days[-1])[1])
    sentence = story.reading.sentence_at(found.start)
    words = story.lowered[sentence.start : found.end] if sentence else ""
    if _RECENT.search(words):
        until = f"{last.year + last.month // 12:04}-{last.month % 12 + 1:02}"
        yield Clue(f'"{found.text}" is told as recent: written within weeks', f"../{until}", False, evidence)
    else:
        until = f"{last.year + 1:04}-{last.month:02}"
        yield Clue(f'"{found.text}" needs no year: written within a year', f"../{until}", False, evidence)


def _weekdays_of_month(story: Story, span: str) -> Iterator[Clue]:
    """A weekday of the month told of had passed: "Earlier in September ... '(on Tuesday)'"."""
    first, last = edtf.bounds(span)
    if first == edtf.OPEN_START or last - first > _MONTHS:
        return
    month: DateFound | None = None
    for found in story.dates:
        quoted = story.reading.quote_at(found.start)
        if _YEARLESS.fullmatch(found.value) and not quoted:
            month = found
            continue
        weekday = _WEEKDAY.fullmatch(found.value)
        if not weekday or not quoted or month is None or len(month.value) != len("XXXX-09"):
            continue
        if not story.lowered.endswith(("(", "(on "), 0, found.start):
            continue
        if story.sentence_index(found.start) - story.sentence_index(month.start) > _FEW:
            continue
        year = date.fromordinal(first).year
        begin, end = edtf.bounds(f"{year:04}{month.value[4:]}")
        if end < first - _MONTHS or begin > last:
            continue
        day = begin + (int(weekday[1]) - 1 - (begin - 1)) % 7
        evidence = story.reading.evidence(found.start, found.end, "weekday_inside_quote_of_earlier_report")
        says = f'"{month.text} ... {found.text}": the first such day is {edtf.words(edtf.join(day, day))}'
        yield Clue(says, edtf.join(day + 1, edtf.OPEN_END), True, evidence)


_MONTHS = 100
