"""All terms with their places -> a directory and many small shards, of which a query needs a few.

lunr scores a field by the product of two vectors, the query's and the field's, and divides by the length of the
query's alone. So terms that were not asked for change nothing, and an index that holds only the terms of a query
answers it as the whole one would. A shard keeps what weights are worked out from, not the weights: that is a third as
large.
"""

from __future__ import annotations

import hashlib
import json
from array import array
from collections.abc import Iterator, Mapping

from .documents import BOOSTS, Indexed
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


def cut(made: Indexed, besides: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """The files of the index, each with its name: the directory, the list of all terms, and the shards.

    `besides` is what the directory says of other files, as JSON.
    """
    terms = made.terms()
    shards = _shards(made, terms)
    yield "index", {**_directory(made, shards), **besides, "version": _version(made, besides)}
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
    }


def _shards(made: Indexed, terms: list[str]) -> list[Shard]:
    """The terms in as many shards as an archive of this size has, in order, each about as large as the others."""
    total = sum(len(numbers) for postings in made.postings.values() for numbers in postings.values())
    found = ((term, _numbers(made, term)) for term in terms)
    weighed = (((term, numbers), sum(map(len, numbers.values()))) for term, numbers in found)
    return [dict(portion) for portion in evenly(weighed, total, count_of(made.reports))]


def _numbers(made: Indexed, term: str) -> dict[str, list[int]]:
    return {
        str(number): postings[term].tolist()
        for number, postings in enumerate(made.postings.values())
        if term in postings
    }


def _version(made: Indexed, besides: Mapping[str, object]) -> str:
    """Part of the address of each file, so that a browser never puts old ones and new ones together."""
    digest = hashlib.sha256(json.dumps(besides, sort_keys=True).encode())
    for name, postings in made.postings.items():
        for term in sorted(postings):
            digest.update(f"{name} {term} ".encode())
            digest.update(_bytes(postings[term]))
    return digest.hexdigest()[:8]


def _bytes(numbers: array[int]) -> bytes:
    """The same on every machine."""
    return ",".join(map(str, numbers)).encode()
