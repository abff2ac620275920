"""Actors of the authority files -> where a report names them: longest form first."""

from __future__ import annotations

from ...lexicon import Match
from ...vocabulary import Alias
from .page import Mention, Page
from .words import HEADS, NOT_NAMES, SURE_HEADS

# In a headline in capitals these are words, not acronyms.
_WORDS_IN_CAPITALS = frozenset(
    ["IS", "WHO", "AS", "IT", "AID", "SO", "TO", "AU", "AN", "HE", "ME", "WE", "US", "ARE", "AIM", "CAN", "MAY", "ACT"]
)


def known_mentions(page: Page) -> list[Mention]:
    """Every mention of an actor that has a record. A weak form counts where the page names the same actor
    by a strong one, or where a title stands before it and nobody else is called so.
    """
    names = page.vocabulary.names.find(page.folded, page.words, page.starts, page.ends)
    found = [m for m in names if not _is_common_word(page, m)]
    strong: set[str] = set()
    for match in found:
        sure = [a.id for a in match.held if a.strength == "alias" and not _is_namesake(page, match, a)]
        if len(sure) == 1:
            strong.update(sure)
    mentions = []
    for match in found:
        choice = _choose(page, match, strong)
        if choice is not None:
            actor = page.vocabulary.actors[choice.id]
            mentions.append(
                Mention(
                    match.first,
                    match.last,
                    match.start,
                    match.end,
                    choice.strength,
                    actor.id,
                    actor.kind,
                    actor.country,
                )
            )
    return mentions


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
    if not named and len(open_to) == 1 and _has_title(page, match.first):
        return Alias(open_to[0].id, "title_name")
    return None


def _has_title(page: Page, at: int) -> bool:
    return page.lower(at - 1) in SURE_HEADS and page.joined(at - 1)


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
    return match.last - match.first == 1 and word in _WORDS_IN_CAPITALS and page.shouted(match.start) is not None
