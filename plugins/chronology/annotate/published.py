"""A reading to the day of publication that its header, a stamp, a citation or a dateline states; never a guess."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

from .. import edtf
from ..folding import fold
from ..model import Evidence, Published
from .dates.terms import DAY, MONTH, WEEKDAY_SHORT, YEAR, day_number, month_number
from .reading import Reading

# Lines that may tell the day, the surest first: what a site stamps, what a field says, what is cited.
_RULES = ("stamp", "fields", "citation", "credit", "byline")
_CLOCK = r"(?:\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)"
_ZONE = (
    r"(?: ?\(?(?:gmt|utc|ist|[ecmp][sde]?t|bst|cest|cet|eet|eat|wat|cat|msk|sast|z)\b\)?(?:[+-]\d{1,2}(?::?\d\d)?)?)?"
)
_TIME = rf"(?:(?:,? (?:at |\| |- |· |/ )?|t){_CLOCK}{_ZONE})?"
_DATE = re.compile(
    rf"(?:(?:{WEEKDAY_SHORT},? )?(?:(?P<m1>{MONTH}) (?P<d1>{DAY}),? (?P<y1>{YEAR})"
    rf"|(?P<d2>{DAY})[ -](?:of )?(?P<m2>{MONTH}),?[ -](?P<y2>{YEAR}))"
    r"|(?<!\d)(?P<y3>(?:19|20)\d\d)[-/.](?P<m3>\d\d?)[-/.](?P<d3>\d\d?)(?!\d)"
    rf"|(?<![\d/.-])(?P<a>\d\d?)(?P<mark>[/.-])(?P<b>\d\d?)(?P=mark)(?P<y4>(?:19|20)\d\d)(?!\d)){_TIME}"
)
_LABEL = re.compile(
    r"(?:first |originally |date )?(?:published|posted|publication date|date|created|released)(?: on| at)?[ :|-]*$"
)
_LATER = re.compile(r"\b(?:updat\w*|modif\w*|edited|revised|corrected|amended|last)\b[^|]*$")
_OTHER = re.compile(
    r"(?:\b(?:retrieved|accessed|archived|copyright|downloaded|expires?|until|born|since)\b|[(]c[)]|©)[^|]*$"
)
_DATELINE = re.compile(
    r"[A-Z][A-Z'.-]+(?:[ /][A-Z'.-]+)*(?:, [A-Z][\w. ]+?)?,? "
    rf"(?P<date>(?i:{MONTH}) \d{{1,2}}|\d{{1,2}} (?i:{MONTH})),? (?P<year>{YEAR})(?: \([A-Z][\w /.]*\))? ?[-:]"
)
_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)")


class Stamp(NamedTuple):
    """A date on a line around the report."""

    date: str
    kind: str
    """published, unlabelled or updated."""
    evidence: Evidence


def find_published(reading: Reading) -> Published:
    """The day of publication, with the words that state it; an empty record where nothing does."""
    stamps = list(_stamps(reading))
    title = reading.cleaned.title
    if title:
        # A date above the title is often that of the visit, not of the report.
        stamps.sort(key=lambda stamp: stamp.evidence.rule == "stamp" and stamp.evidence.start < title.start)
    updated = next((stamp for stamp in stamps if stamp.kind == "updated"), None)
    changed = (updated.date, (updated.evidence,)) if updated else (None, ())
    given = _given(reading.seed.header)
    if given:
        return Published(given, changed[0], (Evidence(0, 0, "", "given"), *changed[1]))
    for kind in ("published", "unlabelled"):
        for stamp in stamps:
            if stamp.kind == kind and not (updated and _is_after(stamp.date, updated.date)):
                return Published(stamp.date, changed[0], (stamp.evidence, *changed[1]))
    found = _dateline(reading)
    if found:
        return Published(found.date, changed[0], (found.evidence, *changed[1]))
    return Published(None, *changed)


def _given(header: Mapping[str, str]) -> str | None:
    """The date in the seed's own header, or in the address that it names."""
    for key in ("published", "date"):
        text = header.get(key, "").strip()
        if edtf.is_valid(text):
            return text
        match = _DATE.search(fold(text).lower())
        found = _value(match) if match else None
        if found:
            return found
    match = _ADDRESS.search(header.get("url", ""))
    return _on(int(match[1]), int(match[2]), int(match[3])) if match else None


def _stamps(reading: Reading) -> Iterator[Stamp]:
    """The dates of the lines around the report, those of the surest lines first."""
    starts = [0]
    for text in reading.text.split("\n"):
        starts.append(starts[-1] + len(text) + 1)
    dropped = [line for line in reading.cleaned.dropped if line.rule in _RULES]
    dropped.sort(key=lambda line: (_RULES.index(line.rule), line.line))
    for line in dropped:
        start = starts[line.line - 1]
        folded = reading.folded[start : starts[line.line] - 1].lower()
        yield from _on_line(reading, folded, start, line.rule)


def _on_line(reading: Reading, folded: str, offset: int, rule: str) -> Iterator[Stamp]:
    before = 0
    for match in _DATE.finditer(folded):
        words = folded[before : match.start()]
        before = match.end()
        found = _value(match)
        if found is None or _OTHER.search(words):
            continue
        later = _LATER.search(words)
        label = later or _LABEL.search(words)
        start = match.start() - len(words) + label.start() if label else match.start()
        kind = "updated" if later else "published" if label else "unlabelled"
        if rule == "citation" and kind == "published":
            kind = "unlabelled"
        yield Stamp(found, kind, reading.evidence(offset + start, offset + match.end(), rule))


def _value(match: re.Match[str]) -> str | None:
    """The day that was matched; "03/04/2024" is the days between its two readings."""
    if match["m1"] or match["m2"]:
        name, day, year = (match["m1"], match["d1"], match["y1"]) if match["m1"] else match.group("m2", "d2", "y2")
        return _on(int(year), month_number(name), day_number(day))
    if match["y3"]:
        return _on(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    year, one, other = int(match["y4"]), int(match["a"]), int(match["b"])
    readings = sorted({day for day in (_on(year, other, one), _on(year, one, other)) if day})
    return "/".join(readings) if readings else None


def _on(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


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
    found = _DATE.search(f"{match['date']} {match['year']}".lower())
    value = _value(found) if found else None
    if value is None:
        return None
    return Stamp(value, "published", reading.evidence(match.start("date"), match.end("year"), "dateline"))
