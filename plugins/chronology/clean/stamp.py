"""Claims lines that say when a report came out: "November 15, 2015 12:32 pm | Updated ... - Vienna"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..folding import fold
from ..months import MONTHS, WHOLE_DATE
from .page import Page, Row, capitalised, words

_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "today yesterday "
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag "
    "lunes martes miercoles jueves viernes sabado domingo"
)
_LABELS = words(
    "first published updated update posted modified last edited created publication date time on at the "
    "of and or original originally "
    "premiered uploaded streamed written "
    "publie mis a jour le modifie veroffentlicht aktualisiert erstellt am um uhr vom publicado actualizado el de a "
    "las h pubblicato il issue epublished issued released filed dated submitted posted revision revised reviewed "
)
_CLOCK = words(
    "am pm a.m p.m a.m. p.m. noon midnight hrs hours hour hr ago minutes minute mins min days day weeks "
    "week read reading "
    "gmt utc ist est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk sast wat eat cat "
    "pkt ksa sgt hkt jst kst aest aedt z bst local "
)
_TOKEN = re.compile(r"\d[\d:.,/-]*[^\W\d]*|[^\W\d_]+(?:\.[^\W\d_])*\.?|[^\w\s]")
_SEPARATOR = frozenset("|,-:•·/();[]>–—.@")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
# "Ada Noor7 May 20235:01 am": copied from a page, the line has lost what set its parts off.
_GLUED = re.compile(r"(?<=[^\d][12][09]\d\d)(?=[A-Za-z]{3}|\d{1,2}[:.]\d\d)|(?<=[a-z])(?=\d{1,2}[ :])")
_FULL_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?:t(?:\d.*)?)?$|\d\d?[-/.]\d\d?[-/.](?:(?:19|20)?\d\d)$")
_TIME = re.compile(r"\d\d?[:.h]\d\d")
_AGO = re.compile(r"\b(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b")
_LABELLED = re.compile(
    r"(?:(?:first |originally |last |date )?(?:published|updated|posted|modified)\b|updated?:|publié"
    r"|mis à jour|veröffentlicht|aktualisiert|erstellt(?: am)?|publicado|actualizado|pubblicato"
    r"|e-?published|issue published|date (?:posted|of)\b)"
)
_LABEL_ALONE = re.compile(rf"(?:{_LABELLED.pattern}(?: on| at)?|by [^.]{{2,60}} on|on) ?:?$")
_TIMED = re.compile(r"(?:19|20)\d\d\b.{0,12}?(?<!\d)[0-2]?\d[:.][0-5]\d|[0-2]?\d:[0-5]\d.{0,20}?(?:19|20)\d\d\b")
_ENTRY = re.compile(
    rf"this (?:entry|post|story|article|item) was (?:first |last |originally )?(?:posted|published|written|updated)\b"
    rf".{{0,60}}?(?:{WHOLE_DATE})"
)
_TELLING = re.compile(r"\d| ago$")
_WORDS, _CHARACTERS, _NAME, _INITIALS = 30, 240, 5, 3


def stamp(page: Page) -> Iterator[Row]:
    """A line of dates among paragraphs stays: it may head a day in a chronology. One that says
    "Published" or "Updated" or bears a time is a stamp wherever it stands, and so is the one that
    heads the text of a whole website.
    """
    yield from (row for row in page.free if row.plain.startswith("this ") and _ENTRY.match(row.plain[:_CHARACTERS]))
    found = [row for row in page.free if _may_be(row) and _is_stamp(row)]
    if not found:
        return
    heading = page.heading([row.index for row in found])
    lead = page.lead if heading is None else heading
    bare: list[Row] = []
    for row in found:
        sure = _LABELLED.match(row.plain) or _TIMED.search(row.plain)
        if sure or row.index < lead or row.index > page.last or row.index == heading:
            yield row
            yield from _label_above(page, row)
        else:
            bare.append(row)
    # One date between a first paragraph and the next stamps a report whose standfirst is a sentence.
    if len(bare) == 1 and bare[0].index < page.opening:
        yield bare[0]


def _may_be(row: Row) -> bool:
    if (
        (row.prose and not row.plain.endswith(".m."))
        or row.words > _WORDS
        or len(row.plain) > _CHARACTERS
        or not _TELLING.search(row.plain)
    ):
        return False
    return not row.plain.endswith(".") or row.plain.endswith(".m.") or _LABELLED.match(row.plain) is not None


def _label_above(page: Page, row: Row) -> Iterator[Row]:
    """A label such as "Published:" or "By Ada Noor on", where the page breaks the line after it."""
    if row.index and _LABEL_ALONE.match(page.rows[row.index - 1].plain):
        yield page.rows[row.index - 1]


def _is_stamp(row: Row) -> bool:
    labelled = _LABELLED.match(row.plain) is not None
    tokens = _TOKEN.findall(_GLUED.sub("|", fold(row.text)))
    rest: list[tuple[int, str]] = []
    month = day = year = time = False
    for at, token in enumerate(tokens):
        word = token.lower().rstrip(".")
        if token[0].isdigit():
            full = _FULL_DATE.match(word.rstrip(",")) is not None
            month, day = month or full, day or full
            year = year or full or _YEAR.match(word) is not None
            time = time or _TIME.match(word) is not None
            day = day or len(word) <= 4
        elif word in MONTHS:
            month = True
        elif word in _DAYS or word in _LABELS or word in _CLOCK or token in _SEPARATOR or word in _CLOCK:
            continue
        else:
            rest.append((at, token))
    if not (
        (month and (year or (day and time) or (labelled and day)))
        or (time and (labelled or not rest))
        or _AGO.search(row.plain)
    ):
        return False
    return not rest or _is_name(tokens, rest, labelled) or (month and year and day and _is_writer(tokens, rest, time))


def _is_writer(tokens: list[str], rest: list[tuple[int, str]], time: bool) -> bool:
    """Whether what is left heads the line and is somebody, however written: "by kam on 4 May 2019", and
    "kam 4 May 2019 at 1:34 pm" as over a reader's comment.
    """
    last = rest[-1][0]
    if last >= _NAME or not all(t[0].isalpha() and t.lower() not in MONTHS for t in tokens[: last + 1]):
        return False
    on = tokens[last + 1 : last + 2] == ["on"]
    return last > 0 and on if tokens[0].lower() in _BY else time and not on


def _is_name(tokens: list[str], rest: list[tuple[int, str]], labelled: bool) -> bool:
    """Whether what is left is one name, set off by a mark: a place, an outlet or a byline."""
    first, last = rest[0][0], rest[-1][0]
    name = tokens[first : last + 1]
    if len(name) > _NAME + 2 or len([t for t in name if t[0].isalpha()]) > _NAME or any(t[0].isdigit() for t in name):
        return False
    if rest[0][1].lower() in _BY:
        return labelled or capitalised(name[1:])
    before = tokens[first - 1] if first else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else ""
    set_off = (before in _SEPARATOR and before != "") or (after in _SEPARATOR and after != "")
    # The initials of whoever put it on the page: "Created: 4.5.2019 18:36 / kn".
    return set_off and (capitalised(name) or (labelled and len(name) == 1 and len(name[0]) <= _INITIALS))


_BY = frozenset({"by", "in", "par", "von", "por"})
