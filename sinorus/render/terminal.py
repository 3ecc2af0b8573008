"""What the place of output is like: a terminal or not, how wide and high, in colour or not, and the pager to use."""

import os
import shutil
from collections.abc import Mapping
from typing import NamedTuple, TextIO


class Terminal(NamedTuple):
    """A place where output goes. Units: columns and lines of characters."""

    interactive: bool
    width: int = 80
    height: int = 24
    colour: bool = False


def look_at(stream: TextIO, environment: Mapping[str, str] = os.environ) -> Terminal:
    """Return what a stream is like; NO_COLOR and TERM=dumb take the colour away."""
    if not stream.isatty():
        return Terminal(False, width=shutil.get_terminal_size((80, 24)).columns)
    size = shutil.get_terminal_size((80, 24))
    colour = not environment.get("NO_COLOR") and environment.get("TERM") != "dumb"
    return Terminal(True, max(size.columns, 40), size.lines, colour)


def find_pager(environment: Mapping[str, str] = os.environ) -> list[str] | None:
    """Return the command of the user's pager, None when there is none or it is switched off by PAGER=cat or empty."""
    import shlex  # noqa: PLC0415

    command = shlex.split(environment.get("SINORUS_PAGER", environment.get("PAGER", "less")))
    if not command or command[0] == "cat" or shutil.which(command[0]) is None:
        return None
    return command


def pager_environment(environment: Mapping[str, str] = os.environ) -> dict[str, str]:
    """Return the environment of the pager; `less` shows colours and leaves a short text alone by default."""
    return {"LESS": "FRX", "LV": "-c", **environment}
