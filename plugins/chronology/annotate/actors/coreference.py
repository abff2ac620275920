"""People named in full on a page -> the places where it calls them by a part of their name."""

from __future__ import annotations

from bisect import bisect_left

from .page import Mention, Page, Person
from .words import HEADS, NOT_NAMES, PARTICLES, SUFFIXES


def short_forms(page: Page, people: list[Person]) -> list[tuple[str, Mention]]:
    """Each bare surname with the id of the person last named in full before it, or first after it."""
    called: dict[str, list[Person]] = {}
    for person in people:
        for word in _parts(person.words, page.vocabulary.given_names):
            called.setdefault(word, []).append(person)
            if not word.isupper():
                called.setdefault(word.upper(), []).append(person)
    if not called:
        return []
    by_word = {word: Namesakes(same) for word, same in called.items()}
    given = _by_given_name(page, people, called)
    by_word.update((word, Namesakes([person])) for word, person in given.items())
    found = []
    for at in [at for at in page.reading.tokens.capitals if page.words[at] in by_word]:
        if (
            not page.taken[at]
            and not _within_a_name(page, at)
            and not (page.words[at] in given and _named_so(page, at))
        ):
            named = by_word[page.words[at]].named_before(at)
            if named is not None:
                short = page.mention(at, at + 1, "short_form", named.key, named.kind, named.country)
                found.append((named.key, short))
    page.take([mention for _, mention in found])
    return found


def _parts(words: tuple[str, ...], given: frozenset[str]) -> set[str]:
    """The words by which a person may be called alone: the last, and a first that is no common given name
    ("Zhao" for Zhao Ziyang).
    """
    if len(words) > 2 and words[-1] in SUFFIXES:
        words = words[:-1]
    last = words[-1]
    parts = {last} if len(last) > 2 or len(words) > 1 else set()
    if len(words) in {2, 3} and words[0] not in given and len(words[0]) > 2:
        parts.add(words[0])
    if len(words) > 2 and words[-2].lower() not in PARTICLES and len(words[-2]) > 3 and words[-2] not in given:
        parts.add(words[-2])
    return {part for part in parts if part[0].isupper() and part not in NOT_NAMES and part.lower() not in HEADS}


def _by_given_name(page: Page, people: list[Person], called: dict[str, list[Person]]) -> dict[str, Person]:
    """Those whom only one person on the page can be called by: "Saddam"."""
    bearers: dict[str, list[Person]] = {}
    for person in people:
        if len(person.words) > 1 and person.words[0] in page.vocabulary.given_names:
            bearers.setdefault(person.words[0], []).append(person)
    return {word: same[0] for word, same in bearers.items() if len(same) == 1 and word not in called}


def _named_so(page: Page, at: int) -> bool:
    """Whether a given name belongs to somebody or something else: "King Charles", "Hurricane Charles", "Paris"."""
    if at in page.place_at or page.lower(at - 1) in HEADS:
        return True
    return at > 0 and page.words[at - 1][0].isupper() and page.words[at - 1] not in NOT_NAMES and page.joined(at - 1)


def _within_a_name(page: Page, at: int) -> bool:
    """Whether the word is part of some longer name: "Reagan Airport", "Nancy Reagan"."""
    if page.shouted(page.starts[at]):
        return False
    before, after = at - 1, at + 1
    if (
        before >= 0
        and page.joined(before)
        and page.gap(before) in {" ", "-"}
        and page.words[before] in page.vocabulary.given_names
    ):
        return True
    return (
        after < len(page.words)
        and page.gap(at) == " "
        and page.words[after][0].isupper()
        and not page.taken[after]
        and page.words[after] not in NOT_NAMES
        and after not in page.place_at
        and page.lower(after) not in HEADS
        and page.reading.sentence_at(page.starts[at]) == page.reading.sentence_at(page.starts[after])
    )


class Namesakes:
    """Those whom one word may call."""

    def __init__(self, people: list[Person]) -> None:
        self._one = people[0] if len({person.key for person in people}) == 1 else None
        self._named = sorted((first, at) for at, person in enumerate(people) for first in person.firsts)
        self._people = people

    def named_before(self, at: int) -> Person | None:
        """Of namesakes, the one last named in full before this word."""
        if self._one is not None:
            return self._one
        index = bisect_left(self._named, (at,)) - 1
        return self._people[self._named[index][1]] if index >= 0 else None
