"""The site's settings -> what every page shows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..languages import Language
from .parts import Link


@dataclass(frozen=True, slots=True)
class Site:
    """`site` in every template."""

    name: str
    subtitle: str
    lang: str
    dir: str
    """The direction of the interface, "ltr" or "rtl"."""
    logo: str
    """Below the root of the site; empty without one."""
    static: str
    """Folder of the theme's own files, below the root of the site."""
    menu: tuple[Link, ...]
    """MENUITEMS of the settings."""
    pages: tuple[Link, ...]
    """Pages written by hand, such as "About"."""
    address: str
    """The public address of the site without a slash at its end; empty for one that is read from disk."""


def site(settings: Mapping[str, Any], pages: Iterable[Link], language: Language) -> Site:
    return Site(
        name=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", ""),
        lang=language.code,
        dir=language.direction,
        logo=settings.get("SITELOGO", ""),
        static=settings.get("THEME_STATIC_DIR", "theme"),
        menu=tuple(Link(href, text) for text, href in settings.get("MENUITEMS", ())),
        pages=tuple(pages),
        address=settings.get("SITEURL", "").rstrip("/"),
    )
