"""Countries named as parties, not as places -> states that act: by name, through their forces, by their capital."""

from __future__ import annotations

from collections.abc import Iterable

from ...lexicon import Match, word_set
from ...vocabulary import Sense
from .page import Mention, Page
from .words import BORDER, DEALING, FINITE, PLACING, POWER

_ADVERBS = word_set("only still never always merely repeatedly again now long")
_BETWEEN = word_set("and or armed special air ground naval top senior ruling")
_LISTING = word_set("the neighbouring neighboring and or both nearby")
_CURRENCY = word_set(
    """dlr dlrs dollar dollars cents pound pounds franc francs yen mark marks crown crowns peso pesos"""
)


def state_mentions(page: Page, named: Iterable[Mention]) -> list[Mention]:
    """The mentions of states, with the code of the country in place of an id. `named` are the actors found before:
    a state acts through its bodies, so that "French troops" are France, whether they have a record or not.
    """
    bodies = {(mention.first, mention.country) for mention in named if mention.kind == "body"}
    found = []
    for place in page.places:
        sense = place.held
        if len(sense.codes) != 1 or (not page.free(place.first, place.last) and not _in_a_body(place, bodies)):
            continue
        rule = _RULES.get(sense.kind)
        if rule and rule(page, place):
            name = {"name": "alias", "demonym": "demonym"}.get(sense.kind, "metonym")
            code = sense.codes[0]
            found.append(Mention(place.first, place.last, place.start, place.end, name, "", "state", code))
    return found


def _in_a_body(place: Match[Sense], bodies: set[tuple[int, str | None]]) -> bool:
    return place.held.kind == "demonym" and (place.first, place.held.codes[0]) in bodies


def _named(page: Page, place: Match[Sense]) -> bool:
    """As in "Russia and the US", "Niger's leader"; but not "in Syria and Iraq", "the border with Niger"."""
    if page.lower(place.last) in BORDER or page.lower(place.last) in _CURRENCY:
        return False
    if page.lower(place.last) == "s" and page.gap(place.last - 1) == "'":
        # A possessive acts through what it has, wherever it does so.
        return True
    return not _placed(page, place.first)


def _placed(page: Page, first: int) -> bool:
    """Whether a word of place governs this name, directly or through a list: "in Syria, Iraq and Libya"."""
    list_of: list[int] = []
    while first not in page.placed:
        list_of.append(first)
        governed, before = _governed(page, first)
        if before is None:
            page.placed[first] = governed
            break
        first = before
    for each in list_of:
        page.placed[each] = page.placed[first]
    return page.placed[first]


def _governed(page: Page, first: int) -> tuple[bool, int | None]:
    """Whether a word of place governs this name; or else the name before it in a list, which decides for both."""
    at = first - 1
    while at >= 0 and page.lower(at) in _LISTING:
        at -= 1
    if at < 0 or page.opens(at + 1):
        return False, None
    word = page.lower(at)
    if word == "with":
        return page.lower(at - 1) in BORDER, None
    if word in PLACING or word in BORDER:
        return True, None
    listed = page.place_at.get(at)
    if listed is None or listed.held.kind != "name" or page.gap(at) not in {" ", ", "}:
        return False, None
    return False, listed.first


def _through_people(page: Page, place: Match[Sense]) -> bool:
    """As in "Malian forces", "French and Malian forces", "the Syrian army"; not "20 Indians", "a Russian plane"."""
    at = place.last
    for _ in range(4):
        if at >= len(page.words) or page.gap(at - 1) not in {" ", "-", "\n"}:
            return False
        word = page.lower(at)
        if word in POWER:
            return True
        other = page.place_at.get(at)
        if word not in _BETWEEN and (other is None or other.held.kind != "demonym"):
            return False
        at += 1
    return False


def _metonym(page: Page, place: Match[Sense]) -> bool:
    """As in "Moscow insists", "Niamey's military government", "ties with Bamako"."""
    at, before = place.last, page.lower(place.first - 1)
    if before in PLACING or before in {"of", "for"} or page.lower(at) in BORDER:
        return False
    if page.lower(at) == "s" and page.gap(at - 1) == "'":
        return any(page.lower(i) in POWER or page.lower(i) in DEALING for i in range(at + 1, at + 4))
    if page.lower(at) == "led" and page.gap(at - 1) == "-":
        return True
    if page.lower(at) in FINITE and page.gap(at - 1) == " " and before != "and":
        return True
    if page.lower(at) in _ADVERBS and page.gap(at - 1) == " " and page.lower(at + 1).endswith(("s", "ed")):
        return True
    return _dealt_with(page, place.first)


def _dealt_with(page: Page, first: int) -> bool:
    """A capital after words of dealing, directly or in a list of capitals."""
    at = first - 1
    while at >= 0 and (page.lower(at) in {"and", "or"} or _capital(page, at)):
        if page.gap(at) not in {" ", ", "}:
            return False
        at -= 1
    if page.lower(at) in {"with", "between", "against", "toward", "towards"}:
        return page.lower(at - 1) in DEALING and page.lower(at - 2) not in BORDER
    return False


def _capital(page: Page, at: int) -> bool:
    place = page.place_at.get(at)
    return place is not None and place.held.kind == "capital"


def _seat(page: Page, place: Match[Sense]) -> bool:
    """A seat of government is the state unless something happens at it."""
    return page.lower(place.first - 1) not in {"in", "at", "near", "outside"} and page.lower(place.first - 2) not in {
        "in",
        "at",
        "near",
        "outside",
    }


_RULES = {"name": _named, "demonym": _through_people, "capital": _metonym, "seat": _seat}
