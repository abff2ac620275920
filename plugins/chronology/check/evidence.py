"""The words that a page gives as evidence, looked for in the page and in its seed."""

from __future__ import annotations

from collections.abc import Iterator

from ..folding import fold
from ..model import Record, Report
from ..problems import Problem
from .around import Around
from .kinds import told

Key = tuple[str | int, ...]


def evidence_not_found(record: Record, around: Around) -> Iterator[Problem]:
    """Evidence that stands neither in the page nor in the text of its seed."""
    if not isinstance(record, Report):
        return
    page = _spaced("\n".join((record.title, record.summary, _plain(record.body))))
    missed = [(key, quote) for key, quote in _quotes(record) if quote and _spaced(quote) not in page]
    if not missed:
        return
    # Few quotes are not in the page, so few seeds need reading.
    seed = _spaced(around.seeds.text(record.seed.path)) if record.seed else ""
    for key, quote in missed:
        if _spaced(quote) not in seed:
            where = "the page or its seed" if seed else "the page"
            message = f"the evidence {_short(quote)} is not found in {where}"
            yield told("evidence-not-found", record, message, "quote the report's own words", *key)


def _quotes(report: Report) -> Iterator[tuple[Key, str]]:
    said = report.evidence
    for name in ("date", "published", "event_type", "location"):
        yield ("evidence", name), getattr(said, name)
    yield from ((("evidence", "actors", actor), quote) for actor, quote in said.actors.items())
    yield from ((("evidence", "countries", code), quote) for code, quote in said.countries.items())
    yield from ((("events", number, "evidence"), event.evidence) for number, event in enumerate(report.events))
    yield from ((("claims", number, "evidence"), claim.evidence) for number, claim in enumerate(report.claims))


def _plain(markdown: str) -> str:
    return markdown.replace("\\", "").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")


def _spaced(text: str) -> str:
    return " ".join(fold(text).split())


def _short(quote: str) -> str:
    return f'"{quote}"' if len(quote) <= 60 else f'"{quote[:57]}..."'
