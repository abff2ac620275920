"""Claims an outlet's name that stands alone above the title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .page import Page, Row, capitalised

_WORD = re.compile(
    r"\b(?:times|post|standard|news|herald|tribune|journal|guardian|observer|gazette|chronicle|mail|star"
    r"|press|daily|weekly|monitor|review|telegraph|sun|globe"
    r"|radio|tv|television|broadcasting|bulletin|courier|dispatch|echo|examiner|express|independent"
    r"|inquirer|mirror|nation|register|reporter|sentinel|mercury|voice|wire|agency|magazine|network"
    r"|newspaper|blog"
    r"|afrique|presse|monde|figaro|zeitung|spiegel|país|mundo|correio|corriere|gazeta)\b"
)
_WELL_KNOWN = frozenset(
    [
        "reuters",
        "bbc",
        "cnn",
        "al jazeera",
        "al mayadeen",
        "al arabiya",
        "xinhua",
        "tass",
        "rt",
        "sputnik",
        "afp",
        "the hindu",
        "dawn",
        "the economist",
        "bloomberg",
        "libération",
        "liberation",
        "rfi",
        "france 24",
        "dw",
        "deutsche welle",
        "euronews",
        "maliweb",
        "anadolu",
        "the punch",
        "vanguard",
        "the diplomat",
        "politico",
        "axios",
        "the atlantic",
        "npr",
        "pbs",
        "itar-tass",
        "interfax",
        "allafrica",
        "jeune afrique",
        "the new arab",
        "middle east eye",
        "haaretz",
        "the cable",
        "premium times",
        "the indian express",
        "mint",
        "scroll",
        "firstpost",
        "republic",
        "ndtv",
        "wion",
        "ani",
        "pti",
        "ians",
        "kommersant",
        "meduza",
        "the intercept",
        "vox",
        "time",
        "newsweek",
        "foreign policy",
        "foreign affairs",
        "le point",
        "l'express",
        "l'obs",
        "la croix",
        "elpais",
        "el país",
        "el pais",
        "abc",
        "cbs",
        "nbc",
        "fox news",
        "msnbc",
        "usa today",
        "the week",
    ]
)
_DOMAIN = re.compile(r"(?:www\.)?[a-z0-9-]{2,40}(?:\.[a-z]{2,12}){1,2}$")
_LIMIT = 6


def masthead(page: Page) -> Iterator[Row]:
    """The first line not yet claimed, or the first of some length under the short ones of a menu, if it is
    a name and something that may be the title follows.
    """
    above = [row for row in page.head() if row.index <= _DEPTH]
    if len(above) < 2 or page.header.get("title"):
        return
    names = above if page.under_motto() else above[:-1]
    long = next((row for row in names if row.words > _MENU), above[0])
    for row in (above[0], long):
        if row.words <= _LIMIT and not row.ends and _is_name(row):
            yield row
            return


# Among the first lines only: lower down, a name alone may be a subheading.
_DEPTH = 6
_MENU = 2


def _is_name(row: Row) -> bool:
    if row.plain in _WELL_KNOWN or _DOMAIN.match(row.plain):
        return True
    return bool(_WORD.search(row.plain)) and capitalised(row.text.split()) and row.words <= _LIMIT
