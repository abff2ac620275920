"""Fits data/salience.json, the logistic model that says how much a report is about each of its countries.

usage: python tools/fit_salience.py STORIES.jsonl [--write] [--measure]

STORIES has a story a line: {"id", "title", "date", "text", "countries": [ISO codes], "accept": {code: [other codes]},
"general": true}. Stories whose id ends in an odd number train; only those with "general" not false count. Prints the
F1 of cross-validation among them, to choose signs by; with --measure also that of the others and that of
cross-validation among all, to be looked at last.
Writes the model only when told so. Plain Python: Newton's method on some thousand rows of a dozen numbers takes
seconds.
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

from pelican.plugins.chronology.annotate.actors import covered, find_actors  # noqa: E402
from pelican.plugins.chronology.annotate.countries import mentions_of  # noqa: E402
from pelican.plugins.chronology.annotate.places import find_places  # noqa: E402
from pelican.plugins.chronology.annotate.reading import lay_out  # noqa: E402
from pelican.plugins.chronology.annotate.salience import of_people_in_lead, signs_of, titled_in  # noqa: E402
from pelican.plugins.chronology.annotate.source import find_origin  # noqa: E402
from pelican.plugins.chronology.clean import clean  # noqa: E402
from pelican.plugins.chronology.model import Seed  # noqa: E402
from pelican.plugins.chronology.vocabulary import Salience, Vocabulary  # noqa: E402

PENALTY = 0.3
"""Ridge: keeps the coefficients of rare signs small."""
FOLDS = 8


class Row(NamedTuple):
    story: str
    code: str
    signs: dict[str, float]
    right: bool


def rows_of(story: dict, vocabulary: Vocabulary) -> Iterator[Row]:
    """The signs of every country of a story, read as the annotator would read it."""
    seed = Seed(story["id"], story["text"], {"title": story["title"], "date": story["date"]})
    reading = lay_out(seed, clean(seed.text, seed.header))
    actors = find_actors(reading, vocabulary)
    masked = covered(actors)
    places = find_places(reading, vocabulary, masked)
    dateline = find_origin(reading)[0].dateline_place
    mentions = mentions_of(reading, vocabulary, masked, actors, places, dateline)
    right = set(story["countries"]).union(*story.get("accept", {}).values())
    titled = titled_in(reading, vocabulary.places, mentions)
    for code, signs in signs_of(reading, mentions, titled, of_people_in_lead(reading, mentions, actors)).items():
        yield Row(story["id"], code, signs, code in right)


def fit(rows: list[Row], rounds: int = 12) -> dict[str, float]:
    """Logistic regression with a ridge, by Newton's method."""
    names = list(rows[0].signs)
    table = [[row.signs[name] for name in names] for row in rows]
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


def threshold(rows: list[Row], stories: list[dict], folds: dict[str, int]) -> tuple[float, float]:
    """The best threshold for stories that a fit has not seen, and the F1 that it gives."""
    fits = [fit([row for row in rows if folds[row.story] != fold]) for fold in range(FOLDS)]
    scored = [(row, Salience(fits[folds[row.story]]).salience(row.signs)) for row in rows]

    def at(cut: float) -> float:
        named: dict[str, set[str]] = {}
        for row, salience in scored:
            if salience >= cut:
                named.setdefault(row.story, set()).add(row.code)
        return f1(named, stories)

    best = max((at(cut / 100), -abs(cut - 46), cut / 100) for cut in range(36, 57, 2))
    return best[2], best[0]


def about(rows: list[Row], model: Salience) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for row in rows:
        if model.salience(row.signs) >= model.threshold:
            named.setdefault(row.story, set()).add(row.code)
    return named


def f1(named: dict[str, set[str]], stories: list[dict]) -> float:
    """Micro F1 of the countries that a story is said to be about."""
    hit = wrong = missed = 0
    for story in stories:
        said = named.get(story["id"], set())
        wanted = [{code, *story.get("accept", {}).get(code, [])} for code in story["countries"]]
        found = sum(bool(codes & said) for codes in wanted)
        hit += found
        missed += len(wanted) - found
        wrong += len(said - set().union(*wanted))
    return 2 * hit / (2 * hit + wrong + missed)


def number(story: dict) -> int:
    return int(re.findall(r"\d+", story["id"])[-1])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("stories", type=Path)
    parser.add_argument("--write", action="store_true", help="store the model in data/salience.json")
    parser.add_argument("--measure", action="store_true", help="measure on the stories that were kept apart")
    arguments = parser.parse_args()
    stories = [json.loads(line) for line in arguments.stories.read_text(encoding="utf-8").splitlines()]
    stories = [story for story in stories if story.get("general", True)]
    vocabulary = Vocabulary.of()
    odd = [story for story in stories if number(story) % 2]
    train = [row for story in odd for row in rows_of(story, vocabulary)]
    cut, seen = threshold(train, odd, {story["id"]: at % FOLDS for at, story in enumerate(odd)})
    model = Salience(fit(train), cut)
    print(f"{len(odd)} stories train: F1 {seen:.4f} cross-validated, {f1(about(train, model), odd):.4f} on themselves")
    if arguments.measure:
        even = [story for story in stories if not number(story) % 2]
        test = [row for story in even for row in rows_of(story, vocabulary)]
        every = f1(about(test, Salience({}, 0.0)), even)
        print(f"{len(even)} measure: F1 {f1(about(test, model), even):.4f}; with every country found {every:.4f}")
        both = [*odd, *even]
        _, crossed = threshold([*train, *test], both, {story["id"]: at % FOLDS for at, story in enumerate(both)})
        print(f"{len(both)} in all: F1 {crossed:.4f}, each judged by a fit on the others")
    stored = json.dumps({"threshold": model.threshold, "coefficients": model.coefficients}, indent=2) + "\n"
    print(stored)
    if arguments.write:
        (ROOT / "plugins/chronology/data/salience.json").write_text(stored, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
