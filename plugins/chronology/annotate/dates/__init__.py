"""A reading to the date expressions in it: TIMEX3 type and value, and EDTF where they name a calendar date."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import groupby
from operator import attrgetter, itemgetter

from ... import edtf
from ...model import DateFound
from ..reading import Reading, Sentence
from . import (
    absolute,
    deictic,
    durations,
    following,
    holidays,
    partial,
    ranges,
    relative,
    seasons,
    sets,
    times,
    vague,
    weekdays,
)
from .islands import Candidate, candidates, islands
from .reckoning import Clock, Meaning, Rule
from .speech import Speech

# Of two matches that begin at the same place the longer wins; of two as long, the family named first.
# What names most comes first, what hangs on other dates later, and what names no date last.
FAMILIES: tuple[tuple[Rule, ...], ...] = (
    ranges.RULES,
    absolute.RULES,
    times.RULES,
    following.RULES,
    holidays.RULES,
    partial.RULES,
    weekdays.RULES,
    deictic.RULES,
    seasons.RULES,
    sets.RULES,
    relative.RULES,
    durations.RULES,
    vague.RULES,
)
RULES = tuple(rule for family in FAMILIES for rule in family)


@cache
def _rules_for(kinds: int) -> tuple[Rule, ...]:
    """The rules whose words an island of these kinds holds."""
    return tuple(rule for rule in RULES if rule.needs & kinds == rule.needs)


def find_dates(reading: Reading, published: str | None) -> tuple[DateFound, ...]:
    """Every date expression of the sentences, in text order and apart from each other.

    `published` is the EDTF date of the report. Where it is an interval, what hangs on it becomes an interval
    too; where it is None, such an expression keeps an open TIMEX3 value ("XXXX-WXX-2") and no EDTF date.
    """
    found: list[DateFound] = []
    speech = Speech(edtf.bounds(published) if published else None)
    # A folded text in lower case has the same length: folding took the one letter that grows, "İ".
    lowered, starts = reading.folded.lower(), reading.tokens.starts
    for number, group in groupby(islands(reading), itemgetter(0)):
        matches: list[Candidate] = []
        for _, first, last, sight, kinds in group:
            matches += candidates(lowered, starts[first:last], sight, _rules_for(kinds))
        if matches:
            speech.at_sentence(number)
            found += _read(reading, lowered, reading.sentences[number], matches, speech)
    return tuple(found)


def _read(
    reading: Reading, lowered: str, sentence: Sentence, matches: Sequence[Candidate], speech: Speech
) -> list[DateFound]:
    """The dates of one sentence."""
    within = sentence.start, sentence.end
    told, quoted = matches, []
    if reading.quotes:
        quoted = [match for match in matches if reading.quote_at(match[0])]
        told = [match for match in matches if match not in quoted] if quoted else matches
    found: list[DateFound] = []
    # What is quoted hangs on the day of speaking, which the words around it tell: they come first.
    for group, in_quote in ((told, False), (quoted, True)):
        done = 0
        for start, minus_end, _, rule, match in group:
            if start < done:
                continue
            clock = speech.clock(lowered, within, (start, -minus_end))
            meaning = _meaning(rule, match, clock, speech, in_quote)
            if meaning is None:
                continue
            done = -minus_end
            speech.tell(meaning, clock, in_quote)
            found.append(DateFound(start, done, reading.text[start:done], *meaning, rule.family))
    if quoted:
        found.sort(key=attrgetter("start"))
    return found


def _meaning(rule: Rule, match: re.Match[str], clock: Clock, speech: Speech, quoted: bool) -> Meaning | None:
    """What one match says, on the clock of the place where it stands."""

    def at(day: int | None) -> Meaning | None:
        clock.day = day
        try:
            return rule.resolve(match, clock)
        except (ValueError, OverflowError):
            # Before the year 1 or after 9999 there is no date.
            return None

    if quoted and rule.family == "weekday" and clock.before.endswith(("(", "(on ")):
        # An insertion into what an older report quoted: the weekday is one of the month told of just before.
        floating = at(None)
        if floating and speech.month:
            return floating._replace(edtf=speech.month.edtf)
    span = speech.spoken(quoted)
    if span is None:
        return at(None)
    if span[0] == span[1]:
        return at(span[0])
    return _between(at, *span)


def _between(at: Callable[[int | None], Meaning | None], first: int, last: int) -> Meaning | None:
    """The meaning on a day that is only known to lie between two: an interval, unless both ends agree."""
    floating = at(None)
    one = at(first) if first > edtf.OPEN_START else floating
    other = at(last) if last < edtf.OPEN_END else floating
    if one == other or floating is None:
        return one
    if not (one and other) or one.edtf is None or other.edtf is None:
        return floating
    value = one.value if one.value == other.value else floating.value
    return Meaning(floating.type, value, edtf.join(edtf.bounds(one.edtf)[0], edtf.bounds(other.edtf)[1]))
