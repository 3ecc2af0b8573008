"""Fitted weights <-> the codebook's tables of signs."""

import csv
from collections.abc import Mapping

from calibration.fitting import LEAST, Weights
from sinorus.codebook.records import COLUMNS
from sinorus.resources import CODEBOOK

# Libraries of linear algebra differ in the last digits, and so may the rounded weights.
_TOLERANCE = 0.03


def write_weights(table: str, weights: Weights) -> None:
    """Write a table of signs."""
    with (CODEBOOK / f"{table}.csv").open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow((*COLUMNS[table], "source"))
        for sign, row in weights.items():
            writer.writerows((sign, slug, f"{weight:g}", "fitted") for slug, weight in row.items())


def differences(table: Mapping[str, Mapping[str, float]], weights: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Return the signs whose weights differ from fitted ones; what is too small to be written counts as none."""
    return [
        f"{sign} for {slug}"
        for sign in sorted(table.keys() | weights.keys())
        for slug in sorted(table.get(sign, {}).keys() | weights.get(sign, {}).keys())
        if abs((old := table.get(sign, {}).get(slug, 0.0)) - (new := weights.get(sign, {}).get(slug, 0.0)))
        > (_TOLERANCE if old and new else LEAST + _TOLERANCE)
    ]
