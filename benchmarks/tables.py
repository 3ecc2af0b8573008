"""What was measured -> Markdown tables, and their place between two markers of a document."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.budgets import Budget


class Table(NamedTuple):
    """A heading, a remark on how it was measured, the cells, and the budgets that these figures are held to."""

    title: str
    remark: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    budgets: tuple[Budget, ...] = ()


def render(table: Table) -> str:
    """Return a table as Markdown; the first column is aligned left, the figures right."""
    lines = ["| " + " | ".join(table.columns) + " |", "|---|" + "---:|" * (len(table.columns) - 1)]
    lines += ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in table.rows]
    return "\n".join([f"### {table.title}", "", table.remark, "", *lines])


def put_between_markers(document: Path, name: str, tables: Iterable[str]) -> None:
    """Replace what stands between the two markers of a name; the rest of the document stays as it is.

    Raises: ValueError when the document has no such markers.
    """
    text = document.read_text(encoding="utf-8")
    first, last = f"<!-- {name} -->", f"<!-- end of {name} -->"
    block = re.compile(f"{re.escape(first)}.*?{re.escape(last)}", re.DOTALL)
    if not block.search(text):
        raise ValueError(f"{document} has no place for {name}: it needs {first} and {last}")
    new = "\n\n".join([first, *tables, last])
    document.write_text(block.sub(lambda _: new, text, count=1), encoding="utf-8")


def milliseconds(seconds: float) -> str:
    """Write a time of a second or so."""
    return f"{seconds * 1000:,.0f} ms" if seconds >= 0.01 else f"{seconds * 1000:.2f} ms"


def number(value: float) -> str:
    """Write a count."""
    return f"{value:,.0f}"
