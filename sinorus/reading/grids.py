"""The cells of a table -> one line a row, its date in front: "5 March 2019<tab>Beijing; Talks open".

The first row may name the columns; a column of dates that is not the first is moved there, behind that of years. A
cell that spans several rows counts for each of them.
"""

import re
from collections.abc import Iterator

Cell = tuple[str, int]
Grid = list[tuple[int, list[Cell]]]
_YEAR = re.compile(r"years?", re.IGNORECASE)
_DATE = re.compile(r"(?:date|dates|when|day|days|time|period|month)(?:\s.{0,30})?|date\(s\)", re.IGNORECASE)
_NAME = re.compile(r"[^\d]{0,40}")


def rows_of_grid(grid: Grid) -> Iterator[tuple[int, str]]:
    """Yield the line number and the text of each row that has text.

    Shape: a grid is a list of (line, cells), each cell its text and how many rows it spans.
    """
    order: list[int] | None = None
    pending: dict[int, tuple[str, int]] = {}
    for number, (line, cells) in enumerate(grid):
        texts = _spread(cells, pending)
        if number == 0 and (order := _order(texts)) is not None:
            continue
        moved = [texts[i] for i in order if i < len(texts)] if order else texts
        filled = [text for text in moved if text]
        if filled:
            yield line, "\t".join((filled[0], "; ".join(filled[1:]))) if len(filled) > 1 else filled[0]


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


def _order(names: list[str]) -> list[int] | None:
    """Return the order of columns that brings the date to the front, when a row names the columns."""
    if len(names) < 2 or not all(_NAME.fullmatch(name) for name in names):
        return None
    years = [i for i, name in enumerate(names) if _YEAR.fullmatch(name)]
    dates = [i for i, name in enumerate(names) if _DATE.fullmatch(name)]
    if not years and not dates:
        return None
    first = [*years[:1], *dates[:1]]
    return [*first, *(i for i in range(len(names)) if i not in first)]
