"""`sinorus show`: events in full, by their numbers."""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Annotated, Any

import typer

from sinorus.cli.database import reading
from sinorus.cli.options import Output, Session
from sinorus.cli.output import chosen_columns, chosen_format, place_of, write, write_format
from sinorus.errors import UsageError
from sinorus.render.answer import Answer, Cell
from sinorus.render.detail import detail_page, detail_record
from sinorus.render.events import COLUMNS, of_events
from sinorus.render.page import render_page
from sinorus.store.detail import EventDetail, read_event

_STDIN = "-"
_PIPE = 120
_LARGEST = 2**63 - 1


def show_command(
    session: Session,
    ids: Annotated[list[str], typer.Argument(metavar="ID...", help="Numbers of events; - reads them from stdin.")],
    output: Output,
) -> None:
    """Show events in full, by their numbers.

    Who in which office, where, about what, from which source, and what came before and after.

    \b
    sinorus show 20
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
            quoted = format_name == "markdown"  # where an event is a paragraph, the same as in a list
            answer: Answer[Any] = of_events(detail.event for detail in details) if quoted else _answer(details)
            write_format(chosen_columns(answer, output), format_name, output)


def _answer(details: Iterable[EventDetail]) -> Answer[EventDetail]:
    def column(name: str) -> Callable[[EventDetail], Cell]:
        return lambda detail: COLUMNS[name](detail.event)

    return Answer("events", details, {name: column(name) for name in COLUMNS}, detail_record)


def _numbers(ids: Iterable[str]) -> Iterator[int]:
    for given in ids:
        for word in sys.stdin.read().split() if given == _STDIN else [given]:
            digits = word.removeprefix("#").rstrip(",")
            if not (digits.isascii() and digits.isdigit() and int(digits) <= _LARGEST):
                raise UsageError(
                    f"{word!r} is not the number of an event.", "The first column of 'sinorus events' has the numbers."
                )
            yield int(digits)


def _details(connection: sqlite3.Connection, numbers: Iterable[int]) -> Iterator[EventDetail]:
    for number in numbers:
        detail = read_event(connection, number)
        if detail is None:
            raise UsageError(f"There is no event {number}.", "'sinorus events' lists those that there are.")
        yield detail
