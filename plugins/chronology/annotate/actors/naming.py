"""Capitalised words -> whether the name itself, or what the report says of it at once, makes it a person's."""

from __future__ import annotations

import re
from bisect import bisect_left

from .page import Page
from .words import ARMED, ARTICLES, HEADS, HEADS_OF_THINGS, RELATIVES, SITUATED, THINGS

_SON_OF = frozenset({"bin", "ibn", "bint", "ould", "oglu", "ogly"})
_FATHER_OF = frozenset({"Abu", "Umm", "Ibn"})
# "(in Russian: ...), also known as Varga,[1] is a": what an encyclopedia puts between a name and what it is.
_BETWEEN = re.compile(
    r"(?: ?\([^()\n]{1,160}\)(?:\[\d+\])*)?(?:, [^.\n]{1,100}?,)?(?:\[\d+\])* (?:is|was) (?:an?|the|one) "
)
_REACH, _ROLE = 300, 7


def is_built_like_a_person(page: Page, first: int, last: int) -> bool:
    """As in "Sidi ould Maham", "Abu Haidar", "Mohan al-Freiji": no town and no brigade is called so, unless its
    first word says it or it stands where a place does.
    """
    words = [page.lower(at) for at in range(first + 1, last - 1)]
    if not _SON_OF.isdisjoint(words):
        return True
    arabic = last - first == 3 and words[0] in ARTICLES and page.gap(first + 1) == "-"
    if not arabic and not (page.words[first] in _FATHER_OF and last - first < 5):
        return False
    if page.words[first] in HEADS_OF_THINGS or any(at in page.place_at for at in range(first, last)):
        return False
    if page.lower(first - 1) in SITUATED or (page.lower(first - 1) == "of" and page.lower(first - 2) in THINGS):
        return False
    if page.gap(last - 1) == " " and page.lower(last) in ARMED | THINGS:
        return False
    return not (page.gap(last - 1) == ", " and any(at in page.place_at for at in (last, last + 1)))


def has_relatives(page: Page, last: int) -> bool:
    """As in "Kerimov's widow": things have no widows."""
    return page.lower(last) == "s" and page.lower(last + 1) in RELATIVES and page.gap(last - 1) == "'"


def is_introduced(page: Page, first: int, last: int) -> bool:
    """As in "Takako Doi (born 1928) was a chairwoman", at the head of a sentence."""
    if page.gap(last - 1)[:2] not in {" (", "(", ", "} or not page.opens(first):
        return False
    end = page.ends[last - 1]
    match = _BETWEEN.match(page.folded, end, end + _REACH)
    if not match:
        return False
    role = bisect_left(page.starts, match.end())
    return any(page.lower(at) in HEADS for at in range(role, min(role + _ROLE, len(page.words))))
