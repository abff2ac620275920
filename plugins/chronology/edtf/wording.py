"""An EDTF date in words for readers, in any language, and as a value for browsers."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from ..languages import ENGLISH, Language
from ..languages.messages import Key, message
from .parsing import OPEN_END, Point, parse

_SEASONS = {
    21: message("date", "spring {year}"),
    22: message("date", "summer {year}"),
    23: message("date", "autumn {year}"),
    24: message("date", "winter {year}"),
}
_QUARTERS = {
    33: message("date", "the first quarter of {year}"),
    34: message("date", "the second quarter of {year}"),
    35: message("date", "the third quarter of {year}"),
    36: message("date", "the fourth quarter of {year}"),
}

# By the qualifier of the date. Each is a whole phrase, for a language may say "about" in another way after "since".
_ALONE = {
    "?": message("date", "possibly {date}"),
    "~": message("date", "about {date}"),
    "%": message("date", "possibly about {date}"),
}
_SINCE = {
    "": message("date", "since {date}"),
    "?": message("date", "since possibly {date}"),
    "~": message("date", "since about {date}"),
    "%": message("date", "since possibly about {date}"),
}
_BEFORE = {
    "": message("date", "before {date}"),
    "?": message("date", "before possibly {date}"),
    "~": message("date", "before about {date}"),
    "%": message("date", "before possibly about {date}"),
}
_UP_TO = {
    "": message("date", "up to {date}"),
    "?": message("date", "up to possibly {date}"),
    "~": message("date", "up to about {date}"),
    "%": message("date", "up to possibly about {date}"),
}
# By whether the beginning and the end are qualified.
_BETWEEN = {
    (False, False): message("date", "between {start} and {end}"),
    (True, False): message("date", "between {start} and {end} (beginning uncertain)"),
    (False, True): message("date", "between {start} and {end} (end uncertain)"),
    (True, True): message("date", "between {start} and {end} (both ends uncertain)"),
}
# What a date looks like behind "since" or "between", where a language puts an article there.
_INSIDE = {
    "day": message("a day behind a preposition", "{date}"),
    "time": message("a day behind a preposition", "{date}"),
    "week": message("a week behind a preposition", "{date}"),
}
_SEASONS_INSIDE = {
    21: message("behind a preposition", "spring {year}"),
    22: message("behind a preposition", "summer {year}"),
    23: message("behind a preposition", "autumn {year}"),
    24: message("behind a preposition", "winter {year}"),
}
_FIRST_DAY = message("first day of a month", "{day}")


@lru_cache(maxsize=65536)
def words(text: str, language: Language = ENGLISH) -> str:
    """The date in words: "14 November 2015", "between 27 and 31 March 2024", "since 2012"."""
    value = parse(text)
    start, end = value.start, value.end
    if not value.interval and start:
        return _phrase(_ALONE, start, language) if start.qualifier else _name(start, language)
    if start and end:
        key = _BETWEEN[bool(start.qualifier), bool(end.qualifier)]
        return language.say(key, start=_shared(start, end, language), end=_inside(end, language))
    if start:
        return _phrase(_SINCE, start, language)
    if end is None:
        return language.gettext("date unknown")
    if end.last + 1 == OPEN_END:
        return _phrase(_UP_TO, end, language)
    return language.say(_BEFORE[end.qualifier], date=_inside(_next(end), language))


@lru_cache(maxsize=65536)
def html_datetime(text: str) -> str | None:
    """The value for <time datetime>, as precise as what is known; None where HTML has no form for it."""
    value = parse(text)
    if value.interval or value.start is None:
        return None
    point = value.start
    match point.kind:
        case "day" | "time" | "month" | "year" | "week":
            return text.rstrip("?~%")
        case "some month":
            return text[:4]
        case "some day":
            return text[:7] if point.number else text[:4]
    return None


def _phrase(keys: dict[str, Key], point: Point, language: Language) -> str:
    return language.say(keys[point.qualifier], date=_inside(point, language))


def _inside(point: Point, language: Language, name: str = "") -> str:
    """The point's name as it stands behind a preposition."""
    if point.kind == "season":
        return language.say(_SEASONS_INSIDE[point.number], year=str(point.year))
    name = name or _name(point, language)
    key = _INSIDE.get(point.kind)
    return language.say(key, date=name) if key else name


def _shared(start: Point, end: Point, language: Language) -> str:
    """The beginning of an interval without what its end says too: "27", "7 September", "August"."""
    calendar, name = language.calendar, ""
    if calendar.ends_alike and start.year == end.year and not {start.kind, end.kind} - {"day", "month"}:
        if start.kind == "month":
            pattern = "LLLL"
        else:
            alike = start.kind == end.kind and start.number == end.number
            pattern = calendar.day_of_month if alike else calendar.day_of_year
        name = _written(pattern, start, language)
    return _inside(start, language, name)


def _next(point: Point) -> Point:
    """The day, month or year that follows; behind anything else, the day."""
    first = point.last + 1
    day = date.fromordinal(first)
    kind = point.kind if point.kind in ("month", "year") else "day"
    return Point(kind, first, first, day.year, day.month)


def _written(pattern: str, point: Point, language: Language) -> str:
    return language.calendar.write(pattern, date.fromordinal(point.first), language.pgettext(*_FIRST_DAY))


def _name(point: Point, language: Language) -> str:
    calendar, year, say = language.calendar, str(point.year), language.say
    match point.kind:
        case "day":
            return _written(calendar.day, point, language)
        case "time":
            clock = re.sub(r"(?<=[0-9])(?=[+-])", " UTC", point.time.replace("Z", " UTC"))
            return say(message("date", "{date}, {time}"), date=_written(calendar.day, point, language), time=clock)
        case "month":
            return _written(calendar.month, point, language)
        case "some month":
            return say(message("date", "some month of {year}"), year=year)
        case "some day":
            if not point.number:
                return say(message("date", "some day in {year}"), year=year)
            return say(message("date", "some day in {month}"), month=_written(calendar.month, point, language))
        case "decade":
            key = message("date", "the {year}s") if point.first > 3652 else message("date", "the first decade")
            return say(key, year=year)
        case "century":
            number = date.fromordinal(point.first).year // 100 + 1
            return say(message("date", "the {number}{th} century"), number=str(number), th=_th(number))
        case "season":
            return say(_SEASONS[point.number], year=year)
        case "quarter":
            return say(_QUARTERS[point.number], year=year)
        case "week":
            return say(message("date", "week of {date}"), date=_written(calendar.day, point, language))
    return year


def _th(number: int) -> str:
    return "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
