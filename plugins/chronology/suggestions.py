"""A part of a page where a person and the machine say different things -> what the person is told."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from . import authorship, header
from .authorship import Part
from .problems import Problem, count

_SHORT = 70
"""Characters of a value that are shown."""


def suggestion(
    part: Part,
    page: header.Mapping,
    body: header.Text,
    reads: Mapping[str, Any],
    reads_body: str,
    path: str,
    *,
    commented: bool,
) -> Problem:
    """A hint at the part's place in the page: what stands there, what is read now and in which words, and what to do.

    `commented`: nobody changed the value, but it holds a comment, which would be lost with it.
    """
    if part.paths:
        line, column = _place(page, part)
        difference = _difference(part, header.plain(page), reads)
    else:
        line, column = body.line, body.column
        difference = _body_difference(body, reads_body)
    settle = f"chronology ingest --accept {path}:{part.name}"
    hint = f"`{settle}` takes it, --keep in its stead leaves the page as it is"
    if commented:
        hint = (
            f"it holds a comment, so it was left to you: write it, or move the comment above its key and run `{settle}`"
        )
    return Problem(path, f"{part.name}: {difference}", hint, line, column, "hint")


def _place(page: header.Mapping, part: Part) -> tuple[int, int]:
    """Where the value stands; of one that was taken out, where the header begins."""
    for path in part.paths:
        value: header.Value | None = page
        for key in path:
            value = value.get(header.Text(key)) if isinstance(value, header.Mapping) else None
        if value is not None:
            return value.line, value.column
    return page.line, page.column


def _difference(part: Part, page: Mapping[str, Any], reads: Mapping[str, Any]) -> str:
    path = part.paths[0]
    mine, theirs = authorship.look_up(page, path), authorship.look_up(reads, path)
    quotes = authorship.look_up(reads, ("evidence", part.name))
    if mine == theirs:
        quoted = authorship.look_up(page, ("evidence", part.name))
        return f"the page quotes {_words(quoted)} for it, and the seed now gives {_words(quotes)}"
    if isinstance(theirs, list) and isinstance(mine, list):
        return "; ".join(_items(mine, theirs, quotes))
    stands = f"the page says {_short(mine)}" if mine is not None else "the page leaves it out"
    if theirs is None:
        return f"{stands}, and nothing is read in the seed now"
    return f"{stands}, and the seed is now read as {_short(theirs)}{_because(quotes)}"


def _items(mine: list[Any], theirs: list[Any], quotes: Any) -> Iterator[str]:
    """What the machine reads besides, no longer, in another way or in another order."""
    pages, seeds = _named(mine), _named(theirs)
    if added := [item for name, item in seeds.items() if name not in pages]:
        yield "the seed now also gives " + ", ".join(f"{_short(item)}{_because(_of(item, quotes))}" for item in added)
    if gone := [item for name, item in pages.items() if name not in seeds]:
        yield "only the page has " + ", ".join(map(_short, gone))
    for name, item in seeds.items():
        if name in pages and pages[name] != item:
            yield f"{name}: {', '.join(_changes(pages[name], item))}"
    if pages == seeds:
        yield f"the seed now gives them in the order {', '.join(seeds)}"


def _named(items: list[Any]) -> dict[str, Any]:
    """The items of a list by what tells them apart; `john-kerry` is `{id: john-kerry}`."""
    found: dict[str, Any] = {}
    for item in items:
        values = item if isinstance(item, Mapping) else {"id": item}
        keys = ("id", "event", "date", "event_type", "what", "place", "country")
        name = next((str(values[key]) for key in ("id", "event") if values.get(key)), "")
        name = name or " ".join(str(values[key]) for key in keys if values.get(key)) or header.inline(item)
        same = sum(known.partition(" (")[0] == name for known in found)
        found[f"{name} ({same + 1})" if same else name] = item
    return found


def _changes(mine: Any, theirs: Any) -> Iterator[str]:
    """The keys of an item of a list in which the page and the machine differ."""
    mine, theirs = (item if isinstance(item, Mapping) else {"id": item} for item in (mine, theirs))
    for key in [*theirs, *(key for key in mine if key not in theirs)]:
        here, there = mine.get(key), theirs.get(key)
        if here != there:
            shown = [_short(value) if value is not None else "nothing" for value in (here, there)]
            yield f"{key} is {shown[0]} on the page, {shown[1]} in the seed"


def _of(item: Any, quotes: Any) -> Any:
    """The words for one item of a list: by its id, or its own."""
    if isinstance(item, Mapping):
        return item.get("evidence") or _of(item.get("id"), quotes)
    return quotes.get(item) if isinstance(quotes, Mapping) else quotes


def _because(quotes: Any) -> str:
    return f" ({_words(quotes)})" if quotes else ""


def _words(quotes: Any) -> str:
    if isinstance(quotes, Mapping):
        return ", ".join(f"“{quote}”" for quote in quotes.values())
    return f"“{quotes}”" if quotes else "no words"


def _short(value: Any) -> str:
    text = f'"{value}"' if isinstance(value, str) else header.inline(value)
    return text if len(text) <= _SHORT else f"{text[: _SHORT - 3]}..."


def _body_difference(mine: str, theirs: str) -> str:
    """How many paragraphs differ."""
    if not mine.strip():
        return "the page has no text, and the seed has"
    pages, seeds = mine.split("\n"), theirs.split("\n")
    different = [line for line in difflib.ndiff(pages, seeds) if line[:2] in ("- ", "+ ") and line[2:].strip()]
    return f"the page has a text of its own, and the seed's text has changed ({count(len(different), 'line')} apart)"
