"""Where an actor's mentions stand -> its role: primary, source or mentioned."""

from __future__ import annotations

from ...lexicon import split_name, word_set
from .page import Mention, Page
from .words import FINITE, SAYING

_VOICES = word_set("""statement spokesman spokeswoman spokesperson official officials release website report readout""")
_ACCORDING = frozenset({"according"})
_STOPS = frozenset(".;,")
_REPORTING = SAYING | {"reports", "reported", "read", "reads", "quoted", "quoting"}


def role_of(page: Page, mentions: list[Mention], subject_until: int, given: str) -> str:
    """Gives "primary" for who stands in the title or is the subject of the lead; "source" for who is only cited."""
    if _in_title(page, mentions) or _in_given_title(page, mentions, given):
        return "primary"
    for mention in mentions:
        if mention.first < subject_until and page.part(mention.start) == "body" and not _cited(page, mention):
            return "primary"
    return "source" if all(_cited(page, mention) for mention in mentions) else "mentioned"


def given_title(page: Page) -> str:
    """The words of a title that the seed's header gives and the text has not, in small letters."""
    given = page.reading.seed.header.get("title")
    if not given or page.reading.cleaned.title is not None:
        return ""
    return f" {' '.join(split_name(given))} ".lower()


def _in_title(page: Page, mentions: list[Mention]) -> bool:
    return page.reading.cleaned.title is not None and any(page.part(m.start) == "title" for m in mentions)


def _in_given_title(page: Page, mentions: list[Mention], given: str) -> bool:
    named = [m for m in mentions if page.lowered[m.first] in given] if given else []
    return any(f" {' '.join(page.lowered[m.first : m.last])} " in given for m in named)


def subject_of_lead(page: Page) -> int:
    """The token at which the subject of the lead ends: its first verb that stands alone."""
    lead = next((s for s in page.reading.sentences if s.part == "body"), None)
    if lead is None:
        return 0
    for at in page.reading.tokens_in(lead.start, lead.end):
        word = page.words[at]
        if word in FINITE or (word.endswith("ed") and word.islower() and not page.gap(at - 1).strip(" ,\n")):
            return at
    return 0


def _after_according_to(page: Page, first: int) -> bool:
    for at in range(first - 1, max(first - 5, 0), -1):
        if page.lower(at) == "to" and page.lower(at - 1) == "according":
            return True
        if not _STOPS.isdisjoint(page.gap(at)):
            break
    return False


def _cited(page: Page, mention: Mention) -> bool:
    """Whether the report only says here where it has something from."""
    if page.says(_ACCORDING) and _after_according_to(page, mention.first):
        return True
    if page.lower(mention.first - 1) in _REPORTING and page.gap(mention.last - 1)[:1] in {".", ",", "\n"}:
        return True
    at = mention.last
    if page.lower(at) == "s" and page.gap(at - 1) == "'":
        at += 1
    if page.lower(at) in _VOICES:
        at += 1
    return page.lower(at) in _REPORTING and page.gap(at - 1) in {" ", "\n"}
