"""The cells of a table -> one line a row, its date in front: "5 March 2019<tab>Beijing; Talks open".

The first row may name the columns; a column of dates that is not the first is moved there, behind that of years. A
cell that spans several rows counts for each of them; an empty cell for the date has that of the row above.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.reading.records import field_of

Cell = tuple[str, int]
Grid = list[tuple[int, list[Cell]]]
_YEAR = re.compile(r"years?", re.IGNORECASE)
_DATE = re.compile(r"(?:date|dates|when|day|days|time|period|month)(?:\s.{0,30})?|date\(s\)", re.IGNORECASE)
_NAME = re.compile(r"[^\d]{0,40}")


@dataclass(frozen=True, slots=True)
class Columns:
    """What the first row names: the columns of dates, the order that brings them to the front, that of places."""

    dates: list[int]
    order: list[int]
    place: int | None


def rows_of_grid(grid: Grid) -> Iterator[tuple[int, str, str]]:
    """Yield the line number, the text and the place, if a column tells it, of each row that has text.

    Shape: a grid is a list of (line, cells), each cell its text and how many rows it spans.
    """
    columns: Columns | None = None
    above: list[str] = []
    pending: dict[int, tuple[str, int]] = {}
    for number, (line, cells) in enumerate(grid):
        texts = _spread(cells, pending)
        if number == 0 and (columns := _columns(texts)) is not None:
            continue
        if columns is not None:
            texts = above = _dated(texts, above, columns.dates)
        moved = [texts[i] for i in columns.order if i < len(texts)] if columns is not None else texts
        at = columns.place if columns is not None else None
        place = texts[at] if at is not None and at < len(texts) else ""
        filled = [text for text in moved if text]
        if filled:
            yield line, "\t".join((filled[0], "; ".join(filled[1:]))) if len(filled) > 1 else filled[0], place


def _dated(texts: list[str], above: list[str], dates: list[int]) -> list[str]:
    """Return a row's texts with the date of the row above where its own cells for that are empty."""
    if max(dates) >= min(len(texts), len(above)) or any(texts[i] for i in dates) or not any(texts):
        return texts
    return [above[i] if i in dates else text for i, text in enumerate(texts)]


def _spread(cells: list[Cell], pending: dict[int, tuple[str, int]]) -> list[str]:
    """Return a row's texts with those of cells from above that reach down to it."""
    texts: list[str] = []
    waiting = list(cells)
    while waiting or len(texts) in pending:
        column = len(texts)
        if column in pending:
            text, left = pending.pop(column)
        else:
            text, left = waiting.pop(0)
        texts.append(text)
        if left > 1:
            pending[column] = (text, left - 1)
    return texts


def _columns(names: list[str]) -> Columns | None:
    """Return what the columns are, when a row names them and one is of dates."""
    if len(names) < 2 or not all(_NAME.fullmatch(name) for name in names):
        return None
    years = [i for i, name in enumerate(names) if _YEAR.fullmatch(name)]
    dates = [i for i, name in enumerate(names) if _DATE.fullmatch(name)]
    if not years and not dates:
        return None
    first = [*years[:1], *dates[:1]]
    order = [*first, *(i for i in range(len(names)) if i not in first)]
    places = [i for i, name in enumerate(names) if field_of(name) == "places"]
    return Columns(first, order, places[0] if places else None)
