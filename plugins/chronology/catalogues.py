"""A language's code -> the language: a catalogue of messages (.po), with what CLDR knows of dates and names.

The catalogues of the package are in `languages/`. A folder `languages/` beside the settings may hold more: a new
language, or some messages of a shipped one in other words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from gettext import c2py
from pathlib import Path
from typing import TYPE_CHECKING

from .languages import ENGLISH, Language
from .languages.calendar import Calendar
from .languages.messages import Key
from .problems import Problem

if TYPE_CHECKING:
    from babel import Locale
    from babel.messages.catalog import Catalog, Message

SHIPPED = Path(__file__).parent / "languages"
OWN = "languages"
"""The folder of an archive's own catalogues."""
_ENGLISH_ENDING = "th"
"""A value that a translation may do without: "21st"."""

_VALUE = re.compile(r"%\((\w+)\)s|\{(\w+)\}")
_LINE = re.compile(
    rb'(?:\xef\xbb\xbf)?(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?)\s*)?"(?:[^"\\]|\\.)*"|)'
)
_TAG = re.compile(r"</?\w[^>]*>")


def read_language(code: str, root: Path) -> tuple[Language, list[Problem]]:
    """The language with this code (BCP 47, "fr" or "pt-BR"), and what is wrong with its catalogues.

    English needs nothing but itself. Any other language needs Babel, the extra `languages`.
    """
    code = code.replace("_", "-")
    files = [file for folder in (SHIPPED, root / OWN) if (file := _file(folder, code))]
    if not files and code.partition("-")[0] == "en":
        return replace(ENGLISH, code=code) if code != "en" else ENGLISH, []
    if not files:
        known = ", ".join(["en", *languages_in(SHIPPED), *languages_in(root / OWN)])
        message = f'DEFAULT_LANG is "{code}", and there is no catalogue for it'
        return ENGLISH, [_wrong("pelicanconf.py", message, f"known: {known}; docs/languages.md says how to add one")]
    try:
        import babel
    except ImportError:
        message = f'DEFAULT_LANG is "{code}", which needs the package Babel'
        return ENGLISH, [_wrong("pelicanconf.py", message, 'install it: pip install "pelican-chronology[languages]"')]
    try:
        locale = babel.Locale.parse(code, sep="-")
    except (babel.UnknownLocaleError, ValueError):
        message = f'DEFAULT_LANG is "{code}", which is no language that CLDR knows'
        return ENGLISH, [_wrong("pelicanconf.py", message, 'a code such as "fr" or "pt-BR" is expected')]
    problems: list[Problem] = []
    catalogs = [catalog for file in files if (catalog := read_catalog(file, root, problems))]
    if len({catalog.plural_forms for catalog in catalogs}) > 1:
        expected = f"expected those of the shipped catalogue: {catalogs[0].plural_forms}"
        problems.append(_wrong(f"{OWN}/{files[-1].name}", "other plural forms than the shipped catalogue", expected))
    return _language(code, locale, catalogs), problems


def languages_in(folder: Path) -> list[str]:
    """The codes of the catalogues in a folder."""
    return sorted(file.stem.replace("_", "-") for file in folder.glob("*.po"))


def _file(folder: Path, code: str) -> Path | None:
    """The catalogue of a language, or else of the language that it is a form of: pt.po for pt-BR."""
    for name in (code, code.replace("-", "_"), code.partition("-")[0]):
        if (folder / f"{name}.po").is_file():
            return folder / f"{name}.po"
    return None


def read_catalog(file: Path, root: Path, problems: list[Problem]) -> Catalog | None:
    """A .po file as Babel reads it; to `problems` what is wrong with it."""
    from babel.messages.pofile import PoFileError, read_po

    named = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    for number, line in enumerate(file.read_bytes().splitlines(), 1):
        if not _LINE.fullmatch(line.strip()):  # Babel would take the first and last letters for quotation marks
            expected = 'expected a comment, or msgctxt, msgid or msgstr with a text in "quotation marks"'
            problems.append(_wrong(named, "a line that is no part of a message", expected, number))
    try:
        with file.open("rb") as opened:
            catalog = read_po(opened, locale=file.stem.replace("-", "_"), abort_invalid=True)
        c2py(catalog.plural_expr)
    except PoFileError as error:
        problems.append(_wrong(named, str(error), "the GNU gettext manual describes the format", error.lineno or 1))
        return None
    except (UnicodeDecodeError, ValueError) as error:
        problems.append(_wrong(named, f"not a catalogue of messages: {error}", "save it as UTF-8"))
        return None
    for entry in catalog:
        if entry.id and entry.string and not entry.fuzzy:
            problems += (
                _wrong(named, wrong, "take over what stands in braces and in tags as it is", entry.lineno or 1)
                for wrong in differences(entry)
            )
    return catalog


def differences(entry: Message) -> Iterator[str]:
    """Where a translation has other values or other markup than its English text: a page would break, or say less."""
    given, made = _texts(entry.id), [text for text in _texts(entry.string) if text]
    values = set().union(*(_values(text) for text in given))
    # "One report" and "two reports" may be words of their own that need no number.
    needed = values - {_ENGLISH_ENDING, *(["number"] if entry.pluralizable else [])}
    tags = sorted(_TAG.findall(given[0]))
    for text in made:
        if unknown := _values(text) - values:
            yield f'"{text}" has {", ".join(sorted(unknown))}, which "{given[0]}" has not'
        if lost := needed - _values(text):
            yield f'"{text}" lacks {", ".join(sorted(lost))}'
        if sorted(_TAG.findall(text)) != tags:
            yield f'"{text}" has other markup than "{given[0]}"'


def _wrong(path: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(path, message, hint, line, code="bad-setting")


def _texts(text: str | Sequence[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _values(text: str) -> set[str]:
    return {name for pair in _VALUE.findall(text) for name in pair if name}


def _language(code: str, locale: Locale, catalogs: list[Catalog]) -> Language:
    """The catalogues, later ones over earlier ones, with the locale's calendar, numbers and countries."""
    from babel.numbers import format_decimal

    messages: dict[Key, tuple[str, ...]] = {}
    for catalog in catalogs:
        for entry in catalog:
            forms = tuple(_texts(entry.string))
            if entry.id and all(forms) and not entry.fuzzy:
                messages[entry.context or "", _texts(entry.id)[0]] = forms
    return Language(
        code=code,
        direction=locale.text_direction,
        messages=messages,
        form=c2py(catalogs[0].plural_expr) if catalogs else ENGLISH.form,
        category=locale.plural_form,
        number=lambda number: format_decimal(number, locale=locale),
        calendar=_calendar(locale),
        countries={key: str(name) for key, name in locale.territories.items() if len(key) == 2 and key.isalpha()},
    )


def _calendar(locale: Locale) -> Calendar:
    def names(where: str, width: str) -> tuple[str, ...]:
        table = locale.months[where][width]
        return tuple(str(table[number]) for number in range(1, 13))

    skeletons = locale.datetime_skeletons
    return Calendar(
        months=names("format", "wide"),
        headings=names("stand-alone", "wide"),
        short=names("stand-alone", "abbreviated"),
        day=locale.date_formats["long"].pattern,
        month=skeletons["yMMMM"].pattern,
        day_of_year=skeletons["MMMMd"].pattern,
    )
