"""`sinorus stats`, `timeline` and `network`: events counted, drawn over time, and who takes part with whom."""

from typing import Annotated, cast

import typer

from sinorus.cli.database import reading
from sinorus.cli.listings import write_listing
from sinorus.cli.options import OUTPUT, Filters, Order, Output, Session
from sinorus.cli.output import chosen_format, notify, place_of, write
from sinorus.cli.questions import notify_empty, read_question
from sinorus.errors import UsageError
from sinorus.render.charts import bar
from sinorus.render.crossed import crossed, fitted, told_of_rest
from sinorus.render.drawn_lines import render_lines
from sinorus.render.network import matrix_lines, matrix_rows
from sinorus.render.timeline import timeline_lines
from sinorus.store.dimensions import MEASURES, Measure
from sinorus.store.listing import Listing
from sinorus.store.statistics import count_by, count_pairs, read_lanes

_LANES: tuple[Measure, ...] = ("actor", "country", "place", "topic", "role", "activity", "source")
_BAR = 30


def stats_command(
    session: Session,
    filters: Filters,
    order: Order,
    output: Output,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by", metavar="MEASURE", help=f"{', '.join(MEASURES)}; two make a cross table.", rich_help_panel=OUTPUT
        ),
    ] = None,
) -> None:
    """Count events by time, actor, country, topic and so on.

    A year, month, quarter or week without events counts 0, from the first event to the last.

    \b
    sinorus stats --by month --actor Lavrov
    sinorus stats --by country --by topic --csv
    """
    measures = _measures(by or ["month"], MEASURES, 2)
    with reading(session) as connection:
        question = read_question(connection, filters, order, sorted_by_events=False)
        counts = count_by(connection, question, *measures, every_unit=True)
        if not counts.rows:
            notify_empty(connection, question)
        drawn = chosen_format(output) == "table" and output.columns is None
        across = drawn and len(measures) == 2
        listing = crossed(counts, measures) if across else counts
        listing = listing.ordered(order.sort, order.reverse, order.limit)
        rest = ""
        if drawn and place_of(output).interactive:
            if across:
                fit = fitted(listing, place_of(output).width)
                listing, rest = fit.listing, told_of_rest(fit, measures)
            else:
                listing = _with_bars(listing)
        write_listing("counts", listing, output, title=question.title())
        if rest:
            notify(rest)


def timeline_command(
    session: Session,
    filters: Filters,
    output: Output,
    by: Annotated[
        list[str] | None,
        typer.Option("--by", metavar="LANE", help=f"A lane each: {', '.join(_LANES)}.", rich_help_panel=OUTPUT),
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", metavar="N", help="At most so many lanes.", rich_help_panel=OUTPUT)
    ] = None,
) -> None:
    """Draw events over time, a lane an actor or topic.

    \b
    sinorus timeline --country RU
    sinorus timeline --by topic --on 2024
    """
    (measure,) = _measures(by or ["actor"], _LANES, 1)
    with reading(session) as connection:
        question = read_question(connection, filters, Order(limit=limit))
        lanes = read_lanes(connection, question, measure)
        if not lanes.rows:
            notify_empty(connection, question)
        if chosen_format(output) != "table" or output.columns is not None:
            write_listing("lanes", _first_lanes(lanes, limit), output)
        else:
            terminal = place_of(output)
            lines = timeline_lines(lanes, terminal.width, limit)
            write(render_lines(lines, terminal), output)


def network_command(
    session: Session,
    filters: Filters,
    order: Order,
    output: Output,
    matrix: Annotated[bool, typer.Option("--matrix", help="Names against names.", rich_help_panel=OUTPUT)] = False,
) -> None:
    """Count who takes part together with whom.

    Two persons are a pair in an event in which both take part, whether or not they meet; with --actor, only the pairs
    of that actor count.

    \b
    sinorus network --topic ukraine-war
    sinorus network --country RU --country CN --matrix
    """
    with reading(session) as connection:
        question = read_question(connection, filters, order, sorted_by_events=False)
        pairs = count_pairs(connection, question, order.sort)
        if not pairs.rows:
            notify_empty(connection, question, "pairs")
        if not matrix:
            write_listing("pairs", pairs, output, title=question.title())
        elif chosen_format(output) != "table":
            write_listing("pairs", matrix_rows(pairs), output)
        elif pairs.rows:
            terminal = place_of(output)
            write(render_lines(matrix_lines(pairs, terminal.width), terminal), output)


def _measures(asked: list[str], known: tuple[Measure, ...], most: int) -> list[Measure]:
    names = list(dict.fromkeys(name.strip() for value in asked for name in value.split(",") if name.strip()))
    for name in names:
        if name not in known:
            raise UsageError(f"Events cannot be counted by {name!r}.", f"Count by {', '.join(known)}.")
    if not 1 <= len(names) <= most:
        raise UsageError(f"--by takes {'one measure' if most == 1 else 'one or two measures'}, not {len(names)}.")
    return cast(list[Measure], names)


def _first_lanes(lanes: Listing, limit: int | None) -> Listing:
    shown = set(list(dict.fromkeys(row[0] for row in lanes.rows))[:limit])
    return Listing(lanes.columns, [row for row in lanes.rows if row[0] in shown])


def _with_bars(listing: Listing) -> Listing:
    largest = max((row[-1] for row in listing.rows), default=0)
    return Listing((*listing.columns, "bar"), [(*row, bar(row[-1], largest, _BAR)) for row in listing.rows])
