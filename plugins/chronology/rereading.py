"""Pages of content/, and what the last build kept of them -> all records; only what differs is read.

A page is what it was when its file has the size and the time of change that it had, or else the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from . import body
from .lastbuild import Header, Kept, LastBuild, Seen
from .model import Country, Record
from .packing import Unusable, pack, unpack
from .pagefile import FOLDERS, Content, Page, bytes_of, page_of
from .parallel import mapped
from .stamps import files_in

UNSETTLED = 2_000_000_000
"""Nanoseconds: a file may be changed again within one tick of its file system's clock, of which the coarsest has two
seconds. What was changed so lately is known by its bytes alone.
"""


@dataclass(frozen=True)
class Changes:
    """The records that the last build found otherwise, or with another body."""

    pairs: Mapping[str, tuple[Record | None, Record | None]]
    """By path each as it was and as it is, without its body; None where it was not there, or is there no more."""
    bodies: Set[str]
    """The paths of those that have another body now."""
    kept: Mapping[str, Kept]
    """By path what the last build kept of those that it found."""

    @cached_property
    def before(self) -> Mapping[str, Record]:
        """What differs besides bodies, as it was, by path."""
        return {path: old for path, (old, now) in self.pairs.items() if old is not None and old != now}

    @cached_property
    def now(self) -> Mapping[str, Record]:
        """The same as it is."""
        return {path: now for path, (old, now) in self.pairs.items() if now is not None and old != now}


@dataclass(frozen=True)
class Reread:
    """What is in a content folder, and what of it is not as the last build found it."""

    last: LastBuild
    seen: Mapping[str, Seen]
    """Every page, in order of the folders and of the paths."""
    fresh: Mapping[str, Kept]
    """Those that are new, or differ from what they were."""
    again: Callable[[str], Kept]
    """Reads a page, by its path."""

    @property
    def same(self) -> bool:
        """Whether nothing differs."""
        return not self.fresh and len(self.seen) == len(self.last.seen)

    @cached_property
    def before(self) -> Mapping[str, Header]:
        """What the last build kept of headers, of pages that are gone, too. Raises Unusable."""
        return self.last.headers() if self.last.seen else {}

    @cached_property
    def headers(self) -> Mapping[str, Header]:
        """That of every page. Raises Unusable."""
        try:
            return {path: self.fresh.get(path) or self.before[path] for path in self.seen}  # type: ignore[misc]
        except KeyError as error:
            raise Unusable(f"nothing is kept of {error}") from error

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """The record of every page that has one, without its body. Raises Unusable."""
        records = ((path, unpack(page.record)) for path, page in self.headers.items())
        return {path: record for path, record in records if record}

    def page(self, path: str) -> Kept:
        """A page whole; where what was kept of it cannot be used, it is read again."""
        if path in self.fresh:
            return self.fresh[path]
        try:
            return self.last.page(path) if path.startswith("reports/") else self._others[path]
        except (Unusable, KeyError):
            return self.again(path)

    @cached_property
    def _others(self) -> Mapping[str, Kept]:
        """What was kept of all pages but reports: these are few and short, and nearly all are asked for."""
        return self.last.pages_but("reports")

    def laid_down(self) -> Reread:
        """The same with pages that are read when they are asked for: without a last build, all are fresh, and every
        process would hold them.
        """
        last = self.last.begun(self.fresh)
        if last is self.last:
            return self
        lighter = replace(self, last=last, fresh={})
        lighter.__dict__["records"] = self.records
        return lighter

    def changes(self) -> Changes:
        """What is not as the last build found it. Raises Unusable."""
        pairs: dict[str, tuple[Record | None, Record | None]]
        pairs = {path: (unpack(self.before[path].record), None) for path in self.last.seen if path not in self.seen}
        bodies = set()
        for path, kept in self.fresh.items():
            old = self.before.get(path)
            pairs[path] = (unpack(old.record) if old else None, self.records.get(path))
            if not old or self.last.page(path).text != kept.text:
                bodies.add(path)
        differing = {path: pair for path, pair in pairs.items() if path in bodies or pair[0] != pair[1]}
        return Changes(differing, bodies, {path: self.last.page(path) for path, (old, _) in differing.items() if old})

    def in_doubt(self) -> Collection[str]:
        """The pages that may be wrong where all were right before: the fresh ones; but every page, when something to
        which one may refer is there no more.
        """
        known = {_named(unpack(self.before[path].record)) for path in self.fresh if path in self.before}
        named = {_named(self.records[path]) for path in self.fresh if path in self.records}
        whole = self.last.seen.keys() <= self.seen.keys() and known <= named
        return self.fresh.keys() if whole else self.seen.keys()

    def content(self, paths: Iterable[str]) -> Content:
        """What checks must know of these pages: their records whole, and all to which they refer. What is wrong with a
        header is told of every page.
        """
        content = Content()
        for header in self.headers.values():
            content.problems += unpack(header.problems) if header.problems else ()
        for path in paths:
            page = self.page(path)
            content.references += unpack(page.references)
            if path in self.records:
                content.add(replace(self.records[path], body=page.text))
            else:
                content.unread.append(path)
        return content


@dataclass(frozen=True)
class Bodies(Mapping[str, str]):
    """The bodies of pages by path, each read when it is asked for."""

    read: Reread
    made: Callable[[str, Kept], str]
    """Out of a page and its path."""

    def __getitem__(self, path: str) -> str:
        if path not in self.read.seen:
            raise KeyError(path)
        return self.made(path, self.read.page(path))

    def __iter__(self) -> Iterator[str]:
        return iter(self.read.seen)

    def __len__(self) -> int:
        return len(self.read.seen)


def reread(folder: Path, last: LastBuild, processes: int, now: int) -> Reread:
    """Look at a content folder; `now` is the time, in nanoseconds."""
    stamps = {path: stamp for path, stamp in files_in(folder).items() if path.endswith(".md")}
    stamps = {path: stamp for name in FOLDERS for path, stamp in stamps.items() if path.startswith(f"{name}/")}
    settled = {path: stamp if stamp[0] < now - UNSETTLED else (0, stamp[1]) for path, stamp in stamps.items()}
    seen = {path: kept for path, kept in last.seen.items() if kept.stamp == settled.get(path) and kept.stamp[0]}

    def made(path: str, data: bytes | Page) -> Kept:
        kind = FOLDERS[path.partition("/")[0]]
        return _kept(data if isinstance(data, Page) else page_of(data, f"{folder.name}/{path}", kind))

    def found(path: str) -> bytes | Page:
        return bytes_of(folder / path, f"{folder.name}/{path}")

    def read(path: str) -> tuple[bytes, Kept | None]:
        data = found(path)
        digest = hashlib.blake2b(data, digest_size=16).digest() if isinstance(data, bytes) else b""
        if path in last.seen and digest == last.seen[path].digest:
            return digest, None
        return digest, made(path, data)

    looked_at = [path for path in settled if path not in seen]
    fresh: dict[str, Kept] = {}
    for path, (digest, kept) in zip(looked_at, mapped(read, looked_at, processes), strict=True):
        seen[path] = Seen(settled[path], digest)
        if kept:
            fresh[path] = kept
    return Reread(last, {path: seen[path] for path in settled}, fresh, lambda path: made(path, found(path)))


def _named(record: Record) -> str:
    """How other pages refer to a record."""
    return record.code if isinstance(record, Country) else record.id


def _kept(page: Page) -> Kept:
    """A page as it can be kept. Its body is beside it: most of what a record is asked for stands in the header."""
    text = page.record.body if page.record else ""
    return Kept(
        pack(replace(page.record, body="") if page.record else None),
        pack(page.problems) if page.problems else b"",
        pack(page.references),
        text,
        body.render(text) if text else "",
    )
