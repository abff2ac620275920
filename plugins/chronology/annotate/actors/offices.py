"""People named with an office on a page -> the places where it calls them by the office alone: "the prime minister"."""

from __future__ import annotations

from .page import Mention, Page, Person
from .words import HEADS, OFFICE_OF, SINGLE_OFFICES

_LONGEST = 4
_NO_LONGER = frozenset({"former", "ex", "late", "then", "ousted", "deposed", "deputy", "vice", "acting"})
_GOES_ON = frozenset({"of", "for", "in", "elect", "designate"})

Title = tuple[str, ...]
"""The words of an office, in small letters."""


def called_by_office(page: Page, people: list[Person]) -> list[tuple[str, Mention]]:
    """Each "the TITLE" with the id of the one person whom the page names with that title. Where two bear it, or
    one bore it once, it is nobody's.
    """
    bearers: dict[Title, Person | None] = {}
    for person in people:
        for first in person.firsts:
            title, held = _title(page, first)
            if title and bearers.setdefault(title, person if held else None) is not person:
                bearers[title] = None
    holders = {title: person for title, person in bearers.items() if person and _is_office(title)}
    if not holders:
        return []
    found = []
    begins = {title[0] for title in holders}
    for at in [at for at, word in enumerate(page.lowered) if word in begins and page.lower(at - 1) == "the"]:
        for title, person in holders.items():
            last = at + len(title)
            if page.lowered[at:last] == title and page.free(at, last) and _ends(page, last):
                found.append((person.key, page.mention(at, last, "office", person.key, person.kind, person.country)))
    page.take([mention for _, mention in found])
    return found


def _title(page: Page, first: int) -> tuple[Title, bool]:
    """The title before a name, or at the beginning of an alias ("President Varga"), and whether it is still held."""
    last = first
    while page.lower(last) in HEADS and page.lower(last + 1):
        last += 1
    begin = last
    if last == first and page.lower(first - 1) in OFFICE_OF:
        # "Secretary of State": back to the word before "of".
        begin = next((at - 1 for at in range(first - 1, max(first - 5, 0), -1) if page.lower(at) == "of"), first)
    while begin > 0 and last - begin < _LONGEST and _of_title(page, begin - 1, begin == last):
        begin -= 1
    title = tuple(page.lowered[begin:last])
    return title, page.lower(begin - 1) not in _NO_LONGER and not _NO_LONGER.intersection(title)


def _of_title(page: Page, at: int, end: bool) -> bool:
    word = page.words[at]
    if page.gap(at) != " " or at in page.place_at or not word[0].isupper():
        return False
    return word.lower() in HEADS or (not end and word.lower() in OFFICE_OF | {"prime"})


def _is_office(title: Title) -> bool:
    """Whether nobody else is called so by chance: "the president", "the foreign minister", not "the officer"."""
    return title[0] in SINGLE_OFFICES if len(title) == 1 else any(word in HEADS for word in title)


def _ends(page: Page, last: int) -> bool:
    """Whether the title stands alone, not as in "the president of Kenya" or "the Prime Minister Varga"."""
    if last < len(page.words) and page.gap(last - 1) in {" ", "-"}:
        return page.lower(last) not in _GOES_ON | HEADS and not page.words[last][0].isupper()
    return True
