"""Names with numbers -> their index by letter; and where they are too many for one page, a page for each letter."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial

from .. import urls
from .parts import Counted, Link
from .shown import Shown
from .volumes import Volume

MOST = 100
"""Names on the index of a long list, besides the way to its letters: those with most reports."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its entries: a letter, or a group."""

    label: str
    anchor: str
    items: tuple[Counted, ...]

    @property
    def count(self) -> int:
        """Of all its entries together."""
        return sum(item.count for item in self.items)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of actors, by which their index can be narrowed."""

    id: str
    label: str
    count: int
    """Actors of it."""


@dataclass(frozen=True, slots=True)
class IndexView:
    """Keys of listing.html: actors by letter, types by group, sources by letter."""

    title: str
    lead: str
    """What is listed, in one sentence."""
    noun: str
    """"actor", "type" or "source", for the count."""
    total: int
    sections: tuple[Section, ...]
    kinds: tuple[Kind, ...] = ()
    """Of the actors, in order of their number; empty where there is one only, and for other things."""
    letters: tuple[Volume, ...] = ()
    """Of a long list, the pages of its letters; then the sections hold one letter, or those with most reports."""
    index: Link | None = None
    """On the page of a letter: the index that it belongs to."""


@dataclass(frozen=True)
class Index:
    """Names that are listed by letter."""

    address: str
    title: str
    lead: str
    noun: str
    total: int
    rows: Callable[[], Iterable[Counted]]
    """All of them, made when the first page is drawn."""
    shown: Shown

    def pages(self) -> Iterator[tuple[str, str, Callable[[], IndexView]]]:
        """The address, the title and the view of each of its pages."""
        if self.total <= self.shown.room.names:
            yield self.address, self.title, self._whole
            return
        yield self.address, self.title, self._most
        for section, letter in zip(self.sections, self.letters, strict=True):
            title = f"{self.title}: {section.label}"
            yield letter.href, title, partial(self._letter, title, section)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(lettered(self.rows()))

    @cached_property
    def letters(self) -> tuple[Volume, ...]:
        return tuple(
            Volume(
                section.label,
                urls.volume(self.address, section.anchor.removeprefix(LETTER)),
                section.anchor,
                len(section.items),
            )
            for section in self.sections
        )

    def _whole(self) -> IndexView:
        listed = [item for section in self.sections for item in section.items]
        return IndexView(self.title, self.lead, self.noun, self.total, self.sections, kinds(listed))

    def _most(self) -> IndexView:
        """The way to the letters, and the names that are looked for most."""
        listed = [item for section in self.sections for item in section.items]
        most = sorted(listed, key=lambda item: -item.count)[: min(MOST, self.shown.room.names)]
        section = Section(self.shown.language.gettext("Most reports"), "most", tuple(most))
        return IndexView(self.title, self.lead, self.noun, self.total, (section,), kinds(most), self.letters)

    def _letter(self, title: str, section: Section) -> IndexView:
        index = Link(self.address, self.title)
        total, narrowed = len(section.items), kinds(section.items)
        return IndexView(title, self.lead, self.noun, total, (section,), narrowed, self.letters, index)


def kinds(items: Sequence[Counted]) -> tuple[Kind, ...]:
    """The kinds of these actors; empty where that would be one only, and for what has no kind."""
    counts = Counter((item.kind, item.note) for item in items if item.kind)
    listed = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(Kind(*kind, count) for kind, count in listed) if len(counts) > 1 else ()


LETTER = "letter-"
"""Before the name of a letter, in the id of its heading."""


def lettered(rows: Iterable[Counted]) -> Iterator[Section]:
    """Names by their first letters; what begins with no letter comes first."""
    letters: dict[str, list[Counted]] = {}
    for row in sorted(rows, key=lambda r: (_sorting(r.text), r.href)):
        first = _sorting(row.text)[:1].upper()
        letters.setdefault(first if first.isalpha() else "#", []).append(row)
    for letter, items in sorted(letters.items()):
        yield Section(letter, LETTER + _name(letter), tuple(items))


def _name(letter: str) -> str:
    if letter == "#":
        return "other"
    return letter.lower() if letter.isascii() else f"{ord(letter):04x}"


def _sorting(text: str) -> str:
    """Names sort without accents and without case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().lstrip("'\"«“ ")
