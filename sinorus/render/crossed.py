"""Counts by two measures -> a cross table: the first measure down, the second across, as much as a width holds."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sinorus.render.widths import width
from sinorus.store.dimensions import TIME_MEASURES, Measure
from sinorus.store.listing import Listing
from sinorus.store.names import PLURALS


class Fitted(NamedTuple):
    """What of a cross table fits, and how many columns and rows do not; a row that would be empty is left out."""

    listing: Listing
    columns_left: int
    rows_left: int


def crossed(listing: Listing, measures: Sequence[Measure]) -> Listing:
    """Return the cross table of counts with columns of two measures and `events`."""
    cells: dict[str, dict[str, int]] = {}
    totals: dict[str, int] = {}
    for down, across, events in listing.rows:
        cells.setdefault(str(down), {})[str(across)] = events
        totals[str(across)] = totals.get(str(across), 0) + events
    names = sorted(totals) if measures[1] in TIME_MEASURES else sorted(totals, key=lambda name: (-totals[name], name))
    rows: list[tuple[Any, ...]] = [(down, *(counts.get(name) for name in names)) for down, counts in cells.items()]
    return Listing((measures[0], *names), rows)


def fitted(listing: Listing, columns: int) -> Fitted:
    """Return the rows of a cross table with as many columns as fit, the first beside the labels."""
    label = max((width(name) for name in (listing.columns[0], *(row[0] for row in listing.rows))), default=0)
    shown = 1 + sum(1 for _ in _fitting(listing.columns[1:], columns - label))
    rows = [row[:shown] for row in listing.rows if any(cell is not None for cell in row[1:shown])]
    return Fitted(Listing(listing.columns[:shown], rows), len(listing.columns) - shown, len(listing.rows) - len(rows))


def told_of_rest(left: Fitted, measures: Sequence[Measure]) -> str:
    """Return a sentence on what does not fit and how to see it; nothing when all fits."""
    if not left.columns_left:
        return ""
    down, across = measures
    rest = f"{_number(left.columns_left, across)} more than fit here"
    alone = f", and {_number(left.rows_left, down)} with nothing but these" if left.rows_left else ""
    return f"{rest}{alone}: '--by {across},{down}' turns the table, '--csv' writes all."


def _number(count: int, measure: Measure) -> str:
    return f"{count} {measure if count == 1 else PLURALS.get(measure, measure + 's')}"


def _fitting(names: Iterable[str], room: int) -> Iterator[str]:
    for name in names:
        room -= width(name) + 2
        if room < 0:
            return
        yield name
