"""Runs the program for the documents, in a fresh data folder, so that what they show is what it prints."""

import atexit
import os
import shlex
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

_ROOT = Path(__file__).parent.parent
_BIN = Path(sys.executable).parent


@cache
def environment() -> dict[str, str]:
    """Return the environment of a user with a fresh data folder and the bundled chronologies."""
    home = tempfile.mkdtemp(prefix="sinorus-docs-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    kept = {key: value for key, value in os.environ.items() if not key.startswith(("SINORUS", "XDG"))}
    path = f"{_BIN}{os.pathsep}{kept.get('PATH', '')}"
    plain = {"NO_COLOR": "1", "TERMINAL_WIDTH": "80", "COLUMNS": "80", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    env = {**kept, **plain, "PATH": path, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home}
    subprocess.run(["sinorus", "sources"], env=env, capture_output=True, check=True)
    return env


def output(command: str, lines: int | None = None) -> str:
    """Return what a shell command prints to standard output, the first lines of it if a number is given."""
    done = subprocess.run(
        ["sh", "-c", command], env=environment(), capture_output=True, text=True, cwd=_ROOT, check=True
    )
    printed = [line.rstrip() for line in done.stdout.splitlines()]
    if lines is not None and len(printed) > lines:
        printed = [*printed[:lines], "..."]
    return "\n".join(printed)


def show(command: str, lines: int | None = None) -> str:
    """Return a console block with a command and what it prints."""
    return f"\n```console\n$ {command}\n{output(command, lines)}\n```\n"


def run(command: str) -> "subprocess.CompletedProcess[str]":
    """Run a command of the documents as a user would; tests use it."""
    return subprocess.run(
        shlex.split(command), env=environment(), capture_output=True, text=True, cwd=_ROOT, check=False
    )
