"""Command lines -> what whole processes cost, two programs in turns, so that both meet the same weather."""

import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple

BIN = Path(sys.executable).parent
_PAIRS = 21


class Command(NamedTuple):
    """A program with its arguments; `terminal` gives it one of 120 columns to write to, else it writes to a pipe."""

    arguments: Sequence[str | Path]
    terminal: bool = False
    variables: Mapping[str, str] = {}


class Cost(NamedTuple):
    """What one run cost. Units: seconds, MiB."""

    wall: float
    processor: float
    memory: float
    output: bytes
    errors: bytes


class Pair(NamedTuple):
    """Two programs side by side: median seconds of each, the median ratio and the middle half of the ratios."""

    ours: float
    theirs: float
    ratio: float
    low: float
    high: float


def sinorus(*arguments: str | Path, terminal: bool = False) -> Command:
    """Return a command of this program."""
    return Command((BIN / "sinorus", *arguments), terminal)


def sqlite_utils(*arguments: str | Path, terminal: bool = False) -> Command:
    """Return a command of sqlite-utils."""
    return Command((BIN / "sqlite-utils", *arguments), terminal)


def run(command: Command) -> Cost:
    """Run a command to its end.

    Raises: RuntimeError when it fails.
    """
    reading, writing = pty.openpty() if command.terminal else os.pipe()
    if command.terminal:
        fcntl.ioctl(writing, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
    # Compiled modules are kept, as for any user: the variable that forbids it would make ours compile at each start.
    variables = {**os.environ, "TERM": "xterm-256color", "PYTHONDONTWRITEBYTECODE": "", **command.variables}
    begun = time.perf_counter()
    process = subprocess.Popen(
        command.arguments, stdin=subprocess.DEVNULL, stdout=writing, stderr=subprocess.PIPE, env=variables
    )
    os.close(writing)
    output = _read_all(reading)
    errors = process.stderr.read() if process.stderr else b""
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begun
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command.arguments} failed: {errors.decode()}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, output, errors)


def side_by_side(ours: Command, theirs: Command, pairs: int = _PAIRS) -> Pair:
    """Run two commands in turns, once unmeasured, then in pairs."""
    run(ours), run(theirs)
    walls = [(run(ours).wall, run(theirs).wall) for _ in range(pairs)]
    low, ratio, high = quantiles([a / b for a, b in walls], n=4, method="inclusive")
    return Pair(median(a for a, _ in walls), median(b for _, b in walls), ratio, low, high)


def in_turns(commands: Sequence[Command], rounds: int) -> list[list[float]]:
    """Run commands one after another, some rounds of it; return the wall seconds of each round."""
    for command in commands:
        run(command)
    return [[run(command).wall for command in commands] for _ in range(rounds)]


def medians(rounds: Sequence[Sequence[float]]) -> list[float]:
    """Return the median of each command over the rounds."""
    return [median(times) for times in zip(*rounds, strict=True)]


def ratio_of(rounds: Sequence[Sequence[float]], one: int, other: int) -> float:
    """Return the median over the rounds of how many times as long one command took as the other."""
    return median(times[one] / times[other] for times in rounds)


def _read_all(descriptor: int) -> bytes:
    """Read until the other end is closed; a terminal tells that by an error."""
    pieces = []
    with os.fdopen(descriptor, "rb", buffering=0) as file:
        try:
            while piece := file.read(1 << 16):
                pieces.append(piece)
        except OSError:
            pass
    return b"".join(pieces)
