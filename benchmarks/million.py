"""Importing a million entries from one file, which takes a while: run it by its name."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import Budget
from benchmarks.clocks import apart, exponent
from benchmarks.importing import row, write
from benchmarks.programs import run, sinorus
from benchmarks.tables import Table, number

_SIZES = (33_000, 1_000_000)
_LINEAR = 1.15


def measure() -> list[Table]:
    """Return throughput, memory and growth of an import as long as a library."""
    rows, costs = [], []
    with TemporaryDirectory() as folder:
        for size in _SIZES:
            file, db = Path(folder, f"{size}.txt"), Path(folder, f"{size}.db")
            apart(write, file, size)
            costs.append(run(sinorus("--db", db, "import", file)))
            rows.append(row(f"`import`, {number(size)} entries", size, costs[-1:]))
    times = exponent(_SIZES, [cost.processor for cost in costs])
    memory = exponent(_SIZES, [cost.memory for cost in costs])
    return [
        Table(
            "Importing a million entries",
            f"One run each, whole processes, as above. Exponent of processor time {times:.2f}, of memory {memory:.2f}.",
            ("command", "wall time", "processor", "entries a second", "peak memory"),
            rows,
            (Budget("growth of importing up to 1,000,000 entries: exponent", _LINEAR, times),),
        )
    ]
