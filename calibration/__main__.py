"""The runner: figures for entries that were not fitted on, and, if asked, the tables or a check of them."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from calibration.annotated import SETS, Example, read_bundled_examples, read_examples
from calibration.fitting import fit_weights, scores
from calibration.tables import differences, write_weights
from sinorus.codebook import load_codebook

_FOLDS = 5
# The bundled chronology is the first that anybody sees: its entries count this often.
_TIMES_BUNDLED = 10


def main() -> int:
    """Fit, tell how well, and write or check the tables if the command line says so."""
    parser = argparse.ArgumentParser(prog="python -m calibration", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the two tables of signs")
    parser.add_argument("--check", action="store_true", help="fail when the tables are not what fitting gives")
    parser.add_argument("files", nargs="*", type=Path, help="annotated entries; those in sets/ without")
    asked = parser.parse_args()
    book = load_codebook()
    kinds = zip(
        ("topic_signs", "activity_signs"),
        (list(book.topics), list(book.activities)),
        (book.topic_signs, book.activity_signs),
        read_examples(asked.files or sorted(SETS.glob("*.jsonl"))),
        read_bundled_examples(),
        strict=True,
    )
    stale = 0
    for name, slugs, table, examples, bundled in kinds:
        if not asked.check:
            figures = " ".join(f"{value:.3f}" for value in _cross_validated(examples, slugs))
            _tell(f"{name}: {len(examples)} entries; precision, recall, F1 of the fifths left out: {figures}")
        if asked.write or asked.check:
            weights = fit_weights([*examples, *bundled * _TIMES_BUNDLED], slugs)
            if asked.write:
                write_weights(name, weights)
            elif changed := differences(table, weights):
                _tell(f"{name}: {len(changed)} weights are stale, such as {', '.join(changed[:3])}; fit with --write")
                stale = 1
    return stale


def _tell(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


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


if __name__ == "__main__":
    raise SystemExit(main())
