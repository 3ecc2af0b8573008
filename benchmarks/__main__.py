"""`python -m benchmarks [NAME ...] [--write]`."""

import argparse
import sys
from importlib import import_module
from pathlib import Path

from benchmarks.budgets import render_budgets
from benchmarks.clocks import apart
from benchmarks.machine import describe
from benchmarks.tables import put_between_markers, render

NAMES = ("startup", "coding", "reading", "scale", "importing")
LONG = ("million",)
DOCUMENT = Path(__file__).parent.parent / "docs" / "benchmarks.md"


def main() -> None:
    """Measure, print, and write into the document if asked to."""
    options = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure sinorus.")
    options.add_argument(
        "names", nargs="*", metavar="NAME", help=f"one of {', '.join(NAMES + LONG)}; without any all but the last"
    )
    options.add_argument("--write", action="store_true", help=f"put the tables into {DOCUMENT.name}")
    typed = options.parse_args()
    if unknown := set(typed.names) - set(NAMES + LONG):
        options.error(f"no such benchmark: {', '.join(sorted(unknown))}")
    for name in typed.names or NAMES:
        tables, _ = apart(import_module(f"benchmarks.{name}").measure)
        budgets = render_budgets(budget for table in tables for budget in table.budgets)
        told = [f"Measured {describe()}", *map(render, tables)]
        sys.stdout.write("\n\n".join([f"## {name}", *told, budgets]) + "\n\n")
        sys.stdout.flush()
        if typed.write:
            put_between_markers(DOCUMENT, name, told)
            put_between_markers(DOCUMENT, f"budgets of {name}", [budgets])


if __name__ == "__main__":
    main()
