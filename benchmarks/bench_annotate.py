"""Reports, one a line -> how many are annotated in a second, on one core and on all.

python benchmarks/bench_annotate.py reports.jsonl
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from measured_run import Cost, run

REPOSITORY = Path(__file__).resolve().parents[1]
# The working tree is measured, installed or not.
COMMAND = f"import pelican; pelican.__path__.insert(0, {str(REPOSITORY)!r}); "
COMMAND += "from pelican.plugins.chronology.cli import main; raise SystemExit(main())"


def seeds(count: int) -> list[str]:
    """So many lines made from the repository's own seeds, over and over."""
    paths = sorted(path for path in (REPOSITORY / "seeds").glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in paths]
    return [json.dumps({"id": f"s{n}", "text": text}) for n, text in enumerate(islice(cycle(texts), count))]


def annotate(lines: list[str], executor: str, folder: Path) -> Cost:
    """What it costs to annotate these lines."""
    (folder / "input.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    words = ("-s", str(REPOSITORY / "pelicanconf.py"), "annotate", "--jsonl", "--executor", executor)
    return run([sys.executable, "-c", COMMAND, *words], folder, folder / "input.jsonl")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="reports as `chronology annotate --jsonl` reads them")
    parser.add_argument("--count", type=int, default=2000, help="how many, when they are made from the seeds")
    arguments = parser.parse_args()
    given = arguments.file.read_text(encoding="utf-8").splitlines() if arguments.file else seeds(arguments.count)
    words = sum(len(str(json.loads(line)["text"]).split()) for line in given)
    folder = Path(tempfile.mkdtemp())
    try:
        print(f"{len(given):,} reports, {words / len(given):.0f} words each")
        for name in ("serial", "process"):
            # Loading the tables is paid once, however many reports there are.
            start, whole = annotate(given[:1], name, folder), annotate(given, name, folder)
            seconds = max(whole.wall - start.wall, 1e-6)
            print(
                f"{name}: {len(given) / seconds:,.0f} reports/s, {words / seconds:,.0f} words/s;"
                f" {start.wall:.2f} s to begin; peak {whole.peak:.0f} MB"
            )
    finally:
        shutil.rmtree(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
