"""What annotating is worth and what it costs: accuracy on labelled corpora, and reports a second on one core and more.

python benchmarks/bench_annotate.py [reports.jsonl]
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pelican
from accuracy import rows
from measured_run import Cost, run

REPOSITORY = Path(__file__).resolve().parents[1]
SHARED = REPOSITORY.parent / "shared"
# The working tree is measured, installed or not.
pelican.__path__.insert(0, str(REPOSITORY))
START = f"import pelican; pelican.__path__.insert(0, {str(REPOSITORY)!r}); "
COMMAND = f"{START}from pelican.plugins.chronology.cli import main; raise SystemExit(main())"
WORDS = [sys.executable, "-c", COMMAND, "-s", str(REPOSITORY / "pelicanconf.py"), "annotate"]
CLUSTER = """
import sys
from distributed import LocalCluster
exec(sys.argv[1])
if __name__ == "__main__":
    with LocalCluster(2, threads_per_worker=1, dashboard_address=None, preload=[sys.argv[1]]) as cluster:
        print(cluster.scheduler_address.replace("tcp://", "dask://"), flush=True)
        sys.stdin.read()
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", help="reports as `chronology annotate --jsonl` reads them")
    parser.add_argument("--count", type=int, default=2000, help="how many, when they are made from the seeds")
    parser.add_argument("--rounds", type=int, default=3, help="how often each is timed; the best counts")
    arguments = parser.parse_args()
    corpus = SHARED / "corpora" / "countries_people.jsonl"
    if SHARED.is_dir():
        print_accuracy()
    else:
        print(f"Accuracy was not measured: the labelled corpora are not at {SHARED}.")
    print()
    file = arguments.file or (corpus if corpus.is_file() else None)
    lines = file.read_text(encoding="utf-8").splitlines() if file else made_of_seeds(arguments.count)
    print_throughput(lines, arguments.rounds)
    return 0


# --------------------------------------------------------------------------------------
# Accuracy.


def print_accuracy() -> None:
    """A row for each corpus and aspect; the last column says which halves reach the target within two points."""
    print(f"{'accuracy':<42}{'target':>7}{'all':>7}{'even':>7}{'odd':>7}  {'reached':<9}halves")
    for row in rows(SHARED, annotated, annotated_files):
        figures = "".join(f"{figure:>7.3f}" for figure in (row.whole, row.even, row.odd))
        reached = "yes" if row.reached else "no"
        print(f"{row.what:<42}{row.target:>7.2f}{figures}  {reached:<9}{row.halves}", flush=True)

    print(seeds_line(), flush=True)


def seeds_line() -> str:
    """What the scorer says of the reference seeds: five texts are too few to halve."""
    texts = sorted((SHARED / "seeds").iterdir())
    results = annotated([{"id": path.name, "text": path.read_text(encoding="utf-8")} for path in texts])
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "results.jsonl"
        file.write_text("".join(f"{json.dumps(result)}\n" for result in results), encoding="utf-8")
        command = [sys.executable, str(SHARED / "score" / "score_seeds.py"), str(file)]
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    lowest = said[-1].rpartition(" ")[2]
    full = sum(line.endswith(" 1.000") for line in said[:-1])
    return (
        f"{'seeds, the lowest aspect':<42}{0.95:>7.2f}{float(lowest):>7.3f}   ({full} of {len(said) - 1} aspects 1.000)"
    )


def annotated(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """What the command prints for these records."""
    lines = "".join(f"{json.dumps(record)}\n" for record in records)
    return [json.loads(line) for line in _output("--jsonl", given=lines).splitlines()]


def annotated_files(paths: list[Path]) -> list[dict[str, Any]]:
    """What the command prints for these files, in their order; an empty result where a file has no report."""
    results = {result["id"]: result for result in _values(_output(*map(str, paths)))}
    return [results.get(path.as_posix(), {}) for path in (path.resolve() for path in paths)]


def _output(*words: str, given: str = "") -> str:
    # Files without a report make the exit code 1; the score tells of them.
    done = subprocess.run([*WORDS, *words], input=given, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode > 1:
        sys.exit(done.stderr)
    return done.stdout


def _values(text: str) -> Iterator[dict[str, Any]]:
    """JSON values one after the other."""
    decoder = json.JSONDecoder()
    while text := text.lstrip():
        value, end = decoder.raw_decode(text)
        yield value
        text = text[end:]


# --------------------------------------------------------------------------------------
# Throughput.


def print_throughput(lines: list[str], rounds: int) -> None:
    """A row for each executor, all with the same output."""
    words = sum(len(str(json.loads(line)["text"]).split()) for line in lines)
    print(f"{len(lines):,} reports, {words / len(lines):.0f} words each; the best of {rounds} rounds")
    print(f"{'executor':<12}{'reports/s':>10}{'words/s':>10}{'ratio':>7}{'CPU ms':>8}{'to begin':>10}{'peak MB':>9}")
    starts: dict[str, list[Cost]] = {}
    costs: dict[str, list[Cost]] = {}
    outputs = set()
    folder = Path(tempfile.mkdtemp())
    with executors() as known:
        # Turn by turn, so that what else runs on the machine meets all of them.
        for _ in range(rounds):
            for name, executor in known.items():
                # Loading the tables is paid once, however many reports there are.
                starts.setdefault(name, []).append(timed(lines[:1], executor, folder))
                costs.setdefault(name, []).append(timed(lines, executor, folder))
                outputs.add((folder / "run.log").read_bytes())
    shutil.rmtree(folder)
    begin = {name: min(c.wall for c in starts[name]) for name in starts}
    rates = {name: len(lines) / (min(c.wall for c in costs[name]) - begin[name]) for name in costs}
    for name, rate in rates.items():
        per_word, ratio = rate * words / len(lines), rate / rates["serial"]
        cpu = 1000 * (min(c.cpu for c in costs[name]) - min(c.cpu for c in starts[name])) / len(lines)
        peak = max(cost.peak for cost in costs[name])
        print(f"{name:<12}{rate:>10,.0f}{per_word:>10,.0f}{ratio:>7.2f}{cpu:>8.2f}{begin[name]:>9.2f}s{peak:>9.0f}")
    print("every executor printed the same bytes" if len(outputs) == 1 else "THE OUTPUTS DIFFER")


@contextmanager
def executors() -> Iterator[dict[str, str]]:
    """What is measured, by its name in the table."""
    known = {"serial": "serial", "process:2": "process:2"}
    if (os.cpu_count() or 1) > 2:
        known["process"] = "process"
    if not importlib.util.find_spec("distributed"):
        print("dask was not measured: it is not installed")
        yield known
        return
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "cluster.py"
        script.write_text(CLUSTER, encoding="utf-8")
        command = [sys.executable, str(script), START]
        with subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as cluster:
            assert cluster.stdin
            assert cluster.stdout
            yield {**known, "dask, 2": cluster.stdout.readline().strip()}
            cluster.stdin.close()


def timed(lines: list[str], executor: str, folder: Path) -> Cost:
    """What it costs to annotate these lines."""
    (folder / "input.jsonl").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return run([*WORDS, "--jsonl", "--executor", executor], folder, folder / "input.jsonl")


def made_of_seeds(count: int) -> list[str]:
    """So many lines made from the repository's own seeds, over and over."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "seeds").glob("*.txt"))]
    return [json.dumps({"id": f"s{n}", "text": text}) for n, text in enumerate(islice(cycle(texts), count))]


if __name__ == "__main__":
    sys.exit(main())
