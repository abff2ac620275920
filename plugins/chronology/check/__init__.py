"""Pages, and what is known of all others -> every problem in them at once.

A check is a function of one record and of its surroundings. A build runs those of `NEEDED`: a site is written only from
an archive without errors. `chronology check` runs all.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from .. import links
from ..model import Record
from ..outlines import outline
from ..pagefile import Content
from ..problems import Problem, in_order
from ..validate import Reference
from . import addresses, dates, evidence, names, sources, tenures, twice
from .around import Around, SeedFiles
from .files import strays
from .kinds import GROUPS, KINDS, Kind
from .places import placed
from .references import References

__all__ = [
    "ADVISED",
    "GROUPS",
    "KINDS",
    "NEEDED",
    "OF_ACTORS",
    "Around",
    "Kind",
    "SeedFiles",
    "check",
    "needed",
    "placed",
    "strays",
]

Check = Callable[[Record, Around], Iterator[Problem]]


def _dead_links(record: Record, around: Around) -> Iterator[Problem]:
    yield from links.broken(record, around.linkable)


# No check needs what another found; problems are sorted by their places when they are told. The order is that of
# docs/checking.md.
NEEDED: tuple[Check, ...] = (_dead_links, addresses.taken_id, addresses.taken_address)
# What a report says of an actor and the record of the actor may contradict each other, whichever of them was changed.
OF_ACTORS: tuple[Check, ...] = (tenures.office_not_held, tenures.outside_lifetime)
ADVISED: tuple[Check, ...] = (
    twice.listed_twice,
    addresses.file_name,
    dates.later_than_published,
    dates.to_come,
    dates.reviewed_too_early,
    dates.backwards,
    *OF_ACTORS,
    evidence.evidence_not_found,
    sources.seed_file,
    names.shared_name,
    names.shared_identifier,
    twice.told_twice,
    names.same_person,
    sources.same_source,
    sources.no_archive_copy,
    sources.unreviewed,
)


def check(
    records: Iterable[Record], references: Iterable[Reference], around: Around, checks: Sequence[Check]
) -> Iterator[Problem]:
    """Every problem of these records. Those of their headers have been told when they were read."""
    yield from References(around).unknown(references)
    for record in records:
        for one in checks:
            yield from one(record, around)


def needed(
    looked_at: Content, others: Iterable[Record], linkable: Collection[str], text_of: Callable[[str], str]
) -> tuple[Problem, ...]:
    """What keeps a site from being built, in order of the files. `others` are the records that were right before and
    cannot have become wrong; `linkable` holds the paths below content/ that `{filename}` may name; `text_of` gives the
    text of a page by the path that problems tell.
    """
    outlines = [outline(record, tellings=False) for record in (*looked_at.records, *others)]
    own_types = {row.id: row for row in looked_at.event_types}
    paths = {record.path for record in looked_at.records}
    around = Around(outlines, paths, looked_at.unread, linkable, own_types)
    found = check(looked_at.records, looked_at.references, around, NEEDED)
    return in_order([*looked_at.problems, *placed(found, text_of)])
