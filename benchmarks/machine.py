"""The machine, the versions and the day -> one paragraph above the tables."""

import os
import platform
import sqlite3
from datetime import date
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("sinorus", "typer", "rich", "sqlite-utils", "click")


def describe() -> str:
    """Return where and when the figures were taken."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        f"{date.today().isoformat()}: {_processor()}, {os.cpu_count()} cores, {_memory()} GiB of memory, shared with"
        f" other work (load {os.getloadavg()[1]:.1f}); {platform.system()} {platform.release().split('-')[0]},"
        f" Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {packages}."
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _memory() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / (1 << 30))
