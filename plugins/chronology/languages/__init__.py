"""What an interface says in English -> what it says in the language of the site.

A language is one value, made of a catalogue of messages (`languages/<code>.po`) and of what CLDR knows:
`catalogues.py` puts the two together. English is here in full, so that a site in English needs neither.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from .calendar import ENGLISH_CALENDAR, Calendar
from .messages import Key

Messages = Mapping[Key, tuple[str, ...]]
"""The translations; of a counted message, one for each plural form."""


def english_form(number: int) -> int:
    """Which of a counted message's two English forms goes with a number."""
    return int(number != 1)


def english_number(number: int) -> str:
    """A whole number with its thousands set apart."""
    return f"{number:,}"


def english_category(number: int) -> str:
    """CLDR's name of the form, which browsers know too."""
    return "one" if number == 1 else "other"


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """A language of the interface, as a value. What it has no words for stays English."""

    code: str = "en"
    """As in `<html lang>`."""
    direction: str = "ltr"
    """"ltr" or "rtl"."""
    messages: Messages = field(default_factory=dict)
    form: Callable[[int], int] = english_form
    """A number -> which of a counted message's forms goes with it."""
    category: Callable[[int], str] = english_category
    """A number -> the name of that form in CLDR."""
    number: Callable[[int], str] = english_number
    """A whole number as it is written."""
    calendar: Calendar = ENGLISH_CALENDAR
    countries: Mapping[str, str] = field(default_factory=dict)
    """The names of countries by their codes; empty for English, whose names are in the shipped tables."""

    def gettext(self, text: str) -> str:
        """The text in this language."""
        return self.pgettext("", text)

    def pgettext(self, context: str, text: str) -> str:
        """The text in this language, where one English word has several meanings."""
        found = self.messages.get((context, text))
        return found[0] if found else text

    def ngettext(self, one: str, many: str, number: int) -> str:
        """The form of the text that goes with a number."""
        return self.npgettext("", one, many, number)

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        """The form that goes with a number, where one English word has several meanings."""
        found = self.messages.get((context, one))
        if found:
            return found[self.form(number)]
        return many if english_form(number) else one

    def say(self, key: Key, **values: str) -> str:
        """A message with its values in it."""
        return self.pgettext(*key).format(**values)

    def plural_forms(self, one: str, many: str) -> dict[str, str]:
        """A counted message for a script in the browser: its forms by the names that `Intl.PluralRules` gives them."""
        return {self.category(n): self.ngettext(one, many, n) for n in reversed(range(_SAMPLE))}


_SAMPLE = 201
"""Whole numbers below this one show every plural form that a language has for them."""

ENGLISH = Language()
