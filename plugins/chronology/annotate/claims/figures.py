"""Figures in a text -> "29", ">=20", "~50", "thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..inflect import words

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"


def _spelt() -> Iterator[tuple[str, int]]:
    units = list(enumerate(_UNITS.split()))
    yield from ((word, n) for n, word in units)
    for n, ten in enumerate(_TENS.split(), 2):
        yield ten, 10 * n
        yield from ((f"{ten}{gap}{unit}", 10 * n + u) for u, unit in units[1:10] for gap in "- ")


_VALUES = dict(_spelt())
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_VAGUE = "dozens|scores|hundreds|thousands|millions"

NUMBER_WORDS = frozenset(_VALUES) | words(_VAGUE.replace("|", " ")) | set(_SCALES)
"""Words one of which stands in every figure that has no digit."""

# The sign that stands for the words before a figure.
_ABOUT = {
    ">=": "at least|no fewer than|no less than|a minimum of",
    ">": "more than|over|upwards of|in excess of|greater than",
    "<=": "at most|up to|as many as|a maximum of",
    "<": "fewer than|less than|under",
    "~": "nearly|almost|about|around|some|roughly|approximately|an estimated|close to|near",
}
_SIGNS = {form: sign for sign, forms in _ABOUT.items() for form in forms.split("|")}

_SCALE = "|".join(_SCALES)
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = rf"\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|a(?=\s+(?:{_SCALE})\b)|{_WORD}"
_FIGURE = re.compile(
    rf"\b(?:(?P<about>{'|'.join(_SIGNS)})\s+)?"
    rf"(?:(?P<vague>(?:tens of |hundreds of )?(?:{_VAGUE}))"
    rf"|(?P<number>{_NUMBER})(?:\s+(?P<scale>{_SCALE}))?)"
    r"(?P<plus>\+|\s+or more)?(?![\w%/:.-]*\w)",
    re.I,
)

# What makes a number one of money, length, time or things, and no count of people.
_MEASURES = words(
    "percent km kilometre kilometer mile metre meter year month week day hour minute dollar euro pound ton tonne am pm"
    " time village country countries state nation attack vehicle home house bomb shell rocket"
)
_MONTHS = words("january february march april may june july august september october november december")
_AFTER = re.compile(r"\s*(-|%|per cent|[A-Za-z]+)")
_BEFORE = re.compile(r"([A-Za-z]+|[$€£])\s?$")
_NO_COUNT_BEFORE = words("in since resolution article group including") | _MONTHS | {"$", "€", "£"}


def find_figures(folded: str, start: int, end: int) -> list[re.Match[str]]:
    """The figures between two offsets that may count people, in order."""
    return [m for m in _FIGURE.finditer(folded, start, end) if _may_count_people(folded, m)]


def value_of(figure: re.Match[str]) -> str:
    """The figure in digits, with the sign of its "at least", "over" or "nearly"."""
    if figure["vague"]:
        return figure["vague"].lower()
    told = figure["number"].lower()
    number = 1.0 if told == "a" else float(_VALUES[told]) if told in _VALUES else float(told.replace(",", ""))
    number *= _SCALES[figure["scale"].lower()] if figure["scale"] else 1
    about = " ".join((figure["about"] or "").lower().split())
    sign = _SIGNS[about] if about else ">=" if figure["plus"] else ""
    return f"{sign}{number:g}" if number % 1 else f"{sign}{int(number)}"


def _may_count_people(folded: str, figure: re.Match[str]) -> bool:
    after = _AFTER.match(folded, figure.end())
    if after:
        word = after[1].lower()
        if word in {"-", "%", "per cent"} or word in _MONTHS or word in _MEASURES or word.rstrip("s") in _MEASURES:
            return False
    before = _BEFORE.search(folded, max(0, figure.start() - 12), figure.start())
    if before and before[1].lower() in _NO_COUNT_BEFORE:
        return False
    # Four digits with nothing about them are a year.
    bare = not (figure["about"] or figure["scale"] or figure["plus"] or figure["vague"])
    return not (bare and re.fullmatch(r"[12]\d{3}", figure["number"]))
