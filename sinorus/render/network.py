"""Pairs who meet -> a matrix: the names down the side with a number each, the numbers across, counts between."""

from collections.abc import Iterator
from typing import Any

from sinorus.render.charts import matrix
from sinorus.render.page import Line
from sinorus.render.widths import clipped, padded, width
from sinorus.store.listing import Listing

_MOST = 15
_WIDEST_LABEL = 36
_CELL = 3


def matrix_names(pairs: Listing, most: int) -> dict[str, str]:
    """Return the names with the most encounters, each with its country."""
    weights: dict[str, int] = {}
    countries: dict[str, str] = {}
    for a, a_country, b, b_country, events, *_ in pairs.rows:
        for name, country in ((a, a_country), (b, b_country)):
            weights[name] = weights.get(name, 0) + events
            countries[name] = country or ""
    ranked = sorted(weights, key=lambda name: (-weights[name], name))
    return {name: countries[name] for name in ranked[:most]}


def counted_pairs(pairs: Listing) -> dict[tuple[str, str], int]:
    """Return the counts by the two names."""
    return {(row[0], row[2]): row[4] for row in pairs.rows}


def matrix_rows(pairs: Listing, most: int | None = None) -> Listing:
    """Return the matrix as rows, for other programs."""
    names = matrix_names(pairs, most or len(pairs.rows) * 2)
    table = matrix(counted_pairs(pairs), list(names))
    rows: list[tuple[Any, ...]] = [
        (name, country or None, *(int(cell) if cell.isdigit() else None for cell in cells))
        for (name, country), cells in zip(names.items(), table, strict=True)
    ]
    return Listing(("name", "country", *names), rows)


def matrix_lines(pairs: Listing, columns: int) -> Iterator[Line]:
    """Yield the lines of the matrix of those who meet most, as many as fit."""
    names = matrix_names(pairs, _MOST)
    labels = [f"{name} {country}".strip() for name, country in names.items()]
    label = min(_WIDEST_LABEL, max(map(width, labels)))
    fitting = max(2, (columns - label - 4) // _CELL)
    names = dict(list(names.items())[:fitting])
    labels = labels[:fitting]
    heading = "".join(f"{number:>{_CELL}}" for number in range(1, len(names) + 1))
    yield [(" " * (label + 4), ""), (heading, "head")]
    for number, (text, cells) in enumerate(zip(labels, matrix(counted_pairs(pairs), list(names)), strict=True), 1):
        counts = "".join(f"{cell:>{_CELL}}" for cell in cells)
        yield [(f"{number:>2}  ", "head"), (padded(clipped(text, label), label), "actor"), (counts, "bar")]
