"""CHRONOLOGY_COLOURS -> a style sheet that sets the theme's own properties anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .problems import Problem, did_you_mean

NAMES = (
    "paper", "raised", "ink", "soft", "rule", "line", "accent", "focus", "marked", "target",
    "violence", "pressure", "power", "diplomacy", "cooperation", "words", "other",
)  # fmt: skip
"""The colours of the theme: the custom properties at the head of its sheet."""

_COLOUR = re.compile(
    r"#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})|[a-z]{3,20}"
    r"|(?:rgb|hsl|hwb|lab|lch|oklab|oklch)a?\([0-9a-z.,%/ +-]{5,60}\)",
    re.IGNORECASE,
)
"""A colour of CSS; nothing that could end a rule or fetch a file."""


@dataclass(frozen=True, slots=True)
class Colour:
    name: str
    light: str
    dark: str


def read_colours(given: object) -> tuple[list[Colour], list[Problem]]:
    """The colours of a setting: a name for one colour, or for two, of which the second is for dark screens."""
    if not isinstance(given, Mapping):
        return [], [_problem(f"CHRONOLOGY_COLOURS is {given!r}, expected a dictionary", 'as {"accent": "#22577a"}')]
    colours, problems = [], []
    for name, value in given.items():
        pair = (value, value) if isinstance(value, str) else value
        if name not in NAMES:
            hint = did_you_mean(str(name), NAMES) or f"known: {', '.join(NAMES)}"
            problems.append(_problem(f"CHRONOLOGY_COLOURS has no colour {name!r}", hint))
        elif not isinstance(pair, tuple | list) or len(pair) != 2 or not all(map(_is_colour, pair)):
            hint = f'write "{name}": "#22577a", or "{name}": ("#22577a", "#8ecae6") for light and dark screens'
            problems.append(
                _problem(f"CHRONOLOGY_COLOURS gives {value!r} for {name!r}, expected a colour of CSS", hint)
            )
        else:
            colours.append(Colour(name, *pair))
    return colours, problems


def _is_colour(value: object) -> bool:
    return isinstance(value, str) and bool(_COLOUR.fullmatch(value))


def _problem(message: str, hint: str) -> Problem:
    return Problem("pelicanconf.py", message, hint, code="bad-setting")


def sheet(colours: Iterable[Colour]) -> str:
    """The style sheet. On paper the theme's own black on white stays."""
    listed = sorted(colours, key=lambda colour: colour.name)
    light = "".join(f"  --{colour.name}: {colour.light};\n" for colour in listed)
    dark = "".join(f"    --{colour.name}: {colour.dark};\n" for colour in listed)
    return (
        f"@media screen {{\n  :root {{\n{light.replace('  --', '    --')}  }}\n}}\n\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n  :root {{\n{dark}  }}\n}}\n"
    )
