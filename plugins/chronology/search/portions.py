"""Values in order -> as many portions of about the same weight, each a file that a browser loads by itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value")


def evenly(values: Iterable[tuple[Value, int]], total: int, wanted: int) -> list[Sequence[Value]]:
    """Exactly `wanted` portions of values given with their weights, which come to `total`; the last may be empty."""
    portions: list[list[Value]] = [[]]
    held = 0
    for value, weight in values:
        if held >= total * len(portions) / wanted:
            portions.append([])
        portions[-1].append(value)
        held += weight
    return [*portions, *([] for _ in range(wanted - len(portions)))]
