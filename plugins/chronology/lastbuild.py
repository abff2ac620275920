"""What the last build read and wrote, kept for the next one: an SQLite file in the cache.

It may be removed at any time. One that is damaged, or that another version of this program wrote, counts as none.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from .packing import Unusable, pack, unpack
from .stamps import Stamp

_TABLES = """
CREATE TABLE IF NOT EXISTS words (name TEXT PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS headers (path TEXT PRIMARY KEY, record BLOB NOT NULL, problems BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS bodies (path TEXT PRIMARY KEY, refs BLOB NOT NULL, text TEXT NOT NULL, html TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS notes (name TEXT PRIMARY KEY, value BLOB NOT NULL);
"""
"""Bodies are apart from headers, which every build after an edit reads; and what is only compared, the stamps of all
files, is packed in two words: rows would take ten times as long to read."""


class Seen(NamedTuple):
    """A page of content/ as its file was."""

    stamp: Stamp
    """A time of zero for a file that had been changed too lately to be trusted by its time."""
    digest: bytes
    """Of its bytes."""


class Header(NamedTuple):
    """Of a page as it was read what every build asks for."""

    record: bytes
    """Packed, without the body."""
    problems: bytes
    """Packed; empty for none."""


class Kept(NamedTuple):
    """A page of content/ as it was read."""

    record: bytes
    """Packed, without the body."""
    problems: bytes
    """Packed; empty for none."""
    references: bytes
    """Packed."""
    text: str
    """The body as Markdown."""
    html: str
    """The body as HTML, its links to other files not yet resolved."""


@dataclass(frozen=True, slots=True)
class LastBuild:
    """What can be told of a build at once; what it kept of its pages is read when it is needed."""

    file: Path
    words: Mapping[str, Any]
    """Few: the program and the basis of the build, and what it told."""
    seen: Mapping[str, Seen]
    """The pages of content/, by their paths below it."""
    outputs: Mapping[str, Stamp]
    """Every file of ours in the output folder as it was left, by its address."""
    _connections: dict[int, sqlite3.Connection] = field(default_factory=dict, init=False, compare=False, repr=False)

    @classmethod
    def recall(cls, file: Path, program: str) -> LastBuild:
        """What is in this file. What another program left of the pages is of no use, but its outputs are there."""
        try:
            with _opened(file) as database:
                words = dict(database.execute("SELECT name, value FROM words"))
            outputs = dict(unpack(words.pop("outputs")))
            seen = {path: Seen(*page) for path, page in unpack(words.pop("seen")).items()}
        except (sqlite3.Error, Unusable, LookupError, TypeError, ValueError, AttributeError):
            return cls(file, {}, {}, {})
        return cls(file, words, seen, outputs) if words.get("program") == program else cls(file, {}, {}, outputs)

    def without_pages(self) -> LastBuild:
        """The same, of which only the outputs can be used."""
        return replace(self, words={}, seen={})

    def headers(self) -> dict[str, Header]:
        """Those of all pages as they were read. Raises Unusable."""
        try:
            with _opened(self.file) as database:
                rows = database.execute("SELECT path, record, problems FROM headers")
                return {path: Header(record, problems) for path, record, problems in rows}
        except sqlite3.Error as error:
            raise Unusable(str(error)) from error

    def page(self, path: str) -> Kept:
        """A page as it was read. Raises Unusable."""
        rows = self._pages("path = ?", path)
        if path not in rows:
            raise Unusable(f"nothing is kept of {path}")
        return rows[path]

    def pages_but(self, folder: str) -> dict[str, Kept]:
        """All pages that are not in this folder. Raises Unusable."""
        # Above "/" comes "0": an index finds these without a look at the others.
        return self._pages("path < ? OR path >= ?", f"{folder}/", f"{folder}0")

    def _pages(self, where: str, *values: str) -> dict[str, Kept]:
        query = "SELECT path, record, problems, refs, text, html FROM bodies JOIN headers USING (path) WHERE "
        try:
            return {path: Kept(*row) for path, *row in self._reading().execute(query + where, values)}
        except sqlite3.Error as error:
            raise Unusable(str(error)) from error

    def _reading(self) -> sqlite3.Connection:
        """Each process reads by a connection of its own, as SQLite wants it."""
        process = os.getpid()
        if process not in self._connections:
            self._connections[process] = sqlite3.connect(self.file, isolation_level=None)
        return self._connections[process]

    def note(self, name: str) -> bytes:
        """What was noted of a file when it was written. Raises Unusable."""
        try:
            with _opened(self.file) as database:
                for (value,) in database.execute("SELECT value FROM notes WHERE name = ?", (name,)):
                    return bytes(value)
        except (sqlite3.Error, TypeError) as error:
            raise Unusable(str(error)) from error
        raise Unusable(f"nothing was noted of {name}")

    def leave(self, name: str, value: bytes) -> None:
        """Note what the next build is to know of a file that is written. Any process may do so at any time."""
        with self._forgotten_if_not_written(), _opened(self.file) as database, database:
            database.execute("INSERT OR REPLACE INTO notes VALUES (?, ?)", (name, value))

    def begun(self, kept: Mapping[str, Kept]) -> LastBuild:
        """The same, with the pages of a build that goes on from nothing; itself where they cannot be written.

        Until that build succeeds, no other goes on from them.
        """
        words = {"program": ""}
        with self._forgotten_if_not_written(), _opened(self.file) as database, database:
            self._write(database, words, {}, kept, self.outputs)
            return replace(self, words=words)
        return self

    def succeed(
        self,
        words: dict[str, Any],
        seen: Mapping[str, Seen],
        kept: Mapping[str, Kept],
        outputs: Mapping[str, Stamp],
    ) -> None:
        """Leave for the next build what this one read and wrote; `kept` are the pages that were read anew."""
        if (words, seen, outputs) == (self.words, self.seen, self.outputs):
            return
        with self._forgotten_if_not_written(), _opened(self.file) as database, database:
            self._write(database, words, seen, kept, outputs)

    @contextmanager
    def _forgotten_if_not_written(self) -> Iterator[None]:
        """Without the file the next build takes longer, and that is all; with an old note it would go wrong."""
        try:
            yield
        except (sqlite3.Error, OSError):
            with suppress(OSError):
                self.file.unlink(missing_ok=True)

    def _write(
        self,
        database: sqlite3.Connection,
        words: dict[str, Any],
        seen: Mapping[str, Seen],
        kept: Mapping[str, Kept],
        outputs: Mapping[str, Stamp],
    ) -> None:
        database.execute("BEGIN")
        if not self.words:
            database.execute("DELETE FROM headers")
            database.execute("DELETE FROM bodies")
        gone = sorted(self.seen.keys() - seen.keys())
        database.executemany("DELETE FROM headers WHERE path = ?", ((path,) for path in gone))
        database.executemany("DELETE FROM bodies WHERE path = ?", ((path,) for path in gone))
        headers = ((path, page.record, page.problems) for path, page in kept.items())
        database.executemany("INSERT OR REPLACE INTO headers VALUES (?, ?, ?)", headers)
        bodies = ((path, page.references, page.text, page.html) for path, page in kept.items())
        database.executemany("INSERT OR REPLACE INTO bodies VALUES (?, ?, ?, ?)", bodies)
        stamps = {"seen": pack({path: tuple(page) for path, page in seen.items()}), "outputs": pack(dict(outputs))}
        database.execute("DELETE FROM words")
        database.executemany("INSERT INTO words VALUES (?, ?)", sorted((words | stamps).items()))


@dataclass(frozen=True, slots=True)
class Left:
    """What those who make single files can know of the last build."""

    last: LastBuild
    read: Callable[[str], bytes]
    """What is in a file of the output, by its address. Raises OSError."""

    def file(self, address: str) -> bytes:
        """A file that is as the last build left it. Raises Unusable."""
        try:
            return self.read(address)
        except OSError as error:
            raise Unusable(str(error)) from error

    def note(self, name: str) -> bytes:
        """What was noted of it. Raises Unusable."""
        return self.last.note(name)

    def leave(self, name: str, value: bytes) -> None:
        self.last.leave(name, value)


@contextmanager
def _opened(file: Path) -> Iterator[sqlite3.Connection]:
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.executescript(_TABLES)
        yield database
