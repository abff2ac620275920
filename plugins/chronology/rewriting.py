"""A page's text and what the machine now reads in its seed -> the text with what no person touched brought up to date.

    rewritten(text, path, fresh)

What a person changed stays, and where the machine reads something else than it did when it last wrote there, that is a
suggestion. What nobody touched follows. Everything between keeps its characters.
"""

from __future__ import annotations

import copy
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from . import authorship, header
from .authorship import PARTS, Part
from .model import Report
from .pagetext import report_values
from .patching import CannotPatch, patched
from .problems import Problem
from .suggestions import suggestion


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What became of a page."""

    text: str
    changed: tuple[str, ...]
    """The names of the parts that followed the machine, in the order of the header."""
    suggestions: tuple[Problem, ...]
    """Where a person and the machine say different things."""
    notes: tuple[Problem, ...] = ()
    """What else a person should know."""


def signed(report: Report) -> Report:
    """The report as a new page of it should say: with the digests of all that the machine gave."""
    assert report.seed, "only what was made from a seed was written by the machine"
    written = authorship.digests(report_values(report), report.body)
    return replace(report, seed=replace(report.seed, written=written))


def rewritten(
    text: str, path: str, fresh: Report, accept: Collection[str] = (), keep: Collection[str] = ()
) -> Rewritten:
    """The page as it should stand. `path` is for the suggestions. Of the parts named in `accept` the machine's value is
    taken, whoever changed them; those in `keep` stay, and are suggested again only when the machine reads yet another.

    The id, the place and the day of a page never change. Raises HeaderError where the page cannot be read.
    """
    page = _Page.of(text)
    read = header.parse(page.header)
    values, fresh_values = header.plain(read), report_values(fresh)
    written = authorship.look_up(values, ("seed", "written"))
    ours = isinstance(written, dict)
    written = dict(written) if ours else {}
    wanted, disputed = [], []
    for part in PARTS:
        stands = authorship.digest(part, values, page.body)
        reads = authorship.digest(part, fresh_values, fresh.body)
        last = written.get(part.name, "")
        if part.name in accept or (ours and stands == last):
            wanted.append(part)
        elif part.name in keep:
            _note(written, part.name, reads)
        elif reads not in (stands, last if ours else None):
            disputed.append(part)
    changed, refused = _follow(page, wanted, fresh, fresh_values)
    for part in wanted:
        if part not in refused:
            _note(written, part.name, authorship.digest(part, fresh_values, fresh.body))
    body = header.Text(page.body)
    body.line, body.column = page.header.count("\n") + 3, 1
    page.sign(fresh, written)
    told = [
        suggestion(part, read, body, fresh_values, fresh.body, path, commented=part in refused)
        for part in PARTS
        if part in disputed or part in refused
    ]
    followed = [part.name for part in changed if part.name not in accept]
    notes = (_reviewed_before(read, followed, path),) if followed and "reviewed" in read else ()
    return Rewritten(page.whole, tuple(part.name for part in changed), tuple(told), notes)


def _reviewed_before(page: header.Mapping, changed: Collection[str], path: str) -> Problem:
    reviewed = page[header.Text("reviewed")]
    said = f"it was reviewed on {reviewed}, and ingest has brought it up to date since: {', '.join(changed)}"
    hint = "compare it with its seed, and set the day"
    return Problem(path, said, hint, reviewed.line, reviewed.column, "hint")


def _note(written: dict[str, str], name: str, digest: str) -> None:
    if digest:
        written[name] = digest
    else:
        written.pop(name, None)


def _follow(page: _Page, parts: list[Part], fresh: Report, values: Mapping[str, Any]) -> tuple[list[Part], list[Part]]:
    """Give these parts what the machine reads; which of them changed, and which hold a comment that would be lost."""
    changing = [
        part
        for part in parts
        if authorship.digest(part, page.values, page.body) != authorship.digest(part, values, fresh.body)
    ]
    if _taken(page, changing, values, fresh.body):
        return changing, []
    # One of them cannot be written; the others can.
    changed = [part for part in changing if _taken(page, [part], values, fresh.body)]
    return changed, [part for part in changing if part not in changed]


def _taken(page: _Page, parts: list[Part], values: Mapping[str, Any], body: str) -> bool:
    """Whether the page took these parts; it is as it was where a comment would be lost."""
    try:
        page.take(parts, values, body)
    except CannotPatch:
        return False
    return True


@dataclass(slots=True)
class _Page:
    """A page that is being rewritten."""

    before: str
    """A byte order mark and the first rule."""
    header: str
    rule: str
    """The second rule."""
    body: str
    newline: str
    values: dict[str, Any]

    @classmethod
    def of(cls, text: str) -> _Page:
        mark = "\ufeff" if text.startswith("\ufeff") else ""
        newline = "\r\n" if "\r\n" in text and text.count("\r\n") == text.count("\n") else "\n"
        plain = text.removeprefix(mark).replace("\r\n", "\n")
        parts = header.split(plain)
        if parts.header is None:
            raise header.HeaderError("the page has no header", 'begin it with a line "---", keys, and "---"')
        rule = plain[len("---\n") + len(parts.header) : len(plain) - len(parts.body)]
        values = header.plain(header.parse(parts.header))
        return cls(f"{mark}---\n", parts.header, rule, parts.body, newline, values)

    @property
    def whole(self) -> str:
        return f"{self.before}{self.header}{self.rule}{self.body}".replace("\n", self.newline)

    def take(self, parts: list[Part], values: Mapping[str, Any], body: str) -> None:
        """Set these parts as they are in `values` and in `body`. Raises CannotPatch, and then nothing has changed."""
        new = copy.deepcopy(self.values)
        for part in parts:
            for path in part.paths:
                _set(new, path, authorship.look_up(values, path), values)
        if new != self.values:
            self.header, self.values = patched(self.header, new), new
        if any(not part.paths for part in parts):
            if not self.rule.endswith("\n"):
                self.rule += "\n"
            self.body = body

    def sign(self, fresh: Report, written: dict[str, str]) -> None:
        """Note the seed that was read, and what the machine last gave."""
        assert fresh.seed, "the page was made from a seed"
        ordered = {name: written[name] for name in authorship.NAMES if name in written}
        seed = {"path": fresh.seed.path, "sha256": fresh.seed.sha256, "written": ordered}
        new = copy.deepcopy(self.values)
        for key, value in seed.items():
            _set(new, ("seed", key), value or None, {"seed": seed})
        if new != self.values:
            self.header, self.values = patched(self.header, new), new


def _set(values: dict[str, Any], path: tuple[str, ...], new: Any, like: Mapping[str, Any]) -> None:
    """Set a value, or take it out where it is None; a new key goes where it stands in `like`."""
    key = path[0]
    if len(path) > 1:
        inner = values.get(key)
        inner = dict(inner) if isinstance(inner, Mapping) else {}
        _set(inner, path[1:], new, like.get(key) or {})
        new = inner or None
    if new is None:
        values.pop(key, None)
    elif key in values:
        values[key] = new
    else:
        order = list(like)
        earlier = set(order[: order.index(key)])
        items = list(values.items())
        at = max((n + 1 for n, (name, _) in enumerate(items) if name in earlier), default=0)
        items.insert(at, (key, new))
        values.clear()
        values.update(items)
