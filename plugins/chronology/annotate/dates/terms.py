"""The words of English dates: names and numbers to values, and the pieces that patterns are built of."""

from __future__ import annotations

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
# Patterns read a text in lower case; whether "may" was written as a month is seen before.
MONTH = (
    r"(?:jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?\b\.?|july?\b\.?"
    r"|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![a-z])"
)
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
# "Sun" and "Sat" are words too: short forms only stand before a date.
WEEKDAY_SHORT = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day\b|\.|(?=,? ))"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[:.,]\d)"
YEAR = r"(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)"
PART_OF_DAY = r"(?:morning|afternoon|evening|night)"
_PARTS = {"morning": "MO", "afternoon": "AF", "evening": "EV", "night": "NI"}
SEASON = r"(?:spring|summer|autumn|fall|winter)"
SEASONS = {"spring": "SP", "summer": "SU", "autumn": "FA", "fall": "FA", "winter": "WI"}
UNIT = r"(?:second|minute|hour|day|week|fortnight|month|quarter|year|decade|centur(?:y|ie))"

_ONES = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: value for value, word in enumerate(f"{_ONES} {_TEENS}".split(), 1)}
_NUMBERS |= {word: value for value, word in zip(range(20, 100, 10), _TENS.split(), strict=True)}
_NUMBERS |= {"a": 1, "an": 1, "another": 1, "couple": 2, "dozen": 12}
_ONE = f"(?:{_ONES.replace(' ', '|')})"
_TEEN = f"(?:{_TEENS.replace(' ', '|')})"
_BELOW_HUNDRED = rf"(?:(?:{_TENS.replace(' ', '|')})(?:[- ]{_ONE}\b)?|{_TEEN}|{_ONE})\b"
# Every repetition is bounded: a text of endless digits must not be read again from each of them.
NUMBER = (
    r"(?:\d{1,3}(?:,\d{3}){1,2}|(?:\d{1,6}(?:\.\d{1,2})?|"
    rf"{_BELOW_HUNDRED})(?: and a half| 1/2)?|half a dozen|half-dozen|(?:a )?couple of|a dozen"
    r"|(?:dozens|tens|scores|hundreds|thousands) of(?: thousands of)?"
    rf"|(?:a|{_ONE}) hundred(?: (?:and )?{_BELOW_HUNDRED})?|(?:a|{_BELOW_HUNDRED}) thousand"
    r"|(?:a )?few|several|many|another|an?)(?!\w)"
)
YEAR_IN_WORDS = (
    rf"(?:(?:seventeen|eighteen|nineteen|twenty) (?:(?:{_TENS.replace(' ', '|')})(?:[- ]{_ONE}\b)?|{_TEEN}"
    rf"|oh[- ]{_ONE}|hundred)|two thousand(?: (?:and )?(?:{_TEEN}|{_ONE}))?)(?![\w-])"
)
ANY_YEAR = rf"(?:{YEAR}|{YEAR_IN_WORDS})"
ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4, "last": 2}
ORDINAL = r"(?:first|1st|second|2nd|third|3rd|fourth|4th|last(?= half))"


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
    """The value of "18", "a", "twenty-four", "two and a half"; None for "several" and the like."""
    text = text.lower().strip()
    half = 0.5 if text.endswith((" and a half", " 1/2")) else 0.0
    text = text.removesuffix(" and a half").removesuffix(" 1/2")
    if text[0].isdigit():
        return float(text.replace(",", "")) + half
    if text.startswith("half"):
        return 6.0
    if text.endswith("couple of"):
        return 2.0
    value = _added_up(text)
    return value + half if value else None


def _added_up(text: str) -> float:
    """The sum of number words, hundreds and thousands; 0 where a word is none."""
    value = 0
    words = [word for word in text.replace("-", " ").split() if word != "and"]
    for index, word in enumerate(words):
        if word in ("hundred", "thousand"):
            value = max(value, 1) * (100 if word == "hundred" else 1000)
        elif word == "dozen":
            value = max(value, 1) * 12
        elif word in _NUMBERS and (word not in ("a", "an") or index + 1 < len(words) or len(words) == 1):
            value += _NUMBERS[word]
        else:
            return 0
    return float(value)


def year_number(text: str) -> int:
    """The year of "1994", "nineteen ninety-four", "twenty oh eight" or "two thousand and three"."""
    if text[0].isdigit():
        return int(text)
    if text.startswith("two thousand"):
        return 2000 + int(_added_up(text.removeprefix("two thousand")))
    century, _, rest = text.partition(" ")
    return _NUMBERS[century] * 100 + (0 if rest == "hundred" else int(_added_up(rest.removeprefix("oh").lstrip(" -"))))


def unit(text: str) -> str:
    """The singular of a unit: "year" of "years"."""
    text = text.lower()
    return "century" if text.startswith("centur") else text.rstrip("s")
