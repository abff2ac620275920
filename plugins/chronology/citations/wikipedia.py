"""A cited report -> {{cite news}} as the English Wikipedia has it."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from .. import edtf
from ..model import Edtf
from .cited import Cited
from .dates import MONTHS, SEASONS, known

_SPECIAL = re.compile(r"[|{}\[\]<>]|'{2,}|^'|'$|~{3,}|_{2,}|&(?=#?\w+;)")
"""What ends a parameter or a link, what begins italics, a signature, a switch or an entity."""
_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/(\d{4})(\d\d)(\d\d)\d*")


def wikipedia(work: Cited) -> str:
    """One line, to be pasted between <ref> and </ref>."""
    authors = [(f"author{number}" if number > 1 else "author", name) for number, name in enumerate(work.authors, 1)]
    archived = _archive_date(work.archive_url)
    fields = [
        *((name, escape(value)) for name, value in authors),
        ("title", escape(work.title)),
        ("work", escape(work.outlet)),
        ("agency", escape(work.agency)),
        ("date", _date(work.published) if work.published else ""),
        ("url", _address(work.address)),
        ("archive-url", _address(work.archive_url) if archived else ""),
        ("archive-date", archived),
        ("language", escape(work.lang) if work.lang != "en" else ""),
        ("via", "" if work.url else escape(work.archive)),
        ("id", f"{escape(work.archive)} {escape(work.id)}"),
    ]
    return "{{cite news " + " ".join(f"|{name}={value}" for name, value in fields if value) + "}}"


@lru_cache(1 << 12)
def escape(text: str) -> str:
    """The text with all that a template or a link would take for its own."""
    return _SPECIAL.sub(lambda found: "".join(f"&#{ord(sign)};" for sign in found[0]), text)


def _address(address: str) -> str:
    """Two apostrophes would begin italics, even in an address."""
    return address.replace("'", "%27")


def _archive_date(address: str) -> str:
    """The template wants the day of an archived copy; the Wayback Machine writes it into the address."""
    found = _ARCHIVED.match(address)
    return "-".join(found.groups()) if found else ""


@lru_cache(1 << 14)
def _date(text: Edtf) -> str:
    """A date that the template takes. It knows no doubt but "c." before a year, so a doubtful date is told by its
    year, with the rest in a comment for the next editor.
    """
    value = edtf.parse(text)
    start, end = value.start, value.end
    certain = start and end and not start.qualifier and not end.qualifier
    if certain and not value.interval and start:
        if numbers := known(start):
            return _named(numbers)
        if start.kind == "season":
            return f"{SEASONS[start.number]} {start.year}"
    if certain and start and end:
        return _range(known(start) or _numbers(start.first), known(end) or _numbers(end.last))
    years = edtf.years(text)
    if not years:
        return ""
    said = f"c. {years[0]}" if years[0] == years[1] else f"{years[0]}–{years[1]}"
    return f"{said}<!-- {edtf.words(text)} -->"


def _named(numbers: tuple[int, ...]) -> str:
    year, month, day = (*numbers, None, None)[:3]
    return " ".join(str(part) for part in (day, MONTHS[month - 1] if month else "", year) if part)


def _range(first: tuple[int, ...], last: tuple[int, ...]) -> str:
    """As 27–31 March 2024, March–April 2024 or 27 March – 2 April 2024; years alone where one end has no more."""
    shortest = min(len(first), len(last))
    first, last = first[:shortest], last[:shortest]
    if first == last:
        return _named(first)
    if shortest == 3 and first[:2] == last[:2]:
        return f"{first[2]}–{_named(last)}"
    if shortest == 1:
        return f"{first[0]}–{last[0]}"
    if first[0] == last[0]:
        begin = _named(first).rsplit(" ", 1)[0]
        return f"{begin}–{_named(last)}" if shortest == 2 else f"{begin} – {_named(last)}"
    return f"{_named(first)} – {_named(last)}"


def _numbers(ordinal: int) -> tuple[int, ...]:
    day = date.fromordinal(ordinal)
    return day.year, day.month, day.day
