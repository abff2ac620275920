"""The definition of the records, and what an archive knows -> the questions that a new page asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from .. import edtf
from ..fields import ACTOR_KINDS, RECORDS, Address, Field, ListOf, Table
from ..folding import fold
from ..model import Code, Country, EventType, Id
from ..problems import did_you_mean
from .asking import Question, WrongAnswer


def title(record: str, key: str) -> Question:
    """The name that a page has, and that makes its address."""
    return _about(record, key, key.upper(), _name, needed=True)


def date(record: str, default: str = "") -> Question:
    return replace(_about(record, "date", "--date", _date), default=default)


def event_type(record: str, types: Mapping[Id, EventType], default: str) -> Question:
    labels = {row.id: row.label for row in types.values()}
    return replace(_about(record, "event_type", "--type", _one_of(labels, "event type")), default=default, known=labels)


def kind(default: str) -> Question:
    kinds = {name: name.replace("_", " ") for name in ACTOR_KINDS}
    return replace(_about("actor", "kind", "--kind", _one_of(kinds, "kind")), default=default, known=kinds)


def country(record: str, key: str, countries: Mapping[Code, Country], default: str = "") -> Question:
    """A country by its code, or by one of its names."""
    names = {code: known.name for code, known in sorted(countries.items())}
    forms = [(form, code) for code, known in countries.items() for form in known.aliases]
    return replace(_about(record, key, "--country", _one_of(names, "country", forms)), default=default, known=names)


def place(record: str) -> Question:
    return _about(record, "location.place", "--place", str.strip)


def outlet() -> Question:
    return _about("report", "source.outlet", "--outlet", str.strip)


def address() -> Question:
    return _about("report", "source.url", "--url", _address)


def _about(record: str, key: str, option: str, hold: Callable[[str], str], needed: bool = False) -> Question:
    """A question about a key of the definition, such as "source.url"."""
    at = _key(RECORDS[record], key)
    return Question(option, at.help, at.example, hold, needed=needed)


def _key(table: Table, key: str) -> Field:
    first, _, rest = key.partition(".")
    at = next(one for one in table.fields if one.name == first)
    inner = at.kind.item if isinstance(at.kind, ListOf) else at.kind
    return _key(inner, rest) if rest and isinstance(inner, Table) else at


def _name(text: str) -> str:
    if not text.strip():
        raise WrongAnswer("found nothing, expected words: no page can do without")
    return text.strip()


def _date(text: str) -> str:
    try:
        edtf.parse(text)
    except edtf.EdtfError as error:
        raise WrongAnswer(str(error)) from error
    return text


def _address(text: str) -> str:
    if not re.fullmatch(Address.pattern, text):
        raise WrongAnswer(f'"{text}" is not {Address.expected}: {Address.hint}')
    return text


def _one_of(known: Mapping[str, str], what: str, forms: Iterable[tuple[str, str]] = ()) -> Callable[[str], str]:
    """Takes an id, its words, or another form of it, in capitals or not and with its accents or without."""
    pairs = [*((name, name) for name in known), *((words, name) for name, words in known.items()), *forms]
    ids = {_plain(form): name for form, name in reversed(pairs)}

    def hold(text: str) -> str:
        if found := ids.get(_plain(text)):
            return found
        near = did_you_mean(text, {form for form, _ in pairs})
        raise WrongAnswer(f'unknown {what} "{text}" ({near or _some(known)})')

    return hold


def _some(known: Mapping[str, str]) -> str:
    """All of a short list; of a long one, what it holds."""
    if len(known) > 40:
        name, words = next(iter(known.items()))
        return f"expected one such as {name} for {words}"
    return f"known: {', '.join(known)}"


def _plain(text: str) -> str:
    return fold(text).strip().lower()
