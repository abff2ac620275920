"""An archive -> the number by which the search knows each report; it stays when the report is corrected.

Reports are numbered in the order in which they were added, not in the order of time: else one corrected date would
give all reports between the old day and the new one another number, and every file of the index another text.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..archive import Archive
from ..model import Id, Record, Report


@dataclass(frozen=True, slots=True)
class Numbering:
    """The reports in the order of their numbers, from 0 on."""

    reports: Sequence[Report]
    number: Mapping[Id, int]

    def shifted(self, before: Mapping[str, Record], now: Mapping[str, Record]) -> int:
        """The number from which on reports may have another than in the last build, when these records have changed
        since, as in `views.ripples.from_records`; one behind all where none has.
        """
        pairs = ((before.get(path), now.get(path)) for path in before.keys() | now.keys())
        moved = (one for old, new in pairs if _place(old) != _place(new) for one in (old, new))
        places = (place for one in moved if (place := _place(one)))
        return min((bisect_left(self.reports, place, key=_added) for place in places), default=len(self.reports))


def numbered(archive: Archive) -> Numbering:
    reports = sorted(archive.reports, key=_added)
    return Numbering(reports, {report.id: number for number, report in enumerate(reports)})


def _added(report: Report) -> tuple[str, str]:
    return report.added or "", report.path


def _place(record: Record | None) -> tuple[str, str] | None:
    return _added(record) if isinstance(record, Report) else None
