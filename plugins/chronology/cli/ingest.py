"""`chronology ingest`: makes a page of every seed that has none, and brings up to date what no person touched."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from .. import ledger, wholefile
from ..executors import in_order
from ..ledger import Entry
from ..model import Id, Seed
from ..pairing import Claim, pair
from ..problems import Problem
from ..seeds import outline
from ..settings import Settings
from .desk import Desk
from .folder import add_executor, checked, read_files, read_records, seed_files, tell, today
from .making import MakePages, Task
from .pages import Choices, choices, claims, page_text
from .progress import watched


def add(verbs: Any) -> None:
    """Name the command and its options."""
    command = verbs.add_parser("ingest", help="make a page of every new seed, and bring up to date what nobody touched")
    command.add_argument("seeds", nargs="*", type=Path, metavar="SEED", help="only these (default: all)")
    command.add_argument("--dry-run", action="store_true", help="print what would change, and write nothing")
    command.add_argument(
        "--accept",
        action="extend",
        nargs="+",
        default=[],
        metavar="PAGE[:PART]",
        help="take what is read now, whoever changed the page, such as content/reports/2021/talks.md:date",
    )
    command.add_argument(
        "--keep",
        action="extend",
        nargs="+",
        default=[],
        metavar="PAGE[:PART]",
        help="leave the page as it is, and do not suggest this again",
    )
    add_executor(command)
    command.set_defaults(run=run)


def run(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    with wholefile.alone(settings.content):
        if not chosen.dry_run:
            wholefile.clear(settings.content)
        return _ingest(chosen, settings, problems)


def _ingest(chosen: argparse.Namespace, settings: Settings, problems: list[Problem]) -> int:
    content, vocabulary = read_records(settings)
    accept, keep = (choices(named, settings, content) for named in (chosen.accept, chosen.keep))
    paths, seeds, unread = _outlines(chosen.seeds, settings)
    listed, unlisted = _read_list(settings)
    claimed = list(claims(content, settings))
    pairing = pair(seeds, claimed, listed)
    # The pages are checked too, so that `make html` tells what is wrong with seeds and pages in one go.
    problems += [*checked(content, settings), *unread, *unlisted, *pairing.problems]
    desk = Desk.of(settings, content, set(listed), claimed, dry_run=chosen.dry_run)

    files = {path.resolve() for path in chosen.seeds}
    named = {name for name, path in paths.items() if path in files}
    chosen_pages = accept.keys() | keep.keys()
    named |= {name for name, claim in pairing.pages.items() if claim.page in chosen_pages}
    some = bool(chosen.seeds or chosen_pages)
    desk.done["removed"] = len(pairing.removed)
    # Under its present words and name, too: either may change next.
    desk.listed |= {Entry.of(seed.sha256, seed.id) for seed in seeds if seed.id in pairing.removed}
    problems += [_removed(name, pairing.removed[name]) for name in sorted(named & pairing.removed.keys())]
    problems += [_no_seed(page) for page in sorted(chosen_pages - {claim.page for claim in pairing.pages.values()})]
    open_seeds = {}
    for seed in seeds:
        claim = pairing.pages.get(seed.id)
        known = claim is not None and claim.page not in chosen_pages and desk.skip(seed, claim)
        if (not some or seed.id in named) and (seed.id in pairing.new or (claim and not known)):
            open_seeds[seed.id] = seed

    tasks = _tasks([paths[name] for name in open_seeds], pairing.pages, accept, keep, settings, problems)
    work = MakePages(vocabulary, today())
    made = in_order(work, tasks, chosen.executor, weigh=lambda task: len(task.file.data))
    for result in watched(made, "read", len(open_seeds)):
        name = result.task.file.name
        problems += desk.take(result, open_seeds[name], pairing.pages.get(name))
    # A list with lines that say nothing waits for a person: written anew it would lose them.
    desk.close(whole=not some, listing=not unlisted)
    failed = tell(problems, sys.stderr)
    print(desk.summary(), file=sys.stderr)
    return int(failed)


def _outlines(named: Sequence[Path], settings: Settings) -> tuple[dict[str, Path], list[Seed], list[Problem]]:
    """Of every seed its file by its name, and what tells which page it has: so that only few are read whole.

    All seeds are looked at, also when some are named: which page is whose can only be told of all together.
    """
    files, problems = seed_files((), settings)
    files += [path.resolve() for path in named if path.resolve() not in files]
    paths: dict[str, Path] = {}
    outlines: list[Seed] = []
    for path in files:
        seed, wrong = outline(path, settings.root)
        problems += wrong
        if seed:
            outlines.append(seed)
            paths[seed.id] = path
    return paths, outlines, problems


def _read_list(settings: Settings) -> tuple[dict[Entry, int], list[Problem]]:
    text = page_text(settings.content / ledger.NAME)
    return ledger.read(text or "", f"content/{ledger.NAME}")


def _removed(name: Id, line: int) -> Problem:
    said = "its page was removed, and is not made again"
    return Problem(name, said, f"to have it made again, remove line {line} of content/{ledger.NAME}", level="warning")


def _no_seed(page: str) -> Problem:
    return Problem(f"content/{page}", "its seed is not there to be read again", "edit the page by hand")


def _tasks(
    paths: Iterable[Path],
    pages: Mapping[Id, Claim],
    accept: Choices,
    keep: Choices,
    settings: Settings,
    problems: list[Problem],
) -> Iterator[Task]:
    """Each seed with its page as it stands, one after the other, so that they never lie in memory together."""
    for file in read_files(paths, settings, problems):
        claim = pages.get(file.name)
        if claim is None:
            yield Task(file)
        elif (text := page_text(settings.content / claim.page)) is not None:
            nothing: frozenset[str] = frozenset()
            page = claim.page
            yield Task(file, f"content/{page}", text, accept.get(page, nothing), keep.get(page, nothing))
