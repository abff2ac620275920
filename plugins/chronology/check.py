"""All records of an archive -> every problem in them at once.

`check` runs before a build too: a site is written only from an archive without errors. `unsupported`
reads the seeds as well, so it is left to the command.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from . import links
from .collisions import collisions
from .folding import fold
from .model import Report
from .pagefile import Content
from .problems import Problem, in_order
from .validate import Tables, unknown_references
from .vocabulary import Vocabulary


def check(content: Content, vocabulary: Vocabulary, linkable: Collection[str]) -> tuple[Problem, ...]:
    """Every problem of the content, in order of the files. `linkable` holds the paths below content/ that
    `{filename}` may name.
    """
    problems = list(content.problems)
    problems += unknown_references(content.references, _tables(content, vocabulary))
    problems += collisions(content.reports, content.actors, content.events)
    for record in content.records:
        problems += links.broken(record, linkable)
    return in_order(problems)


def _tables(content: Content, vocabulary: Vocabulary) -> Tables:
    return {
        "actor": {actor.id for actor in content.actors},
        "country": vocabulary.countries.keys(),
        "event": {event.id for event in content.events},
        "event_type": vocabulary.event_types.keys(),
    }


def unsupported(report: Report, seed: str) -> Iterator[Problem]:
    """A warning for evidence that stands neither in the page nor in the text of its seed."""
    said = report.evidence
    quotes = [
        ("date", said.date),
        ("published", said.published),
        ("event_type", said.event_type),
        ("location", said.location),
        *((f"actors: {actor}", quote) for actor, quote in said.actors.items()),
        *((f"countries: {code}", quote) for code, quote in said.countries.items()),
        *((f"events: {event.event_type}", event.evidence) for event in report.events),
        *((f"claims: {claim.what}", claim.evidence) for claim in report.claims),
    ]
    if not any(quote for _, quote in quotes):
        return
    pool = _spaced("\n".join((report.title, report.summary, _plain(report.body), seed)))
    for name, quote in quotes:
        if quote and _spaced(quote) not in pool:
            yield Problem(
                f"content/{report.path}",
                f"the evidence for {name} is not found in the report: {_short(quote)}",
                "quote the report's own words",
                level="warning",
                code="evidence-not-found",
            )


def _plain(markdown: str) -> str:
    return markdown.replace("\\", "").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())


def _short(quote: str) -> str:
    return f'"{quote}"' if len(quote) <= 60 else f'"{quote[:57]}..."'
