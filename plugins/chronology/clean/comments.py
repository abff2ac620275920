"""Claims the rules and forms for readers' comments: "Comments must be in English ...", "Leave a reply"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_NOTICE = re.compile(
    r"\bcomments (?:have to|must|should|need to|will|are (?:moderated|closed|subject|reviewed|now closed"
    r"|welcome|disabled|turned off))\b"
    r"|\b(?:post(?:ing)?|leav(?:e|ing)|writ(?:e|ing)|add(?:ing)?|submit(?:ting)?|join|start|enter) (?:a "
    r"|your |us a |the |an? online )?(?:comments?|reply|discussion|conversation)\b"
    r"|\bcommenting (?:platform|system|policy|guidelines|rules)|\b(?:our|the) (?:comment"
    r"|commenting) (?:policy|guidelines|rules)"
    r"|\byour e-?mail address will not be (?:published|shared)|\brequired fields are marked"
    r"|\b(?:log ?in|sign in|register|logged in)\b.{0,40}\b(?:comment|reply|join the)"
    r"|\bthoughts? (?:in|on) the comments? (?:below|section)|\buses akismet"
    r"|\bcomments? (?:posted|expressed) (?:here|by readers|on this)"
)
_WHOLE = re.compile(
    r"(?:leave|post|add|write|view|show|see|load|hide|read)?(?: a| an| all| the| your"
    r"| more)? ?\(?\d* ?(?:comments?|reply|replies|responses?)\)?(?: \(?\d+\)?)?(?: here| below| now"
    r"| cancel reply)?$"
    r"|(?:no comments?(?: yet)?|be the first to comment|(?:comments?|replies) (?:are )?(?:closed|off"
    r"|loading)|sort by (?:newest|oldest|best)|most (?:liked|relevant) comments|join the (?:conversation"
    r"|discussion)"
    r"|cancel reply|report (?:abuse|comment)|comments? \(?\d+\)?|\d+ (?:comments?|replies|responses) (?:on"
    r"|to) .{2,200})[.!… ]*$"
)
_TO_THE_READER = re.compile(
    r"\byour?\b|\bour\b|\bwe\b|\busers?\b|\breaders?\b|\bplease\b|\bhave to be\b|\bare (?:moderated"
    r"|closed)\b|^(?:log|sign|register|leave|post|join|add)"
)
_HINTS = ("comment", "repl", "respons", "discussion", "conversation", "your e", "required fields", "sort by")
_LIMIT = 70


def comments(page: Page) -> Iterator[Row]:
    """A notice speaks to the reader and is never quoted: a report may be about comments, too."""
    for row in page.mentioning(*_HINTS):
        if row.words > _LIMIT or '"' in row.plain or row.plain.startswith(("by ", "posted by", "published by")):
            continue
        if _WHOLE.match(row.plain) or (
            _NOTICE.search(row.plain) and _TO_THE_READER.search(row.plain) and not _told(row)
        ):
            yield row


def _told(row: Row) -> bool:
    return _TOLD.search(row.plain) is not None


_TOLD = re.compile(r"\b(?:said|says|told|announced|added|wrote|according to|reported)\b")
