"""Days and months -> their names, by the patterns of CLDR ("d MMMM y")."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Calendar:
    """How a language writes days and months. All patterns are CLDR's."""

    months: tuple[str, ...]
    """Twelve names, as they stand beside a day."""
    headings: tuple[str, ...]
    """Twelve names, as they stand alone."""
    short: tuple[str, ...]
    """Twelve names, as short as they can be written."""
    day: str = "d MMMM y"
    month: str = "MMMM y"
    day_of_year: str = "d MMMM"
    """A day without its year."""

    def write(self, pattern: str, day: date, first: str = "{day}") -> str:
        """The day by a pattern; `first` is how the first of a month is written."""

        def field(found: re.Match[str]) -> str:
            name = found[0]
            if name.startswith("'"):
                return name[1:-1] or "'"
            if name[0] == "y":
                return str(day.year)
            if name[0] == "d":
                return (first if day.day == 1 else "{day}").format(day=str(day.day).zfill(len(name)))
            names = {3: self.short, 4: self.months if name[0] == "M" else self.headings}
            return names[len(name)][day.month - 1] if len(name) > 2 else str(day.month).zfill(len(name))

        return _FIELD.sub(field, pattern)

    @property
    def ends_alike(self) -> bool:
        """Whether what two near days share stands last, so that the first can do without it: "27 and 31 March"."""
        return re.fullmatch(r"d.*?M+.*?y.*", self.day) is not None

    @property
    def day_of_month(self) -> str:
        """The pattern of a day without month and year."""
        found = re.match(r"d+\.?", self.day)
        return found[0] if found else "d"


_FIELD = re.compile(r"'[^']*'|y+|d+|M+|L+")
_ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH_CALENDAR = Calendar(_ENGLISH, _ENGLISH, tuple(name[:3] for name in _ENGLISH))
