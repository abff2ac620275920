"""A cited report -> an item in CSL-JSON, which citation processors (Zotero, pandoc, Quire) read."""

from __future__ import annotations

import json
from datetime import date
from functools import lru_cache
from typing import Any

from .. import edtf
from ..model import Edtf
from .cited import Cited
from .dates import known


def csl(work: Cited) -> str:
    """A list of one item, as files of this format hold, with a field a line."""
    fields = [f'  "{name}": {_JSON(value)}' for name, value in item(work).items()]
    return "[{\n" + ",\n".join(fields) + "\n}]"


_JSON = json.JSONEncoder(ensure_ascii=False).encode


def item(work: Cited) -> dict[str, Any]:
    """Names are literal: which part is the family name is not known."""
    authors = work.authors or ((work.agency,) if work.agency else ())
    made: dict[str, Any] = {
        "id": work.id,
        "type": "article-newspaper",
        "title": work.title,
        "author": [{"literal": name} for name in authors],
        "container-title": work.outlet,
        "issued": issued(work.published) if work.published else None,
        "URL": work.address,
        "language": work.lang,
        "archive": work.archive,
        "archive_location": work.place,
    }
    return {name: value for name, value in made.items() if value}


@lru_cache(1 << 14)
def issued(text: Edtf) -> dict[str, Any]:
    """The date in the numbers that are known; what numbers cannot say is told in words."""
    value = edtf.parse(text)
    start, end = value.start, value.end
    made: dict[str, Any]
    if not start or not end:
        made = {"literal": edtf.words(text)}
    elif not value.interval and (numbers := known(start)):
        made = {"date-parts": [list(numbers)]}
    elif not value.interval and start.kind == "season":
        made = {"date-parts": [[start.year]], "season": start.number - 20}
    else:
        made = {"date-parts": [list(known(start)) or _numbers(start.first), list(known(end)) or _numbers(end.last)]}
    if any(point and point.qualifier for point in (start, end)):
        made["circa"] = True
    return made


def _numbers(ordinal: int) -> list[int]:
    day = date.fromordinal(ordinal)
    return [day.year, day.month, day.day]
