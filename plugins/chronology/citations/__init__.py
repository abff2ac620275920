"""A report -> the ways to cite it: two for people, four for programs.

`cited` gathers what a citation says; each format is a function of that in a file of its own. What a report leaves
unknown stays unknown: no family name is guessed, no day is made up, and doubt is kept in the way of each format.
"""

from __future__ import annotations

from .bibtex import bibtex
from .cited import Cited, cited
from .csl import csl
from .prose import Words, chicago, mla, plain
from .ris import ris
from .wikipedia import wikipedia

PROSE = (("Chicago", chicago), ("MLA", mla))
"""For people: the words of a bibliography, in the order in which they are offered."""
CODE = (("BibTeX", bibtex), ("RIS", ris), ("CSL-JSON", csl), ("Wikipedia", wikipedia))
"""For programs: the text of a file or a template."""

__all__ = ["CODE", "PROSE", "Cited", "Words", "bibtex", "chicago", "cited", "csl", "mla", "plain", "ris", "wikipedia"]
