"""The language of a text, by the share of its most common little words."""

from __future__ import annotations

_LITTLE_WORDS = {
    "ar": "في من على إلى أن عن مع هذا هذه التي الذي كان قال بعد بين كما أو لا ما",
    "de": "der die das und ist nicht mit von zu den dem des ein eine für auf im sich auch als wurde bei nach",
    "en": "the and of to in that is was for on with as by at from his it has were which said be an not are",
    "es": "el los las y que del se por con una para su al es fue como más pero sus este entre según",
    "fr": "le les et des du une est dans que qui pour sur au par avec ne pas ce il sont aux été cette selon",
    "it": "il che di della gli per con del una sono non nel alla dei è si le anche ha dal come delle",
    "nl": "de het een van en dat is niet op te zijn met voor door bij ook aan er werd naar uit over",
    "pt": "o os as que do da em um uma para com não no na dos das se por mais foi ao pelo são segundo",
    "ru": "и в не на что с по как это из от к за для его был при после также он она они",
    "tr": "ve bir bu da de için ile olarak olan çok daha gibi sonra kadar ise ancak değil dedi",
}
# How often all languages were met is one number, with sixteen bits for each: a word adds one to those it belongs to.
_BITS = 16
_SHIFTS = {language: _BITS * at for at, language in enumerate(_LITTLE_WORDS)}
_ONE_MORE: dict[str, int] = {}
for _language, _shift in _SHIFTS.items():
    for _word in _LITTLE_WORDS[_language].split():
        _ONE_MORE[_word] = _ONE_MORE.get(_word, 0) + (1 << _shift)

# Some hundred words tell; a longer text would only cost. Marks stay on their words: little words
# hardly ever bear one.
_ENOUGH = 4_000
_FEWEST_WORDS = 8
_SHARE, _AHEAD = 0.12, 1.25


def find_language(text: str) -> str:
    """An ISO 639-1 code, or "und" where the text is too short or nothing tells."""
    words = text[:_ENOUGH].lower().split()
    if len(words) < _FEWEST_WORDS:
        return "und"
    met = sum(map(_ONE_MORE.__getitem__, filter(_ONE_MORE.__contains__, words)))
    shares = [(met >> shift & (1 << _BITS) - 1, code) for code, shift in _SHIFTS.items()]
    (second, _), (first, language) = sorted(shares)[-2:]
    if first < _SHARE * len(words) or first < _AHEAD * second:
        return "und"
    return language
