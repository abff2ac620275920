"""A cited report -> a record in RIS, which Zotero, EndNote and Mendeley read."""

from __future__ import annotations

from functools import lru_cache

from .. import edtf
from ..model import Edtf
from .cited import Cited
from .dates import known


def ris(work: Cited) -> str:
    """Lines of two letters, two spaces, a hyphen, a space and a value; the last is the end of the record."""
    fields = [
        ("TY", "NEWS"),
        *(("AU", name) for name in work.authors or ((work.agency,) if work.agency else ())),
        ("TI", work.title),
        ("T2", work.outlet),
        *(_dated(work.published) if work.published else ()),
        ("UR", work.address.replace(";", "%3B")),  # a semicolon parts two addresses
        ("N1", f"Archived copy: {work.archive_url}" if work.archive_url else ""),
        ("LA", work.lang),
        ("DB", work.archive),
        ("AN", work.place),
    ]
    return "".join(f"{tag}  - {value}\n" for tag, value in fields if value) + "ER  - \n"


@lru_cache(1 << 14)
def _dated(text: Edtf) -> list[tuple[str, str]]:
    """PY is a year alone; DA is year/month/day/words, where the words say what numbers cannot."""
    value = edtf.parse(text)
    point = value.start or value.end
    numbers = known(point) if point else ()
    years = edtf.years(text)
    if not years:
        return []
    exact = not value.interval and numbers and point and not point.qualifier and point.kind in ("day", "month", "year")
    year, month, day = (*numbers, None, None, None)[:3] if not value.interval else (None, None, None)
    parts = [f"{year or years[0]:04d}", f"{month:02d}" if month else "", f"{day:02d}" if day else ""]
    return [("PY", f"{years[0]:04d}"), ("DA", "/".join([*parts, "" if exact else edtf.words(text)]))]
