"""All terms with where they stand -> a directory and many small shards, of which a query needs a few.

lunr scores a field by the product of two vectors, the query's and the field's, and divides by the length of the
query's alone. So terms that were not asked for change nothing, and an index that holds only the terms of a query
answers it as the whole one would. A shard keeps what weights are worked out from, not the weights: that is a third as
large. Beside each shard lies a file with the words that became its terms, and their places: for phrases alone.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from .documents import BOOSTS, Indexed, as_javascript
from .portions import evenly
from .shown import PART

REPORTS_A_SHARD = 32
"""How many reports there are for each shard: a shard of an archive of 20,000 has some 10 kB gzipped."""

Shard = dict[str, dict[str, list[int]]]
"""By term and by number of the field: see `Indexed.postings`."""


def count_of(reports: int) -> int:
    """How many shards an archive of so many reports has."""
    return 1 + reports // REPORTS_A_SHARD


def name_of(number: int) -> str:
    return f"terms-{number}"


def words_of(number: int) -> str:
    """The name of the file with the words of a shard."""
    return f"words-{number}"


def cut(made: Indexed) -> list[Shard]:
    """The terms in as many shards as an archive of this size has, in order, each about as large as the others."""
    total = sum(len(numbers) for postings in made.postings.values() for numbers in postings.values())
    found = ((term, _numbers(made, term)) for term in made.terms())
    weighed = (((term, numbers), sum(map(len, numbers.values()))) for term, numbers in found)
    return [dict(portion) for portion in evenly(weighed, total, count_of(made.reports))]


def _numbers(made: Indexed, term: str) -> dict[str, list[int]]:
    return {
        str(number): postings[term].tolist()
        for number, postings in enumerate(made.postings.values())
        if term in postings
    }


def directory(made: Indexed, shards: list[Shard]) -> dict[str, object]:
    """Where terms are, and what all weights are worked out from."""
    return {
        "reports": made.reports,
        "part": PART,
        "fields": [
            {"name": name, "boost": boost, "mean": made.lengths[name] / max(1, made.reports)}
            for name, boost in BOOSTS.items()
        ],
        # The first term of each shard; "" for those that an archive with few words leaves empty at the end.
        "first": [next(iter(shard), "") for shard in shards if shard],
    }


def files(made: Indexed, shards: list[Shard]) -> Iterator[tuple[str, object]]:
    """All that a query may need, each with its name: the list of all terms, the shards, and the words of each."""
    yield "terms", [term for shard in shards for term in shard]
    for number, shard in enumerate(shards):
        yield name_of(number), shard
    for number, words in enumerate(_words(made, shards)):
        yield words_of(number), words


def _words(made: Indexed, shards: list[Shard]) -> list[dict[str, list[int]]]:
    """For each shard the words that stand in texts and have their term in it, with their places."""
    first = [as_javascript(next(iter(shard))) for shard in shards if shard]
    words: list[dict[str, list[int]]] = [{} for _ in shards]
    for word, numbers in sorted(made.places.standing().items()):
        words[max(0, bisect_right(first, as_javascript(made.stems[word])) - 1)][word] = numbers.tolist()
    return words
