"""Every address of the site. No other module joins the parts of one.

Addresses are relative to the root of the site and end in a file name, so that a page opened from
disk finds its neighbours. A page puts `root_of(its address)` before them.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from functools import lru_cache

LANDING = "index.html"
CHRONOLOGY = "chronology/index.html"
DAYS = "chronology/days.html"
ACTORS = "actors/index.html"
COUNTRIES = "countries/index.html"
TYPES = "types/index.html"
SOURCES = "sources/index.html"
EVENTS = "events/index.html"
SEARCH = "search.html"
CORRECTIONS = "corrections.html"
DATA = "data/index.html"
NOT_FOUND = "404.html"

ROOT = "\0"
"""Stands for the way to the root of the site while a page is drawn: so what is drawn for a page of one folder can be
found again for one of another. No text of a page holds it.
"""


def year(number: int) -> str:
    return period(f"{number:04d}")


def period(name: str) -> str:
    """The address of "2019"; or, where one page cannot tell a year or a month in full, of "2019-03" or "2019-03-14"."""
    return f"chronology/{name}.html"


def entry(anchor: str, number: int | None) -> str:
    """Where the chronology tells of an event, for good: in its year, or among those without a date."""
    return f"{CHRONOLOGY if number is None else year(number)}#{anchor}"


def report(path: str) -> str:
    """The address of the report kept at this path below content/. The folder on disk is the address,
    so that a corrected date does not move the page; folders below the first are left out.
    """
    folders = path.removesuffix(".md").split("/")
    return f"reports/{folders[1]}/{folders[-1]}.html" if len(folders) > 2 else f"reports/{folders[-1]}.html"


def event(id: str) -> str:  # noqa: A002 - the field's own name
    return f"events/{id}.html"


def actor(id: str) -> str:  # noqa: A002
    return f"actors/{id}.html"


def country(code: str) -> str:
    return f"countries/{code.lower()}.html"


def event_type(id: str) -> str:  # noqa: A002
    return f"types/{id}.html"


def source(outlet: str) -> str:
    return f"sources/{source_name(outlet)}.html"


@lru_cache(1 << 12)
def source_name(outlet: str) -> str:
    """What tells an outlet from others in its address. A name without a Latin letter has a digest instead."""
    name = slug(outlet)
    if name == "untitled":
        return f"outlet-{hashlib.sha256(outlet.encode()).hexdigest()[:8]}"
    return name if name != "index" else "index-outlet"


def permanent(id: str) -> str:  # noqa: A002
    return f"id/{id}.html"


def volume(subject: str, name: str) -> str:
    """The address of one year of a subject that has more events than a page should hold."""
    return f"{subject.removesuffix('.html')}/{name}.html"


def search_data(name: str) -> str:
    """The address of a script that the search page loads when a query needs it."""
    return f"data/search/{name}.js"


def reports_with(filter_: str, value: str) -> str:
    """The address of the search in those reports that have this value of a filter."""
    return f"{SEARCH}?{filter_}={value}"


def root_of(address: str) -> str:
    """The way from a page back to the root of the site: "", "../" or "../../"."""
    return "../" * address.count("/")


def placed(text: str, address: str) -> str:
    """A page that was drawn with ROOT, as it stands at its address."""
    return text.replace(ROOT, root_of(address))


def slug(text: str) -> str:
    """Small ASCII letters, digits and hyphens; "untitled" where nothing is left of the text."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain.replace("'", "")).strip("-") or "untitled"
