"""Claims lines made of nothing but buttons for sharing: "Share Tweet Email", "Follow us on:"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row, words

_NETWORKS = words(
    "facebook twitter linkedin linked whatsapp pinterest reddit telegram tumblr flipboard messenger "
    "instagram youtube social "
    "viber vk pocket bluesky mastodon threads tiktok email e-mail mail print copy sms line xing gmail"
)
_VERBS = words("share shares sharing tweet follow post pin save like teilen partager compartir sharethis")
_JOINING = words(
    "on via this us me to with the article story page link in a by of x google plus news url it your "
    "friends now now! our "
    "click here for icon button story about media"
)
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIMIT = 24


def share_bar(page: Page) -> Iterator[Row]:
    return (row for row in page.short if row.words <= _LIMIT and _is_bar(row.plain))


def _is_bar(plain: str) -> bool:
    found = _WORD.findall(plain)
    names = [word for word in found if word in _NETWORKS or word in _VERBS]
    return bool(names) and all(word in _NETWORKS or word in _VERBS or word in _JOINING for word in found)
