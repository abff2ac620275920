"""What a value of a header may be: the kinds from which the definition of every record is put together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words on one line."""


@dataclass(frozen=True, slots=True)
class Date:
    """An EDTF date (ISO 8601-2)."""

    _YEAR: ClassVar[str] = r"(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX)"
    _POINT: ClassVar[str] = (
        _YEAR + r"(?:-W[0-9]{2}|-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX)"
        r"(?:T[0-9]{2}:[0-9]{2}(?::[0-9]{2})?(?:Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?[?~%]?"
    )
    pattern: ClassVar[str] = rf"(?:{_POINT}|(?:{_POINT}|\.\.)?/(?:{_POINT}|\.\.)?)"
    """The shape alone, for editors: whether a month has that day is for `edtf.parse` to say."""


class Form:
    """Text of a certain shape. The pattern must match all of it; Python and JavaScript read it alike."""

    __slots__ = ()
    pattern: ClassVar[str]
    expected: ClassVar[str]
    hint: ClassVar[str]


@dataclass(frozen=True, slots=True)
class Name(Form):
    """An id: small letters, digits and hyphens."""

    pattern: ClassVar[str] = r"[a-z0-9]+(?:-[a-z0-9]+)*"
    expected: ClassVar[str] = "small letters, digits and hyphens"
    hint: ClassVar[str] = "such as r7f3k2"


@dataclass(frozen=True, slots=True)
class Code(Form):
    """An ISO 3166-1 alpha-2 code, in capitals."""

    pattern: ClassVar[str] = r"[A-Z]{2}"
    expected: ClassVar[str] = "a code of two capitals"
    hint: ClassVar[str] = "such as ML (ISO 3166-1)"


@dataclass(frozen=True, slots=True)
class Address(Form):
    """A web address; http and https only, so that no link can run anything."""

    pattern: ClassVar[str] = r"""[Hh][Tt][Tt][Pp][Ss]?://[^\s<>"'\\]+"""
    expected: ClassVar[str] = "a web address"
    hint: ClassVar[str] = "it begins with http:// or https://"


@dataclass(frozen=True, slots=True)
class Language(Form):
    """A language tag after BCP 47."""

    pattern: ClassVar[str] = r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*"
    expected: ClassVar[str] = "the tag of a language (BCP 47)"
    hint: ClassVar[str] = "such as en, fr or pt-BR"


@dataclass(frozen=True, slots=True)
class Hash(Form):
    """A SHA-256 digest."""

    pattern: ClassVar[str] = r"[0-9a-f]{64}"
    expected: ClassVar[str] = "64 hexadecimal digits"
    hint: ClassVar[str] = "leave `seed` as ingest wrote it, or delete it; `sha256sum FILE` prints the digest"


@dataclass(frozen=True, slots=True)
class Ref:
    """The id of a record in another table: "actor", "country", "event" or "event_type"."""

    table: str


@dataclass(frozen=True, slots=True)
class Choice:
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; a single item may stand without its brackets."""

    item: Kind


@dataclass(frozen=True, slots=True)
class MapOf:
    """A mapping whose keys are ids of a table, or names."""

    key: Ref | Text
    value: Kind


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping with known keys."""

    fields: tuple[Field, ...]
    short: str = ""
    """The key that a plain word stands for: `john-kerry` is `{id: john-kerry}`. Empty: a mapping is needed."""


Kind = Text | Date | Name | Code | Address | Language | Hash | Ref | Choice | ListOf | MapOf | Table


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: Kind
    help: str
    """What it says, as a short phrase without a full stop."""
    example: str = ""
    """A value as it is written in a header."""
    required: bool = False
    unit: str = ""
    """What a figure counts, or how exact a value is."""
