"""All files of an edition, and what has changed since the last build -> those that are to be made."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from .archive import Archive
from .edition import Batch, File
from .packing import Unusable
from .rereading import Changes
from .views import Page, ripples


@dataclass(frozen=True, slots=True)
class Remaining:
    """What is left to do for a build that goes on from the last one."""

    changes: Changes
    names: Set[str]
    """Of all that shows something which has changed: see `views.ripples`."""
    alone: frozenset[str]
    """The addresses of the files that are as they were left."""
    folders: Set[str]
    """Those in which a file has come or gone."""

    def pages(self, pages: Iterable[Page]) -> list[Page]:
        return [one for one in pages if one.address not in self.alone or one.changes_with(self.names, self.folders)]

    def batches(self, batches: Iterable[Batch]) -> list[Batch]:
        return [one for one in batches if not self.names.isdisjoint(one.along) or not self._left(one)]

    def files(self, batch: Batch) -> Iterable[File]:
        """The files of a batch, those that are right already left out where that is easily told."""
        if batch.revise and self._left(batch):
            try:
                return list(batch.revise(self.changes))
            except Unusable:
                # Most of them have changed, or a build was ended while it left them.
                return batch.make()
        return batch.make()

    def _left(self, batch: Batch) -> bool:
        return self.alone.issuperset(batch.addresses)


def names_of(changes: Changes, archive: Archive) -> set[str] | None:
    """Of all that shows something which has changed; None where that is everything."""
    names = ripples.from_records(changes.before, changes.now, archive)
    bodies = [now for path, (_, now) in changes.pairs.items() if now is not None and path in changes.bodies]
    return None if names is None else names | ripples.from_texts(bodies, archive)
