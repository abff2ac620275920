"""`chronology new report|event|actor`: writes a valid page to fill in. It never writes over one.

In a terminal it asks for what the call leaves open; elsewhere what is open keeps its default.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from .. import blank, ingest
from ..archive import year_of
from ..executors import in_order
from ..fields import ACTOR_KINDS
from ..folding import fold
from ..model import Actor, Id
from ..problems import Problem, WrongCall
from ..settings import Settings
from ..urls import slug
from ..vocabulary import Vocabulary
from . import questions
from .asking import Question, WrongAnswer, answer
from .folder import add_executor, read_files, read_records, seed_files, tell, today
from .progress import watched
from .seen import FindActors

TYPE = "statement"
"""Of an event of which nobody has said more."""


class WrongPage(WrongCall):
    """The page that was asked for cannot be made."""


def add(verbs: Any) -> None:
    """Name the command and its options."""
    told = "In a terminal it asks for what the call leaves open."
    command = verbs.add_parser("new", help="write a page to fill in: of a report, a known event or an actor")
    kinds = command.add_subparsers(title="pages", required=True, metavar="report|event|actor")
    report = kinds.add_parser("report", help="a report that has no seed", description=told)
    event = kinds.add_parser("event", help="a known event, which reports can refer to", description=told)
    actor = kinds.add_parser("actor", help="an actor, with the contexts in which the seeds name it", description=told)
    for page, what in ((report, "TITLE"), (event, "NAME"), (actor, "NAME")):
        page.add_argument("name", metavar=what, nargs="?", help="needed where nobody can be asked")
    for page in (report, event):
        page.add_argument("--date", metavar="EDTF", help="when it happened, as far as it is known")
        page.add_argument("--type", metavar="ID", help=f"its type (default: {TYPE})")
        page.add_argument("--place", metavar="NAME", help="where it happened")
    for page in (report, event, actor):
        page.add_argument("--country", metavar="CODE", help="of its place, or of the actor; by its code or a name")
    report.add_argument("--outlet", metavar="NAME", help="who published it")
    report.add_argument("--url", metavar="ADDRESS", help="where it stands")
    actor.add_argument("--kind", choices=ACTOR_KINDS, help="what it is; else what the reports say")
    add_executor(actor)
    report.set_defaults(run=_report)
    event.set_defaults(run=_event)
    actor.set_defaults(run=_actor)


def _report(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    title = answer(questions.title("report", "title"), chosen.name)
    taken = {report.id for report in content.reports}
    values = {
        "id": ingest.report_id(hashlib.sha256(f"{today()} {title}".encode()).hexdigest(), taken),
        "title": title,
        **_happened("report", "", chosen, vocabulary),
        "source": {
            "outlet": answer(questions.outlet(), chosen.outlet),
            "url": answer(questions.address(), chosen.url),
        },
        "added": today(),
    }
    year = (year_of(values["date"]) if values["date"] else None) or "undated"
    asks = "set what else is known, actors and countries above all, and write the body"
    return _write(settings, f"reports/{year}/{slug(title)}.md", blank.report_page(values), asks, problems)


def _event(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    _, vocabulary = read_records(settings)
    name = answer(_unused(questions.title("event", "name"), "events", settings), chosen.name)
    # A date is needed, and nothing is known of it but that it is not to come.
    values = {"name": name, **_happened("event", f"../{today()}", chosen, vocabulary)}
    asks = "set what else is known, actors above all, and under aliases the wordings by which reports refer to it"
    return _write(settings, f"events/{slug(name)}.md", blank.event_page(values), asks, problems)


def _happened(record: str, date: str, chosen: argparse.Namespace, vocabulary: Vocabulary) -> dict[str, Any]:
    """When, what and where, in this order."""
    return {
        "date": answer(questions.date(record, date), chosen.date),
        "event_type": answer(questions.event_type(record, vocabulary.event_types, TYPE), chosen.type),
        "location": {
            "place": answer(questions.place(record), chosen.place),
            "country": answer(questions.country(record, "location.country", vocabulary.countries), chosen.country),
        },
    }


def _actor(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    _, vocabulary = read_records(settings)
    actors = vocabulary.actors.values()
    question = _unused(questions.title("actor", "name"), "actors", settings)
    name = answer(replace(question, hold=lambda text: _nobody(question.hold(text), actors)), chosen.name)
    paths, _ = seed_files((), settings)
    files = read_files(paths, settings, [])
    found = in_order(FindActors(vocabulary, name), files, chosen.executor, weigh=lambda file: len(file.data))
    seen = list(chain.from_iterable(watched(found, "read", len(paths))))
    # What the reports say is offered where somebody is asked.
    kinds = Counter(sighting.kind for sighting in seen if sighting.kind)
    countries = Counter(sighting.country for sighting in seen if sighting.country)
    kind = answer(questions.kind(kinds.most_common(1)[0][0] if kinds else "person"), chosen.kind)
    country = countries.most_common(1)[0][0] if countries else ""
    values = {
        "name": name,
        "kind": kind,
        "country": answer(questions.country("actor", "country", vocabulary.countries, country), chosen.country),
    }
    text = blank.actor_page(values, [(sighting.seed, sighting.context) for sighting in seen])
    asks = f"check that it is a {kind}; set aliases and what else is known, and describe it below the header"
    if shared := _namesakes(name, actors):
        asks += f"; mind that {' and '.join(shared)} may be meant by this name, too"
    return _write(settings, f"actors/{slug(name)}.md", text, asks, problems)


def _unused(question: Question, folder: str, settings: Settings) -> Question:
    """The same; a name whose page is there is no answer."""

    def hold(text: str) -> str:
        name = question.hold(text)
        page = f"{folder}/{slug(name)}.md"
        if (settings.content / page).exists():
            raise WrongAnswer(_there(page))
        return name

    return replace(question, hold=hold)


def _nobody(name: str, actors: Iterable[Actor]) -> str:
    """A name that no actor has. One of whom it is a name has its page already."""
    wanted = fold(name).lower()
    for actor in actors:
        if wanted in (fold(form).lower() for form in (actor.name, *actor.aliases)):
            raise WrongAnswer(f'"{name}" is {actor.name} already: edit content/{actor.path}')
    return name


def _namesakes(name: str, actors: Iterable[Actor]) -> list[Id]:
    """The actors of whom this is a weak alias."""
    wanted = fold(name).lower()
    return sorted(actor.id for actor in actors if wanted in (fold(form).lower() for form in actor.weak_aliases))


def _there(page: str) -> str:
    return f"content/{page} is there already, and no page is ever written over; open it and edit it"


def _write(settings: Settings, path: str, text: str, asks: str, problems: list[Problem]) -> int:
    whole = settings.content / path
    if whole.exists():
        raise WrongPage(_there(path))
    whole.parent.mkdir(parents=True, exist_ok=True)
    # "x" refuses, too, what another process wrote just now.
    with whole.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
    print(f"content/{path}: {asks}; then run `chronology check`")
    return int(tell(problems, sys.stderr))
