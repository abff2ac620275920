"""What is known of a new record -> the text of a page to fill in: valid, and with every further key explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from . import header
from .fields import RECORDS, Field

SEEN = 10
"""Contexts that a page shows at most."""

Values = Mapping[str, object]
"""What is known, by key; a key with nothing is left out."""


def actor_page(values: Values, seen: Iterable[tuple[str, str]]) -> str:
    """The page of an actor, with the contexts in which reports name it: (seed, words)."""
    contexts = [f"# {seed}: {words}" for seed, words in seen]
    if len(contexts) > SEEN:
        contexts = [*contexts[:SEEN], f"# and {len(contexts) - SEEN} more"]
    lines = ["# Where reports name it:", *contexts] if contexts else ["# No seed names it in these words."]
    return _page("actor", values, lines)


def event_page(values: Values) -> str:
    """The page of a known event."""
    return _page("event", values)


def report_page(values: Values) -> str:
    """A report page that has no seed. Its body is a first sentence to write over."""
    return _page("report", values, body=f"{values['title']}.\n")


def _page(kind: str, given: Values, lines: Iterable[str] = (), body: str = "") -> str:
    fields = RECORDS[kind].fields
    values = {f.name: kept for f in fields if (kept := _filled(given.get(f.name)))}
    further = _further([f for f in fields if f.name not in values])
    return "".join(f"{line}\n" for line in ("---", header.dump(values).rstrip("\n"), *further, *lines, "---")) + body


def _filled(value: object) -> object:
    """The same without empty keys."""
    if isinstance(value, Mapping):
        return {key: inner for key, inner in value.items() if inner}
    return value


def _further(left: Iterable[Field]) -> Iterator[str]:
    yield "# Further keys; take the # away from those that are known, and delete the rest:"
    for f in left:
        yield f"# {f.name}: {f.example}".rstrip() + f"   # {f.help}"
