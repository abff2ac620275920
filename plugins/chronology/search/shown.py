"""A report -> what a result of a search shows of it."""

from __future__ import annotations

from .. import edtf, urls
from ..archive import Archive
from ..languages import ENGLISH, Language, names
from ..model import Report

PART = 6
"""Reports in one file. Ten results lie in ten files as a rule: small ones keep the first page of results small."""


def name_of(number: int) -> str:
    return f"reports-{number}"


def shown(report: Report, text: str, archive: Archive, language: Language = ENGLISH) -> dict[str, str]:
    """Of a report whose body as plain text is `text`, which a result shows a stretch of."""
    kind = archive.event_types.get(report.event_type)
    date = report.date or report.published
    return {
        "href": urls.report(report.path),
        "title": report.title,
        "when": edtf.words(date, language) if date else "",
        "type": names.event_type(kind, language) if kind else report.event_type,
        "outlet": report.source.outlet,
        "text": text,
    }
