"""The index as the last build left it, and the slips of the reports that have changed -> the files that differ now.

A changed report touches the terms and words of its old slip and of its new one, and so the shards in which they stand.
Terms are shared out anew, which moves a few from one shard to the next; all other shards stay as they are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..packing import Unusable
from . import shards
from .documents import BOOSTS
from .postings import as_javascript, put_posting, put_standing
from .shards import Shelf
from .slips import Slip
from .stems import Stems

MOST = 0.5
"""The share of the shards that are put right one by one: to make all of them at once costs less than twice this."""

Read = Callable[[str], Any]
"""The value of a file of the index as the last build left it, by its name."""


@dataclass(frozen=True, slots=True)
class Change:
    """A report whose slip is another now. One that is new had an empty slip."""

    report: int
    before: Slip
    now: Slip

    def postings(self) -> Iterator[tuple[str, str, Sequence[int], Sequence[int]]]:
        """Term, number of the field, and what its posting list held of the report and is to hold."""
        for number, name in enumerate(BOOSTS):
            old, new = (_held(slip, name) for slip in (self.before, self.now))
            for term in old.keys() | new.keys():
                if old.get(term) != new.get(term):
                    yield term, str(number), old.get(term, ()), new.get(term, ())

    def standing(self) -> Iterator[tuple[str, Sequence[int]]]:
        """Word, and where it is to stand in the report."""
        for word in self.before.places.keys() | self.now.places.keys():
            places = self.now.places.get(word, ())
            if self.before.places.get(word, ()) != places:
                yield word, places


def _held(slip: Slip, name: str) -> dict[str, tuple[int, int]]:
    return {term: (count, slip.lengths[name]) for term, count in slip.terms[name].items()}


def lengths(before: Mapping[str, int], changes: Sequence[Change]) -> dict[str, int]:
    """How many terms each field has now, in all reports together."""
    return {
        name: length + sum(change.now.lengths[name] - change.before.lengths[name] for change in changes)
        for name, length in before.items()
    }


def weights(before: Mapping[str, int], changes: Sequence[Change]) -> dict[str, int]:
    """What each term weighs now, in order."""
    found = dict(before)
    for change in changes:
        for term, _, old, new in change.postings():
            found[term] = found.get(term, 0) + 3 * (bool(new) - bool(old))
    if found.keys() != before.keys() or 0 in found.values():
        return {term: found[term] for term in sorted(found, key=as_javascript) if found[term]}
    return found


def files(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], changes: Sequence[Change], read: Read, stems: Stems
) -> list[tuple[str, object]]:
    """The shards, and the words beside them, that are not what they were; `old` and `new` are the terms of all shards.
    Raises Unusable where the whole index is made as quickly.
    """
    read = cache(read)
    # All before any is written: a shard may take terms from one that is to be written first.
    return [*_shards(old, new, changes, read), *_words(old, new, changes, read, stems)]


def _shards(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], changes: Sequence[Change], read: Read
) -> Iterator[tuple[str, object]]:
    touched: defaultdict[str, list[tuple[str, int, Sequence[int]]]] = defaultdict(list)
    for change in changes:
        for term, number, _, held in change.postings():
            touched[term].append((number, change.report, held))
    where, before = Shelf(new), Shelf(old)
    for at in _differing(old, new, {where.of(term) for term in touched}):
        shard: shards.Shard = {}
        for term in new[at]:
            lists = read(shards.name_of(before.of(term))).get(term, {})
            for number, report, held in touched.get(term, ()):
                put_posting(lists.setdefault(number, []), report, held)
            shard[term] = {number: lists[number] for number in sorted(lists) if lists[number]}
        yield shards.name_of(at), shard


def _words(
    old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], changes: Sequence[Change], read: Read, stems: Stems
) -> Iterator[tuple[str, object]]:
    where, before = Shelf(new), Shelf(old)
    touched: defaultdict[int, list[tuple[str, int, Sequence[int]]]] = defaultdict(list)
    for change in changes:
        for word, places in change.standing():
            touched[where.of(stems[word])].append((word, change.report, places))
    for at in _differing(old, new, touched.keys()):
        standing: dict[str, list[int]] = {}
        for number in sorted({before.of(term) for term in new[at]}):
            standing |= read(shards.words_of(number))
        for word, report, places in touched.get(at, ()):
            put_standing(standing.setdefault(word, []), report, places)
        left = (word for word in sorted(standing) if standing[word] and where.of(stems[word]) == at)
        yield shards.words_of(at), {word: standing[word] for word in left}


def _differing(old: Sequence[Sequence[str]], new: Sequence[Sequence[str]], touched: Set[int]) -> list[int]:
    """The shards that hold other terms than they did, or one of those that were touched."""
    moved = {at for at, terms in enumerate(new) if at >= len(old) or terms != old[at]}
    if len(moved | touched) > MOST * len(new):
        raise Unusable("most of the index has changed")
    return sorted(moved | touched)
