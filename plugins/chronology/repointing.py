"""The text of a page and an id that became another -> the text with every reference to it changed, and nothing else.

Where references stand is known from the definition of the record; comments, order and form of the header stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from . import authorship, fields, header
from .fields import Kind, ListOf, MapOf, Ref, Table
from .model import Id
from .patching import patched

FOLDERS = {"actor": "actors", "event": "events"}
"""The records that can be renamed, and where their pages are."""


def repointed(text: str, kind: str, table: str, old: Id, new: Id) -> str:
    """A page of this kind with references to `old` of this table leading to `new`.

    Raises CannotPatch; HeaderError where the page cannot be read.
    """
    parts = header.split(text)
    body = _body(parts.body, FOLDERS[table], old, new)
    if parts.header is None:
        return text
    values = header.plain(header.parse(parts.header))
    changed = _walk(values, fields.RECORDS[kind], table, old, new)
    if changed == values:
        return _whole(parts.header, body) if body != parts.body else text
    if kind == "report":
        _sign(changed, values, parts.body, body)
    return _whole(patched(parts.header, changed), body)


def _whole(head: str, body: str) -> str:
    return f"---\n{head}---\n{body}"


def _walk(value: Any, kind: Kind, table: str, old: Id, new: Id) -> Any:
    """A value of this kind with the new id."""
    if isinstance(kind, Ref):
        return new if kind.table == table and value == old else value
    if isinstance(kind, ListOf):
        if not isinstance(value, list):
            return _walk(value, kind.item, table, old, new)
        items = [_walk(item, kind.item, table, old, new) for item in value]
        return _once(items) if items != value else value
    if isinstance(kind, MapOf) and isinstance(value, dict):
        pairs = [(_walk(k, kind.key, table, old, new), _walk(v, kind.value, table, old, new)) for k, v in value.items()]
        # Where both have words, those of the record that stays go first.
        return {**dict(pairs), **{k: v for k, v in pairs if k in value}}
    if isinstance(kind, Table):
        known = {field.name: field.kind for field in kind.fields}
        if isinstance(value, dict):
            return {k: _walk(v, known[k], table, old, new) if k in known else v for k, v in value.items()}
        if kind.short:
            return _walk(value, known[kind.short], table, old, new)
    return value


def _once(items: Iterable[Any]) -> list[Any]:
    """Each actor once, in the place of its first mention and with the strongest of its roles."""
    kept: dict[str, Any] = {}
    for item in items:
        named = isinstance(item, dict) and "id" in item
        key = item["id"] if named else item if isinstance(item, str) else json.dumps(item, sort_keys=True)
        kept[key] = item if key not in kept or _rank(item) < _rank(kept[key]) else kept[key]
    return list(kept.values())


def _rank(item: Any) -> int:
    """0 for the strongest role. Who merely stands in the list is mentioned."""
    order = ("primary", "source", "mentioned")
    role = item.get("role", "mentioned") if isinstance(item, dict) else "mentioned"
    return order.index(role) if role in order else len(order)


def _sign(changed: dict[str, Any], values: dict[str, Any], old_body: str, new_body: str) -> None:
    """A part that the machine wrote stays the machine's: it did not choose the id, and nobody corrected it."""
    written = authorship.look_up(values, ("seed", "written"))
    if not isinstance(written, dict):
        return
    now = {
        part.name: authorship.digest(part, changed, new_body)
        for part in authorship.PARTS
        if written.get(part.name) == authorship.digest(part, values, old_body)
    }
    changed["seed"] = {**changed["seed"], "written": {**written, **{name: new for name, new in now.items() if new}}}


def _body(body: str, folder: str, old: Id, new: Id) -> str:
    """The text with `{filename}` links to the old page leading to the new one."""
    link = re.compile(rf"(\]\(<?\{{filename\}}[^()\s<>]*\b{folder}/|\]\(<?\{{filename\}}){re.escape(old)}\.md\b")
    return link.sub(lambda found: f"{found[1]}{new}.md", body)
