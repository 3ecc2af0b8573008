"""Counts by month -> one line of small bars from the first event to the last, in the finest bins that have room.

    2013-08 █  ▃ █ 2019-08, by quarter

Bins are months, quarters, or 1, 2, 5, 10 ... years; what is dated more coarsely than a bin is not drawn.
"""

from collections.abc import Iterator
from typing import NamedTuple

from sinorus.render.charts import sparkline
from sinorus.render.page import Line
from sinorus.store.listing import Listing
from sinorus.store.time_units import is_unit, units_between

_WIDEST = 60
_TOLD = len("2013-08  2019-08, by 100 years")
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)


class _Bins(NamedTuple):
    """Counts from the first bin to the last, and how the bins are told; months need no word."""

    first: str
    last: str
    counts: list[int]
    told: str


def counts_over_time(months: Listing, columns: int) -> list[Line]:
    """Return the line for a width, from a listing with columns month and events; none for less than two months."""
    counts = {str(label): int(events) for label, events in months.rows}
    if sum(is_unit("month", label) for label in counts) < 2:
        return []
    room = max(10, min(_WIDEST, columns - _TOLD))
    bins = next(
        bins for bins in _ways(counts) if len(bins.counts) <= room or bins.told.endswith(f" {_STEPS[-1]} years")
    )
    drawn = sparkline(bins.counts)
    return [[(f"{bins.first} ", "date"), (drawn, "bar"), (f" {bins.last}", "date"), (bins.told, "quiet")]]


def _ways(counts: dict[str, int]) -> Iterator[_Bins]:
    """Yield the bins from the finest to the coarsest."""
    by_month = {label: number for label, number in counts.items() if is_unit("month", label)}
    span = units_between("month", min(by_month), max(by_month))
    yield _Bins(span[0], span[-1], [by_month.get(month, 0) for month in span], "")
    by_quarter = _summed({label: f"{label[:4]}-Q{(int(label[5:]) + 2) // 3}" for label in by_month}, counts)
    span = units_between("quarter", min(by_quarter), max(by_quarter))
    yield _Bins(span[0], span[-1], [by_quarter.get(quarter, 0) for quarter in span], ", by quarter")
    for step in _STEPS:
        yield _by_years(counts, step)


def _by_years(counts: dict[str, int], step: int) -> _Bins:
    fine = [label for label in counts if not label.endswith("s") or step % 10 == 0]  # "1990s"
    by_years = _summed({label: f"{int(label[:4]) // step * step:04d}" for label in fine}, counts)
    years = [f"{year:04d}" for year in range(int(min(by_years)), int(max(by_years)) + 1, step)]
    told = ", by year" if step == 1 else f", by {step} years"
    return _Bins(years[0], years[-1], [by_years.get(year, 0) for year in years], told)


def _summed(bins: dict[str, str], counts: dict[str, int]) -> dict[str, int]:
    totals: dict[str, int] = {}
    for label, its_bin in bins.items():
        totals[its_bin] = totals.get(its_bin, 0) + counts[label]
    return totals
