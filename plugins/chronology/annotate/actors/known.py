"""Actors of the authority files -> where a report names them: longest form first."""

from __future__ import annotations

from ...lexicon import Match, word_set
from ...vocabulary import Alias
from .page import Mention, Page, slug
from .words import HEADS, NOT_NAMES, SURE_HEADS

# In a headline in capitals these are words, not acronyms.
_WORDS_IN_CAPITALS = word_set("IS WHO AS IT AID SO TO AU AN HE ME WE US ARE AIM CAN MAY ACT")


def known_mentions(page: Page) -> list[Mention]:
    """Every mention of an actor that has a record. A weak form counts where the page names the same actor
    by a strong one, or where a title stands before it and nobody else is called so.
    """
    names = page.reading.matches(page.vocabulary.names)
    found = [m for m in names if not _is_common_word(page, m) and not _is_epithet(page, m)]
    strong: set[str] = set()
    for match in found:
        sure = [a.id for a in match.held if a.strength == "alias" and not _is_namesake(page, match, a)]
        if len(sure) == 1:
            strong.update(sure)
    mentions = []
    for match in found:
        chosen = _choose(page, match, strong)
        if chosen is None and all(alias.strength == "weak_alias" for alias in match.held):
            # Nobody is meant by "UN peacekeepers" here, but "UN" within it still is the United Nations.
            match, chosen = _shorter(page, match, strong)
        if chosen is None and all(alias.strength == "not" for alias in match.held):
            mentions.append(_somebody_else(page, match))
        if chosen is not None:
            actor = page.vocabulary.actors[chosen.id]
            spot = match.first, match.last, match.start, match.end
            mentions.append(Mention(*spot, chosen.strength, actor.id, actor.kind, actor.country))
    return mentions


def _somebody_else(page: Page, match: Match[tuple[Alias, ...]]) -> Mention:
    """A form that records name only to say that it is not theirs: still the name of someone of that kind."""
    kind = page.vocabulary.actors[match.held[0].id].kind
    kind = kind if kind in {"armed_group", "alliance", "person", "media"} else "organisation"
    key = slug(" ".join(page.words[match.first : match.last]))
    return Mention(match.first, match.last, match.start, match.end, "other_name", key, kind)


def _shorter(
    page: Page, match: Match[tuple[Alias, ...]], strong: set[str]
) -> tuple[Match[tuple[Alias, ...]], Alias | None]:
    """A name within a longer one, with whom it stands for."""
    first, last = match.first, match.last - 1
    for short in page.vocabulary.names.find(page.reading.tokens.part(first, last)):
        moved = short._replace(first=first + short.first, last=first + short.last)
        chosen = _choose(page, moved, strong)
        if chosen is not None:
            return moved, chosen
    return match, None


def _choose(page: Page, match: Match[tuple[Alias, ...]], strong: set[str]) -> Alias | None:
    """The one actor that a form stands for here; None where it is nobody's or could be several."""
    open_to = [a for a in match.held if a.strength != "not" and not _is_namesake(page, match, a)]
    sure = [a for a in open_to if a.strength == "alias"]
    if len(sure) > 1:
        sure = [a for a in sure if a.id in strong]
    if len(sure) == 1:
        return sure[0]
    named = [a for a in open_to if a.id in strong]
    if len(named) == 1:
        return named[0]
    if named or len(open_to) != 1:
        return None
    if _has_title(page, match.first) or _rules(page, match.last):
        return Alias(open_to[0].id, "title_name")
    return open_to[0] if _at_work_here(page, open_to[0]) else None


def _at_work_here(page: Page, alias: Alias) -> bool:
    """Whether the page names the country in which an organisation works: "UN peacekeepers" in a report on Mali."""
    actor = page.vocabulary.actors[alias.id]
    if actor.kind == "person":
        return False
    others = [page.vocabulary.actors.get(relation.to) for relation in actor.relations]
    codes = {other.country for other in others if other is not None and other.kind == "state"}
    return any(code in codes for place in page.places for code in place.held.codes)


def _is_epithet(page: Page, match: Match[tuple[Alias, ...]]) -> bool:
    """Whether the name only describes what follows: "the Malian military leader" is not the Malian military."""
    if not page.words[match.last - 1].islower() or page.gap(match.last - 1) != " ":
        return False
    return page.lower(match.last) in HEADS or page.lower(match.last) in {"government", "junta", "regime", "rule"}


def _has_title(page: Page, at: int) -> bool:
    return page.lower(at - 1) in SURE_HEADS and page.joined(at - 1)


def _rules(page: Page, last: int) -> bool:
    """As in "the Varga regime", "Varga's regime"."""
    return page.lower(last) == "regime" or (page.lower(last) == "s" and page.lower(last + 1) == "regime")


def _is_namesake(page: Page, match: Match[tuple[Alias, ...]], alias: Alias) -> bool:
    """Whether another first name stands before a surname: "Salif Keita" is not the president of that name."""
    before = match.first - 1
    if match.last - match.first > 1 or before < 0 or page.vocabulary.actors[alias.id].kind != "person":
        return False
    word = page.words[before]
    if not word[0].isupper() or not page.joined(before) or page.gap(before) == "'" or page.shouted(match.start):
        return False
    if word in NOT_NAMES or word.lower() in HEADS or before in page.place_at or len(word) == 1 or word.isupper():
        return False
    return word in page.vocabulary.given_names or not page.opens(before)


def _is_common_word(page: Page, match: Match[tuple[Alias, ...]]) -> bool:
    word = page.words[match.first]
    return match.last - match.first == 1 and word in _WORDS_IN_CAPITALS and page.shouted(match.start)
