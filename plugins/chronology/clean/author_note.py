"""Claims the note on the author that closes a report: "Jane Doe is a reporter for The Daily Star"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_WORK = (
    r"(?:writer|reporter|journalist|correspondent|columnist|editor|contributor|co-founder|fellow|analyst"
    r"|author|blogger|producer|freelancer|freelance|photographer)"
)
_NOTE = re.compile(
    rf"(?:the (?:writer|author)|[\w.'-]+(?: [\w.'-]+){{1,3}}) (?:is|was|covers|writes|works"
    rf"|reports) (?:[\w,'-]+ ){{0,8}}?{_WORK}\b.{{0,160}}"
    r"\b(?:for|at|of|with|based in|who)\b|(?:the (?:writer|author) (?:is|can be))\b|(?:follow|e-?mail"
    r"|contact) (?:him|her|them|the (?:author|writer)|[a-z.]+ [a-z.]+) (?:on twitter |at |on )?@?\S+$"
)
_LIMIT = 60


def author_note(page: Page) -> Iterator[Row]:
    """From the last line upwards, and only while the notes last: the same words within the report
    introduce somebody.
    """
    for row in reversed(page.free):
        if row.words <= _LIMIT and _NOTE.match(row.plain) and row.plain.startswith(_signed(page)):
            yield row
        elif row.prose:
            return


def _signed(page: Page) -> tuple[str, ...]:
    """The names that the report is signed with, and what stands for a name."""
    names = {row.plain for row in page.named("byline")}
    for row in page.named("credit"):
        if row.plain.startswith("by "):
            names.add(" ".join(row.plain.split()[1:4]).split(",")[0])
    return ("the writer ", "the author ", *(name + " " for name in sorted(names) if name))
