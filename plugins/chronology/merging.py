"""The pages of two records that are one -> the page of the one that stays, with all that the other knew."""

from __future__ import annotations

from typing import Any, NamedTuple

from . import fields, header
from .fields import ListOf
from .model import Id
from .patching import patched

FORMERLY = "formerly"
"""The key under which a record keeps the ids that lead to it."""


class Merged(NamedTuple):
    text: str
    dropped: tuple[str, ...]
    """What the other record said otherwise, and what is no longer said: `exists: 1965/..`."""


def moved(text: str, old: Id) -> str:
    """The page of a record that had another id, which it now remembers."""
    head, body = _parts(text)
    values = header.plain(header.parse(head))
    return f"---\n{patched(head, _with_former(values, [old]))}---\n{body}"


def merged(stays: str, goes: str, kind: str, ids: tuple[Id, Id]) -> Merged:
    """Two pages of this kind as one; `ids` are those of the page that stays and of the one that goes.

    Lists are joined, a name becomes an alias, and of single values those of the page that stays count.
    """
    head, body = _parts(stays)
    other_head, other_body = _parts(goes)
    values, other = header.plain(header.parse(head)), header.plain(header.parse(other_head))
    made, dropped = dict(values), []
    for field in fields.RECORDS[kind].fields:
        ours, theirs = values.get(field.name), other.get(field.name)
        if theirs is None or ours == theirs:
            continue
        if isinstance(field.kind, ListOf):
            made[field.name] = _joined(ours, theirs)
        elif ours is None:
            made[field.name] = theirs
        elif field.name != "name":
            dropped.append(f"{field.name}: {header.inline(theirs)}")
    named = [other["name"]] if other.get("name") != values.get("name") else []
    if named:
        made["aliases"] = _joined(made.get("aliases"), named)
    if "relations" in made:
        # They were two; now the one would be related to itself.
        made["relations"] = [one for one in _listed(made["relations"]) if one.get("to") not in ids]
    made = _with_former(made, [ids[1]])
    made[FORMERLY] = [id_ for id_ in made[FORMERLY] if id_ != ids[0]]
    ordered = {**{f.name: made[f.name] for f in fields.RECORDS[kind].fields if f.name in made}, **made}
    ordered = {name: value for name, value in ordered.items() if value != []}
    return Merged(f"---\n{patched(head, ordered)}---\n{_both(body, other_body)}", tuple(dropped))


def _parts(text: str) -> tuple[str, str]:
    parts = header.split(text)
    return parts.header or "", parts.body


def _with_former(values: dict[str, Any], ids: list[Id]) -> dict[str, Any]:
    return {**values, FORMERLY: _joined(values.get(FORMERLY), ids)}


def _joined(ours: Any, theirs: Any) -> list[Any]:
    """Both lists, each item once. One item may stand without brackets."""
    both = [*_listed(ours), *_listed(theirs)]
    return [item for number, item in enumerate(both) if item not in both[:number]]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _both(body: str, other: str) -> str:
    """Both descriptions, the one that stays first; one that says nothing new is left out."""
    if not other.strip() or other.strip() in body:
        return body
    return f"{body.rstrip()}\n\n{other.strip()}\n".lstrip("\n")
