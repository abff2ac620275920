"""All terms with their places -> a directory and many small shards, of which a query needs a few.

lunr scores a field by the product of two vectors, the query's and the field's, and divides by the length of the
query's alone. So terms that were not asked for change nothing, and an index that holds only the terms of a query
answers it as the whole one would. A shard keeps what weights are worked out from, not the weights: that is a third as
large.
"""

from __future__ import annotations

import hashlib
from array import array
from collections.abc import Iterator, Mapping

from .documents import BOOSTS, Indexed
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


def cut(made: Indexed) -> Iterator[tuple[str, object]]:
    """The files of the index, each with its name: the directory, the list of all terms, and the shards."""
    terms = made.terms()
    shards = _shards(made, terms)
    yield "index", _directory(made, shards)
    yield "terms", terms
    for number, shard in enumerate(shards):
        yield name_of(number), shard


def _directory(made: Indexed, shards: list[Shard]) -> Mapping[str, object]:
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
        # Part of the address of each shard, so that a browser never puts old ones and new ones together.
        "version": _version(made),
    }


def _shards(made: Indexed, terms: list[str]) -> list[Shard]:
    """The terms in as many shards as an archive of this size has, in order, each about as large as the others."""
    wanted = count_of(made.reports)
    total = sum(len(numbers) for postings in made.postings.values() for numbers in postings.values())
    shards: list[Shard] = [{}]
    held = 0
    for term in terms:
        if held >= total * len(shards) / wanted:
            shards.append({})
        shards[-1][term] = found = _numbers(made, term)
        held += sum(map(len, found.values()))
    return shards + [{} for _ in range(wanted - len(shards))]


def _numbers(made: Indexed, term: str) -> dict[str, list[int]]:
    return {
        str(number): postings[term].tolist()
        for number, postings in enumerate(made.postings.values())
        if term in postings
    }


def _version(made: Indexed) -> str:
    digest = hashlib.sha256()
    for name, postings in made.postings.items():
        for term in sorted(postings):
            digest.update(f"{name} {term} ".encode())
            digest.update(_bytes(postings[term]))
    return digest.hexdigest()[:8]


def _bytes(numbers: array[int]) -> bytes:
    """The same on every machine."""
    return ",".join(map(str, numbers)).encode()
