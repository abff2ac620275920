"""Claims lines that say when a report came out: "November 15, 2015 12:32 pm | Updated ... - Vienna"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row, capitalised, words

_MONTHS = words(
    "january february march april may june july august september october november december jan feb mar "
    "apr jun jul aug sep sept oct nov dec "
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre januar februar "
    "märz juni juli oktober dezember "
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre janeiro "
    "fevereiro março maio junho julho setembro outubro dezembro "
    "gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre januari februari maart mei "
    "augustus "
)
_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "today yesterday "
    "lundi mardi mercredi jeudi vendredi samedi dimanche montag dienstag mittwoch donnerstag freitag "
    "samstag sonntag "
    "lunes martes miércoles jueves viernes sábado domingo"
)
_LABELS = words(
    "first published updated update posted modified last edited created publication date time on at the "
    "of and or original originally "
    "publié mis à jour le modifié veröffentlicht aktualisiert am um uhr publicado actualizado el de a "
    "las h pubblicato il "
)
_CLOCK = words(
    "am pm a.m p.m a.m. p.m. noon midnight hrs hours hour hr ago minutes minute mins min days day weeks "
    "week read reading "
    "gmt utc ist est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest eet eest msk sast wat eat cat "
    "pkt sgt hkt jst kst aest aedt z bst local "
)
_TOKEN = re.compile(r"\d[\d:.,/-]*[^\W\d]*|[^\W\d_]+(?:\.[^\W\d_])*\.?|[^\w\s]")
_SEPARATOR = frozenset("|,-:•·/();[]>–—.@")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_FULL_DATE = re.compile(r"(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?:t\d.*)?$|\d\d?[-/.]\d\d?[-/.](?:(?:19|20)?\d\d)$")
_TIME = re.compile(r"\d\d?[:.h]\d\d")
_AGO = re.compile(r"\b(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago\b")
_LABELLED = re.compile(
    r"(?:(?:first |originally |last |date )?(?:published|updated|posted|modified)\b|updated?:|publié"
    r"|mis à jour|veröffentlicht|aktualisiert|publicado|actualizado)"
)
_TELLING = re.compile(r"\d| ago$")
_WORDS, _CHARACTERS, _NAME = 30, 240, 5


def stamp(page: Page) -> Iterator[Row]:
    """A line of dates among paragraphs stays: it may head a day in a chronology. One that says
    "Published" or "Updated" is a stamp wherever it stands.
    """
    bare: list[Row] = []
    for row in page.short:
        if row.words > _WORDS or len(row.plain) > _CHARACTERS or not _TELLING.search(row.plain):
            continue
        labelled = _LABELLED.match(row.plain) is not None
        if not labelled and row.plain.endswith(".") and not row.plain.endswith(".m."):
            continue
        if _is_stamp(row, labelled):
            if labelled or row.index < page.lead or row.index > page.last:
                yield row
            else:
                bare.append(row)
    # One date between a first paragraph and the next stamps a report whose standfirst is a sentence.
    if len(bare) == 1 and bare[0].index < page.opening:
        yield bare[0]


def _is_stamp(row: Row, labelled: bool) -> bool:
    tokens = _TOKEN.findall(row.text.translate(_DASHES))
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
        elif word in _MONTHS:
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
    return not rest or _is_name(tokens, rest)


_DASHES = str.maketrans("–—−‐‑", "-----")


def _is_name(tokens: list[str], rest: list[tuple[int, str]]) -> bool:
    """Whether what is left is one name, set off by a mark: a place, an outlet or a byline."""
    first, last = rest[0][0], rest[-1][0]
    name = tokens[first : last + 1]
    if len(name) > _NAME + 2 or len([t for t in name if t[0].isalpha()]) > _NAME or any(t[0].isdigit() for t in name):
        return False
    if rest[0][1].lower() in _BY:
        return capitalised(name[1:])
    before = tokens[first - 1] if first else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else ""
    set_off = (before in _SEPARATOR and before != "") or (after in _SEPARATOR and after != "")
    return set_off and capitalised(name)


_BY = frozenset({"by", "in", "par", "von", "por"})
