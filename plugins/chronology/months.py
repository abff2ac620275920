"""The names of the months in the languages of the stamps that are read: folded, in lower case -> 1 to 12."""

from __future__ import annotations

_NAMES = (
    "january jan januar janvier janv januari enero ene janeiro gennaio gen",
    "february feb februar fevrier fevr februari febrero fevereiro fev febbraio febb",
    "march mar marz maerz mars maart marzo marco mrt",
    "april apr avril avr abril abr aprile",
    "may mai mei mayo maio maggio mag",
    "june jun juni juin junio junho giugno giu",
    "july jul juli juillet juil julio julho luglio lug",
    "august aug aout augustus agosto ago",
    "september sept sep septembre septiembre setiembre setembro set settembre",
    "october oct oktober okt octobre octubre outubro out ottobre ott",
    "november nov novembre noviembre novembro",
    "december dec dezember dez decembre diciembre dic dezembro dicembre",
)
MONTHS: dict[str, int] = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}

MONTH_NAME = rf"(?:{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})(?![a-z])"
"""A pattern for one of them."""

_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
WHOLE_DATE = (
    rf"(?:\b{MONTH_NAME}\.? {_DAY},? |{_DAY}(?:\. ?|[ -])(?:de |of )?{MONTH_NAME}\.?,?[ -](?:de )?)(?:19|20)\d\d"
    r"|(?<!\d)(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?(?!\d)|(?<![\d/.-])\d\d?([/.-])\d\d?\1(?:19|20)\d\d"
)
"""A pattern for a day, month and year in folded text in lower case."""
