"""`sinorus show`: events in full, by their numbers or by ranges of them."""

import re
import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated

import typer

from sinorus.cli.database import reading
from sinorus.cli.options import Output, Session
from sinorus.cli.output import chosen_columns, chosen_format, place_of, write, write_format
from sinorus.errors import UsageError
from sinorus.render.answer import Answer, Cell
from sinorus.render.detail import detail_page, detail_record
from sinorus.render.events import COLUMNS, quoted_event
from sinorus.render.page import render_page
from sinorus.store.detail import EventDetail, find_numbers, read_event

_STDIN = "-"
_PIPE = 120
_LARGEST = 2**63 - 1
_NUMBERS = re.compile(r"#?(\d+)(?:[-–]#?(\d+))?", re.ASCII)


def show_command(
    session: Session,
    ids: Annotated[
        list[str], typer.Argument(metavar="ID...", help="Numbers of events, or 3-7; - reads them from stdin.")
    ],
    output: Output,
) -> None:
    """Show events in full, by their numbers.

    Who in which office, where, about what, from which source, and what came before and after.

    \b
    sinorus show 20
    sinorus show 3-7
    sinorus events --actor Lavrov --format ids | sinorus show -
    """
    format_name = chosen_format(output)
    numbers = list(_numbers(ids))
    with reading(session) as connection:
        details = _details(connection, numbers)
        if format_name == "table":
            terminal = place_of(output)
            pages = (detail_page(detail, terminal.width if terminal.interactive else _PIPE) for detail in details)
            write((piece for page in pages for piece in render_page(page, terminal)), output)
        else:
            write_format(chosen_columns(_answer(details), output), format_name, output)


def _answer(details: Iterable[EventDetail]) -> Answer[EventDetail]:
    def column(name: str) -> Callable[[EventDetail], Cell]:
        return lambda detail: COLUMNS[name](detail.event)

    columns = {name: column(name) for name in COLUMNS}
    return Answer("events", details, columns, detail_record, quote=lambda detail: quoted_event(detail.event))


def _numbers(ids: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last number of each range; a single number is both.

    Raises: UsageError for what is neither, and for a range that runs backwards.
    """
    for given in ids:
        typed = sys.stdin.read() if given == _STDIN else given
        for word in typed.replace(",", " ").split() or ([] if given == _STDIN else [given]):
            match = _NUMBERS.fullmatch(word)
            first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, _LARGEST + 1)
            if last > _LARGEST or first > _LARGEST:
                raise UsageError(
                    f"{word!r} is not the number of an event.", "The first column of 'sinorus events' has the numbers."
                )
            if last < first:
                raise UsageError(f"The range {word!r} runs backwards.", f"Write {last}-{first}.")
            yield first, last


def _details(connection: sqlite3.Connection, numbers: Iterable[tuple[int, int]]) -> Iterator[EventDetail]:
    """Yield the events; in a range, only those that there are.

    Raises: UsageError for a number or a range without any event.
    """
    for first, last in numbers:
        found = find_numbers(connection, first, last)
        if not found:
            asked = f"event {first}" if first == last else f"event from {first} to {last}"
            raise UsageError(f"There is no {asked}.", "'sinorus events' lists those that there are.")
        for number in found:
            detail = read_event(connection, number)
            if detail is not None:
                yield detail
