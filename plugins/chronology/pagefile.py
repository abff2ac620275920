"""Pages of content/ -> records: Markdown with a YAML header.

Reading is a pure function of a file's text and its path, so that it can be cached and done in
other processes; `read_content` is the only place that walks the folder.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from . import fields, header
from .diagnosis import no_header
from .model import Actor, Country, EventType, KnownEvent, Record, Report
from .parallel import mapped
from .problems import Problem
from .records import MAKERS, below_content, event_type
from .validate import Reference, Validation

MAX_PAGE = 16_000_000
"""Bytes; a larger page is refused."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was read; `record` is None where its header cannot be used at all."""

    record: Record | None
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]


@dataclass(slots=True)
class Content:
    """All records of a content folder, each by its path's order, and all that is wrong with them."""

    reports: list[Report] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    countries: list[Country] = field(default_factory=list)
    events: list[KnownEvent] = field(default_factory=list)
    event_types: list[EventType] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """The pages that cannot be read, as paths below the content."""

    @property
    def records(self) -> list[Record]:
        """Everything that has a page."""
        return [*self.reports, *self.actors, *self.countries, *self.events]

    def add(self, record: Record) -> None:
        """Put a record among those of its kind."""
        if isinstance(record, Report):
            self.reports.append(record)
        elif isinstance(record, Actor):
            self.actors.append(record)
        elif isinstance(record, Country):
            self.countries.append(record)
        else:
            self.events.append(record)


def read_page(text: str, path: str, kind: str) -> Page:
    """One page. `path` is relative to the folder of the archive; `kind` a key of fields.RECORDS."""
    validation = Validation(path)
    try:
        parts = header.split(text)
        if parts.header is None:
            raise header.HeaderError(*no_header(text), code="no-header")
        mapping = header.parse(parts.header)
    except header.HeaderError as error:
        return Page(None, (Problem(path, error.message, error.hint, error.line, error.column, code=error.code),), ())
    values = validation.table(mapping, fields.RECORDS[kind])
    missing = [f.name for f in fields.RECORDS[kind].fields if f.required and f.name not in values]
    record = None if missing else MAKERS[kind](values, path, parts)
    return Page(record, tuple(validation.problems), tuple(validation.references))


# --------------------------------------------------------------------------------------
# The folder.

FOLDERS = {"reports": "report", "actors": "actor", "countries": "country", "events": "event"}
"""Folders of content/ and the kind of record in each."""
EVENT_TYPES = "vocabulary/event_types.yaml"
"""The vocabulary of an archive of its own, below content/."""


def read_content(folder: Path, processes: int = 1) -> Content:
    """All pages below a content folder. Nothing is skipped in silence: what cannot be read is a problem."""
    content = read_pages(folder, [path for name in FOLDERS for path in pages_in(folder, name)], processes)
    types = read_event_types(folder)
    content.event_types += types.event_types
    content.problems += types.problems
    return content


def read_pages(folder: Path, paths: Sequence[str], processes: int = 1) -> Content:
    """The pages at these paths below a content folder."""
    content = Content()
    kinds = [FOLDERS[path.partition("/")[0]] for path in paths]

    def read(file: tuple[str, str]) -> Page:
        path, kind = file
        return read_file(folder / path, f"{folder.name}/{path}", kind)

    pages = mapped(read, list(zip(paths, kinds, strict=True)), processes)
    for page, path in zip(pages, paths, strict=True):
        content.problems += page.problems
        content.references += page.references
        if page.record is None:
            content.unread.append(path)
        else:
            content.add(page.record)
    return content


def pages_in(content: Path, name: str = "") -> list[str]:
    """The Markdown files below a folder of the content, as sorted paths below the content; without hidden files."""
    found = []
    for folder, folders, files in os.walk(content / name):
        folders[:] = [f for f in folders if not f.startswith(".")]
        below = os.path.relpath(folder, content).replace(os.sep, "/")
        prefix = "" if below == "." else f"{below}/"
        found += [prefix + f for f in files if f.endswith(".md") and not f.startswith(".")]
    return sorted(found)


def read_file(path: Path, name: str, kind: str) -> Page:
    """One page from disk; `name` is the path that problems tell."""
    data = bytes_of(path, name)
    return page_of(data, name, kind) if isinstance(data, bytes) else data


def bytes_of(path: Path, name: str) -> bytes | Page:
    """What a file holds, or a page with the reason why it cannot be read."""
    try:
        if path.is_symlink():
            raise OSError("it is a symbolic link; put the page itself here")
        if path.stat().st_size > MAX_PAGE:
            raise OSError(f"it is larger than {MAX_PAGE // 1_000_000} MB")
        return path.read_bytes()
    except OSError as error:
        problem = Problem(
            name, f"the page cannot be read: {error.strerror or error}", "check the file", code="unreadable"
        )
        return Page(None, (problem,), ())


def page_of(data: bytes, name: str, kind: str) -> Page:
    """The page that these bytes are."""
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        return Page(None, (_not_utf8(data, error, name),), ())
    return read_page(text, name, kind)


def text_of(folder: Path, path: str) -> str:
    """The text of the page that problems call by this path; empty where it cannot be read, which is told."""
    try:
        return (folder / below_content(path)).read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError):
        return ""


def _not_utf8(data: bytes, error: UnicodeDecodeError, name: str) -> Problem:
    before = data[: error.start]
    line, column = before.count(b"\n") + 1, len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    # What an editor on Windows would have meant: it tells people which word to look for.
    meant = data[error.start : error.start + 1].decode("windows-1252", "replace")
    message = f'byte {error.start} is not UTF-8 (0x{data[error.start]:02X}, perhaps "{meant}")'
    return Problem(name, message, "save the page as UTF-8 and type that character anew", line, column, code="not-utf8")


def read_event_types(folder: Path) -> Content:
    """The vocabulary of a content folder, which may have none, as far as it can be read."""
    content = Content()
    path = folder / EVENT_TYPES
    if not path.is_file():
        return content
    name = f"{folder.name}/{EVENT_TYPES}"
    validation = Validation(name)
    try:
        rows = header.parse(path.read_text(encoding="utf-8"), first_line=1)
    except header.HeaderError as error:
        problem = Problem(name, error.message, error.hint, error.line, error.column, code=error.code)
        content.problems.append(problem)
        return content
    except UnicodeDecodeError as error:
        content.problems.append(_not_utf8(path.read_bytes(), error, name))
        return content
    values = validation.table(rows, fields.EVENT_TYPES)
    content.problems += validation.problems
    for row in values.get("event_types", ()):
        if {"id", "label", "group"} <= row.keys():
            content.event_types.append(event_type(row))
    return content
