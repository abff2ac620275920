"""A cited report -> a sentence of a bibliography, after the Chicago Manual of Style and the MLA Handbook."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from .cited import Cited
from .dates import abbreviated, american, worded


class Words(NamedTuple):
    """A stretch of a citation."""

    text: str
    italic: bool = False


def chicago(work: Cited) -> tuple[Words, ...]:
    """A bibliography entry (17th edition, 14.191 and 14.198): Author. “Title.” *Outlet*, November 21, 2015. URL."""
    said = [Words(_ended(_listed(work.authors, "and") or work.agency) + " ")] if work.authors or work.agency else []
    said.append(Words(f"“{_ended(_quoted(work.title))}” "))
    day = worded(work.published, american, "ca.") if work.published else "n.d."
    if work.outlet:
        said += [Words(work.outlet, italic=True), Words(", ")]
    said.append(Words(f"{_ended(day)} "))
    if work.url:
        said.append(Words(f"{work.url}. "))
    return _joined([*said, Words(work.archive, italic=True), Words(f", {work.place}.")])


def mla(work: Cited) -> tuple[Words, ...]:
    """A list of works cited (9th edition), the archive as second container: “Title.” *Outlet*, 21 Nov. 2015, URL."""
    names = work.authors or tuple(filter(None, [work.agency]))
    said = [Words(_ended(f"{names[0]}, et al" if len(names) > 2 else _listed(names, "and")) + " ")] if names else []
    said.append(Words(f"“{_ended(_quoted(work.title))}” "))
    container = [worded(work.published, abbreviated, "circa") if work.published else "", _bare(work.url)]
    tail = ", ".join(filter(None, container))
    if work.outlet:
        said += [Words(work.outlet, italic=True), Words(f", {_ended(tail)} " if tail else ". ")]
    elif tail:
        said.append(Words(f"{_ended(tail[0].upper() + tail[1:])} "))
    return _joined([*said, Words(work.archive, italic=True), Words(f", {_bare(work.place)}.")])


def plain(words: Sequence[Words]) -> str:
    """The citation without its italics."""
    return "".join(one.text for one in words)


def _joined(words: Sequence[Words]) -> tuple[Words, ...]:
    """The same in as few stretches as can be: each costs a page more than its letters."""
    return tuple(
        Words("".join([one.text for one in some]), italic) for italic, some in groupby(words, attrgetter("italic"))
    )


def _listed(names: Sequence[str], last: str) -> str:
    """The names in a row: A, A and B, or A, B, and C."""
    if len(names) < 3:
        return f" {last} ".join(names)
    return f"{', '.join(names[:-1])}, {last} {names[-1]}"


def _ended(text: str) -> str:
    """With a full stop, unless it has an end of its own."""
    return text if text.endswith(_ENDS) else f"{text}."


_ENDS = tuple(stop + quote for stop in ".?!…" for quote in ("", "’", "”"))


def _quoted(title: str) -> str:
    """A title between double quotation marks: those within it become single ones."""
    if '"' in title:
        title = re.sub(r'"([^"]*)"', r"‘\1’", title)
    return title.replace("“", "‘").replace("”", "’")


def _bare(address: str) -> str:
    """MLA leaves the scheme of an address out."""
    return address.partition("://")[2] if address.startswith(("https://", "http://")) else address
