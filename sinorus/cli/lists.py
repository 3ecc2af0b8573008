"""`sinorus actors` and its like: what there is, how often, from when to when; all of them take the filters."""

from typing import Annotated

import typer

from sinorus.cli.database import reading
from sinorus.cli.listings import write_listing
from sinorus.cli.options import OUTPUT, Asking, Filters, Order, Output, Session
from sinorus.cli.output import write
from sinorus.cli.questions import notify_empty, read_question, told_instead
from sinorus.errors import UsageError
from sinorus.store.lists import ListName, list_columns, read_list

_ORIGINS = ("codebook", "text")


def _write_list(
    name: ListName,
    session: Session,
    filters: Filters,
    order: Order,
    asking: Asking,
    output: Output,
    origin: str | None = None,
) -> None:
    with reading(session) as connection:
        question = read_question(connection, filters, order, sorted_by_events=False)
        if told := told_instead(connection, question, asking):
            write(told, output)
            return
        sort = _column(name, order.sort)
        listing = read_list(connection, name, question, sort=sort, origin=origin)
        if asking.count:
            write([f"{len(listing.rows)}\n"], output)
            return
        if not listing.rows:
            notify_empty(connection, question, name)
        sentence = f" in {question.sentence()}" if question.filters else ""
        write_listing(name, listing, output, title=f"{name.capitalize()}{sentence}" if sentence else "")


def _column(name: ListName, sort: str | None) -> str | None:
    """Return the column to sort by; `name` stands for the first one in every list."""
    return list_columns(name)[0] if sort == "name" and "name" not in list_columns(name) else sort


def actors_command(
    session: Session,
    filters: Filters,
    order: Order,
    asking: Asking,
    output: Output,
    origin: Annotated[
        str | None,
        typer.Option(
            metavar="ORIGIN", help="Only those of the 'codebook', or only of the 'text'.", rich_help_panel=OUTPUT
        ),
    ] = None,
) -> None:
    """List persons, organizations and states that act.

    \b
    sinorus actors --country RU --since 2024-03
    sinorus actors --topic taiwan --csv
    """
    if origin is not None and origin not in _ORIGINS:
        raise UsageError(f"No actor comes from {origin!r}.", f"Write {' or '.join(_ORIGINS)}.")
    _write_list("actors", session, filters, order, asking, output, origin)


def roles_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the offices in which actors take part.

    \b
    sinorus roles --actor "Wang Yi"
    """
    _write_list("roles", session, filters, order, asking, output)


def places_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the places where events happen.

    \b
    sinorus places --actor Lavrov
    """
    _write_list("places", session, filters, order, asking, output)


def topics_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List what events are about.

    \b
    sinorus topics --actor Putin
    """
    _write_list("topics", session, filters, order, asking, output)


def activities_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the kinds of events: visits, meetings, calls.

    \b
    sinorus activities --country CN --country RU
    """
    _write_list("activities", session, filters, order, asking, output)


def countries_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the countries whose actors take part.

    \b
    sinorus countries --place Moscow
    """
    _write_list("countries", session, filters, order, asking, output)


def sources_command(session: Session, filters: Filters, order: Order, asking: Asking, output: Output) -> None:
    """List the sources and how many events each tells.

    \b
    sinorus sources
    """
    _write_list("sources", session, filters, order, asking, output)
