"""Fits data/salience.json, the logistic model that says how much a report is about each of its countries.

usage: python tools/fit_salience.py STORIES.jsonl [--write]

STORIES has a story a line: {"id", "title", "text", "countries": [ISO codes], "accept": {code: [other codes]},
"general": true}. Stories whose id ends in an odd number train, the others measure; only those with "general" not
false count. Prints both figures; writes the model only when told so. Plain Python: Newton's method on some
ten thousand rows of fewer than twenty numbers takes seconds.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tools"))

import pelican  # noqa: E402

pelican.__path__.insert(0, str(ROOT))

from pelican.plugins.chronology.annotate import countries as rule  # noqa: E402
from pelican.plugins.chronology.annotate.actors import covered, find_actors  # noqa: E402
from pelican.plugins.chronology.annotate.places import find_places  # noqa: E402
from pelican.plugins.chronology.annotate.reading import Reading, lay_out  # noqa: E402
from pelican.plugins.chronology.model import Cleaned, Evidence, Line, Seed  # noqa: E402
from pelican.plugins.chronology.vocabulary import Salience, Vocabulary  # noqa: E402

PENALTY = 1.0
"""Ridge: keeps the coefficients of rare features small."""


class Row(NamedTuple):
    story: str
    code: str
    features: dict[str, float]
    right: bool


def reading_of(story: dict) -> tuple[Reading, str | None]:
    """A story laid out as the cleaning would leave it, and the place of its dateline."""
    title, text = story["title"], story["title"] + "\n\n" + story["text"]
    lines, at = [], len(title) + 2
    for number, line in enumerate(story["text"].split("\n"), 3):
        if line.strip():
            lines.append(Line(number, at, at + len(line), line))
        at += len(line) + 1
    dateline = re.match(r"\s*([A-Z][A-Za-z .'-]+?(?:, [A-Z][A-Za-z.]+)?)(?:, [A-Z][a-z]+ \d+)? - ", story["text"])
    cleaned = Cleaned(Evidence(0, len(title), title, "title"), None, tuple(lines), ())
    return lay_out(Seed(story["id"], text), cleaned), dateline and dateline[1]


def rows_of(story: dict, vocabulary: Vocabulary) -> Iterator[Row]:
    reading, dateline = reading_of(story)
    actors = find_actors(reading, vocabulary)
    masked = covered(actors)
    places = find_places(reading, vocabulary, masked)
    evidence = rule._evidence(reading, vocabulary, masked, actors, places, dateline)
    right = set(story["countries"]).union(*story.get("accept", {}).values())
    if evidence:
        titled = rule.titled_in(reading, vocabulary, evidence)
        for code, features in rule.features_of(reading, evidence, titled).items():
            yield Row(story["id"], code, features, code in right)


def fit(rows: list[Row], rounds: int = 12) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method."""
    names = list(rows[0].features)
    table = [[row.features[name] for name in names] for row in rows]
    weights = [0.0] * len(names)
    for _ in range(rounds):
        gradient = [-PENALTY * w for w in weights]
        curvature = [[PENALTY * (i == j) for j in range(len(names))] for i in range(len(names))]
        for row, values in zip(rows, table, strict=True):
            p = 1 / (1 + math.exp(-sum(w * v for w, v in zip(weights, values, strict=True))))
            for i, v in enumerate(values):
                if v:
                    gradient[i] += (row.right - p) * v
                    for j, u in enumerate(values):
                        curvature[i][j] += p * (1 - p) * v * u
        weights = [w + step for w, step in zip(weights, solve(curvature, gradient), strict=True)]
    return {name: round(weight, 3) for name, weight in zip(names, weights, strict=True)}


def solve(matrix: list[list[float]], right: list[float]) -> list[float]:
    """Gauss-Jordan elimination; the matrix is positive definite thanks to the ridge."""
    rows = [[*row, value] for row, value in zip(matrix, right, strict=True)]
    for i, row in enumerate(rows):
        pivot = row[i]
        rows[i] = row = [value / pivot for value in row]
        for j, other in enumerate(rows):
            if j != i:
                rows[j] = [a - other[i] * b for a, b in zip(other, row, strict=True)]
    return [row[-1] for row in rows]


def f1(rows: list[Row], stories: list[dict], model: Salience) -> float:
    """Micro F1 of the countries that a story is said to be about."""
    named: dict[str, set[str]] = {}
    for row in rows:
        if model.salience(row.features) >= model.threshold:
            named.setdefault(row.story, set()).add(row.code)
    hit = wrong = missed = 0
    for story in stories:
        said = named.get(story["id"], set())
        wanted = [{code, *story.get("accept", {}).get(code, [])} for code in story["countries"]]
        found = sum(bool(codes & said) for codes in wanted)
        hit += found
        missed += len(wanted) - found
        wrong += len(said - set().union(*wanted))
    return 2 * hit / (2 * hit + wrong + missed)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--write", action="store_true", help="store the model in data/salience.json")
    arguments = parser.parse_args()
    stories = [json.loads(line) for line in arguments.stories.read_text(encoding="utf-8").splitlines()]
    stories = [story for story in stories if story.get("general", True)]
    vocabulary = Vocabulary.of()
    rows = {story["id"]: list(rows_of(story, vocabulary)) for story in stories}
    odd = [story for story in stories if int(re.findall(r"\d+", story["id"])[-1]) % 2]
    even = [story for story in stories if story not in odd]
    train = [row for story in odd for row in rows[story["id"]]]
    test = [row for story in even for row in rows[story["id"]]]
    coefficients = fit(train)
    models = [Salience(coefficients, cut / 100) for cut in range(20, 75)]
    model = max(models, key=lambda model: f1(train, odd, model))
    print(
        f"{len(odd)} stories train, F1 {f1(train, odd, model):.4f}; {len(even)} measure, F1 {f1(test, even, model):.4f}"
    )
    print(f"with every country found: F1 {f1(test, even, Salience({}, 0.0)):.4f}; threshold {model.threshold}")
    stored = json.dumps({"threshold": model.threshold, "coefficients": coefficients}, indent=2) + "\n"
    print(stored)
    if arguments.write:
        (ROOT / "plugins/chronology/data/salience.json").write_text(stored, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
