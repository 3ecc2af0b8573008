"""The table of a pipe or a file: one line a row, aligned, nothing clipped, wrapped or coloured.

Columns are as wide as the cells of the first rows, up to a limit; a longer cell pushes the rest of its line. Rows are
aligned block by block, so that any number of them can go through.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sinorus.render.answer import Answer, Cell, cell_text
from sinorus.render.safe import one_line
from sinorus.render.widths import padded, width

_BLOCK = 1000
_WIDEST = 48
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
    return [min(_WIDEST, max(map(width, column))) for column in zip(*rows, strict=True)]


def _is_number(column: Iterable[Cell]) -> bool:
    return all(isinstance(cell, int | float) or cell is None for cell in column)


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    filled = (padded(cell, to, right) for cell, to, right in zip(cells, widths, numeric, strict=True))
    return _GAP.join(filled).rstrip() + "\n"
