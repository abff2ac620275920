"""A reading -> its sentences with what each tells of, worked out when it is first asked for."""

from __future__ import annotations

from ..vocabulary import Vocabulary
from .clauses import Parsed, parse
from .reading import Reading
from .triggers import Trigger, find_triggers, table
from .types import Weighed, weigh


class Told:
    """A report's sentences with what they tell of. A fifth of them is never read, more than half are never weighed."""

    def __init__(self, reading: Reading, vocabulary: Vocabulary) -> None:
        self.reading = reading
        self.sentences = parse(reading)
        """Those of title and standfirst, too."""
        self._table = table(vocabulary)
        self._triggers: dict[int, tuple[Trigger, ...]] = {}
        self._weighed: dict[int, tuple[Weighed, ...]] = {}

    def triggers_in(self, parsed: Parsed) -> tuple[Trigger, ...]:
        """The triggers of a sentence, in the order of its words."""
        found = self._triggers.get(parsed.first)
        if found is None:
            found = self._triggers[parsed.first] = find_triggers(parsed, self._table)
        return found

    def weighed_in(self, parsed: Parsed) -> tuple[Weighed, ...]:
        """All that a sentence tells of, in the order of its words."""
        found = self._weighed.get(parsed.first)
        if found is None:
            triggers = self.triggers_in(parsed)
            found = self._weighed[parsed.first] = weigh(parsed, triggers, self._table.types) if triggers else ()
        return found
