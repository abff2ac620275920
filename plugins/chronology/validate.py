"""A header and the definition of its record -> plain values, and every problem at once.

The values hold only keys of the definition, in its order, each of the form that its kind
promises: text, a tuple, or a mapping. What is wrong is left out of them and told.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, cast

from . import edtf, fields, header
from .problems import Level, Problem, did_you_mean


class Reference(NamedTuple):
    """A place in a file where the id of another record stands."""

    table: str
    id: str
    path: str
    line: int
    column: int


@dataclass(slots=True)
class Validation:
    """What one page gave: filled while its header is read."""

    path: str
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)

    def problem(self, code: str, at: header.Value, message: str, hint: str, level: Level = "error") -> None:
        """Note a problem at a value's place."""
        self.problems.append(Problem(self.path, message, hint, at.line, at.column, level, code))

    def table(self, value: header.Value, table: fields.Table, where: str = "") -> dict[str, Any]:
        """The values of a mapping; `where` names the key it stands under, for messages."""
        if isinstance(value, header.Text) and table.short:
            return {table.short: self._one(value, _field(table, table.short).kind, table.short)}
        if not isinstance(value, header.Mapping):
            expected = ", ".join(f.name for f in table.fields[:3])
            meant = value if isinstance(value, header.Text) and value else "..."
            self.problem(
                "wrong-shape",
                value,
                f"{where} is {_shape(value)}, expected a mapping with {expected}",
                f"write `{where}: {{{table.fields[0].name}: {meant}}}`",
            )
            return {}
        names = {f.name for f in table.fields}
        for key in value:
            if key not in names:
                hint = did_you_mean(key, names) or f"known keys: {', '.join(sorted(names))}"
                inside = f" in {where}" if where else ""
                self.problem("unknown-key", key, f'unknown key "{key}"{inside}, which nothing reads', hint, "warning")
        found: dict[str, Any] = {}
        for f in table.fields:
            given = value.get(cast(header.Text, f.name))
            if given is None or given == "":
                if f.required:
                    hint = f"write `{f.name}: {f.example or '...'}`: {f.help[0].lower()}{f.help[1:]}"
                    at, what = (value, "missing") if given is None else (given, "empty")
                    self.problem("missing-key", at, f'{f"{where}: " if where else ""}"{f.name}" is {what}', hint)
                continue
            read = self._one(given, f.kind, f.name)
            if read is not None:
                found[f.name] = read
        return found

    def _one(self, value: header.Value, kind: fields.Kind, where: str) -> Any:
        if isinstance(kind, fields.ListOf):
            items = value if isinstance(value, header.Sequence) else [value]
            read = (self._one(item, kind.item, where) for item in items)
            return tuple(item for item in read if item is not None and item != {})
        if isinstance(kind, fields.Table):
            return self.table(value, kind, where)
        if isinstance(kind, fields.MapOf):
            if not isinstance(value, header.Mapping):
                self.problem(
                    "wrong-shape", value, f"{where} is {_shape(value)}, expected a mapping", "write {id: words}"
                )
                return None
            pairs = ((self._one(k, kind.key, where), self._one(v, kind.value, where)) for k, v in value.items())
            return {k: v for k, v in pairs if k is not None and v is not None}
        if not isinstance(value, header.Text):
            hint = "write it without brackets"
            self.problem("wrong-shape", value, f"{where} is {_shape(value)}, expected one value", hint)
            return None
        return self._scalar(value, kind, where)

    def _scalar(self, value: header.Text, kind: fields.Kind, where: str) -> str | None:
        text = str(value)
        if isinstance(kind, fields.Ref):
            if kind.table == "country":
                text = text.upper()
            self.references.append(Reference(kind.table, text, self.path, value.line, value.column))
            return text
        if isinstance(kind, fields.Date):
            try:
                edtf.parse(text)
            except edtf.EdtfError as error:
                hint = error.hint or "write an EDTF date such as 2024-03-27, 2024-03 or 2024-03~"
                self.problem("bad-date", value, f"{where}: {error.message}", hint)
                return None
            return text
        if isinstance(kind, fields.Choice):
            if text not in kind.values:
                hint = did_you_mean(text, kind.values) or f"one of: {', '.join(kind.values)}"
                self.problem("unknown-choice", value, f'{where} is "{text}", which is not known', hint)
                return None
            return text
        if isinstance(kind, fields.Form) and not re.fullmatch(kind.pattern, text):
            self.problem("bad-form", value, f'{where} is "{text}", expected {kind.expected}', kind.hint)
            return None
        return text


def _field(table: fields.Table, name: str) -> fields.Field:
    return next(f for f in table.fields if f.name == name)


def _shape(value: header.Value) -> str:
    if isinstance(value, header.Text):
        return f'"{value}"' if value else "empty"
    return "a list" if isinstance(value, header.Sequence) else "a mapping"
