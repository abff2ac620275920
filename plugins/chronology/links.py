"""`{filename}` links of a body -> addresses of the site, as Pelican has them between its own pages."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from html import unescape
from urllib.parse import unquote

from . import urls
from .model import Actor, Country, Record, Report
from .problems import Problem, did_you_mean

_WRITTEN = re.compile(r"\]\(<?([^()\s<>]+)>?(?:\s+[\"'][^()]*)?\)")
_LINK = re.compile(r'<a href="([^"]*)"[^>]*>')
_EXTERNAL = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)


def address_of(record: Record) -> str:
    """Where the page of a record stands."""
    if isinstance(record, Report):
        return urls.report(record.path)
    if isinstance(record, Actor):
        return urls.actor(record.id)
    if isinstance(record, Country):
        return urls.country(record.code)
    return urls.event(record.id)


def target(href: str, path: str) -> tuple[str, str] | None:
    """The file below content/ and the fragment that a `{filename}` link names; None for any other link."""
    if not href.startswith("{filename}"):
        return None
    name, _, fragment = unquote(unescape(href.removeprefix("{filename}"))).partition("#")
    if name.startswith("/"):
        return name.lstrip("/"), fragment
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), name)), fragment


def resolve(html: str, path: str, address: str, targets: Mapping[str, str]) -> str:
    """The sanitized HTML with its `{filename}` links resolved. `path` is the page's own, below content/."""
    root = urls.root_of(address)

    def resolved(found: re.Match[str]) -> str:
        href = found[1]
        if _EXTERNAL.match(href):
            return found[0]
        named = target(href, path)
        if named is None:
            # Only a fragment is left: other links within the site have been refused by `broken`.
            return f'<a href="{href}">' if href.startswith("#") else "<a>"
        name, fragment = named
        return f'<a href="{root}{targets[name]}{"#" + fragment if fragment else ""}">'

    return _LINK.sub(resolved, html) if "<a " in html else html


def broken(record: Record, linkable: Collection[str]) -> Iterator[Problem]:
    """A problem for each link in a body that leads nowhere."""
    if "](" not in record.body:
        return
    for number, line in enumerate(record.body.split("\n"), record.body_line):
        for found in _WRITTEN.finditer(line):
            problem = _wrong(found[1], record.path, linkable)
            if problem:
                message, hint = problem
                place = (number, found.start(1) + 1)
                yield Problem(f"content/{record.path}", message, hint, *place, code="dead-link")


def _wrong(href: str, path: str, linkable: Collection[str]) -> tuple[str, str] | None:
    if _EXTERNAL.match(href) or href.startswith("#"):
        return None
    named = target(href, path)
    if named is None:
        return f'the link "{href}" leads nowhere once the page is built', "write {filename} and a path, or https://"
    if named[0] not in linkable:
        # Only the names of files are compared: two in one folder are alike by its name alone.
        named_so = {path.rpartition("/")[2]: path for path in sorted(linkable)}
        near = did_you_mean(named[0].rpartition("/")[2], named_so)
        for name in near.split('"')[1::2]:
            near = near.replace(f'"{name}"', f'"{named_so[name]}"')
        return f'the link "{href}" names content/{named[0]}, which is not there', near or "name a file that is there"
    return None
