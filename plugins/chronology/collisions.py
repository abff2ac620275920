"""Records -> a problem for every address or id that two of them claim, found before anything is written."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from . import urls
from .model import Actor, KnownEvent, Report
from .problems import Problem


def collisions(reports: Iterable[Report], actors: Iterable[Actor], events: Iterable[KnownEvent]) -> list[Problem]:
    """Two pages for one address, or one id for two reports. Found as data, before anything is written.

    Addresses are compared without case: `Vienna.md` and `vienna.md` are one file on many disks.
    """
    reports = list(reports)
    claims: defaultdict[str, list[str]] = defaultdict(list)
    for address in (urls.ACTORS, urls.EVENTS, urls.COUNTRIES, urls.TYPES, urls.SOURCES):
        claims[address].append("the index of the site")
    for report in reports:
        claims[urls.report(report.path).lower()].append(report.path)
    for actor in actors:
        claims[urls.actor(actor.id).lower()].append(actor.path)
    for event in events:
        claims[urls.event(event.id).lower()].append(event.path)
    found = [
        Problem(
            f"content/{path}",
            f"the address {address} is taken by {_others(paths, path)} too",
            "rename one of the files",
        )
        for address, paths in sorted(claims.items())
        if len(paths) > 1
        for path in paths[1:]
    ]
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for report in reports:
        ids[report.id].append(report.path)
    found += [
        Problem(f"content/{path}", f'the id "{id_}" belongs to content/{paths[0]}', "give this page an id of its own")
        for id_, paths in sorted(ids.items())
        for path in paths[1:]
    ]
    return found


def _others(paths: Sequence[str], path: str) -> str:
    return ", ".join(p if " " in p else f"content/{p}" for p in paths if p is not path)
