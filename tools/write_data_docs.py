"""The definition of all records -> the tables of docs/data.md.

python tools/write_data_docs.py            # writes them
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pelican

ROOT = Path(__file__).resolve().parents[1]
pelican.__path__.insert(0, str(ROOT))

from pelican.plugins.chronology import fields  # noqa: E402 - it must be found first

DOCUMENT = ROOT / "docs" / "data.md"
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

What may stand in the header of a page. The tables are made from `plugins/chronology/fields.py` by
`tools/write_data_docs.py`; a test holds them against it. **Bold** keys must be there.

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
        yield f"| {shown} | {_kind(field.kind)} | {field.help} | {example} |\n"
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
    names |= {fields.Address: "web address", fields.Table: "mapping"}
    return names[type(kind)]


if __name__ == "__main__":
    DOCUMENT.write_text(document(), encoding="utf-8")
    sys.exit()
