"""Whole processes side by side with sqlite-utils on the bundled events, and what the start imports."""

import csv
import io
import re
from collections import defaultdict
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.budgets import Budget
from benchmarks.programs import BIN, Command, Pair, run, side_by_side, sinorus, sqlite_utils
from benchmarks.tables import Table, milliseconds

_IMPORT = re.compile(r"import time:\s+(\d+) \|\s+(\d+) \| +(\S+)")
_PROFILES = 7
_TABLE_COLUMNS = "id, date, actors, places, topics, text"


def measure() -> list[Table]:
    """Return the comparison of starts, and the dearest imports of two commands."""
    with TemporaryDirectory() as folder:
        db = Path(folder, "bundled.db")
        run(sinorus("--db", db, "import"))
        ours = ("--db", str(db), "events", "--actor", "Lavrov")
        return [
            _compare(db),
            _profile("the CSV", (*ours, "--csv")),
            _profile("the table on a terminal", ours, terminal=True),
        ]


def _compare(db: Path) -> Table:
    ours = ("--db", db, "events", "--actor", "Lavrov")
    columns, lavrov = _question(db)
    every, some = (lavrov.replace("events.*", names) for names in (columns, _TABLE_COLUMNS))
    _check_same(run(sinorus(*ours, "--csv")).output, run(sqlite_utils(db, every, "--csv")).output)
    bare = (BIN / "python", "-c", "pass")
    pairs: dict[str, tuple[Command, Command, float | None]] = {
        "`events --actor Lavrov --csv`": (sinorus(*ours, "--csv"), sqlite_utils(db, every, "--csv"), 0.65),
        "the same as a table, on a terminal": (
            sinorus(*ours, terminal=True),
            sqlite_utils(db, some, "--table", terminal=True),
            0.85,
        ),
        "the same as a table, in a pipe": (sinorus(*ours), sqlite_utils(db, some, "--table"), None),
        "`--help`": (sinorus("--help"), sqlite_utils("--help"), 1.0),
        "a completion: `events --actor Lav`": (*_completions(db), 1.0),
        "the interpreter alone": (Command(bare), Command(bare), None),
    }
    measured = {name: (side_by_side(a, b), budget) for name, (a, b, budget) in pairs.items()}
    rows = [_row(name, pair, budget) for name, (pair, budget) in measured.items()]
    budgets = [
        Budget(f"{name}: times the time of sqlite-utils", bound, pair.ratio)
        for name, (pair, bound) in measured.items()
        if bound is not None
    ]
    return Table(
        "Start-up",
        "Wall time of whole processes in turns, 21 pairs; the ratio is the median of the pairs' ratios, with the middle"
        " half of them. sqlite-utils gets the SELECT that `--sql` prints, and gives the same rows.",
        ("command", "sinorus", "sqlite-utils", "ratio", "middle half", "budget"),
        rows,
        tuple(budgets),
    )


def _row(name: str, pair: Pair, budget: float | None) -> tuple[str, ...]:
    figures = (milliseconds(pair.ours), milliseconds(pair.theirs), f"{pair.ratio:.2f}")
    return (name, *figures, f"{pair.low:.2f} to {pair.high:.2f}", "" if budget is None else f"{budget:.2f}")


def _question(db: Path) -> tuple[str, str]:
    """Return the columns that the CSV has, and the SELECT that sinorus itself says it asks."""
    ours = ("--db", db, "events", "--actor", "Lavrov")
    head = run(sinorus(*ours, "--csv")).output.decode().splitlines()[0]
    columns = ", ".join(f'"{column}"' for column in head.split(","))
    return columns, run(sinorus(*ours, "--sql")).output.decode().strip()


def _check_same(ours: bytes, theirs: bytes) -> None:
    one, other = (list(csv.reader(io.StringIO(told.decode()))) for told in (ours, theirs))
    if one != other:
        raise RuntimeError("The two programs do not print the same rows.")


def _completions(db: Path) -> tuple[Command, Command]:
    ours = {"_SINORUS_COMPLETE": "complete_bash", "COMP_WORDS": "sinorus events --actor Lav", "COMP_CWORD": "3"}
    theirs = {"_SQLITE_UTILS_COMPLETE": "bash_complete", "COMP_WORDS": "sqlite-utils que", "COMP_CWORD": "1"}
    return (
        sinorus()._replace(variables={**ours, "SINORUS_DB": str(db)}),
        sqlite_utils()._replace(variables=theirs),
    )


def _profile(what: str, arguments: tuple[str, ...], terminal: bool = False) -> Table:
    own: dict[str, list[int]] = defaultdict(list)
    whole: dict[str, list[int]] = defaultdict(list)
    command = Command((BIN / "python", "-X", "importtime", BIN / "sinorus", *arguments), terminal)
    for _ in range(_PROFILES):
        for line in run(command).errors.decode().splitlines():
            if found := _IMPORT.match(line):
                own[found[3]].append(int(found[1]))
                whole[found[3]].append(int(found[2]))
    dearest = sorted(own, key=lambda name: -median(own[name]))[:10]
    total = sum(median(times) for times in own.values()) / 1e6
    ours = sum(median(times) for name, times in own.items() if name.startswith("sinorus")) / 1e6
    rows = [(f"`{name}`", *(milliseconds(median(of[name]) / 1e6) for of in (own, whole))) for name in dearest]
    return Table(
        f"What {what} imports",
        f"{len(own)} modules, {milliseconds(total)} in all as the profiler slows it down, {milliseconds(ours)} of it"
        f" sinorus' own; the ten dearest, medians of {_PROFILES} runs.",
        ("module", "alone", "with what it imports"),
        rows,
    )
