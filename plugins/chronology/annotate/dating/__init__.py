"""An undated report to the interval in which it came out, with every clue that narrowed it.

Each clue leaves an interval. Hard clues cut: what is told as past had happened, who is named with an office had
taken it. Soft clues ("recently", "earlier in September") only narrow what the hard ones left, and make the end
uncertain. Silence is no clue: that a report does not mention a later event proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ... import edtf
from ...model import ActorFound, Clue, DateFound, Published
from ...vocabulary import Vocabulary
from ..reading import Reading
from .lead import match_lead
from .limits import explicit_dates, known_events, last_change, names_in_use, offices
from .story import Story
from .yearless import yearless_dates

_NOTHING = Published()


def date_undated(
    reading: Reading,
    dates: Sequence[DateFound],
    actors: Sequence[ActorFound],
    vocabulary: Vocabulary,
    stated: Published = _NOTHING,
) -> Published:
    """When a report without a stamp came out: an EDTF interval, the day of a known event, or nothing.

    `dates` are those of `find_dates(reading, None)`, `stated` is what `find_published` gave: no day of publication,
    but perhaps one of a change.
    """
    story = Story(reading, dates, actors, vocabulary)
    clues = [*last_change(stated), *explicit_dates(story), *names_in_use(story), *known_events(story), *offices(story)]
    # A date without a year needs what the others say to find its year, so it comes last.
    clues += yearless_dates(story, _meet(clues))
    hard = _meet(clue for clue in clues if clue.hard)
    if hard is None:
        # Clues that contradict each other date nothing; they are kept for a person to look at.
        return Published(clues=tuple(clues))
    narrow = hard
    for clue in clues:
        if not clue.hard:
            narrow = edtf.intersect(narrow, clue.gives) or narrow
    lead = match_lead(story, hard, narrow)
    if lead:
        return Published(lead.date, clues=(*clues, lead.clue))
    span = _written(hard, narrow)
    return Published(None if span == "../.." else span, clues=tuple(clues))


def _meet(clues: Iterable[Clue]) -> str | None:
    """What hard clues leave together; None where they contradict each other."""
    span: str | None = "../.."
    for clue in clues:
        if clue.hard:
            span = edtf.intersect(span, clue.gives) if span else None
    return span


def _written(hard: str, narrow: str) -> str:
    """The interval, with "?" on each end that only a soft clue gives."""
    (first, last), (hard_first, hard_last) = edtf.bounds(narrow), edtf.bounds(hard)
    text = edtf.join(first, last)
    start, slash, end = text.partition("/")
    if not slash:
        return text if (first, last) == (hard_first, hard_last) else f"{text}?"
    return f"{start}{'?' * (first > hard_first)}/{end}{'?' * (last < hard_last)}"
