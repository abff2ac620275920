"""A dotted path -> the words that stand there in a foreign header."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .. import header


def first(given: header.Value, paths: Sequence[str]) -> header.Text | None:
    """The first path's words; of a list its first item, so that the parts of one source stay together."""
    for path in paths:
        found = next(_at(given, path.split("."), every=False), None)
        if found:
            return found
    return None


def every(given: header.Value, paths: Sequence[str]) -> list[header.Text]:
    """The words at all of these paths, and of all items of the lists on the way."""
    return [found for path in paths for found in _at(given, path.split("."), every=True) if found]


def items(given: header.Value, path: str) -> header.Sequence | None:
    """The list of mappings that a dotted path leads through, such as `sources` of `sources.url`."""
    found = given.get(header.Text(path.partition(".")[0])) if isinstance(given, header.Mapping) else None
    return found if isinstance(found, header.Sequence) and "." in path else None


def _at(given: header.Value, keys: Sequence[str], every: bool) -> Iterator[header.Text]:
    if isinstance(given, header.Sequence):
        for item in given if every else given[:1]:
            yield from _at(item, keys, every)
    elif not keys:
        if isinstance(given, header.Text):
            yield given
    elif isinstance(given, header.Mapping):
        # A key that holds a dot itself goes before a way through two keys.
        whole = given.get(header.Text(".".join(keys)))
        if whole is not None:
            yield from _at(whole, (), every)
        elif (below := given.get(header.Text(keys[0]))) is not None and len(keys) > 1:
            yield from _at(below, keys[1:], every)
