"""How much one page holds, before what it lists is shared out among several."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """One number, from which the others follow by what a line weighs. See docs/decisions/0016-long-lists.md."""

    events: int = 200
    """Of the chronology, told in full: a year of so many is within 35 kB gzipped, with all that its page loads."""

    @property
    def subject(self) -> int:
        """Events and further reports of an actor, country, type or source. Its page may weigh 60 kB."""
        return self.events * 3 // 2

    @property
    def names(self) -> int:
        """Names with a number each, as in an index: six weigh as much as an event."""
        return self.events * 6


ROOM = Room()
