"""`chronology rename actor|event OLD NEW`: gives a record another id; its old address leads to the new."""

from __future__ import annotations

import argparse
import re
import sys
from typing import Any

from .. import header, wholefile
from ..fields import Name
from ..merging import moved
from ..patching import CannotPatch
from ..problems import Problem, WrongCall
from ..repointing import repointed
from ..settings import Settings
from .folder import read_records, tell
from .moving import Change, add_records, carry_out, known, page_of, repoint


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("rename", help="give an actor or an event another id, wherever it is named")
    add_records(command, "OLD", "NEW")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    kind, old, new = chosen.kind, chosen.old, chosen.new
    if not re.fullmatch(Name.pattern, new):
        raise WrongCall(f'"{new}" is no id: expected {Name.expected}')
    with wholefile.alone(settings.content):
        content, _ = read_records(settings)
        known(kind, old, content)
        page, target = settings.content / page_of(kind, old), settings.content / page_of(kind, new)
        text = page.read_bytes().decode()
        try:
            renamed = repointed(moved(text, old), kind, kind, old, new)
        except (CannotPatch, header.HeaderError) as error:
            raise WrongCall(f"content/{page_of(kind, old)} could not be changed: {error}") from error
        # A call that was interrupted has written the new page already.
        if target.exists() and target.read_bytes().decode() != renamed:
            hint = f"`chronology merge {kind} {old} {new}` makes one of the two"
            raise WrongCall(f'there is a {kind} "{new}" already ({hint})')
        changes = [Change(page_of(kind, new), None, renamed), *repoint(settings, kind, old, new, problems)]
        # While a page still names the old id its record must stay; a second call goes on.
        changes += [] if problems else [Change(page_of(kind, old), text, None)]
        done = carry_out(settings, changes, dry_run=chosen.dry_run)
    print(f"{kind} {old} -> {new}: {done}", file=sys.stderr)
    return int(tell(problems, sys.stderr))
