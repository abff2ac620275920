"""Capitalised words beside a title, a verb of saying or a given name -> people without a record."""

from __future__ import annotations

from .naming import has_relatives, is_built_like_a_person, is_introduced
from .page import Mention, Page
from .words import COURTESY, HEADS, OFFICE_OF, ORGANISATION_NOUNS, PLACE_NOUNS, SAYING, SUFFIXES, SURE_HEADS

_LONGEST = 5
"""More capitalised words than this are no person's name."""


def discover_people(page: Page) -> list[Mention]:
    """People by what stands beside a name. The first rule that speaks for a run of capitals takes it."""
    found = []
    for first, last in page.runs():
        begin, titled = _without_title(page, first, last)
        begin = _without_places(page, begin, last)
        if begin == last or not _may_be_person(page, begin, last):
            continue
        rule = _rule(page, begin, last, (titled and begin > first) or _title_before(page, begin, last - begin))
        if rule:
            found.append(page.mention(begin, last, rule))
    page.take(found)
    listed = _listed(page, found)
    page.take(listed)
    return [*found, *listed]


def _listed(page: Page, found: list[Mention]) -> list[Mention]:
    """Names of two or three words in a list with somebody: "Uma Lindt, Takel Moro and Sabou Diakaro"."""
    if not found:
        return []
    begins, ends = {mention.first for mention in found}, {mention.last for mention in found}
    listed = []
    for begin, last in page.runs():
        first = _without_places(page, begin, last)
        if not 1 < last - first < 4 or not _may_be_person(page, first, last):
            continue
        if len(page.words[first]) == 1 and page.gap(first) != ". ":
            # "Sen. Uma Lindt, R-Ohio" is one.
            continue
        after_one = _beside(page, begin, ends, -1) and (page.gap(last - 1)[:1] in _CLOSES or page.lower(last) == "and")
        if after_one or _beside(page, last, begins, 1):
            listed.append(page.mention(first, last, "list"))
            ends.add(last)
    return listed


_CLOSES = frozenset(",.;)\n")


def _beside(page: Page, at: int, people: set[int], step: int) -> bool:
    """Whether only a comma, or "and", stands between this word and somebody's name."""
    before = at - 1 if step < 0 else at
    if page.gap(at - 1) == ", " and at in people:
        return True
    return page.lower(before) == "and" and at + step in people and page.gap(before - 1) in {" ", ", "}


def _rule(page: Page, first: int, last: int, titled: bool) -> str:
    many = last - first > 1
    if titled:
        return "title_name"
    given = page.words[first] in page.vocabulary.given_names
    if has_relatives(page, last):
        return "possessive"
    if not many:
        # "says Manal": who has no surname on the page is still cited by name.
        return "speech_verb" if given and _speaks(page, first, last) else ""
    if is_built_like_a_person(page, first, last):
        return "name_form"
    if given:
        return "given_name"
    if _apposition(page, last) or _is_said_to_be(page, last) or is_introduced(page, first, last):
        return "apposition"
    if _speaks(page, first, last):
        return "speech_verb"
    return ""


def _without_title(page: Page, first: int, last: int) -> tuple[int, bool]:
    """Where the name begins after "Russian Foreign Minister", and whether such a title stands there."""
    for at in range(last - 2, first - 1, -1):
        if page.lower(at) in HEADS and not (page.lower(at) == "general" and page.words[at + 1] in ORGANISATION_NOUNS):
            sure = page.lower(at) in SURE_HEADS or last - at > 2
            return (at + 1, True) if sure else (first, False)
    if page.lower(first - 1) in {"of", "the", "and"} and page.lower(first) in OFFICE_OF:
        return _without_office(page, first, last)
    return first, False


def _without_office(page: Page, first: int, last: int) -> tuple[int, bool]:
    """As in "Secretary of State" and "Chancellor of the Exchequer" before a name."""
    of = next((at for at in range(first - 1, max(first - 6, 0), -1) if page.lower(at) == "of"), 0)
    if page.lower(of - 1) not in HEADS or any(page.lower(at) not in OFFICE_OF for at in range(of + 1, first)):
        return first, False
    begin = first
    while begin < last and page.lower(begin) in OFFICE_OF:
        begin += 1
    return begin, last > begin


def _without_places(page: Page, first: int, last: int) -> int:
    """Steps over a country's name or people before a name: "Malian Assimi Goita"."""
    while first < last and first in page.place_at:
        place = page.place_at[first]
        if place.held.kind not in {"name", "demonym"} or place.last > last:
            break
        first = place.last
    return first


def _may_be_person(page: Page, first: int, last: int) -> bool:
    if last - first > _LONGEST or (page.lower(last - 1) in HEADS and last - first < 3):
        return False
    for at in range(first, last):
        word = page.words[at]
        if word in ORGANISATION_NOUNS or word in PLACE_NOUNS or not word.isalpha():
            return False
        # "J" and "W" are initials; longer words in capitals are acronyms.
        if word.isupper() and len(word) > 1 and word not in SUFFIXES and not _transcribed(page, first):
            return False
    if page.geographic(first, last):
        # "Paris" is no person, nor is "New York"; but a given name and a town's name are a person's.
        return last - first > 1 and page.place_at[first] is not page.place_at[last - 1]
    return len(page.words[last - 1]) > 1


def _transcribed(page: Page, first: int) -> bool:
    """Whether a minute-taker writes who speaks: "MR OKOYE: Thank you."."""
    return first > 0 and page.words[first - 1].isupper() and page.lower(first - 1) in COURTESY


def _title_before(page: Page, first: int, length: int) -> bool:
    """As in "spokesman Dmitry Peskov", "Mr. Lavrov", "the interim leader, Assimi Goita"."""
    role = page.lower(first - 1)
    if role not in HEADS:
        return False
    gap = page.gap(first - 1)
    if gap == ", ":
        return length > 1
    if gap not in {" ", ". ", "\n"} and not page.joined(first - 1):
        return False
    return length > 1 or role in COURTESY or role in SURE_HEADS


def _apposition(page: Page, last: int) -> bool:
    """As in "Takako Doi, chairwoman of the party": a role follows before the next comma."""
    at = last
    if page.gap(last - 1) not in {", ", " (", ",\n"} or at >= len(page.words):
        return False
    if page.words[at].isdigit() and page.gap(at) in {",", ", ", ")"}:
        return True
    if page.lower(at) == "who":
        return True
    for at in range(last, min(last + 7, len(page.words))):
        if page.lower(at) in HEADS:
            return True
        if page.gap(at).strip(" -'\n"):
            return False
    return False


def _is_said_to_be(page: Page, last: int) -> bool:
    """As in "Takako Doi was the first chairwoman"."""
    if page.gap(last - 1) != " " or page.lower(last) not in {"is", "was"}:
        return False
    if page.lower(last + 1) not in {"a", "an", "the", "one"}:
        return False
    for at in range(last + 2, min(last + 7, len(page.words))):
        if page.lower(at) in HEADS:
            return True
        if page.gap(at).strip(" -'\n"):
            return False
    return False


def _speaks(page: Page, first: int, last: int) -> bool:
    """As in "Choguel Maiga said", "said Choguel Maiga"."""
    if page.lower(last) in SAYING and page.gap(last - 1) in {" ", "\n"}:
        return True
    after = page.gap(last - 1)
    return page.lower(first - 1) in SAYING and page.gap(first - 1) == " " and after[:1] in {".", ",", "\n"}
