"""All terms with where they stand -> a directory and many small shards, of which a query needs a few.

lunr scores a field by the product of two vectors, the query's and the field's, and divides by the length of the
query's alone. So terms that were not asked for change nothing, and an index that holds only the terms of a query
answers it as the whole one would. A shard keeps what weights are worked out from, not the weights: that is a third as
large. Beside each shard lies a file with the words that became its terms, and their places: for phrases alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .documents import BOOSTS
from .portions import evenly
from .postings import Indexed, as_javascript
from .shown import PART

REPORTS_A_SHARD = 32
"""How many reports there are for each shard: a shard of an archive of 20,000 has some 10 kB gzipped."""

Shard = dict[str, dict[str, list[int]]]
"""By term and by number of the field its posting list."""
Words = dict[str, list[int]]
"""By word its standing list."""


def count_of(reports: int) -> int:
    """How many shards an archive of so many reports has."""
    return 1 + reports // REPORTS_A_SHARD


def name_of(number: int) -> str:
    return f"terms-{number}"


def words_of(number: int) -> str:
    """The name of the file with the words of a shard."""
    return f"words-{number}"


def weight_of(lists: Mapping[str, Sequence[int]]) -> int:
    """How much a term weighs when terms are shared out: the numbers of its posting lists."""
    return sum(map(len, lists.values()))


def cut(weights: Mapping[str, int], reports: int) -> list[Sequence[str]]:
    """The terms, given in order with their weights, in as many shards as an archive of this size has, each about as
    large as the others.
    """
    return evenly(weights.items(), sum(weights.values()), count_of(reports))


def directory(reports: int, lengths: Mapping[str, int], shards: Iterable[Sequence[str]]) -> dict[str, object]:
    """Where terms are, and what all weights are worked out from."""
    return {
        "reports": reports,
        "part": PART,
        "fields": [
            {"name": name, "boost": boost, "mean": lengths[name] / max(1, reports)} for name, boost in BOOSTS.items()
        ],
        # The first term of each shard; an archive with few words leaves some empty at the end.
        "first": [terms[0] for terms in shards if terms],
    }


def files(made: Indexed, shards: Sequence[Sequence[str]]) -> Iterator[tuple[str, object]]:
    """The shards, each with its name, and the words of each."""
    for number, terms in enumerate(shards):
        yield name_of(number), {term: lists_of(made, term) for term in terms}
    standing: list[Words] = [{} for _ in shards]
    where = Shelf(shards)
    for word, numbers in sorted(made.standing.items()):
        standing[where.of(made.stems[word])][word] = numbers.tolist()
    for number, words in enumerate(standing):
        yield words_of(number), words


def lists_of(made: Indexed, term: str) -> dict[str, list[int]]:
    """The posting lists of a term, by the number of the field."""
    return {
        str(number): postings[term].tolist()
        for number, postings in enumerate(made.postings.values())
        if term in postings
    }


class Shelf:
    """In which shard a term stands, or would stand."""

    def __init__(self, shards: Iterable[Sequence[str]]) -> None:
        self._first = [as_javascript(terms[0]) for terms in shards if terms]

    def of(self, term: str) -> int:
        return max(0, bisect_right(self._first, as_javascript(term)) - 1)
