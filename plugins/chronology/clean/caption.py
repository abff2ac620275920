"""Claims captions, credits and placeholders of pictures: "File Photo: ...", "Image", "(AP Photo/...)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_PICTURE = (
    r"(?:photo(?:graph)?s?|images?|pictures?|pics?|pix|videos?|graphics?|illustrations?|infographics?"
    r"|maps?|foto|bild|imagen|image d'archives)"
)
_PLACEHOLDER = re.compile(
    rf"[\[(]?(?:(?:file|representational|representative|featured|lead|main"
    rf"|hero) )?{_PICTURE}(?: \d+(?: of \d+)?)?[\])]?$"
    r"|(?:enlarge|expand|open|view|download|hide|toggle|show) (?:this )?(?:image|photo|picture|figure"
    r"|caption|full image)s?\b.{0,40}$"
)
_LABEL = re.compile(
    rf"[\[(]?(?:(?:file|representational|representative|featured|archive|handout|undated|illustrative"
    rf"|stock) )*(?:{_PICTURE}|caption)"
    r"(?: (?:credit|caption|copyright|courtesy|source|for representation|by)s?)?(?: of)? ?[:|/]"
    r"|media caption ?[:|]"
    r"|file(?: photo)? ?[-:] |(?:photo|image|picture|photograph) (?:by|courtesy(?: of)?) [^.]{2,80}$"
    r"|\(?photo by [^.]{2,80}\)?$"
)
_CREDIT_AT_END = re.compile(
    r"[\[(](?:(?:file|representational) )?(?:photo|image|picture|pic|ap photo|courtesy|credit"
    r"|source)s?(?: (?:by|courtesy|credit|for representation))?[ :/][^\])]{0,80}[\])]$"
    r"|[\[(|/-] ?(?:file photo|file|ap photo/[^\])]{2,60}|photo credit ?: ?[^\])]{2,60}"
    r"|image credit ?: ?[^\])]{2,60})[\])]?$"
    r"|\b(?:reuters|afp|epa|ap)/[a-z][^/.]{2,50}$"
    r"|(?:/|via|\|) ?(?:getty(?: images)?|afp|reuters|epa|shutterstock|ap|istock|alamy)\)?$"
    r"|\bgetty images\)?$"
)
# A credit is set off by one of these; most titles have none.
_SET_OFF = re.compile(r"[\[(/|-]|getty|via")
_LIMIT = 80


def caption(page: Page) -> Iterator[Row]:
    # A sentence that was brought to its end stands for no picture and closes with no credit.
    for row in page.free:
        if row.words <= _LIMIT and (
            _LABEL.match(row.plain) or (not row.plain.endswith(_SENTENCE_ENDS) and _is_picture(row.plain))
        ):
            yield row


def _is_picture(plain: str) -> bool:
    end = plain[-140:]
    return bool(_PLACEHOLDER.match(plain) or (_SET_OFF.search(end) and _CREDIT_AT_END.search(end)))


_SENTENCE_ENDS = (".", "!", "?", '"')
