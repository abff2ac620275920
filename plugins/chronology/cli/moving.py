"""An id that became another -> every page of the archive with its references changed, on disk or shown."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import NamedTuple

from .. import header, pagefile, wholefile
from ..model import Id
from ..pagefile import FOLDERS, Content
from ..patching import CannotPatch
from ..problems import Problem, WrongCall, count, did_you_mean
from ..repointing import FOLDERS as KINDS
from ..repointing import repointed
from ..settings import Settings
from .differences import show


class Change(NamedTuple):
    path: str
    """Below the content."""
    before: str | None
    """None for a page that is not there yet."""
    after: str | None
    """None for a page that goes."""


def add_records(command: argparse.ArgumentParser, first: str, second: str) -> None:
    """The kind of record and two ids."""
    command.add_argument("kind", choices=sorted(KINDS), help="the kind of record")
    command.add_argument("old", metavar=first)
    command.add_argument("new", metavar=second)
    command.add_argument("--dry-run", action="store_true", help="print the differences and write nothing")


def page_of(kind: str, id_: Id) -> str:
    """Where the record of an id is kept, below the content."""
    return f"{KINDS[kind]}/{id_}.md"


def known(kind: str, id_: Id, content: Content) -> None:
    """Refuse an id that no record has."""
    ids = {record.id for record in (content.actors if kind == "actor" else content.events)}
    if id_ not in ids:
        hint = did_you_mean(id_, ids)
        raise WrongCall(f'there is no {kind} "{id_}"{f" ({hint})" if hint else ""}')


def repoint(settings: Settings, kind: str, old: Id, new: Id, problems: list[Problem]) -> Iterator[Change]:
    """The pages that refer to the old id. Those of the two records themselves are left to the caller."""
    for path in (path for name in FOLDERS for path in pagefile.pages_in(settings.content, name)):
        if path in (page_of(kind, old), page_of(kind, new)):
            continue
        try:
            before = (settings.content / path).read_bytes().decode()
            after = repointed(before, FOLDERS[path.partition("/")[0]], kind, old, new)
        except (CannotPatch, header.HeaderError, UnicodeDecodeError) as error:
            hint = f'change "{old}" to "{new}" in it by hand'
            problems.append(Problem(f"content/{path}", f"it could not be changed: {error}", hint))
            continue
        if after != before:
            yield Change(path, before, after)


def carry_out(settings: Settings, changes: list[Change], *, dry_run: bool) -> str:
    """Write what has changed, in this order, or show it; how much that was.

    What goes is deleted last: interrupted anywhere, the command can be called again.
    """
    for change in sorted(changes, key=lambda change: change.after is None):
        file = settings.content / change.path
        if dry_run:
            show(f"content/{change.path}", change.before, change.after or "")
        elif change.after is None:
            file.unlink()
        else:
            wholefile.write(file, change.after)
    others = sum(change.before is not None and change.after is not None for change in changes)
    return f"{count(others, 'page')} {'would be ' if dry_run else ''}changed"
