"""CSV tables of the codebook -> rows that know their file and line; a malformed row is an error that names it."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sinorus.errors import CodebookError


@dataclass(slots=True)
class Row:
    """One row of a table: its cells by column, and where it stands."""

    cells: dict[str, str]
    file: Path
    line: int

    def __getitem__(self, column: str) -> str:
        return self.cells[column]

    def many(self, column: str) -> tuple[str, ...]:
        """Return the values of a cell that holds several, separated by semicolons."""
        cell = self.cells[column]
        return tuple(value for part in cell.split(";") if (value := part.strip())) if cell else ()

    def error(self, column: str, problem: str) -> CodebookError:
        """Return the error that points at this cell."""
        position = list(self.cells).index(column) + 1
        return CodebookError(
            f"{self.file}:{self.line}:{position}: {problem}: {self.cells[column]!r} in column '{column}'",
            "Correct that row; nothing was changed.",
        )


def read_table(name: str, columns: Sequence[str], folders: Sequence[Path]) -> Iterator[Row]:
    """Read the rows of a table from each folder in turn, so that a later folder can add to an earlier one.

    Raises: CodebookError with file and line for a wrong header, a wrong number of cells, or bytes that are not UTF-8.
    """
    for folder in folders:
        for file in [folder / f"{name}.csv", *sorted((folder / name).glob("*.csv"))]:
            if file.is_file():
                yield from _read_file(file, columns)


def _read_file(file: Path, columns: Sequence[str]) -> Iterator[Row]:
    wanted = [*columns, "source"]
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            if header != wanted:
                raise CodebookError(
                    f"{file}:1:1: the columns are {', '.join(header) or 'missing'}",
                    f"This table has the columns {','.join(wanted)}",
                )
            for cells in reader:
                if not cells:
                    continue
                if len(cells) != len(wanted):
                    raise CodebookError(
                        f"{file}:{reader.line_num}:1: {len(cells)} cells where {len(wanted)} are wanted",
                        "Quote a cell that holds a comma; several values are separated by ';'.",
                    )
                yield Row(dict(zip(wanted, map(str.strip, cells), strict=True)), file, reader.line_num)
    except UnicodeDecodeError as error:
        raise CodebookError(f"{file}: byte {error.start} is not UTF-8", "Save the table as UTF-8.") from None
    except csv.Error as error:
        raise CodebookError(
            f"{file}:{reader.line_num}:1: {error}", "Quote a cell that holds quotes or line ends."
        ) from None
