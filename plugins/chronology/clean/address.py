"""Claims a line that is nothing but a web address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row

_ADDRESS = re.compile(r"[<(\[]?(?:https?://|www\.)\S+[>)\]]?$")


def address(page: Page) -> Iterator[Row]:
    return (row for row in page.short if " " not in row.plain and _ADDRESS.match(row.plain))
