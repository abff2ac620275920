"""One line around a report -> the parts of its origin that the line names.

Each reader takes a folded line, which is as long as the line itself, and gives back places in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..agencies import AGENCY, NEWSROOM


class Find(NamedTuple):
    """A part of the origin: which one, and where in the clipping it stands."""

    part: str
    start: int
    end: int


_NAME = r"[A-Z][\w.'&-]*(?: (?:of|the|and|de|du|la|le|&|[A-Z][\w.'&-]*)){0,5}"
_IS_AGENCY = re.compile(rf"{AGENCY}$", re.IGNORECASE)
_PLACE = r"[A-Z][\w'.-]*(?:[ -](?:[A-Z][\w'.-]*|de|du|la|el|es|of)){0,3}"


def citation(line: str) -> Iterator[Find]:
    """`Digest of: The Daily Star (AFP), "Title", 12 May 2014, https://...`."""
    head = re.match(r"[(\[*_ ]*(?:[A-Z][A-Za-z]+(?: [a-z]+){0,4} ?: *)?", line)
    at = head.end() if head else 0
    name = _CITED_NAME.match(line, at)
    if name and not _is_sentence(name["name"]) and not _AGENCIES.match(name["name"]):
        # Who is cited published it, also where that is an agency.
        yield Find("outlet", *name.span("name"))
        if name["agency"]:
            yield Find("agency", *name.span("agency"))
    if title := _CITED.search(line):
        yield Find("title", *title.span("title"))
    if url := _ADDRESS.search(line):
        yield Find("url", *url.span())


_CITED_NAME = re.compile(
    rf"(?P<name>{_NAME}!?(?: (?:\d+|[A-Z][\w.'!&-]*)){{0,3}})"
    rf"(?=\s*(?:[,;:.|(\"-]|$))(?:\s*\((?P<agency>(?i:{AGENCY}))\))?"
)
_CITED = re.compile(r'"(?P<title>[^"]{4,300}?),?"')
_ADDRESS = re.compile(r"https?://[^\s<>\"']*[^\s<>\"'.,;)\]]")


def _is_sentence(name: str) -> bool:
    return name.split(" ", 1)[0] in {"This", "Originally", "Published", "Based", "First", "Source", "Sources"}


_FIELDS = {
    "outlet": "outlet", "source": "outlet", "publication": "outlet", "publisher": "outlet", "newspaper": "outlet",
    "agency": "agency", "author": "author", "authors": "author", "byline": "author", "reporter": "author",
    "dateline": "dateline_place",
}  # fmt: skip


def fields(line: str) -> Iterator[Find]:
    m = re.match(r"\s*(\w+)\s*:\s*(?:[Bb]y )?(\S.*?)\s*$", line)
    part = _FIELDS.get(m[1].lower()) if m else None
    if m and part:
        if part == "outlet" and _IS_AGENCY.match(m[2]):
            part = "agency"
        yield Find(part, m.start(2), m.end(2))


def masthead(line: str) -> Iterator[Find]:
    name = line.strip()
    start = line.index(name)
    yield Find("agency" if _IS_AGENCY.match(name) else "outlet", start, start + len(name))


_RIGHTS = re.compile(
    rf"(?:©|\([cC]\)|[Cc]opyright)[ ©(cC)]*(?:[Cc]opyright )?(?:(?:19|20)\d\d(?:-(?:19"
    rf"|20)?\d\d)?,? )?(?:by )?(?P<name>{_NAME})"
)
_HOUSE = re.compile(r"(?: Ltd| Limited| Inc| LLC| Group| Corp| plc| All| Rights?)\b.*$|[.,]$")


def rights(line: str) -> Iterator[Find]:
    m = _RIGHTS.search(line)
    if m:
        name = _HOUSE.sub("", m["name"])
        if name and name not in ("All", "Copyright"):
            yield Find("outlet", m.start("name"), m.start("name") + len(name))


_USER = re.compile(
    rf"\b(?:registered user of|(?:user|reader|subscriber|member)s? of|account (?:with|on|at)|comments? on"
    rf"|welcome to) (?P<name>{_NAME})"
)


def notice(line: str) -> Iterator[Find]:
    """In words such as "If you are a registered user of The Daily Star"."""
    m = _USER.search(line)
    if m:
        name = re.sub(r" (?:and|of|the)$|\.$", "", m["name"])
        # "The Daily Star and logged in": the joining word belongs to the sentence.
        yield Find("outlet", m.start("name"), m.start("name") + len(name))


_FOLLOW = re.compile(rf"(?:Follow|Like|Subscribe to|Join) (?P<name>{_NAME}) (?:on|via) [A-Z]")


def promotion(line: str) -> Iterator[Find]:
    m = _FOLLOW.search(line)
    if m and m["name"].split()[0] not in ("Us", "Our", "The"):
        yield Find("outlet", m.start("name"), m.end("name"))


_BYLINE = re.compile(
    r"\s*(?:(?:[A-Z]\w+ )?[Bb]y|BY|Par|Von|Por|Authors?)(?: ?:)? (?P<name>[^\W\d][^"
    r"|,/(\d]{2,60}?)(?=\s*(?:$|[|,/(]| - | in | for | \d))"
)
_IN = re.compile(rf" in (?P<place>{_PLACE})\s*(?:$|[|,/])")
_AND_AGENCIES = re.compile(
    r"\s*(?P<name>[\w.'& -]{2,40}?) (?:and|&|with) (?:(?:news|wire) )?agencies\s*$", re.IGNORECASE
)
_AGENCY_LINE = re.compile(rf"[\s(\[-]*(?P<agency>{AGENCY})(?:[ ,|/-]+(?P<place>{_PLACE}))?[\s)\].]*$", re.IGNORECASE)
_AGENCY_IN = re.compile(
    rf"(?:^|[|/,(&]| and | with | from )\s*(?P<agency>{AGENCY})(?=\s*(?:$|[|/,)&.]| and ))", re.IGNORECASE
)
_NEWSROOM = re.compile(rf"{NEWSROOM}\s*$", re.IGNORECASE)
_SOURCE = re.compile(r"[\s(\[]*(?:Source|Via|Courtesy)s? ?: ?(?P<name>[^.)\]]{2,60}?)[\s.)\]]*$")
_AGENCIES = re.compile(r"(?:\s*(?P<all>(?:[\w.'&-]+ ){0,4}(?:news |wire )?agencies)\s*$)", re.IGNORECASE)


def credit(line: str) -> Iterator[Find]:
    if (m := _BYLINE.match(line)) and not _AGENCY_LINE.match(m["name"]) and not _NEWSROOM.match(m["name"]):
        yield Find("author", m.start("name"), m.end("name"))
        if place := _IN.search(line):
            yield Find("dateline_place", place.start("place"), place.end("place"))
    if m := _SOURCE.match(line):
        yield Find("agency" if _IS_AGENCY.match(m["name"]) else "outlet", m.start("name"), m.end("name"))
    if (m := _AND_AGENCIES.match(line)) and not _IS_AGENCY.match(m["name"]):
        yield Find("outlet", m.start("name"), m.end("name"))
    if m := _AGENCIES.match(line):
        # Printed whole: which agencies they were, the line does not say.
        yield Find("agency", m.start("all"), m.end("all"))
    if m := _AGENCY_LINE.match(line):
        yield Find("agency", m.start("agency"), m.end("agency"))
        if m["place"] and not _IS_AGENCY.match(m["place"]):
            yield Find("dateline_place", m.start("place"), m.end("place"))
    elif m := _AGENCY_IN.search(line):
        yield Find("agency", m.start("agency"), m.end("agency"))


def byline(line: str) -> Iterator[Find]:
    name = line.strip()
    if not re.search(r"\d", name):
        start = line.index(name)
        yield Find("author", start, start + len(name))


_PART = re.compile(r"[^|,•·/]+?(?=\s*(?:$|[|,•·/]| - ))")
_NOT_A_NAME = re.compile(
    r"\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)[a-z]*\b"
    r"|\b(?:updated?|published|posted|modified|first|last|am|pm|gmt|utc|ist|[ecmp]?[sd]t|ago|read|date)\b",
    re.IGNORECASE,
)
_OUTLET_WORD = re.compile(
    r"\b(?:Times|Post|News|Herald|Tribune|Journal|Standard|Star|Press|Daily|Mail|Monitor|Telegraph|Online"
    r"|TV|Radio)\b"
)


def stamp(line: str) -> Iterator[Find]:
    """The names between the dates: "... 05:21 pm IST - Washington", "By Jane Doe | 2 May 2014"."""
    for m in _PART.finditer(line):
        words = m[0].lstrip(" -:")
        start, end = m.end() - len(words), m.end()
        byline = _BYLINE.match(words)
        if byline:
            yield Find("author", start + byline.start("name"), start + byline.end("name"))
        elif not words or _NOT_A_NAME.search(words) or not re.fullmatch(_PLACE, words):
            continue
        elif _IS_AGENCY.match(words):
            yield Find("agency", start, end)
        else:
            yield Find("outlet" if _OUTLET_WORD.search(words) else "dateline_place", start, end)


_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?"
_DAY = rf"(?:{_MONTH} \d\d?|\d\d? {_MONTH})(?:,? \d{{4}})?"
_DATELINE = re.compile(
    rf"\s*(?P<place>{_PLACE})(?:, (?!{_MONTH} \d)(?:{_PLACE}))?(?:[,/] ?(?P<date>{_DAY}))?"
    rf"\s*(?:[(\[](?P<agency>[^()\[\]]{{2,40}})[)\]]|/(?P<slash>{AGENCY})/)?\s*(?P<mark>--?|_|:|\.-)(?:\s|$)"
)
_AGENCY_FIRST = re.compile(rf"\s*[(\[](?P<agency>{AGENCY})[)\]]\s*(?:--?|:)?\s", re.IGNORECASE)
_LABELS = frozenset({
    "BREAKING", "UPDATE", "UPDATED", "EXCLUSIVE", "WATCH", "LIVE", "ANALYSIS", "OPINION", "VIDEO",
    "PHOTOS", "CORRECTION", "NOTE", "NEWS", "FACTBOX", "TIMELINE", "COMMENT", "EDITORIAL", "INTERVIEW",
    "FEATURE", "PROFILE", "EXPLAINER", "UN", "EU", "US", "UK", "NATO",
})  # fmt: skip


def dateline(line: str) -> Iterator[Find]:
    """`BAMAKO, Mali (Reuters) - `. Capitals, an agency or a date must show that it is one: "Putin: we
    are ready" opens with a name and a colon, too.
    """
    m = _dateline(line)
    if m is None:
        return
    named = m.groupdict()
    if named.get("place"):
        yield Find("dateline_place", m.start("place"), m.end("place"))
    agency = "slash" if named.get("slash") else "agency"
    if named[agency] and _IS_AGENCY.match(named[agency]):
        yield Find("agency", m.start(agency), m.end(agency))


def after_dateline(line: str) -> int:
    """Where a line goes on behind its dateline; 0 where it has none."""
    m = _dateline(line)
    return m.end() if m else 0


def _dateline(line: str) -> re.Match[str] | None:
    if m := _AGENCY_FIRST.match(line):
        return m
    m = _DATELINE.match(line)
    if not m or m["place"].split()[0].strip(".") in _LABELS:
        return None
    shouted = m["place"].isupper() and len(m["place"]) > 3
    shown = m["date"] or m["slash"] or shouted or (m["agency"] and _IS_AGENCY.match(m["agency"]))
    return m if shown else None
