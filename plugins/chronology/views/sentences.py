"""A text in Markdown -> one sentence of it, without markup: the first, or the one that holds the words for an actor."""

from __future__ import annotations

import re

LONGEST = 260
"""Characters; of a longer sentence the part around the name is shown."""
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]{1,3}|<[^>]*>|^[#>\s-]+", re.M)
_END = re.compile(r"[.!?…]['\"”’»)]*\s+(?=[^\W\d_a-z]|[\"“«'‘])|\n\s*\n|\n(?=[#>*-])")


def opening(text: str) -> str:
    """The first sentence; of one that is too long its beginning, with an ellipsis."""
    stop = _END.search(text, 0, 4 * LONGEST)
    words = _plain(text[: stop.end() if stop else 4 * LONGEST]).strip()
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition(" ")[0] + " …"


def mention(text: str, words: str) -> str:
    """The sentence of a text in Markdown, without markup; empty where it is not known which words name the actor."""
    at = text.find(words) if words else -1
    if at < 0:
        return ""
    start, end = 0, len(text)
    for stop in _END.finditer(text, max(0, at - 4 * LONGEST), at + len(words) + 4 * LONGEST):
        if stop.end() <= at:
            start = stop.end()
        elif stop.start() >= at + len(words) - 1:
            end = stop.end()
            break
    before = _plain(text[start:at])
    # What follows begins within a line: its space is no indent.
    after = _plain(f".{text[at + len(words) : end]}")[1:]
    room = max(0, (LONGEST - len(words)) // 2)
    if len(before) > room:
        before = "… " + before[-room:].partition(" ")[2]
    if len(after) > room:
        after = after[:room].rpartition(" ")[0] + " …"
    return f"{before}{words}{after}".strip()


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", _MARKUP.sub(lambda found: found[1] or "", text))
