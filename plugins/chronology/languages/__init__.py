"""What an interface says in English -> what it says in the language of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Messages = Mapping[tuple[str, str], tuple[str, ...]]
"""(context or "", English text) -> its translation; for a counted one, a translation for each plural form."""


_SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _english_form(number: int) -> int:
    return int(number != 1)


@dataclass(frozen=True, eq=False, slots=True)
class Language:
    """A language of the interface, as a value. What it has no words for stays English."""

    code: str = "en"
    direction: str = "ltr"
    """"ltr" or "rtl", as in HTML."""
    messages: Messages = field(default_factory=dict)
    form: Callable[[int], int] = _english_form
    """A number -> which of a counted message's forms goes with it."""

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
        return many if _english_form(number) else one

    def short_month(self, number: int) -> str:
        """The name of a month, 1 to 12, as short as it can be written."""
        return _SHORT_MONTHS[number - 1]

    def number(self, number: int) -> str:
        """A whole number with its thousands set apart."""
        return f"{number:,}"


ENGLISH = Language()
