"""Words that point at the present, the past or the future without a date: "now", "recently", "soon"."""

from __future__ import annotations

import re

from .kinds import VAGUE
from .reckoning import Clock, Meaning, Resolve, rule

_PRESENT = (
    r"(?:right now|now|currently|nowadays|at present|the present|at the present time|current(?= [a-z]))\b(?! that\b|-)"
)
_PAST = (
    r"(?:(?:more |most |just |very |until )?(?:recently|lately)|(?:the|in the|in recent) past\b(?! \w)"
    r"|(?<=the )recent(?= [a-z])|recent(?= (?:years|months|weeks|days)\b)(?: \w+))\b"
)
_FUTURE = (
    r"(?:(?:the (?:near |foreseeable )?|near |(?<=in ))future|as soon as possible|soon(?! (?:as|after|before)\b)"
    r"|the (?:near|short) term)\b"
    r"(?!-| (?:contract|market|price))"
)


def _reference(value: str) -> Resolve:
    def resolve(_: re.Match[str], __: Clock) -> Meaning:
        return Meaning("DATE", value)

    return resolve


RULES = (
    rule("vague", VAGUE, _PRESENT, _reference("PRESENT_REF")),
    rule("vague", VAGUE, _PAST, _reference("PAST_REF")),
    rule("vague", VAGUE, _FUTURE, _reference("FUTURE_REF")),
)
