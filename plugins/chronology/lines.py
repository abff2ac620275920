"""Records, each with its line -> a file of lines, and the file anew where a few of them have changed.

What the last build left of the file is taken over as it stands, from line to line, wherever neither a line nor what
comes before and behind it differs.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from .packing import Unusable, pack, unpack


@dataclass(frozen=True, slots=True)
class Form:
    """What stands around the lines of a file."""

    head: str
    between: str
    tail: str


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a file, which is made when it is needed."""

    key: str
    """Unique in its file, without a line break."""
    fresh: bool
    """Whether it may differ from what the last build left under this key."""
    make: Callable[[], str]


def whole(form: Form, lines: Iterable[Line]) -> tuple[bytes, bytes]:
    """The file, and a note of its lines for `revised`."""
    return _joined(form, ((line.key, line.make().encode()) for line in lines))


def revised(form: Form, lines: Iterable[Line], left: bytes, noted: bytes) -> tuple[bytes, bytes]:
    """The same from the file as it was left, and what was noted of it. Raises Unusable."""
    spans = _spans(form, left, noted)
    taken = ((line, spans.get(line.key)) for line in lines)
    return _joined(form, ((one.key, left[at] if at and not one.fresh else one.make().encode()) for one, at in taken))


def _joined(form: Form, lines: Iterable[tuple[str, bytes]]) -> tuple[bytes, bytes]:
    keys, texts = [], []
    for key, text in lines:
        keys.append(key)
        texts.append(text)
    noted = pack(("\n".join(keys), array("I", map(len, texts)).tobytes()))
    return b"".join((form.head.encode(), form.between.encode().join(texts), form.tail.encode())), noted


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
