"""Counts -> drawings in text: bars, a sparkline, lanes over time, a matrix."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sinorus.labels import MONTHS
from sinorus.store.time_units import units_between

_EIGHTHS = " ▏▎▍▌▋▊▉"
_LEVELS = "▁▂▃▄▅▆▇█"
_ONE, _LONG, _MANY = "•", "━", "+"


class Stay(NamedTuple):
    """An event on a lane, from its first to its last day."""

    start: date
    end: date


def bar(value: int, largest: int, columns: int) -> str:
    """Return a bar whose length is to `columns` as a value is to the largest one; no value is without any bar.

    >>> bar(3, 4, 6)
    '████▌'
    """
    if value <= 0 or largest <= 0:
        return ""
    eighths = max(1, round(value * columns * 8 / largest))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def sparkline(values: Sequence[int]) -> str:
    """Return a line of small bars; where there is nothing, there is a blank.

    >>> sparkline([1, 0, 4, 2])
    '▂ █▄'
    """
    largest = max(values, default=0)
    return "".join(" " if not value else _LEVELS[max(0, round(value * 8 / largest) - 1)] for value in values)


def lane(stays: Iterable[Stay], first: date, last: date, columns: int) -> str:
    """Return events on a line from a first to a last day: a dot, a bar for a long one, a figure for several at once."""
    counts = [0] * columns
    marks = [" "] * columns
    for stay in stays:
        start, end = (_column(day, first, last, columns) for day in stay)
        for place in range(start, end + 1):
            counts[place] += 1
            marks[place] = _ONE if start == end else _LONG
    return "".join(
        mark if count < 2 else str(count) if count < 10 else _MANY for count, mark in zip(counts, marks, strict=True)
    )


def axis(first: date, last: date, columns: int) -> tuple[str, str]:
    """Return the ticks of a time axis and the labels below them, as dense as they fit: months, or years."""
    ticks, labels = ["─"] * columns, [" "] * columns
    free = 0
    for day, label in _marks(first, last, columns):
        place = _column(day, first, last, columns)
        if day >= first and place >= free and place + len(label) <= columns:
            ticks[place] = "┬"
            labels[place : place + len(label)] = label
            free = place + len(label) + 1
    return "".join(ticks), "".join(labels).rstrip()


def matrix(pairs: Mapping[tuple[str, str], int], names: Sequence[str]) -> list[list[str]]:
    """Return the counts of pairs in both directions, row by row; a dot where a name meets itself."""
    return [["·" if a == b else str(pairs.get((a, b)) or pairs.get((b, a)) or "") for b in names] for a in names]


def _column(day: date, first: date, last: date, columns: int) -> int:
    days = (last - first).days + 1
    return min(columns - 1, max(0, (day - first).days * columns // days))


def _marks(first: date, last: date, columns: int) -> Iterable[tuple[date, str]]:
    """Yield where the time units begin and how they are called."""
    years = last.year - first.year
    if years * 12 + last.month - first.month <= max(3, columns // 5):
        for month in units_between("month", first.isoformat()[:7], last.isoformat()[:7]):
            year, number = int(month[:4]), int(month[5:])
            name = MONTHS[number - 1][:3]
            yield (
                max(first, date(year, number, 1)),
                f"{name} {year}" if number == 1 or month == first.isoformat()[:7] else name,
            )
        return
    step = next((size for size in (1, 2, 5, 10, 20, 50, 100) if years // size <= columns // 6), 200)
    for year in range(first.year - first.year % step, last.year + 1, step):
        yield max(first, date(max(year, 1), 1, 1)), str(year)
