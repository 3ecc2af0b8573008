"""The runner: figures for entries that were not fitted on, and, if asked, the tables."""

import argparse
import csv
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from calibration.annotated import SETS, Example, read_examples
from calibration.fitting import Weights, fit_weights, scores
from sinorus.codebook import load_codebook
from sinorus.resources import CODEBOOK

_FOLDS = 5


def main() -> int:
    """Fit, tell how well, and write the tables if the command line says so."""
    parser = argparse.ArgumentParser(prog="python -m calibration", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the two tables of signs")
    parser.add_argument("files", nargs="*", type=Path, help="annotated entries; those in sets/ without")
    asked = parser.parse_args()
    book = load_codebook()
    topics, activities = read_examples(asked.files or sorted(SETS.glob("*.jsonl")))
    for name, column, slugs, examples in (
        ("topic_signs", "topic", list(book.topics), topics),
        ("activity_signs", "activity", list(book.activities), activities),
    ):
        figures = " ".join(f"{value:.3f}" for value in _cross_validated(examples, slugs))
        sys.stdout.write(f"{name}: {len(examples)} entries; precision, recall, F1 of the fifths left out: {figures}\n")
        if asked.write:
            _write(CODEBOOK / f"{name}.csv", column, fit_weights(examples, slugs))
    return 0


def _cross_validated(examples: Sequence[Example], slugs: Sequence[str]) -> tuple[float, float, float]:
    """Return precision, recall and F1 of labels that were given by weights fitted on other examples."""
    told = given = right = 0
    for labels, chosen in _left_out(examples, slugs):
        told, given, right = told + len(labels), given + len(chosen), right + len(labels & chosen)
    precision, recall = right / max(given, 1), right / max(told, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def _left_out(examples: Sequence[Example], slugs: Sequence[str]) -> Iterator[tuple[frozenset[str], set[str]]]:
    for fold in range(_FOLDS):
        weights = fit_weights([e for i, e in enumerate(examples) if i % _FOLDS != fold], slugs)
        for example in examples[fold::_FOLDS]:
            found = scores(example.signs, weights)
            yield example.labels, {s for s, v in found.items() if v > 0} or {max(found, key=found.__getitem__)}


def _write(file: Path, column: str, weights: Weights) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(("sign", column, "weight", "source"))
        for sign, row in weights.items():
            writer.writerows((sign, slug, f"{weight:g}", "fitted") for slug, weight in row.items())


if __name__ == "__main__":
    raise SystemExit(main())
