"""The table of a pipe or a file: one line a row, aligned, nothing clipped, wrapped or coloured.

Columns are as wide as their cells, so that rows line up in a file and in `less -S`. Only where one cell in a hundred is
longer still, a roll of names for example, it pushes what follows, and the blanks of the next columns make up for it.
Rows are aligned block by block, so that any number of them can go through.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import ceil
from typing import Any

from sinorus.render.answer import Answer, Cell, cell_text
from sinorus.render.safe import one_line
from sinorus.render.widths import padded, width

_BLOCK = 1000
# A column is never narrower for being long than this, nor wider than that for the sake of one cell in a hundred.
_NARROW, _WIDEST = 48, 200
_USUAL = 0.99
_GAP = "  "


def render_plain(answer: Answer[Any], header: bool = True) -> Iterator[str]:
    """Yield the lines of a table."""
    rows = iter(answer.rows())
    head = [one_line(name.replace("_", " ").upper()) for name in answer.columns]
    widths = [0] * len(head)
    while block := list(islice(rows, _BLOCK)):
        texts = [[one_line(cell_text(cell)) for cell in row] for row in block]
        widths = [max(old, new) for old, new in zip(widths, _widths([head, *texts] if header else texts), strict=True)]
        numeric = [_is_number(row) for row in zip(*block, strict=True)]
        if header:
            yield _line(head, widths, numeric)
            header = False
        for row in texts:
            yield _line(row, widths, numeric)


def _widths(rows: Sequence[Sequence[str]]) -> list[int]:
    return [_width_of(sorted(map(width, column))) for column in zip(*rows, strict=True)]


def _width_of(widths: list[int]) -> int:
    """Return the width of a column whose cells have these widths, in rising order."""
    usual = widths[ceil(_USUAL * len(widths)) - 1]
    return min(widths[-1], max(_NARROW, min(_WIDEST, usual)))


def _is_number(column: Iterable[Cell]) -> bool:
    return all(isinstance(cell, int | float) or cell is None for cell in column)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    """Return a row; what one cell has too much is taken from the blanks of those behind it."""
    filled, over = [], 0
    for cell, wide, right in zip(cells, widths, numeric, strict=True):
        filled.append(padded(cell, wide - over, right))
        over = max(0, width(filled[-1]) + over - wide)
    return _GAP.join(filled).rstrip() + "\n"
