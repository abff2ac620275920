"""A text -> the script that it is written in, as a language tag for HTML."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_TAGS = {
    "ARABIC": "und-Arab", "ARMENIAN": "und-Armn", "BENGALI": "und-Beng", "CJK": "und-Hani", "CYRILLIC": "und-Cyrl",
    "DEVANAGARI": "und-Deva", "ETHIOPIC": "und-Ethi", "GEORGIAN": "und-Geor", "GREEK": "und-Grek",
    "HANGUL": "und-Kore", "HEBREW": "und-Hebr", "HIRAGANA": "und-Jpan", "KATAKANA": "und-Jpan", "KHMER": "und-Khmr",
    "LAO": "und-Laoo", "MYANMAR": "und-Mymr", "NKO": "und-Nkoo", "SYRIAC": "und-Syrc", "TAMIL": "und-Taml",
    "THAANA": "und-Thaa", "THAI": "und-Thai", "TIFINAGH": "und-Tfng",
}  # fmt: skip
"""The first word of a letter's Unicode name -> a tag: a script is certain where a language is not."""


@lru_cache(maxsize=65536)
def written_in(text: str) -> str:
    """The tag of the first letter that is not Latin, "und-Arab"; empty for Latin text."""
    if text.isascii():
        return ""
    for letter in text:
        if letter > "\u02af" and letter.isalpha():
            script = unicodedata.name(letter, "").partition(" ")[0].partition("-")[0]
            if script in _TAGS:
                return _TAGS[script]
    return ""
