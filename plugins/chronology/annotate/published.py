"""A reading to the day of publication that its header, a stamp, a citation or a dateline states; never a guess."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .. import edtf
from ..folding import fold
from ..model import Clue, Evidence, Published
from ..months import MONTH_NAME
from .fitting import Fit, fit_of, settled
from .reading import Reading
from .stamps import DATE, Stamp, date_of, find_stamps, on

_YEAR = r"(?:1[5-9]|20)\d\d"
_DATELINE = re.compile(
    r"[A-Z][A-Z'.-]+(?:[ /][A-Z'.-]+)*(?:, [A-Z][\w. ]+?)?,? "
    rf"(?P<date>(?i:{MONTH_NAME})\.? \d{{1,2}}|\d{{1,2}} (?i:{MONTH_NAME})\.?),? (?P<year>{_YEAR})"
    r"(?: \([A-Z][\w /.]*\))? ?[-:]"
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


# A stamp heads the report if so much of it, in percent, stands under it, and so few rows lie between.
_MOST, _NEAR = 50, 16
_NEARLY_ALL, _AT_ONCE = 85, 6
_ABOVE_TITLE, _UNDER_TITLE, _BELOW, _THREAD = 4, 4, 4, 3


def find_published(reading: Reading) -> Published:
    """The day of publication, with the words that state it; an empty record where nothing does."""
    chosen, updated = (
        stamp and stamp._replace(date=settled(reading, stamp.date)) for stamp in _choose(find_stamps(reading), reading)
    )
    header = reading.seed.header
    if day := _given(header, ("updated",)):
        updated = Stamp(day, "updated", _GIVEN)
    changed = (updated.date, (updated.evidence,)) if updated else (None, ())
    given = _given(header, ("published", "date")) or _addressed(header)
    if given:
        return Published(given, changed[0], (_GIVEN, *changed[1]))
    found = chosen or _dateline(reading)
    if found:
        return Published(found.date, changed[0], (found.evidence, *changed[1]))
    fit = fit_of(reading, updated.date) if updated else Fit.NONE
    if updated and fit is not Fit.NONE:
        gives = updated.date if fit is Fit.WEEKDAY else f"{updated.date}?"
        says = "the page only says when it was changed, and its text fits that day"
        return Published(gives, changed[0], changed[1], (Clue(says, gives, False, updated.evidence),))
    return Published(None, *changed)


def _choose(stamps: list[Stamp], reading: Reading) -> tuple[Stamp | None, Stamp | None]:
    """The stamp of publication and that of a later change.

    A page may bear many dates: of the visit, of other stories, of comments. Those of the report stand
    over most of its text. Where none does, one may close the report, or be the only one that says what it is.
    """
    near = [stamp for stamp in stamps if stamp.evidence.rule not in _STAMPED or _is_at_head(stamp, reading)]
    near = near or [stamp for stamp in stamps[:1] if _is_above_comments(stamp, stamps)]
    if reading.cleaned.title:
        # Where the heads of several stories follow each other, the stamp right under the title is its own.
        near.sort(key=lambda stamp: stamp.evidence.rule in _STAMPED and not 0 < stamp.below <= _UNDER_TITLE)
    near = near or [stamp for stamp in stamps if _is_at_foot(stamp, stamps, reading)] or _only(stamps)
    updated = next((stamp for stamp in near if stamp.kind == "updated"), None)
    for kind in ("published", "unlabelled"):
        for stamp in near:
            if stamp.kind == kind and not (updated and _is_after(stamp.date, updated.date)):
                return stamp, updated
    return None, updated


_STAMPED = ("stamp", "byline")


def _is_at_head(stamp: Stamp, reading: Reading) -> bool:
    title = reading.cleaned.title
    if stamp.heads < _MOST:
        return False
    if stamp.kind != "unlabelled":
        return True
    if stamp.listed:
        return False
    if title is None or 0 < stamp.below <= _UNDER_TITLE:
        return stamp.away <= _NEAR or title is not None
    # The date far above the title is that of the visit, and far below it stands that of another story,
    # unless nearly the whole text follows at once: then the title was not found.
    if stamp.heads >= _NEARLY_ALL and stamp.below > 0 and stamp.away <= _AT_ONCE:
        return True
    return stamp.away <= _NEAR and -_ABOVE_TITLE <= stamp.below <= _NEAR


def _is_above_comments(stamp: Stamp, stamps: Sequence[Stamp]) -> bool:
    """Whether a date right under the title has only later ones below it: readers write after a report came
    out, and may write more than it has, while the other stories of a site are older and younger.
    """
    right_there = 0 < stamp.below <= _UNDER_TITLE and stamp.away <= _AT_ONCE and stamp.kind != "updated"
    others = [other for other in stamps if other is not stamp and other.evidence.rule in _STAMPED]
    return right_there and len(others) >= _THREAD and all(not _is_after(stamp.date, other.date) for other in others)


def _is_at_foot(stamp: Stamp, stamps: Sequence[Stamp], reading: Reading) -> bool:
    """Whether it closes the report; where several do, they belong to a list of other stories."""
    if stamp.kind == "unlabelled" and len({other.date for other in stamps if other.kind == "unlabelled"}) > 1:
        return False
    body = reading.cleaned.body
    if not body or stamp.evidence.start < body[-1].start:
        return False
    return reading.text.count("\n", body[-1].end, stamp.evidence.start) <= 2 * _BELOW


def _only(stamps: list[Stamp]) -> list[Stamp]:
    """Those that say "published", if they agree."""
    said = [stamp for stamp in stamps if stamp.kind == "published"]
    return said if len({stamp.date for stamp in said}) == 1 else []


def _given(header: Mapping[str, str], keys: Sequence[str]) -> str | None:
    """The date under one of these keys of the seed's own header."""
    for key in keys:
        text = header.get(key, "").strip()
        if not text:
            continue
        if edtf.is_valid(text):
            return text
        match = DATE.search(fold(text).lower())
        found = date_of(match) if match else None
        if found:
            return found
    return None


def _addressed(header: Mapping[str, str]) -> str | None:
    """The day in the address that the header names."""
    match = _ADDRESS.search(header.get("url", ""))
    return on(int(match[1]), int(match[2]), int(match[3])) if match else None


_GIVEN = Evidence(0, 0, "", "given")


def _is_after(one: str, other: str) -> bool:
    """Whether a date lies wholly behind another: a report cannot come out after it was changed."""
    return edtf.bounds(one)[0] > edtf.bounds(other)[1]


def _dateline(reading: Reading) -> Stamp | None:
    """The day in an agency's dateline, "BAMAKO, March 13, 2012 (Reuters) -". Without a year it is no date yet."""
    if not reading.cleaned.body:
        return None
    line = reading.cleaned.body[0]
    match = _DATELINE.match(reading.folded, line.start, line.end)
    if not match:
        return None
    found = DATE.search(f"{match['date']} {match['year']}".lower())
    value = date_of(found) if found else None
    if value is None:
        return None
    return Stamp(value, "published", reading.evidence(match.start("date"), match.end("year"), "dateline"))
