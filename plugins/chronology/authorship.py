"""The values of a page -> which of them the machine wrote and which a person did.

`seed.written` holds a short digest of each part of the page as the machine last gave it. A part whose digest is still
that one is the machine's, and follows it. Any other is a person's: one that was changed, added or taken out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any, NamedTuple

Path = tuple[str, ...]


class Part(NamedTuple):
    """What is followed or left alone as one."""

    name: str
    paths: tuple[Path, ...]
    """Where in the header it stands; none for the body."""


def _with_words(name: str, *more: Path) -> Part:
    return Part(name, ((name,), ("evidence", name), *more))


PARTS = (
    Part("title", (("title",),)),
    # A value and the words that it rests on are one: words for another date would prove nothing.
    _with_words("date"),
    _with_words("published", ("clues",)),
    Part("event", (("event",),)),
    _with_words("event_type"),
    _with_words("actors"),
    _with_words("location"),
    _with_words("countries"),
    Part("summary", (("summary",),)),
    *(
        Part(f"source.{name}", (("source", name),))
        for name in ("outlet", "title", "url", "author", "agency", "archive_url", "lang")
    ),
    Part("lang", (("lang",),)),
    Part("events", (("events",),)),
    Part("claims", (("claims",),)),
    Part("body", ()),
)
"""In the order of the header. All else on a page is given once, when it is made, or is a person's from the start."""

NAMES = tuple(part.name for part in PARTS)


def digests(values: Mapping[str, Any], body: str) -> dict[str, str]:
    """The digest of each part that is there."""
    found = {part.name: digest(part, values, body) for part in PARTS}
    return {name: value for name, value in found.items() if value}


def digest(part: Part, values: Mapping[str, Any], body: str) -> str:
    """Eight digits that stand for what a part says, however it is written; empty where it says nothing."""
    said: Any = [look_up(values, path) for path in part.paths]
    if not part.paths:
        said = [body.strip("\n").rstrip() or None]
    if all(value is None for value in said):
        return ""
    canonical = json.dumps(said, sort_keys=True, ensure_ascii=True)
    return hashlib.sha256(canonical.encode()).hexdigest()[:8]


def look_up(values: Mapping[str, Any], path: Path) -> Any:
    """What stands at a path; None where nothing does."""
    value: Any = values
    for depth, key in enumerate(path):
        if not isinstance(value, Mapping):
            # A person wrote something else there, so nothing below it is the machine's any more.
            return {"instead": value} if depth else None
        if key not in value:
            return None
        value = value[key]
    return value
