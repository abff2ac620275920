"""Seeds, pages and the list of what has been ingested -> which page is which seed's, and which seeds want one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from .ledger import NAME, Entry
from .model import Id, Seed
from .problems import Problem


class Claim(NamedTuple):
    """A page says that it was made from a seed."""

    page: str
    """Its path below content/."""
    path: str
    sha256: str


@dataclass(slots=True)
class Pairing:
    """What is to become of each seed. Seeds are named by their ids."""

    pages: dict[Id, Claim] = field(default_factory=dict)
    """The page of each seed that has one."""
    new: list[Id] = field(default_factory=list)
    """Those that want one, in the order of the seeds."""
    removed: dict[Id, int] = field(default_factory=dict)
    """Those whose page somebody removed, each with its line in the list."""
    problems: list[Problem] = field(default_factory=list)


def pair(seeds: Sequence[Seed], claims: Iterable[Claim], ingested: Mapping[Entry, int]) -> Pairing:
    """Give each seed its page. A seed is known by its content, wherever it was moved to, and else by its path.

    `ingested` holds what was ever made into a page, each with its line in the list.
    """
    result = Pairing()
    free = {claim.page: claim for claim in claims}
    waiting = {seed.id: seed for seed in seeds}
    # The surest first, so that two seeds that changed names each keep their own page.
    for name_of_seed, name_of_page in (_BOTH, _CONTENT, _PATH):
        pages: defaultdict[object, list[Claim]] = defaultdict(list)
        for claim in free.values():
            pages[name_of_page(claim)].append(claim)
        for seed in list(waiting.values()):
            own = pages.pop(name_of_seed(seed), [])
            if len(own) == 1:
                result.pages[seed.id] = own[0]
            elif own:
                result.problems.append(_two_pages(seed, own))
            if own:
                del waiting[seed.id]
            for claim in own:
                del free[claim.page]
    copies = defaultdict(list)
    for claim in free.values():
        copies[claim.sha256].append(claim)
    for seed in seeds:
        if seed.id in result.pages and seed.sha256 in copies:
            result.problems.append(_two_pages(seed, [result.pages[seed.id], *copies[seed.sha256]]))
    _sort(waiting, seeds, ingested, result)
    return result


_Names = tuple[Callable[[Seed], object], Callable[[Claim], object]]
_BOTH: _Names = (lambda seed: (seed.id, seed.sha256), lambda claim: (claim.path, claim.sha256))
_CONTENT: _Names = (lambda seed: seed.sha256, lambda claim: claim.sha256)
_PATH: _Names = (lambda seed: seed.id, lambda claim: claim.path)


def _two_pages(seed: Seed, claims: Sequence[Claim]) -> Problem:
    """A warning, as in `chronology check`: both pages can be published, and neither is brought up to date."""
    named = " and ".join(f"content/{claim.page}" for claim in claims)
    hint = "remove one of them, or the key `seed` of one"
    return Problem(seed.id, f"{named} are both made from it", hint, level="warning", code="same-seed")


def _sort(waiting: Mapping[Id, Seed], seeds: Sequence[Seed], ingested: Mapping[Entry, int], result: Pairing) -> None:
    """Tell the seeds without a page apart: removed, the same as another, or new."""
    of_content = {entry.digest: line for entry, line in ingested.items()}
    of_path = {entry.path: line for entry, line in ingested.items()}
    first = {seed.sha256: seed.id for seed in reversed(seeds) if seed.id in result.pages}
    for seed in waiting.values():
        entry = Entry.of(seed.sha256, seed.id)
        if other := first.get(seed.sha256):
            result.problems.append(
                Problem(seed.id, f"the same report as {other}", "remove one of them", level="warning")
            )
        elif line := of_content.get(entry.digest):
            result.removed[seed.id] = line
        elif line := of_path.get(entry.path):
            result.removed[seed.id] = line
            said = "the seed has changed since its page was removed, and gets no other"
            hint = f"to have one made, remove line {line} of content/{NAME}"
            result.problems.append(Problem(seed.id, said, hint, level="warning"))
        else:
            # A second file with the same bytes is the same report.
            first[seed.sha256] = seed.id
            result.new.append(seed.id)
