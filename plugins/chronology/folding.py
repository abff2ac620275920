"""Text -> the same text without accents, curly quotes and odd spaces, character for character."""

from __future__ import annotations

import unicodedata

_PLAIN = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "ʼ": "'", "`": "'",
    "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "−": "-",
    "…": ".", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ı": "i",
}  # fmt: skip


class _Fold(dict[int, str]):
    """A table for str.translate that works out each character once."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _PLAIN:
            plain = _PLAIN[char]
        elif char.isspace() and char != "\n":
            plain = " "
        else:
            # "é" decomposes into "e" and an accent; anything longer than one base letter
            # ("ﬁ") would shift what follows, so it stays as it is.
            base = [c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)]
            plain = base[0] if len(base) == 1 else char
        self[code] = plain
        return plain


_FOLD = _Fold()


def fold(text: str) -> str:
    """The text with accents, curly quotes, dashes and odd spaces made plain; of the same length."""
    if text.isascii() and text.isprintable() and "`" not in text:
        return text  # most texts are plain: to see that takes a tenth of the time
    return text.translate(_FOLD)
