"""The site's settings -> what every page shows of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ..forges import Repository
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
    favicon: str
    """The same for the picture in a browser's tab."""
    sheets: tuple[str, ...]
    """Style sheets that come after the theme's own, below the root of the site."""
    static: str
    """Folder of the theme's own files, below the root of the site."""
    menu: tuple[Link, ...]
    """MENUITEMS of the settings."""
    about: Link
    """What this archive is, in a sentence or two, and the page that says more; either may be empty."""
    pages: tuple[Link, ...]
    """Pages written by hand, such as "About"."""
    links: tuple[Link, ...]
    """LINKS and SOCIAL of the settings, for the foot of a page."""
    repository: Repository | None
    """Where the archive's files are kept on the web."""
    address: str
    """The public address of the site without a slash at its end; empty for one that is read from disk."""


COLOURS = "css/colours.css"
"""The sheet that sets colours anew, in the theme's own folder."""


def site(
    settings: Mapping[str, Any],
    pages: Iterable[Link],
    about: Link,
    language: Language,
    repository: Repository | None,
    coloured: bool,
) -> Site:
    """`coloured` tells whether there is a sheet with colours of the archive's own."""
    static = settings.get("THEME_STATIC_DIR", "theme")
    return Site(
        name=settings["SITENAME"],
        subtitle=settings.get("SITESUBTITLE", ""),
        lang=language.code,
        dir=language.direction,
        logo=settings.get("SITELOGO", ""),
        favicon=settings.get("FAVICON", ""),
        sheets=(f"{static}/{COLOURS}",) if coloured else (),
        static=static,
        menu=_links(settings, "MENUITEMS"),
        about=about,
        pages=tuple(pages),
        links=(*_links(settings, "LINKS"), *_links(settings, "SOCIAL")),
        repository=repository,
        address=settings.get("SITEURL", "").rstrip("/"),
    )


def _links(settings: Mapping[str, Any], name: str) -> tuple[Link, ...]:
    """Pelican's pairs of a text and an address."""
    return tuple(Link(href, text) for text, href in settings.get(name, ()))
