"""What the index of the last build has counted -> bytes that a cache can hold, and back.

The lists themselves are in the files of the index. This is what can only be told from all of them together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ..packing import Unusable, pack, unpack


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures and digests of a whole index."""

    lengths: Mapping[str, int]
    """Terms of each field, in all reports together."""
    weights: Mapping[str, int]
    """Every term in order with its weight: see `shards.weight_of`."""
    digests: Mapping[str, str]
    """Of the text of every file but the directory, by name."""

    @property
    def version(self) -> str:
        """Stands in the directory and in the address of each file, so that a browser never puts old ones and new ones
        together.
        """
        told = "".join(f"{name}:{digest}\n" for name, digest in sorted(self.digests.items()))
        return digest_of(told)[:8]

    def packed(self) -> bytes:
        return pack((self.lengths, self.weights, self.digests))

    @classmethod
    def unpacked(cls, packed: bytes) -> Tally:
        """Raises Unusable."""
        kept: Any = unpack(packed)
        try:
            lengths, weights, digests = map(dict, kept)
        except (TypeError, ValueError) as error:
            raise Unusable("this is no tally of an index") from error
        return cls(lengths, weights, digests)


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
