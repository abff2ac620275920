"""The words of English dates: names and numbers to values, and the pieces that patterns are built of."""

from __future__ import annotations

import re
from functools import lru_cache

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
# Patterns read a text in lower case; whether "may" was written as a month is looked up afterwards.
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\b\.?|july?\b\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
SMALL_WORD = re.compile(r"\b(?:may|march|mar)\b")
"""A verb or noun, where its first letter is small."""
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
# "Sun" and "Sat" are words too: short forms only stand before a date.
WEEKDAY_SHORT = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day\b|\.|(?=,? ))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d:%]|[.,]\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASON = r"(?:spring|summer|autumn|fall|winter)"
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_NUMBERS = {word: value for value, word in enumerate(_ONES.split())}
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS |= {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_NUMBERS |= {
    "a": 1,
    "an": 1,
    "another": 1,
    "hundred": 100,
    "dozen": 12,
    "a dozen": 12,
    "a couple of": 2,
    "couple of": 2,
}
_NUMBERS |= {"a couple": 2, "half a dozen": 6, "half-dozen": 6, "a hundred": 100, "one hundred": 100}
_VAGUE = r"several|a few|few|many|some|dozens of|recent"
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?|half a dozen|half-dozen|a couple of|couple of|a dozen|dozens of"
    r"|a hundred|one hundred"
    rf"|(?:{'|'.join(_TENS.split())})(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?"
    rf"|{'|'.join(sorted(_ONES.split()[1:], key=len, reverse=True))}|a few|several|few|many|another|an?)(?![\w])"
)
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
ORDINAL = r"(?:first|1st|second|2nd|third|3rd|fourth|4th)"


def month_number(name: str) -> int:
    """1 to 12."""
    return _MONTHS.index(name[:3].lower()) + 1


def weekday_number(name: str) -> int:
    """0 for Monday."""
    return _WEEKDAYS.index(name[:3].lower())


def day_number(text: str) -> int:
    """14 of "14th"."""
    return int(text.rstrip("sthndrSTHNDR"))


def part_of_day(name: str) -> str:
    """The TIMEX3 code: "NI" of "night"."""
    return _PARTS[name.lower()]


def number(text: str) -> float | None:
    """The value of "18", "a", "twenty-four"; None for "several" and the like."""
    text = text.lower().strip()
    if text[0].isdigit():
        return float(text.replace(",", ""))
    if text in _NUMBERS:
        return float(_NUMBERS[text])
    tens, _, ones = text.replace("-", " ").partition(" ")
    if tens in _NUMBERS and ones in _NUMBERS:
        return float(_NUMBERS[tens] + _NUMBERS[ones])
    return None


def unit(text: str) -> str:
    """The singular of a unit: "year" of "years"."""
    text = text.lower()
    return "century" if text.startswith("centur") else text.rstrip("s")


# --------------------------------------------------------------------------------------
# Which words may begin or hold a date. A sentence without one is not searched, and a family only sees
# sentences that hold its kind of word.

# Rare kinds first: a rule that needs two is tried around words of the first.
MONTHS, WEEKDAYS, YEARS, NAMED, PARTS, SETS, SEASONAL, VAGUE, DISTANCE, UNITS, DIGITS, POINTING = (
    1 << n for n in range(12)
)
_KINDS = {
    MONTHS: "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec",
    WEEKDAYS: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    UNITS: "second seconds minute minutes hour hours day days week weeks fortnight fortnights month months "
    "year years decade decades century centuries quarters",
    NAMED: "today yesterday tomorrow tonight overnight",
    PARTS: "morning afternoon evening night mornings evenings nights noon midnight",
    SETS: "daily weekly monthly yearly annually hourly nightly every each fortnightly",
    SEASONAL: "spring summer autumn fall winter quarter quarters weekend weekends period",
    VAGUE: "now currently current recently recent soon future past present nowadays immediately shortly lately",
    DISTANCE: "ago earlier later hence now before after",
    POINTING: "this last next past coming current previous preceding following same that first final recent",
}
_KIND_OF: dict[str, int] = {}
for _kind, _words in _KINDS.items():
    for _word in _words.split():
        _KIND_OF[_word] = _KIND_OF.get(_word, 0) | _kind
_KIND_OF |= {"quarter": UNITS | SEASONAL, "second": UNITS | SEASONAL}
_YEAR_TOKEN = re.compile(r"(?:1[5-9]|20)\d\d(?:s)?")


@lru_cache(maxsize=65536)
def kind_of(token: str) -> int:
    """What kinds of date a token may belong to, as bits; 0 for most."""
    if token[0].isdigit():
        return DIGITS | YEARS if _YEAR_TOKEN.fullmatch(token) else DIGITS
    return _KIND_OF.get(token.lower(), 0)
