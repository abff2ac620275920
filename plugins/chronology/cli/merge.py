"""`chronology merge actor|event OLD INTO`: makes one record of two; the address of the first leads to the second."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from .. import header, wholefile
from ..merging import merged
from ..patching import CannotPatch
from ..problems import Problem, WrongCall
from ..repointing import repointed
from ..settings import Settings
from .folder import read_records, tell
from .moving import Change, add_records, carry_out, known, page_of, repoint


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("merge", help="make one record of two actors or of two events that are the same")
    add_records(command, "OLD", "INTO")
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    kind, old, new = chosen.kind, chosen.old, chosen.new
    if old == new:
        raise WrongCall(f'"{old}" and "{new}" are one record already')
    with wholefile.alone(settings.content):
        content, _ = read_records(settings)
        for id_ in (old, new):
            known(kind, id_, content)
        goes, stays = (settings.content / page_of(kind, id_) for id_ in (old, new))
        text, before = goes.read_bytes().decode(), stays.read_bytes().decode()
        try:
            made = merged(before, repointed(text, kind, kind, old, new), kind, (new, old))
            after = repointed(made.text, kind, kind, old, new)
        except (CannotPatch, header.HeaderError) as error:
            raise WrongCall(f"content/{page_of(kind, new)} could not be changed: {error}") from error
        changes = [Change(page_of(kind, new), before, after), *repoint(settings, kind, old, new, problems)]
        changes += [] if problems else [Change(page_of(kind, old), text, None)]
        done = carry_out(settings, changes, dry_run=chosen.dry_run)
    for said in made.dropped:
        hint = f"see whether content/{page_of(kind, new)} should say it"
        told = f"{old} said {said}, and {new} says otherwise"
        problems.append(Problem(f"content/{page_of(kind, old)}", told, hint, level="warning"))
    print(f"{kind} {old} -> {new}: {done}", file=sys.stderr)
    return int(tell(problems, sys.stderr))
