"""A report -> the ways to cite it, as its page offers them."""

from __future__ import annotations

from typing import NamedTuple

from .. import citations, urls
from ..model import Report
from .site import Site


class CitationView(NamedTuple):
    """One way to cite a page."""

    name: str
    """"Chicago", "BibTeX"."""
    words: tuple[citations.Words, ...]
    """For people, some of them in italics; empty for a program's format."""
    code: str
    """The text of a file; empty for people's."""

    @property
    def anchor(self) -> str:
        return "_cite-" + self.name.lower()


def citing(report: Report, site: Site) -> tuple[CitationView, ...]:
    """Every format, those for people first."""
    page = f"{site.address}/{urls.permanent(report.id)}" if site.address else ""
    work = citations.cited(report, site.name, page)
    prose = (CitationView(name, form(work), "") for name, form in citations.PROSE)
    return (*prose, *(CitationView(name, (), form(work)) for name, form in citations.CODE))
