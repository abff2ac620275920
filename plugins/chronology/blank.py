"""The name of a new record -> the text of a page to fill in: valid as it is, and with every further key explained."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import header
from .fields import RECORDS, Field
from .model import Code, Edtf, Id

SEEN = 10
"""Contexts that a page shows at most."""


def actor_page(name: str, kind: str, country: Code | None, seen: Iterable[tuple[str, str]]) -> str:
    """The page of an actor, with the contexts in which reports name it: (seed, words)."""
    contexts = [f"# {seed}: {words}" for seed, words in seen]
    if len(contexts) > SEEN:
        contexts = [*contexts[:SEEN], f"# and {len(contexts) - SEEN} more"]
    lines = ["# Where reports name it:", *contexts] if contexts else ["# No seed names it in these words."]
    return _page("actor", {"name": name, "kind": kind, **({"country": country} if country else {})}, lines)


def event_page(name: str, date: Edtf, event_type: Id) -> str:
    """The page of a known event."""
    return _page("event", {"name": name, "date": date, "event_type": event_type})


def report_page(title: str, report_id: Id, date: Edtf | None, event_type: Id, added: Edtf) -> str:
    """A report page that has no seed. Its body is a first sentence to write over."""
    values = {"id": report_id, "title": title, **({"date": date} if date else {}), "event_type": event_type}
    return _page("report", {**values, "added": added}, body=f"{title}.\n")


def _page(kind: str, values: dict[str, object], lines: Iterable[str] = (), body: str = "") -> str:
    further = _further([f for f in RECORDS[kind].fields if f.name not in values])
    return "".join(f"{line}\n" for line in ("---", header.dump(values).rstrip("\n"), *further, *lines, "---")) + body


def _further(left: Iterable[Field]) -> Iterator[str]:
    yield "# Further keys; take the # away from those that are known, and delete the rest:"
    for f in left:
        yield f"# {f.name}: {f.example}".rstrip() + f"   # {f.help}"
