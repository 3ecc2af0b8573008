"""The program on a terminal of its own, in a child: what the terminal would get, byte for byte."""

import fcntl
import os
import struct
import sys
import termios
from collections.abc import Sequence

from sinorus.cli.app import main
from tests.faults.children import start, wait


def shown_on_terminal(arguments: Sequence[str], columns: int = 100) -> str:
    """Run the program with stdout and stderr on a new terminal and return what it wrote there."""
    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))

    def work() -> None:
        os.close(leader)
        for stream in (0, 1, 2):
            os.dup2(follower, stream)
        os.environ.pop("COLUMNS", None)
        sys.stdout, sys.stderr = (open(stream, "w", closefd=False) for stream in (1, 2))  # noqa: SIM115
        main(arguments)

    child = start(work)
    os.close(follower)
    shown = b""
    while piece := _read(leader):
        shown += piece
    os.close(leader)
    assert wait(child) in (0, 1, 2, 3, 4), shown
    assert b"Traceback" not in shown, shown
    assert b"fault in sinorus" not in shown, shown
    return shown.decode("utf-8", "surrogateescape").replace("\r\n", "\n")


def _read(leader: int) -> bytes:
    try:
        return os.read(leader, 65536)
    except OSError:  # Linux says so when the other end is closed
        return b""
