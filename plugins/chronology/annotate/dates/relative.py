"""Periods and days counted from now: "last week", "earlier this month", "two years ago", "in 18 months"."""

from __future__ import annotations

import re
from datetime import date

from ... import edtf
from .reckoning import Clock, Meaning, in_century, in_decade, in_quarter, lasting, on, rule, shifted
from .tense import looks_ahead
from .terms import DISTANCE, NUMBER, POINTING, UNIT, UNITS, number, unit

_STEPS = {"last": -1, "previous": -1, "past": -1, "this": 0, "current": 0, "next": 1, "coming": 1}
_PERIOD = (
    r"(?:(?:(early|earlier|later|late|mid)(?:-| in | )|(?:the )?(?:end|beginning|start|middle|rest|remainder) of )?)"
    r"(?:the )?(this past|this|last|next|past|current|previous|coming) (?:fiscal |calendar )?"
    r"(week|month|year|decade|century)\b"
)
_AGO = (
    rf"(?:(?:about|almost|nearly|some|more than|just|only|over|around|roughly) )?({NUMBER})[ -](?:or (?:two|so|more) )?"
    rf"({UNIT})s?(?: or (?:so|more))? (ago|earlier|before|later|from now|hence)\b"
)
_YEAR_AGO = r"(?:the |its )?(year)-(ago|earlier)(?: (?:period|quarter|month))?\b"
_IN = rf"(?<=\bin )(?:(?:about|around|some|just|less than|under) )?({NUMBER})[ -](?:more )?({UNIT})s?\b"
_SINCE = rf"(?:(?:just|only|barely) )?({NUMBER}) (day|week)s? (after|before)\b"
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
    found = shifted(clock.day, step, named)
    if found and found.edtf:
        edge = (match[1] or "").lower()
        first, last = edtf.bounds(found.edtf)
        if step == 0 and edge == "earlier":
            return found._replace(edtf=edtf.join(first, clock.day))
        if step == 0 and edge == "later":
            return found._replace(edtf=edtf.join(clock.day, last))
    return found


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
    previous = clock.previous
    if named == "year" and previous and (same := _same_last_year(previous.value, int(count))):
        return same
    if way in ("earlier", "before", "later"):
        start = _ordinal(previous) or _ordinal(clock.near)
        if start and (found := shifted(start, count, named)):
            return found
    if clock.day is None:
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


def _same_last_year(value: str, count: int) -> Meaning | None:
    """Figures of a quarter are compared with the same quarter of another year."""
    if m := re.fullmatch(r"(\d{4})-Q([1-4])", value):
        return in_quarter(int(m[1]) + count, int(m[2]))
    return None


def _ordinal(meaning: Meaning | None) -> int | None:
    """The day that a meaning is, or None where it is less precise."""
    if meaning and meaning.edtf:
        first, last = edtf.bounds(meaning.edtf)
        return first if first == last else None
    return None


def _in(match: re.Match[str], clock: Clock) -> Meaning | None:
    """Ahead of now where the words look ahead; otherwise a stretch of time that is over."""
    count, named = number(match[1]), unit(match[2])
    ahead = looks_ahead(clock) or re.search(r"\b(?:to have|would|could|may|might|by)\b", clock.before)
    if clock.day is None or count is None or not ahead or named in ("second", "minute", "hour"):
        return lasting(count, named)
    found = shifted(clock.day, count, named)
    return found._replace(edtf=f"{found.edtf}~") if found and named in ("month", "year") else found


def _since(match: re.Match[str], clock: Clock) -> Meaning | None:
    count, named = number(match[1]), unit(match[2])
    if count is None:
        return lasting(count, named)
    start = _ordinal(clock.near)
    if start is None:
        return lasting(count, named)
    days = int(count) * (7 if named == "week" else 1)
    sign = 1 if match[3] == "before" else -1
    if re.match(r" [\w']", clock.after):
        return on(start + sign * days) if _CAME.search(clock.before) else lasting(count, named)
    # "Just a day before, he had ...": counted from what was told.
    return on(start - sign * days)


RULES = (
    rule("relative", UNITS | POINTING, _PERIOD, _period),
    rule("relative", UNITS | DISTANCE, _AGO, _ago),
    rule("relative", UNITS | DISTANCE, _YEAR_AGO, _year_ago),
    rule("relative", UNITS | DISTANCE, _SINCE, _since),
    rule("relative", UNITS, _IN, _in),
)
