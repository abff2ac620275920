"""pelican.plugins.chronology: a folder of raw news reports as an annotated, cross-linked chronology.

The way of a report, file by file: seeds -> clean -> annotate -> ingest -> pagefile (people edit)
-> archive -> views -> generators (with the theme) -> writer. docs/architecture.md draws it.
"""

from __future__ import annotations

import logging
from typing import Any

from pelican import signals

from .pagefile import FOLDERS
from .problems import BrokenArchive


def register() -> None:
    """Connect to Pelican; called once when the plugin is loaded."""
    signals.initialized.connect(_prepare)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.all_generators_finalized.connect(_speak)
    logging.getLogger("pelican").addFilter(_without_traceback)


def _prepare(pelican: Any) -> None:
    """Settings without which the site would be wrong: reports are read by our own generator, and
    templates escape what they print.
    """
    settings = pelican.settings
    ours = [*FOLDERS, "vocabulary"]
    settings["ARTICLE_EXCLUDES"] = [*settings.get("ARTICLE_EXCLUDES", ()), *ours]
    settings["PAGE_EXCLUDES"] = [*settings.get("PAGE_EXCLUDES", ()), *ours]
    settings["JINJA_ENVIRONMENT"] = {**settings.get("JINJA_ENVIRONMENT", {}), "autoescape": True}


def _generators(_pelican: Any) -> Any:
    from .generators import ChronologyGenerator

    return ChronologyGenerator


def _writer(_pelican: Any) -> Any:
    from .writer import ChronologyWriter

    return ChronologyWriter


def _speak(generators: Any) -> None:
    """Every generator that renders templates does so in the language that ours has read from the settings."""
    from .generators import ChronologyGenerator
    from .translated import speak

    language = next(g.language for g in generators if isinstance(g, ChronologyGenerator))
    for generator in generators:
        speak(generator.env, language)


def _without_traceback(record: logging.LogRecord) -> bool:
    """What is wrong with an archive has been told line by line; a traceback would bury it."""
    if record.exc_info and isinstance(record.exc_info[1], BrokenArchive):
        record.exc_info = None
    return True
