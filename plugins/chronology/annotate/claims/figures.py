"""Figures in a text -> "29", ">=20", "~50", "thousands"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

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
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000}
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
    rf"(?:(?P<vague>(?:tens of |hundreds of )?(?:{_VAGUE})|several (?:{_SCALE}))"
    rf"|(?P<number>{_NUMBER})(?:\s+(?P<scale>{_SCALE}))?)"
    r"(?P<plus>\+|\s+or more)?(?![\w%/:.-]*\w)",
    re.I,
)

# What makes a number one of money, length, time or things, and no count of people.
_MEASURES = words(
    "percent pct km kilometre kilometer mile metre meter year month week day hour minute dollar euro pound ton tonne"
    " am pm cattle cow goat sheep camel animal livestock hectare acre seat vote point"
    " time village country countries state nation attack vehicle home house bomb shell rocket"
)
_MONTHS = words("january february march april may june july august september october november december")
_AFTER = re.compile(r"\s*(-|%|per cent|[A-Za-z]+)")
_BEFORE = re.compile(r"([A-Za-z]+|[$€£])\s?(?:the )?$")
_PART_OF = words("including group resolution article") | {"$", "€", "£"}
_DATE_BEFORE = words("in since") | _MONTHS


_ABOUT_WORDS = 3
"""The most words that may stand before a number as its sign: "in excess of"."""


def find_figures(folded: str, starts: Sequence[int], numbers: Iterable[int], end: int) -> list[re.Match[str]]:
    """The figures of a sentence that may count people, in order. `starts`: where its words begin; `numbers`: which
    of them are part of a number; `end`: that of the sentence.
    """
    # Tried only where a number stands: over every word the pattern would cost more than all other rules.
    found: list[re.Match[str]] = []
    resume = 0
    for n in numbers:
        for first in range(max(0, n - _ABOUT_WORDS), n + 1):
            figure = _FIGURE.match(folded, starts[first], end) if starts[first] >= resume else None
            if figure and figure.end() > starts[n]:
                found.append(figure)
                resume = figure.end()
                break
    return [figure for figure in found if _may_count_people(folded, figure)]


def value_of(figure: re.Match[str]) -> str:
    """The figure in digits, with the sign of its "at least", "over" or "nearly"."""
    if figure["vague"]:
        vague = figure["vague"].lower()
        return vague.removeprefix("several ") + "s" if vague.startswith("several ") else vague
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
    before = _BEFORE.search(folded, max(0, figure.start() - 15), figure.start())
    word = before[1].lower() if before else ""
    # "In September nearly 50 died": what has a sign before it is no day of a month.
    if word in _PART_OF or (word in _DATE_BEFORE and not figure["about"]):
        return False
    # Four digits with nothing about them are a year.
    bare = not (figure["about"] or figure["scale"] or figure["plus"] or figure["vague"])
    return not (bare and re.fullmatch(r"[12]\d{3}", figure["number"]))
