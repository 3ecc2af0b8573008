"""Answer: rows of one kind, and how each of their columns is got; what every output format works on."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from sinorus.errors import UsageError

Cell: TypeAlias = str | int | float | tuple[str, ...] | None
Item = TypeVar("Item")


class Answer(NamedTuple, Generic[Item]):
    """Rows with their columns.

    `columns` gives the cell of a row under a name; `record` gives the row as the JSON object that it is, and those of
    its keys that `chosen` names when the user chose. `quote` gives the row as a line of Markdown, where it has a text
    that one would quote.
    """

    name: str
    items: Iterable[Item]
    columns: Mapping[str, Callable[[Item], Cell]]
    record: Callable[[Item], dict[str, Any]]
    chosen: tuple[str, ...] = ()
    quote: Callable[[Item], str] | None = None

    def only(self, names: Sequence[str]) -> "Answer[Item]":
        """Return the answer with these columns in this order.

        Raises: UsageError for a column that there is not, with those that there are.
        """
        for name in names:
            if name not in self.columns:
                raise UsageError(
                    f"The {self.name} have no column {name!r}.{_nearest(name, self.columns)}",
                    f"The columns are {', '.join(self.columns)}.",
                )
        return self._replace(columns={name: self.columns[name] for name in names}, chosen=tuple(names))

    def rows(self) -> Iterable[list[Cell]]:
        """Yield the cells of each row."""
        getters = list(self.columns.values())
        for item in self.items:
            yield [get(item) for get in getters]

    def records(self) -> Iterable[dict[str, Any]]:
        """Yield each row as a JSON object."""
        if not self.chosen:
            yield from map(self.record, self.items)
            return
        for item in self.items:
            full = self.record(item)
            yield {name: full[name] if name in full else self.columns[name](item) for name in self.chosen}


def of_rows(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Answer[Sequence[Any]]:
    """Return an answer of plain rows under named columns."""

    def column(place: int) -> Callable[[Sequence[Any]], Cell]:
        return lambda row: row[place]

    getters = {name: column(place) for place, name in enumerate(columns)}
    return Answer(name, rows, getters, lambda row: dict(zip(columns, row, strict=True)))


def cell_text(cell: Cell) -> str:
    """Return a cell as text; several values are joined with "; "."""
    if isinstance(cell, tuple):
        return "; ".join(cell)
    return "" if cell is None else str(cell)


def _nearest(name: str, columns: Iterable[str]) -> str:
    from difflib import get_close_matches  # noqa: PLC0415

    near = get_close_matches(name, list(columns), n=1)
    return f" Did you mean {near[0]!r}?" if near else ""
