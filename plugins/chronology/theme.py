"""The theme's templates, made ready to render thousands of pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Environment

from . import compiled

PARTS = "_parts.html"
REPEATED = (
    "when",
    "link",
    "type",
    "drawn",
    "entry",
    "told",
    "evidence",
    "part",
    "touched",
    "copy",
    "apart",
    "in_reports",
    "in_about",
    "preview",
    "navigation",
    "foot",
    "keys",
)
"""The macros that draw the same thing on many pages: an entry of the chronology stands on a dozen."""
KEPT = 1 << 12
"""Results that are kept of each: pages are drawn in order of time, and what stands on several is near in time."""
EVERYWHERE = {"entry": 1 << 16}
"""The same of what is not: an entry is told by time, and on the pages of all who took part."""


def prepare(environment: Environment, settings: Mapping[str, Any], *, mirrored: bool = False) -> None:
    """Give templates the site's settings as `settings`, and draw each part once.

    `mirrored` tells whether the interface runs from right to left.
    The macros of the theme see nothing but their arguments, which are frozen values: the same arguments
    give the same HTML, on whatever page. Drawing an entry takes a hundred times as long as finding it again.
    """
    compiled.compile_directly(environment)
    environment.globals["settings"] = settings
    environment.globals["mirrored"] = mirrored
    macros = environment.get_template(PARTS).module
    for name in REPEATED:
        macro = getattr(macros, name, None)
        if macro:
            setattr(macros, name, _remembered(macro, EVERYWHERE.get(name, KEPT)))


def _remembered(macro: Callable[..., str], kept: int) -> Callable[..., str]:
    drawn = lru_cache(kept)(macro)

    def draw(*values: Any, **named: Any) -> str:
        try:
            return drawn(*values, **named)
        except TypeError:
            # A macro of somebody's own theme may be given a list, which has no hash.
            return macro(*values, **named)

    return draw
