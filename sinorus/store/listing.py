"""Listing: what every list, count and table of the store comes as, and the order in which it comes.

The most frequent come first. By a column, counts come from the largest down and everything else in its order; what has
no value there stands last, either way round.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sinorus.errors import UsageError


class Listing(NamedTuple):
    """Rows under named columns; the last columns are counts and dates."""

    columns: tuple[str, ...]
    rows: list[tuple[Any, ...]]

    def ordered(self, sort: str | None, reverse: bool, limit: int | None) -> "Listing":
        """Return the first rows by a column in which every number is a count; without one, the order is kept.

        Raises: UsageError for a column that there is not.
        """
        check_column(self.columns, sort)
        if sort is None:
            rows = self.rows[::-1] if reverse else self.rows
            return Listing(self.columns, rows[:limit])
        place = self.columns.index(sort)
        told = [row for row in self.rows if row[place] not in (None, "")]
        counts = all(isinstance(row[place], int) for row in told)
        told.sort(key=lambda row: row[place] if counts else str(row[place]), reverse=reverse != counts)
        blank = [row for row in self.rows if row[place] in (None, "")]
        return Listing(self.columns, [*told, *blank][:limit])


def order_by(columns: Sequence[str], sort: str | None, reverse: bool, ties: str) -> str:
    """Return the same order in SQL, for a listing of which `events` is the only count; `ties` are columns.

    Raises: UsageError for a column that there is not.
    """
    check_column(columns, sort)
    if sort is None or sort == "events":
        return f"events {'ASC' if reverse else 'DESC'}, {ties}"
    return f"{sort}{' DESC' if reverse else ''} NULLS LAST, events DESC, {ties}"


def check_column(columns: Sequence[str], sort: str | None) -> None:
    """Refuse to sort by a column that there is not.

    Raises: UsageError.
    """
    if sort is not None and sort not in columns:
        raise UsageError(f"There is no column {sort!r} to sort by.", f"The columns are {', '.join(columns)}.")
