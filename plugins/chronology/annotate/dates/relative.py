"""Periods and days counted from now: "last week", "earlier this month", "two years ago", "in 18 months"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .kinds import BESIDE, DISTANCE, END, NUMBERS, PLURALS, POINTING, THE, UNITS, WITHIN
from .reckoning import Clock, Meaning, in_century, in_decade, in_month, in_quarter, lasting, on, rule, shifted
from .tense import looks_ahead
from .terms import NUMBER, UNIT, number, unit

_STEPS = {"last": -1, "previous": -1, "past": -1, "latest": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_EDGE = r"(?:the )?(?:end|beginning|start|middle|rest|remainder|close)"
_PERIOD = (
    rf"(?:(?:(early|earlier|later|late|mid)(?:-| in | )|{_EDGE} of )?)"
    r"(?:the )?(this past|this|last|next|past|current|previous|coming|latest(?= fiscal)) (?:fiscal |calendar )?"
    r"(week|month|year|decade|century)\b"
)
_OF_THE = (
    rf"(?:{_EDGE} of |(early|earlier|late|later) in |(?<=for )|(?=the \w{{3,5}}'s ))"
    r"the (?:fiscal )?(day|week|month|year)\b(?!-| end(?:ed|ing)\b| (?:of (?![$\d])|in\b|to\b|before\b|after\b))"
)
_YEAR_END = r"(?:the )?(?:year|(?P<month>month))(?:-| |'s )end\b(?!-)"
_MANY_AGO = r"(day|week|month|year|decade)s (ago|earlier|later)\b"
_SOME = r"(?:the |these )?(past|coming) (?:day|week|month|quarter|year|decade)s\b"
_AGO = (
    rf"(?:(?:about|almost|nearly|some|more than|just|only|over|around|roughly) )?({NUMBER})[ -](?:or (?:two|so|more) )?"
    rf"({UNIT})s?(?: or (?:so|more))? (ago|earlier|before|later|from now|hence)\b"
)
_YEAR_AGO = r"(?:the |its )?(year)-(ago|earlier)(?: (?:period|quarter|month))?\b(?! \w{3,6} months)"
_IN = rf"(?<=\bin )(?:(?:about|around|some|just|less than|under) )?({NUMBER})[ -](?:more )?({UNIT})s?\b"
_SINCE = rf"(?:(?:just|only|barely) )?({NUMBER}|the(?= day )) (day|week)s? (after|before)\b"
# "came just a day after X": what follows is X, and lies that much before what is being told.
_CAME = re.compile(
    r"\b(?:came?|comes|coming|followed|follows|happened|occurred|took place|was held|were held|is|was) $"
)


def _period(match: re.Match[str], clock: Clock) -> Meaning | None:
    named = unit(match[3])
    step = _STEPS[match[2].lower().split()[-1]]
    if clock.day is None:
        # A report without a date: only the kind of period is known.
        return Meaning("DATE", {"week": "XXXX-WXX", "month": "XXXX-XX"}.get(named, "XXXX"))
    if named in ("decade", "century"):
        return _long_period(clock.day, step, named)
    if clock.quarter and step < 0 and named == "year" and _COMPARED.search(clock.clause_before):
        return _same_quarter(clock.quarter.value, step)
    found = shifted(clock.day, step, named)
    if found and found.edtf:
        edge = (match[1] or "").lower()
        first, last = edtf.bounds(found.edtf)
        if step == 0 and edge == "earlier":
            return found._replace(edtf=edtf.join(first, clock.day))
        if step == 0 and edge == "later":
            return found._replace(edtf=edtf.join(clock.day, last))
    return found


# Figures of a quarter are compared with the same quarter: "from a loss of $3 million last year".
_COMPARED = re.compile(r"\b(?:compared (?:with|to)|versus|against|up from|down from)\b[^;]{0,60}\d[^;]{0,30}$")


def _of_the(match: re.Match[str], clock: Clock) -> Meaning | None:
    """As in "later in the day", of the day told of; as in "the end of the year", of the running one."""
    named = match[2]
    day = _ordinal(clock.near) or clock.day if named == "day" else clock.day
    return shifted(day, 0, named) if day else None


def _year_end(match: re.Match[str], clock: Clock) -> Meaning | None:
    if clock.day is None:
        return None
    today = date.fromordinal(clock.day)
    year = today.year - clock.before.endswith("since ")
    month = today.month if match["month"] else 12
    last = in_month(year, month).edtf or ""
    return Meaning("DATE", date.fromordinal(edtf.bounds(last)[1]).isoformat(), last)


def _many_ago(match: re.Match[str], _: Clock) -> Meaning:
    return Meaning("DATE", "FUTURE_REF" if match[2] == "later" else "PAST_REF")


def _some(match: re.Match[str], _: Clock) -> Meaning:
    return Meaning("DATE", "PAST_REF" if match[1] in ("past", "last") else "FUTURE_REF")


def _long_period(day: int, step: int, named: str) -> Meaning:
    """A decade or century: "this" one is on the calendar, "the last" one is the years up to now."""
    here = date.fromordinal(day)
    years = 10 if named == "decade" else 100
    if step == 0:
        return in_decade(here.year) if years == 10 else in_century(here.year)
    length = lasting(years, "year")
    if step > 0 or here.year <= years:
        return length
    return length._replace(edtf=f"{here.year - years:04}~/{here.isoformat()}")


def _ago(match: re.Match[str], clock: Clock) -> Meaning | None:
    count, named, way = number(match[1]), unit(match[2]), match[3].lower()
    if count is None:
        return Meaning("DATE", "FUTURE_REF" if way in ("later", "from now", "hence") else "PAST_REF")
    back = way in ("ago", "earlier", "before")
    return _counted(clock, -count if back else count, named, way)


def _year_ago(match: re.Match[str], clock: Clock) -> Meaning | None:
    return _counted(clock, -1, "year", match[2].lower())


def _counted(clock: Clock, count: float, named: str, way: str) -> Meaning | None:
    if named == "year" and clock.quarter and abs(count) == 1 and way in ("ago", "earlier"):
        # Figures of a quarter are compared with the same quarter of another year.
        return _same_quarter(clock.quarter.value, int(count))
    if way in ("earlier", "before", "later"):
        start = _ordinal(clock.event) or _ordinal(clock.previous) or _ordinal(clock.near)
        if start and (found := shifted(start, count, named)):
            return found
    if clock.day is None or (way == "later" and not looks_ahead(clock)):
        # Later than something that no date was told of.
        return lasting(abs(count), named)
    found = shifted(clock.day, count, named)
    if found and found.edtf and named in ("week", "month", "year", "decade") and abs(count) > 1:
        # "Six weeks ago" is no exact week.
        return found._replace(edtf=_about(clock.day, count, named))
    return found


def _about(day: int, count: float, named: str) -> str | None:
    """The month or year that many units off, marked as approximate."""
    if named == "week":
        return date.fromordinal(day + int(count) * 7).isoformat()[:7] + "~"
    found = shifted(day, count, named)
    return f"{found.edtf}~" if found else None


def _same_quarter(value: str, count: int) -> Meaning:
    return in_quarter(int(value[:4]) + count, int(value[-1]))


def _ordinal(meaning: Meaning | None) -> int | None:
    """The day that a meaning is, or None where it is less precise."""
    if meaning and meaning.edtf:
        first, last = edtf.bounds(meaning.edtf)
        return first if first == last else None
    return None


def _in(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Ahead of now where the words look ahead; otherwise a stretch of time that is over."""
    count, named = number(match[1]), unit(match[2])
    if named == "quarter" and match[1] in ("a", "one"):
        return None
    ahead = looks_ahead(clock) or re.search(r"\b(?:to have|would|could|may|might|by)\b", clock.before)
    if clock.day is None or count is None or not ahead or named in ("second", "minute", "hour"):
        return lasting(count, named)
    found = shifted(clock.day, count, named)
    return found._replace(edtf=f"{found.edtf}~") if found and named in ("month", "year") else found


def _since(match: re.Match[str], clock: Clock) -> Meaning | None:
    if match[1] == "the":
        return _the_day(match, clock)
    count, named = number(match[1]), unit(match[2])
    if count is None:
        return lasting(count, named)
    start = _ordinal(clock.event) or _ordinal(clock.near)
    if start is None:
        return lasting(count, named)
    days = int(count) * (7 if named == "week" else 1)
    sign = 1 if match[3] == "before" else -1
    if re.match(r" [\w']", clock.after):
        return on(start + sign * days) if _CAME.search(clock.before) else lasting(count, named)
    # "Just a day before, he had ...": counted from what was told.
    return on(start - sign * days)


def _the_day(match: re.Match[str], clock: Clock) -> Meaning | None:
    """As in "the day after the raid": the raid is what was told of, if its day was."""
    start = _ordinal(clock.event)
    if start is None or match[2] != "day":
        return None
    return on(start + (1 if match[3] == "after" else -1))


RULES = (
    rule("relative", UNITS | POINTING, _PERIOD, _period),
    rule("relative", UNITS | THE, _OF_THE, _of_the),
    rule("relative", UNITS | END, _YEAR_END, _year_end),
    rule("relative", PLURALS | POINTING, _SOME, _some),
    rule("relative", PLURALS | DISTANCE, _MANY_AGO, _many_ago),
    rule("relative", UNITS | DISTANCE | NUMBERS, _AGO, _ago),
    rule("relative", UNITS | DISTANCE, _YEAR_AGO, _year_ago),
    rule("relative", UNITS | BESIDE, _SINCE, _since),
    rule("relative", UNITS | NUMBERS | WITHIN, _IN, _in),
)
