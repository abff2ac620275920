"""Capitals that are no word, where they act or have something -> organisations known by their letters alone."""

from __future__ import annotations

from .page import Mention, Page, slug
from .words import FINITE, NO_ACTORS


def discover_acronyms(page: Page) -> list[Mention]:
    """As in "the KLMO said", "KLMO's mission"; one such place is enough for all that have the same letters."""
    letters: dict[str, list[int]] = {}
    for at in [at for at in page.capitals if page.words[at].isupper()]:
        word = page.words[at]
        if 3 <= len(word) <= 7 and word.isalpha() and _alone(page, at) and _is_free(page, word):
            letters.setdefault(word, []).append(at)
    found = [
        page.mention(at, at + 1, "acronym", slug(word), kind="organisation")
        for word, places in letters.items()
        if any(_acts(page, at) for at in places)
        for at in places
    ]
    page.take(found)
    return sorted(found)


def _is_free(page: Page, word: str) -> bool:
    """Whether these letters may be an organisation, and one without a record: a record says itself when it is meant."""
    return word not in NO_ACTORS and page.vocabulary.names.get((word,)) is None


def _alone(page: Page, at: int) -> bool:
    """Whether the letters are a name by themselves: not the code of a share, nor "USV Hopper"."""
    if page.taken[at] or at in page.place_at or (at and page.gap(at - 1)[-1:] not in {" ", "\n", "(", '"', ""}):
        return False
    ahead = at + 1 < len(page.words) and page.words[at + 1][0].isupper() and page.gap(at) in {" ", "-", "."}
    behind = at > 0 and page.words[at - 1][0].isupper() and page.gap(at - 1) == " " and page.lower(at - 1) != "the"
    return not ahead and not behind


def _acts(page: Page, at: int) -> bool:
    if page.lower(at + 1) == "s" and page.gap(at) == "'":
        return True
    if page.gap(at) != " ":
        return False
    return page.lower(at + 1) in FINITE
