"""The elements of a web page -> the days on which its markup says that the report came out and was changed.

Only what says so: a day that merely stands somewhere in a page is that of another story, or of the visit.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from .annotate.stamps import DATE, date_of
from .folding import fold

# The names under which sites and libraries state it, the most exact first.
_PUBLISHED = (
    "article:published_time", "article:published", "og:published_time", "rnews:datepublished", "datepublished",
    "parsely-pub-date", "cxenseparse:publishtime", "sailthru.date", "bt:pubdate", "citation_online_date",
    "citation_publication_date", "prism.publicationdate", "dc.date.issued", "dcterms.issued", "pubdate", "pub_date",
    "publishdate", "publish-date", "publication_date", "pdate", "dc.date", "dcterms.created", "date",
)  # fmt: skip
_CHANGED = (
    "article:modified_time", "article:modified", "og:updated_time", "datemodified", "dcterms.modified",
    "last-modified",
)  # fmt: skip
_REPORT = re.compile(r"Article$|Posting$|Report$|Blog$|WebPage$|VideoObject$")
_COMPACT = re.compile(r"\s*(\d{4})(\d\d)(\d\d)(?!\d)")
_LONGEST = 80
# Some systems write the first day of the calendar, or of their clock, where they know none.
_FIRST_DAY = "1970-01-02"


def declared_days(root: Any) -> dict[str, str]:
    """`date` and `updated` in ISO form, each where the markup states it."""
    reports = list(_reports(root))
    stated = dict(_metas(root))
    found = {
        "date": _first([*(node.get("datePublished") for node in reports), *map(stated.get, _PUBLISHED)])
        or _marked(root, "datePublished"),
        "updated": _first([*(node.get("dateModified") for node in reports), *map(stated.get, _CHANGED)]),
    }
    return {key: day for key, day in found.items() if day}


def _reports(root: Any) -> Iterator[dict[str, Any]]:
    """The records of the page itself in its linked data: not those of the parts and comments within them."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            held = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # damaged data states nothing; the page may state it elsewhere
        nodes = held if isinstance(held, list) else [held]
        for node in nodes:
            graph = node.get("@graph") if isinstance(node, dict) else None
            for record in graph if isinstance(graph, list) else [node]:
                if isinstance(record, dict) and any(map(_REPORT.search, _types(record))):
                    yield record


def _types(record: dict[str, Any]) -> list[str]:
    kinds = record.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _metas(root: Any) -> Iterator[tuple[str, str]]:
    """What the head says, by its name in lower case; the first of each name counts."""
    for meta in reversed(list(root.iter("meta"))):
        name = meta.get("property") or meta.get("name") or meta.get("http-equiv") or ""
        if name:
            yield name.strip().lower(), meta.get("content") or ""


def _marked(root: Any, name: str) -> str | None:
    """The day of the elements that are marked so, if they agree: a list of other stories or of works cited has
    many.
    """
    marked = (element for element in root.iter() if element.get("itemprop") == name)
    days = {_day(e.get("datetime") or e.get("content") or e.text_content()) for e in marked}
    return days.pop() if len(days) == 1 else None


def _first(values: Iterable[object]) -> str | None:
    return next(filter(None, map(_day, values)), None)


def _day(value: object) -> str | None:
    """The day of a date or time, as it is written: a zone is that of the site."""
    if not isinstance(value, str):
        return None
    compact = _COMPACT.match(value)
    words = fold(value).lower()[:_LONGEST]
    match = DATE.search("-".join(compact.groups()) if compact else words)
    day = date_of(match) if match else None
    return day if day and "/" not in day and day >= _FIRST_DAY else None
