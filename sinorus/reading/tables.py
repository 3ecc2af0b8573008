"""CSV and TSV -> records, row by row, so that memory stays flat; the divider is found from the first line.

The first line names the columns. A table without such a line is read when its first column holds dates.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

from sinorus.dates.extents import UnreadableDateError
from sinorus.dates.parsing import parse_date
from sinorus.dates.resolving import Known
from sinorus.errors import DocumentError
from sinorus.reading.encodings import TextContent
from sinorus.reading.records import Record, field_of

_DIVIDERS = "\t,;|"
_LONGEST_NAME = 40
_MOST_NAMES = 10
_LARGEST_CELL = 10_000_000
_HINT = "Name the columns in the first line: date (or start and end, or year, month, day) and text."


@dataclass(frozen=True, slots=True)
class Table:
    """How a table is written: its divider, the field of each column, and whether its first line names them."""

    divider: str
    columns: tuple[str | None, ...]
    named: bool


def find_table(beginning: str) -> Table | None:
    """Return how the text is a table with named columns, or None when it is none."""
    lines = [line for line in beginning.splitlines() if line.strip()]
    if not lines or lines[0].lstrip().startswith("|") or len(lines[0]) > 2000:
        return None
    for divider in _DIVIDERS:
        names = next(csv.reader([lines[0].lstrip("\ufeff")], delimiter=divider), [])
        columns = tuple(field_of(name) if len(name) <= _LONGEST_NAME else None for name in names)
        if len(columns) >= 2 and {"date", "start", "year"} & set(columns) and {"text", "headline"} & set(columns):
            return Table(divider, columns, True)
    return None


def read_table(text: TextContent) -> Iterator[Record]:
    """Yield the records of a table.

    Raises: DocumentError when its columns are not known, or a row cannot be read.
    """
    beginning = "\n".join(line for line, _ in zip(text.lines(), range(20), strict=False))
    table = find_table(beginning) or _find_unnamed(beginning)
    name = text.content.name
    if table is None:
        raise DocumentError(f"{name}: its columns are not known{_seen(beginning)}", _HINT)
    csv.field_size_limit(_LARGEST_CELL)
    rows = csv.reader((f"{line}\n" for line in text.lines()), delimiter=table.divider)
    before, named = 0, table.named
    try:
        for cells in rows:
            line, before = before + 1, rows.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if named:
                named = False
                continue
            yield Record(line, _fields(table, cells))
    except csv.Error as error:
        raise DocumentError(
            f"{name}:{rows.line_num}: the row cannot be read ({error})", "Check its quotation marks."
        ) from None


def _seen(beginning: str) -> str:
    """Return the names in the first line, as far as a message has room for them."""
    first = next((line for line in beginning.splitlines() if line.strip()), "").lstrip("\ufeff")[:2000]
    names = max((next(csv.reader([first], delimiter=divider), []) for divider in _DIVIDERS), key=len)
    listed = ", ".join(" ".join(name.split())[:_LONGEST_NAME] for name in names[:_MOST_NAMES])
    return f" ({listed}{', ...' if len(names) > _MOST_NAMES else ''})" if listed else ""


def _fields(table: Table, cells: list[str]) -> dict[str, str]:
    fields: dict[str, str] = {}
    for column, cell in zip(table.columns, cells, strict=False):
        if column is not None and not fields.get(column):
            fields[column] = cell
    return fields


def _find_unnamed(beginning: str) -> Table | None:
    """Return a table whose first column holds dates and whose second the text."""
    lines = [line for line in beginning.splitlines() if line.strip()]
    for divider in _DIVIDERS:
        cells = next(csv.reader(lines[:1], delimiter=divider), [])
        if len(cells) < 2:
            continue
        try:
            parse_date(cells[0].lstrip("\ufeff"), Known(year=2000, order="day first"))
        except UnreadableDateError:
            continue
        return Table(divider, ("date", "text"), False)
    return None
