"""Hard clues: a report came out no earlier than what it tells as past and than the offices and names it uses, and
no later than it was changed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import edtf
from ...model import Clue, Published
from .story import Story, tenures

# Names that came into use on a day that is known.
_NAMES = (
    (re.compile(r"\bx,? \(?(?:formerly|previously)(?: known as)?,? twitter\b"),
     "2023-07-23", "Twitter became X"),
    (re.compile(r"\bmeta,? \(?(?:formerly|previously) (?:known as )?facebook\b|\bmeta, facebook's parent\b"),
     "2021-10-28", "Facebook became Meta"),
    (re.compile(r"\bnorth macedonia\b"), "2019-02-12", "Macedonia became North Macedonia"),
    (re.compile(r"\beswatini\b"), "2018-04-19", "Swaziland became Eswatini"),
)  # fmt: skip


def explicit_dates(story: Story) -> Iterator[Clue]:
    """The latest full date, month or year told as past."""
    latest = None
    for found in story.dates:
        if found.rule not in ("absolute", "partial", "following") or found.edtf is None:
            continue
        if edtf.parse(found.edtf).interval or not story.is_past(found):
            continue
        first = edtf.bounds(found.edtf)[0]
        if latest is None or first > latest[0]:
            latest = (first, found)
    if latest:
        first, found = latest
        evidence = story.reading.evidence(found.start, found.end, "explicit_date")
        says = f"the latest date that it tells of as past is {edtf.words(found.edtf or '')}"
        yield Clue(says, edtf.join(first, edtf.OPEN_END), True, evidence)


def last_change(stated: Published) -> Iterator[Clue]:
    """A report that was changed on some day had come out by then. It may be years older: a site may have moved."""
    if stated.updated:
        last = edtf.bounds(stated.updated)[1]
        evidence = next((ev for ev in stated.evidence if ev.rule != "given"), None)
        says = f"its page was changed ({edtf.words(stated.updated)}), so it had come out by then"
        yield Clue(says, edtf.join(edtf.OPEN_START, last), True, evidence)


def names_in_use(story: Story) -> Iterator[Clue]:
    """A name that did not exist before a certain day."""
    for pattern, since, what in _NAMES:
        for sentence in story.reading.sentences:
            match = pattern.search(story.lowered, sentence.start, sentence.end)
            if match:
                evidence = story.reading.evidence(match.start(), match.end(), "name_in_use")
                yield Clue(
                    f"it uses a name that is in use since {edtf.words(since)}: {what}", f"{since}/..", True, evidence
                )
                break


def known_events(story: Story) -> Iterator[Clue]:
    """Known events that the report names have happened."""
    reading, seen = story.reading, set()
    for match in reading.matches(story.vocabulary.event_names):
        event = story.vocabulary.events[match.held]
        first = edtf.bounds(event.date)[0]
        if event.id in seen or first == edtf.OPEN_START:
            continue
        seen.add(event.id)
        evidence = reading.evidence(match.start, match.end, "known_event_name")
        says = f"it tells of a known event: {event.name}, {edtf.words(event.date)}"
        yield Clue(says, edtf.join(first, edtf.OPEN_END), True, evidence)


def offices(story: Story) -> Iterator[Clue]:
    """People named with an office had taken it. When they left it limits what they did, not when it was told."""
    seen = set()
    for evidence, actor in story.in_office:
        first = min(first for first, _ in tenures(actor.offices))
        if actor.id in seen or first == edtf.OPEN_START:
            continue
        seen.add(actor.id)
        office = min(actor.offices, key=lambda held: edtf.bounds(held.start)[0] if held.start else edtf.OPEN_START)
        says = f"it names {actor.name} with an office: {office.title}, from {edtf.words(office.start or '..')}"
        yield Clue(says, edtf.join(first, edtf.OPEN_END), True, evidence)
