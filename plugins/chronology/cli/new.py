"""`chronology new report|event|actor`: writes a valid page to fill in. It never writes over one."""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from .. import blank, edtf, ingest
from ..archive import year_of
from ..executors import in_order
from ..fields import ACTOR_KINDS
from ..folding import fold
from ..model import Actor, Id
from ..problems import Problem, WrongCall, did_you_mean
from ..settings import Settings
from ..urls import slug
from .folder import add_executor, read_files, read_records, seed_files, tell, today
from .progress import watched
from .seen import FindActors


class WrongPage(WrongCall):
    """The page that was asked for cannot be made."""


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("new", help="write a page to fill in: of a report, a known event or an actor")
    kinds = command.add_subparsers(title="pages", required=True, metavar="report|event|actor")
    report = kinds.add_parser("report", help="a report that has no seed")
    event = kinds.add_parser("event", help="a known event, which reports can refer to")
    actor = kinds.add_parser("actor", help="an actor, with the contexts in which the seeds name it")
    for page, what in ((report, "TITLE"), (event, "NAME"), (actor, "NAME")):
        page.add_argument("name", metavar=what)
    for page in (report, event):
        page.add_argument("--date", metavar="EDTF", help="when it happened, as far as it is known")
        page.add_argument("--type", metavar="ID", default="statement", help="its type (default: %(default)s)")
    actor.add_argument("--kind", choices=ACTOR_KINDS, help="what it is; else what the reports say")
    add_executor(actor)
    report.set_defaults(run=_report)
    event.set_defaults(run=_event)
    actor.set_defaults(run=_actor)


def _report(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    _check(chosen, vocabulary.event_types)
    taken = {report.id for report in content.reports}
    report_id = ingest.report_id(hashlib.sha256(f"{today()} {chosen.name}".encode()).hexdigest(), taken)
    year = (year_of(chosen.date) if chosen.date else None) or "undated"
    text = blank.report_page(chosen.name, report_id, chosen.date, chosen.type, today())
    asks = "set date, event_type, actors, location, countries and source, and write the body"
    return _write(settings, f"reports/{year}/{slug(chosen.name)}.md", text, asks, problems)


def _event(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    _, vocabulary = read_records(settings)
    _check(chosen, vocabulary.event_types)
    # A date is needed, and nothing is known of it but that it is not to come.
    text = blank.event_page(chosen.name, chosen.date or f"../{today()}", chosen.type)
    asks = "set date, event_type, actors and location, and under aliases the wordings by which reports refer to it"
    return _write(settings, f"events/{slug(chosen.name)}.md", text, asks, problems)


def _actor(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    path = f"actors/{slug(chosen.name)}.md"
    _refuse(settings.content / path)
    _, vocabulary = read_records(settings)
    shared = _namesakes(chosen.name, vocabulary.actors.values())
    paths, _ = seed_files((), settings)
    files = read_files(paths, settings, [])
    work = FindActors(vocabulary, chosen.name)
    found = in_order(work, files, chosen.executor, weigh=lambda file: len(file.data))
    seen = list(chain.from_iterable(watched(found, "read", len(paths))))
    kinds = Counter(sighting.kind for sighting in seen if sighting.kind)
    countries = Counter(sighting.country for sighting in seen if sighting.country)
    kind = chosen.kind or (kinds.most_common(1)[0][0] if kinds else "person")
    country = countries.most_common(1)[0][0] if countries else None
    text = blank.actor_page(chosen.name, kind, country, [(sighting.seed, sighting.context) for sighting in seen])
    asks = f"check that it is a {kind}; set country, aliases and what else is known, and describe it below the header"
    if shared:
        asks += f"; mind that {' and '.join(shared)} may be meant by this name, too"
    return _write(settings, path, text, asks, problems)


def _namesakes(name: str, actors: Iterable[Actor]) -> list[Id]:
    """The actors of whom this is a weak alias. One of whom it is a name has its page already."""
    wanted = fold(name).lower()
    shared = []
    for actor in actors:
        if wanted in (fold(form).lower() for form in (actor.name, *actor.aliases)):
            raise WrongPage(f'"{name}" is {actor.name} already: edit content/{actor.path}')
        if wanted in (fold(form).lower() for form in actor.weak_aliases):
            shared.append(actor.id)
    return sorted(shared)


def _check(chosen: argparse.Namespace, types: Any) -> None:
    if chosen.date:
        try:
            edtf.parse(chosen.date)
        except edtf.EdtfError as error:
            raise WrongPage(f"--date: {error}") from error
    if chosen.type not in types:
        hint = did_you_mean(chosen.type, types) or f"known: {', '.join(types)}"
        raise WrongPage(f'--type: unknown event type "{chosen.type}" ({hint})')


def _refuse(path: Path) -> None:
    if path.exists():
        raise WrongPage(f"{path} is there already, and no page is ever written over; open it and edit it")


def _write(settings: Settings, path: str, text: str, asks: str, problems: list[Problem]) -> int:
    whole = settings.content / path
    _refuse(whole)
    whole.parent.mkdir(parents=True, exist_ok=True)
    # "x" refuses, too, what another process wrote just now.
    with whole.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    print(f"content/{path}: {asks}; then run `chronology check`")
    return int(tell(problems, sys.stderr))
