"""A cited report -> a BibTeX entry, for the old styles (year, month) and for biblatex (date, which reads EDTF)."""

from __future__ import annotations

import re
from functools import lru_cache

from .. import edtf
from ..model import Edtf
from .cited import Cited
from .dates import known

_ESCAPES = {
    "\\": r"\textbackslash{}",
    # BibTeX counts braces even behind a backslash, so an odd one must not stand there at all.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
_TABLE = str.maketrans(_ESCAPES)
_MACROS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def bibtex(work: Cited) -> str:
    """The entry, a field a line. Double braces keep the capitals of a title and a name in one piece."""
    authors = work.authors or ((work.agency,) if work.agency else ())
    fields = [
        ("author", f"{{{' and '.join(f'{{{escape(name)}}}' for name in authors)}}}" if authors else ""),
        ("title", f"{{{{{escape(work.title)}}}}}"),
        ("journal", f"{{{escape(work.outlet)}}}" if work.outlet else ""),
        *(_dated(work.published) if work.published else ()),
        ("url", f"{{{_address(work.address)}}}" if work.address else ""),
        ("language", f"{{{escape(work.lang)}}}" if work.lang else ""),
        ("note", f"{{In: {escape(work.archive)}, {escape(work.place)}}}"),
    ]
    lines = "".join(f"  {name} = {value},\n" for name, value in fields if value)
    return f"@{'article' if work.outlet else 'misc'}{{{work.id},\n{lines}}}"


@lru_cache(1 << 12)
def escape(text: str) -> str:
    """The text with all that TeX would take for a command."""
    return text.translate(_TABLE)


def _address(address: str) -> str:
    """A field `url` is read as it stands; what could end it was escaped before."""
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


@lru_cache(1 << 14)
def _dated(text: Edtf) -> list[tuple[str, str]]:
    value = edtf.parse(text)
    ends = [known(point) or (None,) for point in (value.start, value.end) if point]
    years = edtf.years(text)
    fields = []
    if years:
        fields.append(("year", f"{{{years[0]}}}" if years[0] == years[1] else f"{{{years[0]}--{years[1]}}}"))
    if years and years[0] == years[1] and len({numbers[:2] for numbers in ends}) == 1 and len(ends[0]) > 1:
        fields.append(("month", _MACROS[(ends[0][1] or 1) - 1]))
    return [*fields, ("date", f"{{{_biblatex(text)}}}")]


def _biblatex(text: Edtf) -> str:
    """The date in the part of EDTF that biblatex reads: without times of day, quarters and weeks."""
    value = edtf.parse(text)
    points = (value.start, value.end)
    if any(point and point.kind in ("quarter", "week") for point in points):
        return edtf.join(*edtf.bounds(text))
    return re.sub(r"T[0-9:]+(?:Z|[+-][0-9:]+)?", "", text)
