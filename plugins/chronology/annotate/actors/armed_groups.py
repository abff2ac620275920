"""What a report calls militants, rebels or a militia -> armed groups without a record."""

from __future__ import annotations

from .page import Mention, Page
from .words import ARMED, ARMED_ADJECTIVES, ARMED_BEFORE, ORGANISATION_NOUNS


def discover_armed_groups(page: Page) -> list[Mention]:
    """As in "the Mourabitoun Islamist extremist group", "Houthi rebels", "the militant group Ansaru"."""
    found: list[Mention] = []
    if not page.says(ARMED):
        return found
    for first, last in page.runs():
        while last > first and page.lower(last - 1) in ARMED_ADJECTIVES:
            last -= 1
        if last == first or last - first > 4 or page.geographic(first, last):
            continue
        if any(page.words[at] in ORGANISATION_NOUNS for at in range(first, last)):
            continue
        if last - first == 1 and page.opens(first) and not _again_within(page, first):
            # "Suspected militants": the capital is the sentence's.
            continue
        if page.lower(first - 1) in {"anti", "pro", "counter"}:
            # "anti-Assad rebels" are named after whom they fight.
            continue
        if _called_armed(page, last) or _called_armed_before(page, first):
            found.append(page.mention(first, last, "armed_group", kind="armed_group"))
    page.take(found)
    return found


def _again_within(page: Page, first: int) -> bool:
    """Whether the word has its capital elsewhere, too, where no sentence begins."""
    word = page.words[first]
    return any(page.words[at] == word and not page.opens(at) for at in page.capitals)


def _called_armed(page: Page, at: int) -> bool:
    adjectives = 0
    while at < len(page.words) and page.gap(at - 1) in {" ", "-"}:
        word = page.lower(at)
        if word in ARMED and (adjectives or word not in {"group", "groups"}):
            return True
        if word not in ARMED_ADJECTIVES:
            return False
        adjectives += 1
        at += 1
    return False


def _called_armed_before(page: Page, first: int) -> bool:
    return (
        first > 1
        and page.lower(first - 1) in ARMED_BEFORE
        and page.gap(first - 1) == " "
        and page.lower(first - 2) in ARMED_ADJECTIVES
    )
