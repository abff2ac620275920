"""Collects what the interface says: messages.pot of plugins/chronology/languages/, and every catalogue there.

usage: python tools/update_messages.py [--check]

New messages are added to each catalogue without a translation, and those that nothing says any more are taken out; a
translation is never guessed. `--check` writes nothing and exits 1 when a file is not what it would write.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.pofile import read_po, write_po
from pelican.plugins.chronology.annotate.claims.kinds import KINDS
from pelican.plugins.chronology.fields import ACTOR_KINDS
from pelican.plugins.chronology.languages.messages import Key
from pelican.plugins.chronology.vocabulary import shipped_event_types

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = ROOT / "plugins" / "chronology" / "languages"
TEMPLATE = CATALOGUES / "messages.pot"
SOURCES = (
    # folder, files below it, how Babel reads them
    ("theme/templates", "**.html", "jinja2.ext:babel_extract"),
    ("plugins/chronology", "**.py", "python"),
)
KEYWORDS = {**DEFAULT_KEYWORDS, "message": ((1, "c"), 2), "plural_forms": (1, 2)}
COMMENT = "Translators:"
UNSTABLE = ("POT-Creation-Date", "PO-Revision-Date", "Generated-By", "Last-Translator", "Report-Msgid-Bugs-To")
"""Lines of the header that would change with the day, or that git knows better."""


def template() -> Catalog:
    """Every message of the theme, of the plugin and of its shipped vocabulary."""
    made = Catalog(project="pelican-chronology", version="", charset="utf-8", fuzzy=False)
    made.header_comment = "# What the interface of pelican-chronology says. Made by `make messages`, never by hand."
    for folder, files, method in SOURCES:
        found = extract_from_dir(ROOT / folder, [(files, method)], keywords=KEYWORDS, comment_tags=[COMMENT])
        for name, _, message, comments, context in sorted(found, key=lambda row: (row[0], row[1])):
            made.add(message, None, [(f"{folder}/{name}", 0)], auto_comments=comments, context=context or None)
    for where, (context, text) in _vocabulary():
        made.add(text, None, [(where, 0)], context=context)
    return made


def _vocabulary() -> Iterator[tuple[str, Key]]:
    """What the shipped tables name, with the file that names it."""
    types = "plugins/chronology/data/event_types.yaml"
    for record in shipped_event_types():
        yield types, ("type of events", record.label)
        yield types, ("group of event types", record.group)
        yield types, ("definition", record.definition)
    for kind in ACTOR_KINDS:
        yield "plugins/chronology/fields.py", ("kind of actor", kind.replace("_", " "))
    for what in KINDS:
        yield "plugins/chronology/annotate/claims/kinds.py", ("people counted", what)


def updated(file: Path, messages: Catalog) -> str:
    """A catalogue with exactly these messages."""
    with file.open("rb") as opened:
        catalog = read_po(opened, locale=file.stem.replace("-", "_"))
    catalog.update(messages, no_fuzzy_matching=True, update_header_comment=False)
    return written(catalog)


def written(catalog: Catalog) -> str:
    """The text of a catalogue, the same on any day."""
    out = io.BytesIO()
    write_po(out, catalog, width=110, sort_by_file=True, include_lineno=False, ignore_obsolete=True)
    lines = out.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.lstrip('"').startswith(UNSTABLE))


def main() -> int:
    messages = template()
    files = {TEMPLATE: written(messages)}
    files |= {file: updated(file, messages) for file in sorted(CATALOGUES.glob("*.po"))}
    stale = [file for file, text in files.items() if not file.exists() or file.read_text("utf-8") != text]
    for file in stale:
        print(f"{file.relative_to(ROOT)}: not up to date" if "--check" in sys.argv else file.relative_to(ROOT))
        if "--check" not in sys.argv:
            file.write_text(files[file], encoding="utf-8")
    return int(bool(stale) and "--check" in sys.argv)


if __name__ == "__main__":
    raise SystemExit(main())
