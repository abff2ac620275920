"""A word to the kinds of date expression that it may belong to, as bits; most words belong to none.

Expressions are looked for only in runs of these words, and only in runs that hold a word which gives a date
away (islands.py). So no pattern may use a word that is missing here: a test compares with searching everything.
"""

from __future__ import annotations

import re
from functools import lru_cache

(
    MONTHS, WEEKDAYS, YEARS, NAMED, PARTS, SETS, SEASONAL, QUARTERS, PERIODS, HOLIDAYS, VAGUE, UNITS, CLOCKS, DIGITS,
    NUMBERS, PAIRING, DASHED, DOTTED, POINTING, THE, FOLLOWING, DISTANCE, BESIDE, PLURALS, CENTURIES, EDGES, END, RATES,
    DECADES, WITHIN, LINKS,
) = (1 << n for n in range(31))  # fmt: skip

GIVING_AWAY = (
    MONTHS | WEEKDAYS | YEARS | NAMED | PARTS | SETS | SEASONAL | QUARTERS | PERIODS | HOLIDAYS | VAGUE | UNITS | CLOCKS
)

_WORDS = {
    MONTHS: "january february april june july august september october november december "
    "jan feb apr jun jul aug sep sept oct nov dec",
    WEEKDAYS: "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    YEARS: "seventeen eighteen nineteen twenty thousand",
    NAMED: "today yesterday tomorrow tonight overnight",
    PARTS: "morning afternoon evening night mornings afternoons evenings nights noon midnight midday",
    SETS: "daily weekly monthly yearly annually hourly nightly fortnightly every each",
    SEASONAL: "spring summer autumn fall winter",
    QUARTERS: "quarter quarters half",
    PERIODS: "weekend weekends period",
    HOLIDAYS: "christmas thanksgiving halloween easter friday new",
    VAGUE: "now currently current recently recent soon future past present nowadays lately term",
    UNITS: "second seconds minute minutes hour hours day days week weeks fortnight fortnights month months quarter "
    "quarters year years decade decades century centuries daylong weeklong monthlong yearlong",
    CLOCKS: "am pm m gmt utc",
    NUMBERS: "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety oh a an another hundred "
    "thousand dozen couple few several many half dozens tens scores hundreds thousands",
    PAIRING: "to and through until",
    POINTING: "this last next past coming current previous preceding following same that first second third fourth "
    "final recent latest the its",
    THE: "the",
    FOLLOWING: "following next same previous preceding that",
    DISTANCE: "ago earlier later hence now before after",
    BESIDE: "before after",
    PLURALS: "seconds minutes hours days weeks fortnights months quarters years decades centuries",
    CENTURIES: "century centuries",
    END: "end",
    EDGES: "end ended ending beginning start middle rest remainder close early earlier late later for long daylong "
    "weeklong monthlong yearlong",
    DECADES: "s",
    RATES: "once twice times",
    WITHIN: "in",
    LINKS: "of in on at to and or through from until between by about almost nearly least most more than less over up "
    "just only barely around roughly some mid "
    "fiscal calendar straight consecutive full additional whole other so local time p near foreseeable "
    "short right very is was good eve day friday sunday monday saturday corresponding comparable as possible under "
    "est edt cst cdt mst mdt pst pdt bst bdt ist idt wst wdt cest msk",
}
KINDS: dict[str, int] = {}
for _kind, _words in _WORDS.items():
    for _word in _words.split():
        KINDS[_word] = KINDS.get(_word, 0) | _kind

SMALL_WORDS = frozenset({"may", "march", "mar"})
"""Verbs and nouns, unless they begin with a capital."""
_YEAR = re.compile(r"(?:1[5-9]|20)[0-9]{2}s?|[0-9]0s")


@lru_cache(maxsize=65536)
def kinds_of_figure(word: str) -> int:
    """The kinds of a word that begins with a figure: "14", "2012", "1990s", "9pm", "20th"."""
    kinds = DIGITS | NUMBERS
    if _YEAR.fullmatch(word):
        kinds |= YEARS | DECADES if word.endswith("s") else YEARS
    if word.endswith(("am", "pm")):
        kinds |= CLOCKS
    if word.endswith(("st", "nd", "rd", "th")):
        kinds |= POINTING
    return kinds
