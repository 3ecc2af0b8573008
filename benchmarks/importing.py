"""Importing a whole journal from a file to the database, beside sqlite-utils with rows that are coded already."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.clocks import apart, exponent
from benchmarks.programs import Command, Cost, run, sinorus, sqlite_utils
from benchmarks.prose import as_document, entries
from benchmarks.tables import Table, number

_SIZES = (3_300, 33_000)
_VIEWS = ("event_list", "participations")


def measure() -> list[Table]:
    """Return throughput and memory of an import, and of storing what it found."""
    with TemporaryDirectory() as folder:
        home = Path(folder)
        rows, imports = [], []
        for size in _SIZES:
            file, db = home / f"{size}.txt", home / f"{size}.db"
            apart(write, file, size)
            imports.append(run(sinorus("--db", db, "import", file)))
            rows.append(row(f"`import`, {number(size)} entries", size, imports[-1:]))
        rows.append(row("`import` of the same file again", size, [run(sinorus("--db", db, "import", file))]))
        rows.append(row("`recode`", size, [run(sinorus("--db", db, "recode"))]))
        rows.append(row("`import --dry-run`", size, [run(sinorus("--db", db, "import", "--dry-run", file))]))
        exports = [_export(db, view, home) for view in _VIEWS]
        rows.append(row("`sqlite-utils insert` of the coded rows", size, [run(command) for command in exports]))
    growth = exponent(_SIZES, [cost.processor for cost in imports])
    return [
        Table(
            "Importing",
            "One run each, whole processes, from a text file of 45 words an entry to the finished database with its"
            f" search indexes; exponent of processor time {growth:.2f}. sqlite-utils gets the two views `event_list`"
            " and `participations` as CSV, so has nothing to read, to find, or to index; its time is that of both.",
            ("command", "wall time", "processor", "entries a second", "peak memory"),
            rows,
        )
    ]


def write(file: Path, count: int) -> None:
    """Write a generated chronology."""
    with file.open("w", encoding="utf-8") as opened:
        opened.writelines(as_document(entries(count, seed=33)))


def _export(db: Path, view: str, home: Path) -> Command:
    """Write a view as CSV; return the command that stores it elsewhere."""
    rows = home / f"{view}.csv"
    rows.write_bytes(run(sqlite_utils(db, f"select * from {view}", "--csv")).output)
    return sqlite_utils("insert", home / "plain.db", view, rows, "--csv")


def row(name: str, entries_stored: int, costs: Sequence[Cost]) -> tuple[str, ...]:
    """Return the cells of what one or several commands cost together."""
    wall = sum(cost.wall for cost in costs)
    processor = sum(cost.processor for cost in costs)
    peak = max(cost.memory for cost in costs)
    return (name, f"{wall:.1f} s", f"{processor:.1f} s", number(entries_stored / wall), f"{peak:,.0f} MiB")
