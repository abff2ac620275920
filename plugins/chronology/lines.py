"""Records, each with its line -> a file of lines, and the file anew where a few of them have changed.

What the last build left of the file is taken over as it stands, from line to line, wherever neither a line nor what
comes before and behind it differs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from .packing import Unusable, pack, unpack

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Form:
    """What stands around the lines of a file."""

    head: str
    between: str
    tail: str


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """What has a line in a file, in order."""

    items: Sequence[Item]
    key: Callable[[Item], str]
    """What an item is known by from build to build: unique in its file, without a line break."""
    line: Callable[[Item], str]


def whole(form: Form, listing: Listing[Item]) -> tuple[bytes, bytes]:
    """The file, and a note of its lines for `revised`."""
    return _joined(form, list(map(listing.key, listing.items)), [listing.line(one).encode() for one in listing.items])


def revised(form: Form, listing: Listing[Item], fresh: Set[str], left: bytes, noted: bytes) -> tuple[bytes, bytes]:
    """The same from the file as it was left, and what was noted of it; `fresh` are the keys of the items of which the
    line may be another now. Raises Unusable.
    """
    spans = _spans(form, left, noted)
    for key in fresh:
        spans.pop(key, None)
    keys = list(map(listing.key, listing.items))
    places = map(spans.get, keys)
    view = memoryview(left)
    texts = [view[at] if at else listing.line(one).encode() for one, at in zip(listing.items, places, strict=True)]
    return _joined(form, keys, texts)


def _joined(form: Form, keys: Sequence[str], texts: Sequence[bytes | memoryview]) -> tuple[bytes, bytes]:
    noted = pack(("\n".join(keys), array("I", map(len, texts)).tobytes()))
    pieces: list[bytes | memoryview] = [form.between.encode()] * (2 * len(texts) + 1)
    # In one step: such a file may have a hundred megabytes.
    pieces[1::2] = texts
    pieces[0], pieces[-1] = form.head.encode(), form.tail.encode()
    return b"".join(pieces if texts else (form.head.encode(), form.tail.encode())), noted


def _spans(form: Form, left: bytes, noted: bytes) -> dict[str, slice]:
    """Where the line of each key stands in a file. Raises Unusable where it is not the file of which this was noted."""
    kept: Any = unpack(noted)
    try:
        keys, lengths = kept[0].split("\n") if kept[0] else [], array("I", kept[1])
    except (TypeError, ValueError, AttributeError, IndexError) as error:
        raise Unusable("this is no note of lines") from error
    spans, at, gap = {}, len(form.head.encode()), len(form.between.encode())
    for key, length in zip(keys, lengths, strict=False):
        spans[key] = slice(at, at + length)
        at += length + gap
    size = at - (gap if keys else 0) + len(form.tail.encode())
    if not len(spans) == len(keys) == len(lengths) or size != len(left):
        raise Unusable("the lines of another file were noted")
    return spans
