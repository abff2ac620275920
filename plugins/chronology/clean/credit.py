"""Claims bylines and the lines that name an agency: "By Jane Doe", "AFP Dakar", "Our Paper and Agencies"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..agencies import AGENCY, NEWSROOM
from .page import Page, Row, capitalised

_AGENCIES = rf"(?:{AGENCY}|{NEWSROOM})"
_BYLINE = re.compile(
    r"(?:written |words |text |story |report |reported |posted |published |compiled |edited "
    r"|author ?:? ?)?(?:by|par|von|por) ?:? (?=[^\W\d])|authors? ?: |edited by |text ?: |reporter ?: "
)
_OWN = re.compile(rf"[(\[—-]* ?{_AGENCIES}(?: ?(?:/|,|and|&|\+|-) ?{_AGENCIES})*[)\]]?[.]?$")
_WITH = re.compile(
    rf"(?:[\w'.&-]+ ){{1,5}}(?:and|&|/|with|\||,|-) ?(?:news )?{_AGENCIES}$|[^|/,]{{2,40}} ?["
    rf"|/,] ?{_AGENCIES}$|{_AGENCIES} ?[|/] ?[^|/,]{{2,40}}$"
)
_PLACED = re.compile(rf"{AGENCY}(?: ?[,|/-])? (?P<place>[a-z][\w'.-]*(?:[ -][a-z][\w'.-]*){{0,3}})$")
_INPUTS = re.compile(
    r"[(\[*_]*(?:with|additional|includes?) (?:inputs?|reporting|material|files|information)\b.{0,100}$"
    r"|[(\[]?(?:source|sources|via|courtesy|quelle|fuente) ?: ?[^.]{2,60}$"
)
_SIGN_OFF = re.compile(
    r"[(\[*_]*(?:additional )?(?:reporting|writing|editing|compiled|translated) (?:by|and (?:writing"
    r"|editing) by)\b.{0,300}$"
    r"|[^\"]{0,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b.{0,40}$"
)
_DATELINE = re.compile(rf"[a-z][a-z .,'-]{{1,40}}(?:, [a-z]{{3,9}}\.? \d\d?)? ?[(]{AGENCY}[)] ?[-_]*$")
_SIGNED = ("reporting ", "iting ", "compiled ", "translated ", "contributed ")
_LIMIT, _NAMES = 50, 14


def credit(page: Page) -> Iterator[Row]:
    """Names alone stand above the first or below the last paragraph; a sign-off stands anywhere."""
    for row in page.mentioning(*_SIGNED):
        if row.words <= _LIMIT and '"' not in row.plain and _SIGN_OFF.match(row.plain):
            yield row
    for row in page.outside():
        if row.words <= _NAMES and _names(row):
            yield row


def _names(row: Row) -> bool:
    plain = row.plain
    if _OWN.match(plain) or _INPUTS.match(plain) or _DATELINE.match(plain):
        return True
    byline = _BYLINE.match(plain)
    if byline:
        names = re.split(r"[\s,|/]+", row.text[byline.end() :])
        nobody = _OWN.match(plain, byline.end())  # "By news desk"
        return nobody is not None or capitalised(w for w in names if not w.isdigit() and w not in ("in", "for"))
    parts = row.text.replace("/", " ").split()
    if _PLACED.match(plain):
        return capitalised(parts)
    return bool(_WITH.match(plain)) and capitalised(parts)
