"""Words that point at the present, the past or the future without a date: "now", "recently", "soon"."""

from __future__ import annotations

import re

from .kinds import UNITS, VAGUE
from .reckoning import Clock, Meaning, lasting, rule

_PRESENT = (
    r"(?:right now|now|currently|nowadays|at present|the present|at the present time|current(?= [a-z]))\b(?! that\b|-)"
)
_PAST = (
    r"(?:(?:more |most |just |very |until )?(?:recently|lately)|(?:the|in the|in recent) past\b(?! \w)"
    r"|recent(?= [a-z]))\b"
)
_FUTURE = (
    r"(?:(?:the (?:near |foreseeable )?|near |(?<=in ))future|as soon as possible|soon(?! (?:as|after|before)\b)"
    r"|the (?:near|short) term)\b(?!-| (?:contract|market|price))"
)


def _reference(match: re.Match[str], _: Clock) -> Meaning:
    return Meaning("DATE", "PRESENT_REF" if match[1] else "PAST_REF" if match[2] else "FUTURE_REF")


_RECENT = r"recent (year|quarter|month|week|day)s\b"


def _recent(match: re.Match[str], _: Clock) -> Meaning:
    """A stretch of no certain length, up to now or from now on."""
    return lasting(None, match[1])


RULES = (
    rule("vague", VAGUE | UNITS, _RECENT, _recent),
    rule("vague", VAGUE, rf"(?:({_PRESENT})|({_PAST})|({_FUTURE}))", _reference),
)
