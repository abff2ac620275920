"""Capitals around an organisation's noun, or spelling out an acronym -> organisations without a record."""

from __future__ import annotations

from collections.abc import Iterator

from .page import Mention, Page
from .words import (
    ALLIANCE_NOUNS,
    BODY_NOUNS,
    FORCES,
    GROUP_NOUNS,
    LEADING_NOUNS,
    MEDIA_NOUNS,
    NOT_NAMES,
    OFFICE_OF,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    REGIONAL,
)

_LONGEST = 12
"""Words in which a name that goes on with "of" has come to its end."""


def discover_organisations(page: Page) -> list[Mention]:
    """Organisations by their form: led coalitions, names with a noun of an organisation, acronyms."""
    found: list[Mention] = []
    for rule in (_led_coalitions, _named, _spelt_out):
        mentions = list(rule(page))
        page.take(mentions)
        found += mentions
    return found


_LED = frozenset({"led"})


def _led_coalitions(page: Page) -> Iterator[Mention]:
    """As in "the US-led international coalition", "the Saudi-led alliance"."""
    if not page.says(_LED):
        return
    for place in page.places:
        at = place.last
        if page.lower(at) != "led" or page.gap(at - 1).strip(".") != "-":
            continue
        for end in range(at + 1, min(at + 6, len(page.words))):
            if page.lower(end) in {"coalition", "alliance"}:
                if page.free(place.first, at + 1):
                    yield page.mention(place.first, end + 1, "led_coalition", kind="alliance")
                break
            if page.gap(end - 1) not in {" ", "-"}:
                break


def _named(page: Page) -> Iterator[Mention]:
    """As in "Russian Foreign Ministry", "Ministry of Foreign Affairs", "Movement for Justice and Peace"."""
    nouns = {at for at in page.capitals if page.words[at] in ORGANISATION_NOUNS}
    if not nouns:
        return
    for first, last in page.runs():
        if nouns.isdisjoint(range(first, last)) or not page.free(first, last):
            continue
        noun = next((at for at in range(last - 1, first - 1, -1) if page.words[at] in ORGANISATION_NOUNS), None)
        if noun is None or _is_of_a_place(page, first, noun, last):
            continue
        end = noun + 1
        if noun == last - 1 and page.words[noun] in LEADING_NOUNS:
            end = _after_of(page, last)
        if end - first < 2 or page.geographic(first, end):
            continue
        country = _country(page, first, end)
        kind = "body" if country and page.words[noun] in FORCES else _kind(page.words[noun])
        yield page.mention(first, end, "organisation", kind=kind, country=country)


def _is_of_a_place(page: Page, first: int, noun: int, last: int) -> bool:
    """Whether the noun makes no organisation here: "Gao International Airport", "Toeni Department"."""
    if page.words[last - 1] in PLACE_NOUNS and noun < last - 1:
        return True
    if page.words[noun] != "Department" or noun == first:
        return False
    before = page.place_at.get(noun - 1)
    return page.lower(noun - 1) not in OFFICE_OF and (before is None or before.held.kind not in {"name", "demonym"})


def _after_of(page: Page, last: int) -> int:
    """Where the name that goes on with "of ..." or "for ... and ..." ends; `last` if it does not."""
    if page.lower(last) not in {"of", "for"}:
        return last
    # "Movement for ... in West Africa" and "Ministry of ... and ..." go on, "Committee of the Red Cross and" does not.
    links = {"of", "for", "the"} | ({"in"} if page.lower(last) == "for" else set())
    if page.lower(last + 1) != "the":
        links.add("and")
    end, at = last, last
    while at < min(len(page.words), last + _LONGEST) and page.gap(at - 1) == " " and at - end < 3:
        word = page.words[at]
        if word[0].isupper() and not page.taken[at] and (word not in NOT_NAMES or word in REGIONAL):
            place = page.place_at.get(at)
            if page.lower(at - 1) == "in" and (place is None or place.held.kind != "region"):
                break
            at += 1
            end = at
        elif word in links and not (word == "the" and page.lower(at - 1) == "and"):
            # One "and" belongs to a name; the next one joins another name to it.
            links -= {word} & {"and"}
            at += 1
        else:
            break
    return end


def _spelt_out(page: Page) -> Iterator[Mention]:
    """As in "Economic Community of West African States (ECOWAS)": the letters vouch for the words before."""
    if " (" not in page.folded:
        return
    for at in page.capitals:
        word = page.words[at]
        if not (2 <= len(word) <= 8 and word.isupper() and word.isalpha()) or page.gap(at - 1)[-2:] != " (":
            continue
        if page.gap(at)[:1] not in {")", ",", " "} or page.taken[at]:
            continue
        first = _initials_begin(page, at, word)
        if first is not None and page.free(first, at):
            yield page.mention(first, at, "organisation", kind=_kind_of_words(page, first, at))


def _initials_begin(page: Page, at: int, acronym: str) -> int | None:
    """The word from which on the capitals before a parenthesis spell the acronym."""
    letters = list(acronym)
    first = at
    while letters and first > 0 and at - first < 12 and (first == at or page.gap(first - 1) in {" ", "-", ".", ", "}):
        first -= 1
        word = page.words[first]
        if word[0] == letters[-1]:
            letters.pop()
        elif word[0].isupper() or word not in {"of", "for", "and", "the", "in", "on", "to", "de", "du", "des"}:
            return None
    return first if not letters else None


def _country(page: Page, first: int, last: int) -> str | None:
    """The state that a body belongs to: "Russian Foreign Ministry", "Bank of Japan"; "International Syria
    Support Group" is of no state.
    """
    for at in range(first, last):
        place = page.place_at.get(at)
        # "Martin Marietta" is not of Martin in Slovakia.
        if place is None or place.held.kind == "town" or len(place.held.codes) != 1:
            continue
        if at == first or page.lower(at - 1) in {"of", "the"}:
            return place.held.codes[0]
    return None


def _kind_of_words(page: Page, first: int, last: int) -> str:
    noun = next((w for w in reversed(page.words[first:last]) if w in ORGANISATION_NOUNS), "")
    return _kind(noun)


def _kind(noun: str) -> str:
    for nouns, kind in (
        (BODY_NOUNS, "body"),
        (GROUP_NOUNS, "armed_group"),
        (MEDIA_NOUNS, "media"),
        (ALLIANCE_NOUNS - {"Group", "Community"}, "alliance"),
    ):
        if noun in nouns:
            return kind
    return "organisation"
