"""Reading plain text: entries a second, one very long line, and growth with the size of the file."""

from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.budgets import worst
from benchmarks.clocks import apart, exponent, processor_seconds, steepest
from benchmarks.coding import LINEAR
from benchmarks.prose import as_document, entries, passage
from benchmarks.tables import Table, milliseconds, number
from sinorus.model import Entry
from sinorus.reading import read_chronology

_SIZES = (1_000, 10_000, 100_000)
_MEGABYTES = (1.25, 2.5, 5.0, 10.0)
_MB = 1_000_000
_PATIENCE = 30.0
# What a file may be full of, the last four with line ends; each is repeated to the size that is wanted.
_LINES = {
    "an entry of prose": ("April 8, 2024: ", ""),
    "prose without a date": ("", ""),
    "dates": ("", "April 8, 2024: "),
    "beginnings of dates": ("", "April 8-"),
    "figures": ("", "1.2.2024/"),
    "one word without a blank": ("", "x"),
    "blanks": ("April 8, 2024:", " "),
    "brackets opened": ("April 8, 2024: ", "[["),
    "asterisks": ("April 8, 2024: ", "*"),
    "table cells": ("| April 8, 2024 ", "| x "),
    "one entry of short lines": ("April 8, 2024: ", "and so on it goes,\n    "),
    "days alone on their lines": ("", "April 8, 2024\n"),
    "narrative in short lines": ("", "nothing of note.\n"),
    "empty lines": ("April 8, 2024: so.", "\n"),
}


def measure() -> list[Table]:
    """Return throughput with memory, and the cost of long lines."""
    return [_throughput(), _long_lines()]


def count_entries(document: Path | bytes) -> int:
    """Read a text and count its entries."""
    return sum(isinstance(passage, Entry) for passage in read_chronology(document, name="file.txt").passages())


def _throughput() -> Table:
    rows, costs = [], []
    thousand = list(entries(_SIZES[0]))
    for count in _SIZES:
        with TemporaryDirectory() as folder:
            file = Path(folder, "file.txt")
            file.write_text("".join(as_document(thousand * (count // len(thousand)))), encoding="utf-8")
            size = file.stat().st_size
            (taken, found), peak = apart(_read_file, file)
        costs.append(taken)
        told = (number(found), f"{size / _MB:.1f} MB", milliseconds(taken), number(found / taken))
        rows.append((*told, f"{peak:,.0f} MiB"))
    return Table(
        "Reading plain text",
        "Processor time on one core to read a generated chronology from a file, one entry a line; exponent"
        f" {exponent(_SIZES, costs):.2f}. The peak is the most memory that the reading process held.",
        ("entries", "file", "time", "entries a second", "peak"),
        rows,
    )


def _read_file(file: Path) -> tuple[float, int]:
    found = count_entries(file)
    return processor_seconds(count_entries, lambda: file), found


def _long_lines() -> Table:
    prose = passage(2_000) + " "
    rows, growth = [], {}
    for name, (head, pattern) in _LINES.items():
        sizes, costs = [], []
        for megabytes in _MEGABYTES:
            data = _line(head, pattern or prose, int(megabytes * _MB))
            sizes.append(megabytes)
            costs.append(processor_seconds(count_entries, lambda data=data: data, 1))  # type: ignore[misc]
            if costs[-1] > _PATIENCE:
                break
        told = [milliseconds(cost) for cost in costs] + ["not tried"] * (len(_MEGABYTES) - len(costs))
        slopes = (exponent(sizes, costs), steepest(sizes, costs)) if len(costs) > 1 else (float("nan"),) * 2
        growth[name] = slopes[0]
        rows.append((name, *told, *(f"{slope:.2f}" for slope in slopes)))
    return Table(
        "Reading one long line, or very many short ones",
        "Processor time for a file that is full of one thing, in a single line where the name does not say otherwise;"
        " an exponent of 1 is linear. The second exponent is that of the last step alone.",
        ("file of", *(f"{size:g} MB" for size in _MEGABYTES), "exponent", "last step"),
        rows,
        (worst("growth of reading with the length of a file: exponent", LINEAR, growth),),
    )


def _line(head: str, pattern: str, size: int) -> bytes:
    return (head + pattern * (size // len(pattern.encode()) + 1)).encode()[:size]
