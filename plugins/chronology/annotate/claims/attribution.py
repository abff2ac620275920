"""A sentence -> who says what it says, in its own words."""

from __future__ import annotations

import re

from ..inflect import words

_ACCORDING = re.compile(r"\baccording to (?:the |a |an )?([^,.;:\"()\n]+)", re.I)
_SAID = re.compile(
    r"(?:^|[,;:\"]\s+|\b(?:and|but)\s+)(?:the |a |an )?([^,;:\"()\n]{2,60}?)"
    r" (?:said|says|say|reported|reports|announced|announces|told|confirmed|confirms|puts?|counts?|counted"
    r"|(?:speaks?|spoke) of)\b",
    re.I,
)
_ENDS_NAME = re.compile(
    r"\s+(?:who|which|that|in|on|at|after|were|was|has|have|had|is|are|also|now|still|later|earlier|recently|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|yesterday|today)\b.*$",
    re.I,
)
# "according to officials killed over 90": the verb of the clause ends the name.
_VERB = re.compile(r"\b(?:killed|injured|wounded|left|claimed|displaced|arrested|rescued|freed)\b", re.I)
_LONGEST_NAME = 8
_PRONOUNS = words("he she it they")
_NOBODY = _PRONOUNS | words("we i who which that there")


# "More than was first said", "not five as was reported", "Earlier reports had spoken of 27".
_NO_NAME = re.compile(
    r"(?:more|less|fewer|not|earlier|later|figures?|numbers?|than|as)(?: than| of| as)?|.* (?:as|than|of)", re.I
)


def _may_speak(name: str) -> bool:
    """Whether somebody could be called so; a figure, a comparison or a time says nothing."""
    return bool(name) and name.lower() not in _NOBODY and not name[0].isdigit() and not _NO_NAME.fullmatch(name)


def attribution(folded: str, start: int, end: int, subject: str | None = None) -> str | None:
    """The source that a sentence names, without its article; None where a reader could ask nobody. `subject`: the
    actor with whom the sentence begins, for whom a pronoun may stand.
    """
    sentence = folded[start:end]
    for pattern in (_ACCORDING, _SAID):
        for m in pattern.finditer(sentence):
            name = _ENDS_NAME.sub("", m[1])
            verb = _VERB.search(name)
            name = (name[: verb.start()] if verb else name).strip()
            if subject and m.start(1) and name.lower() in _PRONOUNS:
                return subject
            if len(name.split()) <= _LONGEST_NAME and _may_speak(name):
                return name
    return None
