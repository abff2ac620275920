"""Mistakes planted into a made archive -> whether a check finds all of them and nothing else, and what it costs.

python benchmarks/bench_check.py --reports 5000 --mistakes 200

The ratios are against one reading of all pages by Python alone, without a look at what they say.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

from made_reports import made_reports
from make_archive import write_archive
from measured_run import Cost, run
from planting import mistakes, plant, wrong

START = "from pelican.plugins.chronology.cli import main; raise SystemExit(min(main(), 0))"
"""The command; that it found errors is no failure here."""
CHECK = (sys.executable, "-c", START, "check")
READ = (sys.executable, "-c", "import pathlib; [p.read_bytes() for p in pathlib.Path('content').rglob('*.md')]")
HEAD = "| what | wall s | CPU s | peak MB | CPU against reading the files |\n| --- | --- | --- | --- | --- |"


def commit(folder: Path) -> None:
    """Make the archive a repository whose main branch holds all of it."""
    (folder / ".gitignore").write_text("cache/\nrun.log\n", encoding="utf-8")
    names = ("-c", "user.name=bench", "-c", "user.email=bench@example.org")
    for words in (("init", "-q", "-b", "main"), ("add", "-A"), (*names, "commit", "-q", "-m", "All of it")):
        subprocess.run(("git", *words), cwd=folder, check=True)


def row(what: str, cost: Cost, reading: Cost) -> str:
    return f"| {what} | {cost.wall:.2f} | {cost.cpu:.2f} | {cost.peak:.0f} | {cost.cpu / reading.cpu:.1f} |"


def costs(folder: Path) -> None:
    """Print what checks of a sound archive cost: of all pages, and of one that has been changed."""
    commit(folder)
    reading = run(READ, folder)
    print(HEAD)
    print(row("every page", run(CHECK, folder), reading), flush=True)
    page = sorted((folder / "content" / "reports").rglob("*.md"))[0]
    page.write_text(page.read_text(encoding="utf-8") + "\nOne line more.\n", encoding="utf-8")
    print(row("one page changed (--changed)", run((*CHECK, "--changed"), folder), reading), flush=True)
    (folder / "cache" / "outlines.json").unlink()
    print(row("the same without a cache", run((*CHECK, "--changed"), folder), reading), flush=True)


def accuracy(folder: Path, count: int) -> bool:
    """Plant mistakes, check, and print what was missed and what was told without reason; whether all is right."""
    planted = plant(folder, count, mistakes())
    ran = subprocess.run((*CHECK, "--format", "json"), cwd=folder, capture_output=True, encoding="utf-8", check=True)
    found = [(problem["path"], problem["line"], problem["code"]) for problem in json.loads(ran.stdout)]
    faults = list(wrong(planted, found))
    kinds = len({mistake.code for mistake in planted})
    missed = sum(fault.startswith("missed") for fault in faults)
    found_so = f"{count - missed} found on their lines, {len(faults) - missed} false alarms"
    print(f"\n{count} mistakes of {kinds} kinds: {found_so}")
    for fault in faults:
        print(f"  {fault}")
    return not faults


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--reports", type=int, default=5000, help="in the archive")
    parser.add_argument("--mistakes", type=int, default=200, help="planted into it")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        write_archive(made_reports(arguments.reports), folder)
        print(f"{arguments.reports:,} reports\n")
        costs(folder)
        return int(not accuracy(folder, arguments.mistakes))


if __name__ == "__main__":
    sys.exit(main())
