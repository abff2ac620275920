"""The repository's own archive on a server of this machine -> Lighthouse's four scores for four kinds of page.

python benchmarks/bench_lighthouse.py

Performance is worked out by Lighthouse for a telephone with a slow connection; on a busy machine it comes out lower, so
the best of some rounds counts.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "tools"), str(ROOT / "tests")]

from bench_reading import served  # noqa: E402 - tools/ and tests/ must be on the path
from find_chromium import find  # noqa: E402
from lint_web import environment, install, node  # noqa: E402
from sites import build, chronology, copy_own, told  # noqa: E402

PAGES = {
    "landing": "index.html",
    "year": "chronology/2015.html",
    "report": "reports/2015/kerry-and-lavrov-expect-closer-work-against-is-after-talks.html",
    "actor": "actors/vladimir-putin.html",
}
GOALS = {"accessibility": 100, "best-practices": 100, "seo": 100, "performance": 98}
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)


def scores(address: str, folder: Path) -> dict[str, int]:
    """Of one page, by category, 0 to 100."""
    report = folder / "lighthouse.json"
    command = [
        *node("lighthouse"), address, "--quiet", "--output=json", f"--output-path={report}",
        f"--only-categories={','.join(GOALS)}", f"--chrome-flags={FLAGS}",
    ]  # fmt: skip
    subprocess.run(command, env={**environment(), "CHROME_PATH": find() or ""}, check=True)
    found = json.loads(report.read_text(encoding="utf-8"))
    for audit in found["audits"].values():
        if audit.get("score") is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] == "binary":
            print(f"{address}: {audit['title']}", file=sys.stderr)
    return {name: round(100 * category["score"]) for name, category in found["categories"].items()}


def best(rounds: int, address: str, folder: Path) -> Mapping[str, int]:
    """Accessibility and the like do not change from round to round; the speed does, with the machine's other work."""
    found = [scores(address, folder) for _ in range(rounds)]
    return max(found, key=lambda one: one["performance"])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    install()
    with tempfile.TemporaryDirectory() as temporary:
        site = copy_own(Path(temporary) / "site")
        for result in (chronology(site, "ingest"), build(site)):
            if result.returncode:
                sys.exit(told(result))
        print("| page | " + " | ".join(f"{name} (goal {goal})" for name, goal in GOALS.items()) + " |")
        print("| --- " * (len(GOALS) + 1) + "|")
        with served(site / "output") as root:
            for page, address in PAGES.items():
                found = best(arguments.rounds, root + address, Path(temporary))
                print(f"| {page} | " + " | ".join(str(found[name]) for name in GOALS) + " |", flush=True)
    return 0


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main())
