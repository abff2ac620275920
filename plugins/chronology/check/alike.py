"""Two names -> whether they may be one: written in another order, with an initial more, or with a letter changed."""

from __future__ import annotations

from ..outlines import plain

SHORTEST = 5
"""Letters that a word must have for one of them to count as a slip: Ali and Adi are two names."""


def words(name: str) -> tuple[str, ...]:
    """The words of a name, sorted, without initials and signs."""
    letters = "".join(c if c.isalnum() else " " for c in plain(name).replace("'", ""))
    return tuple(sorted(word for word in letters.split() if len(word) > 1))


def alike(one: str, other: str) -> bool:
    """Whether two names may be one. Equal names are: that is told by their letters alone."""
    first, second = words(one), words(other)
    if len(first) < 2 or len(first) != len(second):
        return False
    odd = [word for word in first if word not in second]
    even = [word for word in second if word not in first]
    return not odd or (len(odd) == len(even) == 1 and slip(odd[0], even[0]))


def slip(a: str, b: str) -> bool:
    """Whether two words differ by one letter, left out, added, changed, or swapped with its neighbour."""
    if min(len(a), len(b)) < SHORTEST or abs(len(a) - len(b)) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest_a, rest_b = a[start:], b[start:]
    swapped = len(a) == len(b) and rest_a[:2] == rest_b[:2][::-1] and rest_a[2:] == rest_b[2:]
    return swapped or rest_a[1:] == rest_b[1:] or rest_a[1:] == rest_b or rest_a == rest_b[1:]
