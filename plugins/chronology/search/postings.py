"""Slips -> by term, and by word, the reports in which it stands; and one report of such a list put right.

Two kinds of lists, both of numbers alone and with reports in order. A *posting list* has three for each report that has
a term in a field: the distance from the report before, how often the term stands there, and how many terms the field
has. A *standing list* has for each report that has a word its distance from the one before, made negative, then the
places of the word there.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from .documents import BOOSTS, Document
from .slips import Slips
from .stems import Stems

Lists = defaultdict[str, array]  # type: ignore[type-arg]  # array is not generic at run time in Python 3.11


@dataclass(slots=True)
class Indexed:
    """All that the weights of lunr are worked out from, and all that phrases are found by."""

    stems: Stems
    reports: int = 0
    lengths: dict[str, int] = field(default_factory=lambda: dict.fromkeys(BOOSTS, 0))
    """Terms of each field, in all reports together."""
    postings: dict[str, Lists] = field(default_factory=lambda: {n: defaultdict(lambda: array("I")) for n in BOOSTS})
    """By field and term its posting list."""
    standing: Lists = field(default_factory=lambda: defaultdict(lambda: array("i")))
    """By word its standing list."""

    def terms(self) -> list[str]:
        """All of them, in the order in which JavaScript compares strings."""
        return sorted({term for found in self.postings.values() for term in found}, key=as_javascript)


def indexed(documents: Iterable[Document]) -> Indexed:
    """Every term and every word of the documents, which are numbered as they come."""
    slips = Slips()
    made = Indexed(slips.stems)
    latest: dict[str, dict[str, int]] = {name: {} for name in BOOSTS}
    latest_of_word: dict[str, int] = {}
    for number, text in enumerate(documents):
        slip = slips.of(text)
        made.reports += 1
        for name, terms in slip.terms.items():
            length = slip.lengths[name]
            made.lengths[name] += length
            postings, before = made.postings[name], latest[name]
            for term, count in terms.items():
                numbers = postings[term]
                # One by one, without a tuple between: a third of the time of a large index is spent here.
                numbers.append(number - before.get(term, 0))
                numbers.append(count)
                numbers.append(length)
                before[term] = number
        for word, places in slip.places.items():
            numbers = made.standing[word]
            numbers.append(latest_of_word.get(word, -1) - number)
            numbers.extend(places)
            latest_of_word[word] = number
    return made


def put_posting(numbers: list[int], report: int, held: Sequence[int]) -> None:
    """Let a posting list say of a report what it holds: how often the term stands there, and the length of the field;
    nothing where it stands there no more.
    """
    reports = list(accumulate(numbers[::3]))
    at = bisect_left(reports, report)
    there = int(reports[at : at + 1] == [report])
    before = reports[at - 1] if at else 0
    made = [report - before, *held] if held else []
    numbers[3 * at : 3 * (at + there)] = made
    if at + there < len(reports):
        numbers[3 * at + len(made)] = reports[at + there] - (report if held else before)


def put_standing(numbers: list[int], report: int, places: Sequence[int]) -> None:
    """Let a standing list say of a report where the word stands in it; nothing where it stands there no more."""
    heads = [at for at, number in enumerate(numbers) if number < 0]
    reports = list(accumulate((-numbers[at] for at in heads), initial=-1))[1:]
    at = bisect_left(reports, report)
    behind = at + int(reports[at : at + 1] == [report])
    heads.append(len(numbers))
    start, end = heads[at], heads[behind]
    before = reports[at - 1] if at else -1
    if behind < len(reports):
        numbers[end] = (report if places else before) - reports[behind]
    numbers[start:end] = [before - report, *places] if places else []


def as_javascript(term: str) -> bytes:
    """In the order of which JavaScript compares strings."""
    return term.encode("utf-16-be", "surrogatepass")
