"""The mark of a message that is translated later, where it stands in a table."""

from __future__ import annotations

Key = tuple[str, str]
"""What a message is looked up by: a context, which tells apart equal English words, or ""; and the English text."""


def message(context: str, text: str) -> Key:
    """An entry of the catalogues. The collector of messages finds its calls, so both are written out."""
    return context, text
