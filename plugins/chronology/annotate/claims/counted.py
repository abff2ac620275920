"""Figures and words of what happened to people -> which figure counts what."""

from __future__ import annotations

import re

from ..inflect import irregular_pasts, words
from .kinds import Kind, is_done_by_those_before, is_happening, is_noun, takes_object, toll_start

Figure = re.Match[str]
Counted = tuple[Figure, Kind, int]
"""A figure, what happened to those it counts, and where the words begin that say both."""

_BREAK = re.compile(r"[;:()]|,\s+(?:while|but|which|who)\b|\bafter\b|\bwhen\b")
_NOUN_WITHIN = 3
"""Words between a figure and the noun that it counts: "1,000 American troops"."""


def counted(text: str, start: int, end: int, figures: list[Figure], kinds: list[Kind]) -> list[Counted]:
    """What each figure of a sentence counts, in order; two words only where they share it."""
    found: list[list[Counted]] = [[] for _ in figures]
    own = [_between(kinds, f, figures[n - 1].end() if n else start, _begins(figures, n + 1, end))
           for n, f in enumerate(figures)]  # fmt: skip
    for n, figure in enumerate(figures):
        found[n] = _before(text, figure, own[n][0])
        if not found[n] and not own[n][0] and n and _from_before(found[n - 1]) and listed(text, figures[n - 1], figure):
            # "killing two soldiers and three civilians"
            found[n] = [(figure, kind, at) for _, kind, at in found[n - 1]]
    for n in range(len(figures) - 1, -1, -1):
        if found[n]:
            continue
        behind = _behind(text, figures[n], own[n][1])
        if n + 1 < len(figures) and not any(not is_noun(kind) for _, kind, _ in behind):
            later = [c for c in found[n + 1] if c[1].start() > c[0].start() and not is_noun(c[1])]
            if later and listed(text, figures[n], figures[n + 1]):
                # "three soldiers and two farmers were killed"
                behind = [(figures[n], kind, figures[n].start()) for _, kind, _ in later]
        found[n] = behind
    return [one for several in found for one in several]


def _begins(figures: list[Figure], n: int, end: int) -> int:
    return figures[n].start() if n < len(figures) else end


def _between(kinds: list[Kind], figure: Figure, begin: int, end: int) -> tuple[list[Kind], list[Kind]]:
    """The words between the figure before and this one, and those between this one and the next."""
    left = [k for k in kinds if begin <= k.start() and k.end() <= figure.start()]
    return left, [k for k in kinds if figure.end() <= k.start() < end]


def _from_before(found: list[Counted]) -> bool:
    return any(kind.start() < figure.start() for figure, kind, _ in found)


def _before(text: str, figure: Figure, left: list[Kind]) -> list[Counted]:
    """What a figure counts by a word before it: a toll, a verb with its object, "refugees of millions"."""
    if not left:
        return []
    last = left[-1]
    toll = toll_start(text, last)
    if toll is not None:
        return [(figure, last, toll)]
    if text[last.end() : figure.start()].strip() == "of":
        return [(figure, last, last.start())]
    active = [k for k in left if takes_object(text, k)]
    if active:
        between = text[active[-1].end() : figure.start()]
        if "," not in between and len(between.split()) <= 1:
            return [(figure, kind, kind.start()) for kind in (*_joined(text, active[-2:]), active[-1])]
    return []


def _behind(text: str, figure: Figure, right: list[Kind]) -> list[Counted]:
    """What a figure counts by a word behind it: "20 were killed", "40 soldiers"."""
    near = [k for k in right if not _BREAK.search(text, figure.end(), k.start())]
    close = [k for k in near if len(text[figure.end() : k.start()].split()) <= _NOUN_WITHIN]
    verbs = [k for k in near if not is_noun(k) and (k in close or not is_happening(k))]
    if verbs and not is_done_by_those_before(text, verbs[0]):
        chosen = [verbs[0], *_joined(text, verbs[:2], later=True)]
    else:
        # "Two soldiers kill ...": they are no claim of their own.
        chosen = [] if verbs else [k for k in close if is_noun(k)][:1]
    return [(figure, kind, figure.start()) for kind in chosen]


def _joined(text: str, pair: list[Kind], later: bool = False) -> list[Kind]:
    """The other of two words that "and" joins."""
    if len(pair) < 2 or text[pair[0].end() : pair[1].start()].strip() != "and":
        return []
    return pair[1:] if later else pair[:1]


_LISTED = re.compile(r"((?: [\w'-]+){0,6}?)(?:,|,? (?:and|or|as well as|along with)) (?:another )?")
# A verb or an article between them: what follows is no second member of a list.
_NOT_LISTED = irregular_pasts() | words(
    "a an the his her their its is are was were be been has have had will would attack attacks raid raids storm storms"
    " ambush ambushes hit hits enter enters stab stabs open opens strike strikes"
)
_DESCRIBES = words("armed masked suspected alleged unarmed red united")


def listed(text: str, figure: Figure, following: Figure) -> bool:
    """Whether two figures stand in one list: "three soldiers and two farmers"."""
    between = _LISTED.fullmatch(text, figure.end(), following.start())
    if between is None:
        return False
    own = between[1].lower().split()
    return not any(w in _NOT_LISTED or (w.endswith("ed") and w not in _DESCRIBES) for w in own)
