"""Builds of a made archive against plain Pelican with the same reports, in one run -> a table of ratios.

python benchmarks/bench_build.py --sizes 1000 5000 --rounds 3
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from made_reports import made_reports, words_of
from make_archive import write_archive, write_plain
from measured_run import Cost, run

BUILD = (sys.executable, *words_of("-m pelican content -s pelicanconf.py -o output --fatal errors"))
CACHED = ("-e", "CACHE_CONTENT=true", "LOAD_CONTENT_CACHE=true")
"""What gives plain Pelican its best rebuild."""
BUILT = ("output", "cache", ".cache")


@dataclass(frozen=True)
class Site:
    """One of the two sites of a size."""

    name: str
    folder: Path
    rebuild: tuple[str, ...]
    """The command of its second and further builds."""

    def clean(self) -> None:
        for name in BUILT:
            shutil.rmtree(self.folder / name, ignore_errors=True)

    def edit(self, word: str) -> None:
        """Change one report, in the middle of the archive."""
        pages = sorted((self.folder / "content").rglob("[0-9]*-*.md"))
        page = pages[len(pages) // 2]
        page.write_text(f"{page.read_text(encoding='utf-8')}\nAnd then {word}.\n", encoding="utf-8")

    def pages(self) -> int:
        return sum(1 for _ in (self.folder / "output").rglob("*.html"))


@dataclass(frozen=True)
class Row:
    what: str
    size: int
    ours: Cost
    plain: Cost
    pages: tuple[int, int]


def measure(size: int, rounds: int, folder: Path) -> list[Row]:
    """A clean build, a rebuild after one edit and a rebuild with nothing changed, at one size."""
    reports = list(made_reports(size))
    ours = Site("ours", folder / f"archive-{size}", BUILD)
    plain = Site("plain", folder / f"plain-{size}", (*BUILD, *CACHED))
    write_archive(reports, ours.folder)
    write_plain(reports, plain.folder)

    clean: dict[str, list[Cost]] = {"ours": [], "plain": []}
    for number in range(rounds):
        # The order alternates, so that a machine that slows down or speeds up favours neither.
        for site in (ours, plain) if number % 2 == 0 else (plain, ours):
            site.clean()
            clean[site.name].append(run(BUILD, site.folder))
    pages = (ours.pages(), plain.pages())

    edited: dict[str, list[Cost]] = {"ours": [], "plain": []}
    unchanged: dict[str, list[Cost]] = {"ours": [], "plain": []}
    for site in (ours, plain):
        run(site.rebuild, site.folder)  # fills the caches
    for number in range(rounds):
        for site in (ours, plain) if number % 2 == 0 else (plain, ours):
            site.edit(f"{number} more")
            edited[site.name].append(run(site.rebuild, site.folder))
            unchanged[site.name].append(run(site.rebuild, site.folder))

    kinds = {"clean": clean, "one edited": edited, "unchanged": unchanged}
    return [Row(what, size, middle(k["ours"]), middle(k["plain"]), pages) for what, k in kinds.items()]


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each figure."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak")))


HEAD = (
    "| build | reports | wall s: ours / plain | ratio | CPU s: ours / plain | ratio | peak MB: ours / plain"
    " | pages: ours / plain |\n| --- | --- | --- | --- | --- | --- | --- | --- |"
)


def line(row: Row) -> str:
    ours, plain = row.ours, row.plain
    return (
        f"| {row.what} | {row.size:,} | {ours.wall:.2f} / {plain.wall:.2f} | {ours.wall / plain.wall:.2f}"
        f" | {ours.cpu:.2f} / {plain.cpu:.2f} | {ours.cpu / plain.cpu:.2f}"
        f" | {ours.peak:.0f} / {plain.peak:.0f} | {row.pages[0]:,} / {row.pages[1]:,} |"
    )


def growth(rows: Sequence[Row]) -> list[str]:
    """What a report costs at the largest size, against the smallest: 1.0 where the cost is linear."""
    clean = sorted((row for row in rows if row.what == "clean"), key=lambda row: row.size)
    small, large = clean[0], clean[-1]
    if small.size == large.size:
        return []
    found = []
    for name, cost in (("ours", lambda row: row.ours.cpu), ("plain", lambda row: row.plain.cpu)):
        less, more = (1000 * cost(row) / row.size for row in (small, large))
        found.append(
            f"CPU per report, {name}: {less:.2f} ms at {small.size:,}, {more:.2f} ms at {large.size:,}"
            f" ({more / less:.2f} times)"
        )
    return found


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 5000], help="numbers of reports")
    parser.add_argument("--rounds", type=int, default=3, help="of each build; the median is told")
    parser.add_argument("--keep", type=Path, help="a folder to make the sites in, and to leave them there")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        rows = []
        print(HEAD)
        for size in arguments.sizes:
            for row in measure(size, arguments.rounds, folder):
                rows.append(row)
                print(line(row), flush=True)
    print("", *growth(rows), sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
