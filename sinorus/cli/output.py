"""Where answers go: stdout, a file or a pager; and where everything else goes: stderr."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from typing import Any

from sinorus.cli.options import Output
from sinorus.errors import UsageError
from sinorus.render.answer import Answer
from sinorus.render.formats import FORMAT_NAMES, Style, find_format
from sinorus.render.safe import harmless
from sinorus.render.terminal import Terminal, find_pager, look_at, pager_environment

_SHORT_FORMATS = ("csv", "tsv", "json", "jsonl", "markdown")


def notify(sentence: str) -> None:
    """Tell the user something that is not the answer."""
    print(harmless(sentence), file=sys.stderr)  # noqa: T201 - stderr is for this


def chosen_format(output: Output) -> str:
    """Return the name of the one format that was asked for, `table` when none was.

    Raises: UsageError when several were, or an unknown one.
    """
    asked = {name for name in _SHORT_FORMATS if getattr(output, name)}
    asked |= {output.format} if output.format is not None else set()
    asked |= {"template"} if output.template is not None else set()
    if len(asked) > 1:
        raise UsageError(f"Only one format can be written at once, not {' and '.join(sorted(asked))}.")
    name = asked.pop() if asked else "table"
    if name not in FORMAT_NAMES:
        raise UsageError(f"There is no format {name!r}.", f"The formats are {', '.join(FORMAT_NAMES)}.")
    if name == "template" and output.template is None:
        raise UsageError("The format 'template' needs a pattern.", "Write --template '{start} {text}', for example.")
    return name


def place_of(output: Output) -> Terminal:
    """Return what the place of the output is like."""
    return Terminal(False) if output.output is not None else look_at(sys.stdout)


def chosen_columns(answer: Answer[Any], output: Output) -> Answer[Any]:
    """Return the answer with the columns that were asked for.

    Raises: UsageError for an unknown column.
    """
    if output.columns is None:
        return answer
    names = [name.strip() for name in output.columns.split(",") if name.strip()]
    if not names:
        raise UsageError("--columns names no column.", f"The columns are {', '.join(answer.columns)}.")
    return answer.only(list(dict.fromkeys(names)))


def write_format(answer: Answer[Any], name: str, output: Output) -> None:
    """Write an answer in a format for other programs."""
    style = Style(output.header, output.safe_cells, place_of(output).interactive, output.template)
    write(find_format(name)(answer, style), output)


def write(pieces: Iterable[str], output: Output) -> None:
    """Write pieces of text to a file, to a pager when they are many on a terminal, or to stdout."""
    terminal = place_of(output)
    if output.output is not None:
        from sinorus.cli.files import write_file

        write_file(output.output, pieces)
    elif terminal.interactive and output.pager:
        _page(iter(pieces), terminal)
    else:
        sys.stdout.writelines(pieces)


def write_plainly(pieces: Iterable[str]) -> None:
    """Write pieces of text to stdout as they are."""
    sys.stdout.writelines(pieces)


def _page(pieces: Iterator[str], terminal: Terminal) -> None:
    """Keep back what fits on the screen; as soon as there is more, all of it goes to the pager."""
    kept: list[str] = []
    lines = 0
    for piece in pieces:
        kept.append(piece)
        lines += piece.count("\n")
        if lines >= terminal.height and (command := find_pager()):
            _pipe_into(command, kept, pieces)
            return
    sys.stdout.writelines(kept)


def _pipe_into(command: list[str], kept: list[str], rest: Iterator[str]) -> None:
    import subprocess

    pager = subprocess.Popen(
        command, stdin=subprocess.PIPE, env=pager_environment(), text=True, encoding="utf-8", errors="backslashreplace"
    )
    assert pager.stdin is not None
    try:
        with suppress(BrokenPipeError), pager.stdin as stdin:
            stdin.writelines(kept)
            stdin.writelines(rest)
    finally:
        _await(pager)


def _await(pager: Any) -> None:
    """Wait for the pager, through Ctrl-C, which is the pager's own while it runs."""
    import signal

    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        pager.wait()
    finally:
        signal.signal(signal.SIGINT, before)
