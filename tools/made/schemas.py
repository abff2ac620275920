"""The definition of all records -> JSON Schema (draft 7, which editors know) for each kind of header.

A schema accepts every header that `chronology check` accepts, and refuses what can be told from one header alone,
apart from the calendar: that a month has no 30th day, or that an id is not there, only the check can say.
"""

from __future__ import annotations

import json
from typing import Any

from pelican.plugins.chronology import fields, header

Schema = dict[str, Any]

TITLES = {
    "report": "The header of a report page",
    "actor": "The header of an actor's page",
    "country": "The header of a country's page",
    "event": "The header of a known event's page",
    "event_types": "The types of events: content/vocabulary/event_types.yaml",
}
SCALAR = ["string", "number", "boolean"]
"""Whatever YAML takes a plain word for, it is read as text."""
NOTHING: Schema = {"type": ["string", "null"], "maxLength": 0}
"""A key without a value is the same as no key."""


def documents() -> dict[str, str]:
    """The text of each schema, by its name."""
    tables = {name: table for name, table in fields.RECORDS.items() if name != "event_type"}
    tables["event_types"] = fields.EVENT_TYPES
    return {name: _text(name, table) for name, table in tables.items()}


def _text(name: str, table: fields.Table) -> str:
    schema = {"$schema": "http://json-schema.org/draft-07/schema#", "title": TITLES[name], **_table(table)}
    schema["definitions"] = {"date": {"type": ["string", "integer"], "pattern": _whole(fields.Date.pattern)}}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _table(table: fields.Table) -> Schema:
    return {
        "type": "object",
        "properties": {field.name: _field(field) for field in table.fields},
        "required": [field.name for field in table.fields if field.required],
        "additionalProperties": False,
    }


def _field(field: fields.Field) -> Schema:
    """A key's value, with what an editor shows beside it."""
    schema = _value(field.kind)
    if not field.required:
        schema = _or_nothing(schema)
    elif schema.get("type") == SCALAR:
        schema["minLength"] = 1
    says = f"{field.help} ({field.unit})" if field.unit else field.help
    shown: Schema = {"description": f"{says}."}
    if field.example:
        shown["examples"] = [_plain(header.parse(f"value: {field.example}\n")["value"])]  # type: ignore[index]
    return {**shown, **schema}


def _value(kind: fields.Kind) -> Schema:
    if isinstance(kind, fields.ListOf):
        item = _value(kind.item)
        return {"anyOf": [item, {"type": "array", "items": item}]}
    if isinstance(kind, fields.Table):
        table = _table(kind)
        if not kind.short:
            return table
        short = next(field for field in kind.fields if field.name == kind.short)
        return {"anyOf": [_value(short.kind), table]}
    if isinstance(kind, fields.MapOf):
        return {"type": "object", "propertyNames": _key(kind.key), "additionalProperties": _value(kind.value)}
    if isinstance(kind, fields.Choice):
        return {"enum": list(kind.values)}
    if isinstance(kind, fields.Date):
        return {"allOf": [{"$ref": "#/definitions/date"}]}
    if isinstance(kind, fields.Form):
        return {"type": ["string", "number"], "pattern": _whole(kind.pattern)}
    if isinstance(kind, fields.Ref):
        return {"type": "string", **_key(kind)} if kind.table == "country" else {"type": ["string", "number"]}
    return {"type": SCALAR}


def _key(kind: fields.Ref | fields.Text) -> Schema:
    is_country = isinstance(kind, fields.Ref) and kind.table == "country"
    return {"pattern": "^[A-Za-z]{2}$"} if is_country else {}


def _or_nothing(schema: Schema) -> Schema:
    if schema.get("type") == SCALAR:
        return {"type": [*SCALAR, "null"]}
    return {"anyOf": [*schema.get("anyOf", [schema]), NOTHING]}


def _whole(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _plain(value: header.Value) -> Any:
    if isinstance(value, header.Mapping):
        return {str(key): _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, header.Sequence) else str(value)
