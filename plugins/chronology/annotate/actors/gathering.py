"""Mentions -> actors: which mentions are of one and the same, and what it is called."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...lexicon import Lexicon, split_name
from ...vocabulary import Sense
from .page import Mention, Page, Person, slug
from .words import ORGANISATION_NOUNS

Group = dict[str, list[Mention]]
"""Mentions by the actor's id."""


class People:
    """Whom the page names, to be looked up by any word of their names."""

    def __init__(self) -> None:
        self.by_key: dict[str, Person] = {}
        self._by_word: dict[str, dict[str, None]] = {}

    def remember(self, page: Page, mention: Mention, key: str) -> None:
        words = page.words[mention.first : mention.last]
        actor = page.vocabulary.actors.get(key)
        old = self.by_key.get(key)
        if actor is not None:
            words = split_name(actor.name)
        elif old is not None and len(old.words) >= len(words):
            words = old.words
        firsts = old.firsts if old else []
        firsts.append(mention.first)
        self.by_key[key] = Person(key, words, mention.kind, mention.country, firsts)
        for word in words:
            self._by_word.setdefault(word, {})[key] = None

    def same(self, words: tuple[str, ...]) -> str | None:
        """The one person whose name holds these words in their order, or shares the first and the last of them."""
        nobody: dict[str, None] = {}
        # Of a thousand people called Ann few are called Smith.
        keys = min((self._by_word.get(word, nobody) for word in (words[0], words[-1])), key=len)
        found = ""
        for key in keys:
            other = self.by_key[key].words
            if _holds(other, words) or (len(words) > 1 and (other[0], other[-1]) == (words[0], words[-1])):
                if found:
                    return None
                found = key
        return found or None


def gather_people(page: Page, known: Iterable[Mention], found: list[Mention], groups: Group) -> list[Person]:
    """Full names first: a shorter name joins the one that holds all its words. Gives back whom the page names."""
    people = People()
    for mention in known:
        if mention.kind == "person":
            people.remember(page, mention, mention.id)
    for mention in sorted(found, key=lambda m: (m.first - m.last, m.first)):
        words = page.words[mention.first : mention.last]
        key = people.same(words) or _recorded(page, mention) or slug(page.text(mention.first, mention.last))
        actor = page.vocabulary.actors.get(key)
        named = mention._replace(id=key, country=actor.country if actor else None)
        groups.setdefault(key, []).append(named)
        people.remember(page, named, key)
    return list(people.by_key.values())


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    rest = iter(words)
    return all(word in rest for word in part)


def _recorded(page: Page, mention: Mention) -> str | None:
    """The authority record for a name that was found by its surroundings."""
    words = page.words[mention.first : mention.last]
    aliases = page.vocabulary.names.get(words) or ()
    open_to = [alias.id for alias in aliases if alias.strength != "not"]
    if len(open_to) == 1:
        return open_to[0]
    key = slug(page.text(mention.first, mention.last))
    return key if key in page.vocabulary.actors else None


def gather_organisations(page: Page, known: list[Mention], found: list[Mention], groups: Group) -> None:
    """Names with their acronyms and repetitions."""
    again: dict[str, Mention] = {}
    for mention in found:
        acronym = _acronym_after(page, mention)
        key = _organisation(page, mention, acronym)
        actor = page.vocabulary.actors.get(key)
        if actor is not None:
            mention = mention._replace(kind=actor.kind, country=actor.country)
        mention = mention._replace(id=key)
        groups.setdefault(key, []).append(mention)
        if mention.rule != "led_coalition":
            again.setdefault(page.text(mention.first, mention.last), mention)
        if acronym is not None:
            again.setdefault(page.words[acronym], mention)
    for mention in known:
        if mention.kind not in {"person", "state"}:
            acronym = _acronym_after(page, mention)
            if acronym is not None and not page.taken[acronym]:
                again.setdefault(page.words[acronym], mention)
    _add_repetitions(page, again, groups)
    _add_heads(page, groups)


def _add_repetitions(page: Page, again: dict[str, Mention], groups: Group) -> None:
    if _may_repeat(page, again):
        for match in Lexicon(again.items()).find(page.reading.tokens):
            if page.free(match.first, match.last):
                first = match.held
                repeated = page.mention(match.first, match.last, "short_form", first.id, first.kind, first.country)
                page.take([repeated])
                groups.setdefault(first.id, []).append(repeated)


def _may_repeat(page: Page, names: Iterable[str]) -> bool:
    """Whether the first word of one of these names stands where no name was found; few names are said twice."""
    firsts = {words[0] for words in map(split_name, names) if words}
    if any(map(str.islower, firsts)):
        return True
    firsts.update([word.upper() for word in firsts])
    words, taken = page.words, page.taken
    return any(words[at] in firsts and not taken[at] for at in page.reading.tokens.capitals)


def _add_heads(page: Page, groups: Group) -> None:
    """As in "the Commission" for the one organisation on the page whose name ends so."""
    named: dict[str, set[str]] = {}
    for key, mentions in groups.items():
        for mention in mentions:
            if mention.kind not in {"person", "state"} and mention.last - mention.first > 1:
                named.setdefault(page.lower(mention.last - 1), set()).add(key)
    for at in [at for at in page.capitals if page.words[at] in ORGANISATION_NOUNS and not page.taken[at]]:
        keys = named.get(page.lower(at), ())
        if len(keys) != 1 or page.lower(at - 1) != "the":
            continue
        after = at + 1 < len(page.words) and page.gap(at) in {" ", "-"} and page.words[at + 1][0].isupper()
        if not after and page.gap(at - 1) == " " and page.lower(at + 1) not in {"of", "for"}:
            (key,) = keys
            first = groups[key][0]
            short = page.mention(at, at + 1, "short_form", first.id or key, first.kind, first.country)
            page.take([short])
            groups[key].append(short)


def _organisation(page: Page, mention: Mention, acronym: int | None) -> str:
    words = page.words[mention.first : mention.last]
    if mention.rule == "led_coalition":
        return _led(page, page.place_at[mention.first].held, words[-1])
    by_acronym = page.vocabulary.names.get((page.words[acronym],)) if acronym is not None else None
    if by_acronym and len(by_acronym) == 1 and by_acronym[0].strength != "not":
        return by_acronym[0].id
    return _recorded(page, mention) or slug(page.text(mention.first, mention.last))


# How coalitions name those who lead them, where that is not the country's own name.
_LEADERS = {"US": "us", "GB": "uk", "SA": "saudi"}


def _led(page: Page, leader: Sense, noun: str) -> str:
    """One id for "US-led coalition", "U.S.-led international coalition" and "Washington-led coalition"."""
    code = leader.codes[0] if leader.codes else ""
    country = page.vocabulary.countries.get(code)
    name = _LEADERS.get(code) or slug(country.name if country else leader.name)
    return f"{name}-led-{noun.lower()}"


def _acronym_after(page: Page, mention: Mention) -> int | None:
    """The token of an acronym in parentheses right after a name."""
    at = mention.last
    if at >= len(page.words) or page.gap(at - 1)[-2:] != " (" or page.gap(at)[:1] not in {")", ","}:
        return None
    return at if re.fullmatch(r"[A-Z]{2}[A-Za-z]{0,8}", page.words[at]) else None
