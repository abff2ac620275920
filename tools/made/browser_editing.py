"""The definition of all records -> a configuration for Sveltia CMS, in which pages are edited in a browser.

A page is edited as the text that it is: forms that write the whole header anew lose comments and short forms. So
what a form would say beside each field stands beside the text, from the definition.
"""

from __future__ import annotations

from typing import Any

import yaml
from pelican.plugins.chronology import fields

HEAD = """\
# Made by `make schemas` from plugins/chronology/fields/; docs/editing.md says how to use it.
# Copy it to admin/config.yml of your site, put your repository in, and change what you like there.
"""
COLLECTIONS = {
    "report": ("Reports", "content/reports", "{{year}}/{{slug}}"),
    "actor": ("Actors", "content/actors", "{{slug}}"),
    "country": ("Countries", "content/countries", "{{slug}}"),
    "event": ("Known events", "content/events", "{{slug}}"),
}
"""By record: what the list is called, where the pages are, and how they are named there."""


def document() -> str:
    """The whole text of docs/editing-in-a-browser.yml."""
    made = {
        "backend": {"name": "github", "repo": "you/archive", "branch": "main"},
        "media_folder": "content/images",
        "public_folder": "images",
        "collections": [_collection(record) for record in COLLECTIONS],
    }
    return HEAD + yaml.safe_dump(made, allow_unicode=True, sort_keys=False, width=110)


def _collection(record: str) -> dict[str, Any]:
    label, folder, path = COLLECTIONS[record]
    page = {
        "name": "body",
        "label": "The page",
        "widget": "code",
        "default_language": "yaml",
        "allow_language_selection": False,
        "output_code_only": True,
        "hint": " · ".join(_said(field) for field in fields.RECORDS[record].fields),
    }
    return {
        "name": folder.rpartition("/")[2],
        "label": label,
        "folder": folder,
        "path": path,
        "summary": "{{slug}}",
        # A page needs an id and a name that no other has: `chronology new` and `chronology ingest` see to it.
        "create": False,
        "delete": False,
        "extension": "md",
        # The text of the file as it is. Whatever is not changed stays, to the last comment.
        "format": "raw",
        "editor": {"preview": False},
        "fields": [page],
    }


def _said(field: fields.Field) -> str:
    """What a person must know to write a key: its name, what it says, and how it looks."""
    needed = " (must be there)" if field.required else ""
    example = f", such as {field.example}" if field.example and len(field.example) < 60 else ""
    return f"{field.name}{needed}: {field.help[0].lower()}{field.help[1:]}{example}"
