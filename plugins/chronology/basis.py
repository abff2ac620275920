"""All that a page shows beside the records -> one digest: when it differs, every page is drawn anew.

That is this program and the libraries that it calls, other plugins, the templates, the settings, the language, and
the pages written by hand to which ours lead.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any

from jinja2 import Environment

from . import executors
from .languages import Language
from .pagefile import EVENT_TYPES
from .views.site import Site

LIBRARIES = ("pelican", "jinja2", "markupsafe", "markdown", "nh3", "lunr", "feedgenerator", "babel")
"""Those whose version can change what is written."""


@cache
def program() -> str:
    """A digest of the program, and of what it is run with."""
    whole = "\0".join((executors.program(), sys.version, *map(_version, LIBRARIES)))
    return hashlib.sha256(whole.encode()).hexdigest()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def of(
    settings: Mapping[str, Any],
    environment: Environment,
    language: Language,
    site: Site,
    pages: Mapping[str, str],
    content: Path,
) -> str:
    """`pages` are the addresses of those that Pelican itself makes, by their files below the folder of the content.
    Empty where something cannot be compared with what it was.
    """
    try:
        said = [program(), _told(settings), language.code, repr(sorted(language.messages.items())), repr(site)]
        files = {*_templates(environment), *_plugins(settings), content / EVENT_TYPES}
    except _Incomparable:
        return ""
    whole = hashlib.sha256("\0".join((*said, repr(sorted(pages.items())))).encode())
    for path in sorted(path for path in files if path.is_file()):
        whole.update(f"{path}\0".encode() + hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def _templates(environment: Environment) -> Iterator[Path]:
    """Every file that a template may be read from, in the folders of the theme and of Pelican's own."""
    folders = {folder for loader in _loaders(environment.loader) for folder in getattr(loader, "searchpath", ())}
    for folder in folders:
        yield from Path(folder).rglob("*")


def _loaders(loader: Any) -> Iterator[Any]:
    yield loader
    inner = getattr(loader, "loaders", ())
    for one in inner if not isinstance(inner, Mapping) else inner.values():
        yield from _loaders(one)


def _plugins(settings: Mapping[str, Any]) -> Iterator[Path]:
    """The files of the other plugins of the site: they may change templates, or what is written."""
    for name in settings["PLUGINS"]:
        file = getattr(sys.modules.get(name), "__file__", None)
        if file is None:
            raise _Incomparable(name)
        whole = Path(file).name == "__init__.py"
        yield from Path(file).parent.rglob("*.py") if whole else (Path(file),)


class _Incomparable(ValueError):
    """A value of which nobody can say whether it is what it was."""


def _told(value: object) -> str:
    """A setting in words that are the same whenever it is."""
    if value is None or isinstance(value, str | bytes | int | float | Path):
        return repr(value)
    if isinstance(value, Mapping):
        return f"{{{','.join(sorted(f'{_told(key)}:{_told(held)}' for key, held in value.items()))}}}"
    if isinstance(value, list | tuple):
        return f"[{','.join(map(_told, value))}]"
    if isinstance(value, set | frozenset):
        return f"<{','.join(sorted(map(_told, value)))}>"
    # A function may do anything, and call what has been changed.
    raise _Incomparable(repr(value))
