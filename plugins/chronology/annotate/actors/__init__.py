"""A reading -> the actors that it names: people, states, organisations, armed groups, alliances, bodies, media."""

from __future__ import annotations

from collections.abc import Iterable

from ...model import ActorFound, Evidence
from ...vocabulary import Vocabulary
from ..reading import Reading
from .acronyms import discover_acronyms
from .armed_groups import discover_armed_groups
from .coreference import short_forms
from .gathering import Group, gather_organisations, gather_people
from .known import known_mentions
from .media import discover_media
from .offices import called_by_office
from .organisations import discover_organisations
from .page import Mention, Page, slug
from .people import discover_people
from .roles import given_title, role_of, subject_of_lead
from .states import state_mentions

__all__ = ["covered", "find_actors"]


def find_actors(reading: Reading, vocabulary: Vocabulary) -> tuple[ActorFound, ...]:
    """Every actor in order of its first mention. Each step leaves the words that an earlier one took: records
    before discovery, organisations before people ("Khalid bin Al-Waleed Army"), bare letters after what spells
    them out, all names before states.
    """
    page = Page(reading, vocabulary)
    known = known_mentions(page)
    page.take(known)
    organisations = [*discover_armed_groups(page), *discover_media(page), *discover_organisations(page)]
    people = discover_people(page)
    groups: Group = {}
    for mention in known:
        groups.setdefault(mention.id, []).append(mention)
    gather_organisations(page, known, organisations, groups)
    for mention in discover_acronyms(page):
        groups.setdefault(mention.id, []).append(mention)
    named = gather_people(page, known, people, groups)
    for key, mention in (*short_forms(page, named), *called_by_office(page, named)):
        groups.setdefault(key, []).append(mention)
    for mention in state_mentions(page, [*known, *organisations]):
        groups.setdefault(_state(vocabulary, mention), []).append(mention)
    until, given = subject_of_lead(page), given_title(page)
    actors = [
        _found(page, key, _in_order(group), until, given) for key, group in groups.items() if _stands(page, group)
    ]
    return tuple(sorted(actors, key=lambda actor: (actor.evidence[0].start, actor.id)))


def covered(actors: Iterable[ActorFound]) -> tuple[tuple[int, int], ...]:
    """The words that belong to actors' names and so name no place: "Moscow insists", but not "Mali"."""
    return tuple(
        sorted(
            (evidence.start, evidence.end)
            for actor in actors
            for evidence in actor.evidence
            if actor.kind != "state" or evidence.rule == "metonym"
        )
    )


def _in_order(mentions: list[Mention]) -> list[Mention]:
    if len(mentions) == 1:
        return mentions
    return sorted(dict.fromkeys(mentions), key=lambda mention: (mention.start, mention.end, mention.rule))


def _state(vocabulary: Vocabulary, mention: Mention) -> str:
    code = mention.country or ""
    record = vocabulary.states.get(code)
    return record.id if record else slug(vocabulary.countries[code].name)


def _stands(page: Page, mentions: list[Mention]) -> bool:
    """A bare surname that stands nowhere but in the title is no ground for a link: captions used as titles
    name the wrong person.
    """
    if mentions[0].kind != "person" or any(m.last - m.first > 1 for m in mentions):
        return True
    sentences = [page.reading.sentence_at(m.start) for m in mentions]
    return any(s is not None and s.part != "title" for s in sentences)


def _found(page: Page, key: str, mentions: list[Mention], until: int, given: str) -> ActorFound:
    record = page.vocabulary.actors.get(key)
    first = mentions[0]
    if record:
        name, kind, country = record.name, record.kind, record.country
    else:
        name, kind, country = _name(page, key, mentions), first.kind, first.country
    evidence = tuple(_evidence(page, mention) for mention in mentions)
    return ActorFound(key, name, kind, country, record is not None, role_of(page, mentions, until, given), evidence)


def _name(page: Page, key: str, mentions: list[Mention]) -> str:
    """A state by its country's name, everyone else by the longest form on the page."""
    first = mentions[0]
    if first.kind == "state" and first.country:
        return page.vocabulary.countries[first.country].name
    forms = [page.text(m.first, m.last) for m in mentions if m.rule != "office"]
    if first.rule == "led_coalition":
        return min(forms, key=len) if any(slug(form) == key for form in forms) else key.replace("-", " ")
    # "REAGAN" in a headline is no spelling of a name.
    return max(forms, key=lambda form: (not form.isupper(), len(form)))


def _evidence(page: Page, mention: Mention) -> Evidence:
    return page.reading.evidence(mention.start, mention.end, mention.rule)
