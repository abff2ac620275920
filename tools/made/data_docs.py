"""The definition of all records -> the tables of docs/data.md."""

from __future__ import annotations

from collections.abc import Iterator

from pelican.plugins.chronology import fields

HEADINGS = {
    "report": (
        "A report",
        "`content/reports/<year>/<slug>.md`. The path is the address; the body is the report's text.",
    ),
    "actor": ("An actor", "`content/actors/<id>.md`, an authority record. The body describes it."),
    "country": (
        "A country",
        (
            "`content/countries/<code>.md`. What it leaves out comes from the shipped table, "
            "whose names are known beside its own."
        ),
    ),
    "event": ("A known event", "`content/events/<id>.md`: an occurrence that several reports may tell of."),
    "event_type": (
        "A type of event",
        "A row under the key `event_types` of `content/vocabulary/event_types.yaml`, which replaces the shipped table.",
    ),
}
HEAD = """# Data

What may stand in the header of a page. The tables are made from the definition in `plugins/chronology/fields/` by
`make schemas`, which also makes the [schemas for editors](editing.md); a test holds them against it. **Bold** keys
must be there.

Values are read as text: `NO` is Norway and `2015-11-14` a date, because the definition says so and not because YAML
guesses it. Dates are [EDTF](https://www.loc.gov/standards/datetime/): `2024-03-27`, `2024-03`, `2024-03-27/2024-03-31`,
`2022-10?`, `2023~`, `../2016`. A list of one needs no brackets. Unknown keys are told, with the name that may have been
meant.
"""


def document() -> str:
    """The whole text of docs/data.md."""
    parts = [HEAD]
    for kind, table in fields.RECORDS.items():
        title, says = HEADINGS[kind]
        parts.append(f"\n## {title}\n\n{says}\n\n| key | value | what it says | example |\n| --- | --- | --- | --- |\n")
        parts.append("".join(_rows(table, "")))
    return "".join(parts)


def _rows(table: fields.Table, prefix: str) -> Iterator[str]:
    for field in table.fields:
        name = f"{prefix}{field.name}"
        shown = f"**`{name}`**" if field.required else f"`{name}`"
        example = f"`{field.example}`" if field.example else ""
        says = f"{field.help} ({field.unit})" if field.unit else field.help
        yield f"| {shown} | {_kind(field.kind)} | {says} | {example} |\n"
        inner = field.kind.item if isinstance(field.kind, fields.ListOf) else field.kind
        if isinstance(inner, fields.Table):
            yield from _rows(inner, f"{name}.")


def _kind(kind: fields.Kind) -> str:
    if isinstance(kind, fields.ListOf):
        return f"list of {_kind(kind.item)}"
    if isinstance(kind, fields.MapOf):
        return f"{_kind(kind.key)}: {_kind(kind.value)}"
    if isinstance(kind, fields.Choice):
        return " or ".join(kind.values)
    if isinstance(kind, fields.Ref):
        return f"id of {kind.table.replace('_', ' ')}" if kind.table != "country" else "country code"
    names = {fields.Text: "text", fields.Date: "EDTF", fields.Name: "id", fields.Code: "country code"}
    names |= {
        fields.Address: "web address",
        fields.Table: "mapping",
        fields.Language: "language",
        fields.Hash: "digest",
    }
    return names[type(kind)]
