"""Makes the README's pictures: runs the program in a terminal of its own and draws what it prints as SVG.

Run as `python -m docs.pictures`. The drawing is rich's own SVG export of the program's very output, colours included.
"""

import os
import pty
import shlex
from collections.abc import Callable
from pathlib import Path

from rich.console import Console
from rich.text import Text

from docs.examples import environment

PICTURES = Path(__file__).parent / "pictures"
SHOWN = {
    "events": ("sinorus events --actor Lavrov --since 2024-02-16 --no-pager", 100),
    "actor": ('sinorus actor "Wang Yi" --no-pager', 100),
}


def printed_in_a_terminal(command: str, columns: int) -> str:
    """Return what a command prints to a terminal of this width, control sequences included."""
    chunks: list[bytes] = []

    keep = ("NO_COLOR", "TERM", "COLUMNS", "TERMINAL_WIDTH")
    env = {k: v for k, v in environment().items() if k not in keep}
    env |= {"TERM": "xterm-256color", "COLUMNS": str(columns), "LINES": "60"}
    before = dict(os.environ)
    os.environ.clear()
    os.environ.update(env)
    try:
        pty.spawn(shlex.split(command), _reading(chunks))
    finally:
        os.environ.clear()
        os.environ.update(before)
    return b"".join(chunks).decode()


def _reading(chunks: list[bytes]) -> Callable[[int], bytes]:
    def read(descriptor: int) -> bytes:
        data = os.read(descriptor, 65536)
        chunks.append(data)
        return data

    return read


def main() -> None:
    """Write every picture."""
    PICTURES.mkdir(exist_ok=True)
    for name, (command, columns) in SHOWN.items():
        text = printed_in_a_terminal(command, columns).replace("\r", "")
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
            console = Console(record=True, width=columns, file=nowhere, force_terminal=True)
            console.print(Text.from_ansi(f"$ {command.removesuffix(' --no-pager')}\n{text.rstrip()}"))
            console.save_svg(str(PICTURES / f"{name}.svg"), title="sinorus")


if __name__ == "__main__":
    main()
