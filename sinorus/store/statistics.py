"""A question -> counts of its events by time, by who or where or what, by two of these, and who meets whom.

An event counts in the time unit in which it begins. One whose date is coarser than the unit is not pressed into it:
asked by month, an event of "2023" counts under 2023, one of the 1990s under 1990s.
"""

import sqlite3
from collections.abc import Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from sinorus.query.clauses import Clause
from sinorus.query.question import Question
from sinorus.store.dimensions import TIME_MEASURES, Dimension, Measure, dimension
from sinorus.store.listing import Listing, order_by
from sinorus.store.planning import plan_condition
from sinorus.store.time_units import empty_units

_PAIR_COLUMNS = ("a", "a_country", "b", "b_country", "events", "first", "last")


def count_by(
    connection: sqlite3.Connection, question: Question, *measures: Measure, every_unit: bool = False
) -> Listing:
    """Count the events of a question by one measure, or by two crossed.

    Shape: columns are the measures and `events`; time comes in its own order, everything else with the most frequent
    first. Units of time without events are listed, with a zero, only with `every_unit` and when nothing is crossed:
    those between the first and the last event. The question's limit is not looked at.
    """
    asked = question.asked_actors()
    dimensions = [dimension(measure, number, question.mentions, asked) for number, measure in enumerate(measures)]
    counted = _counted(connection, question, dimensions)
    labels = ", ".join(one.label for one in dimensions)
    named = "".join(one.named for one in dimensions)
    rows = connection.execute(f"SELECT {labels}, events FROM ({counted.sql}){named}", counted.params).fetchall()
    if every_unit and len(measures) == 1 and measures[0] in TIME_MEASURES:
        rows += [(unit, 0) for unit in empty_units(measures[0], [label for label, _ in rows])]
    for place, measure in reversed(list(enumerate(measures))):
        rows = _in_order(rows, place, measure)
    return Listing((*measures, "events"), rows)


def read_lanes(connection: sqlite3.Connection, question: Question, measure: Measure) -> Listing:
    """Return the events of a question once for each lane that they belong to, for a drawing over time.

    Shape: columns lane, id, start, end, date_text; by lane, the one with the most events first, then by start.
    """
    one = dimension(measure, 0, question.mentions)
    where, params = plan_condition(connection, question)
    rows = connection.execute(
        f'SELECT DISTINCT {one.label}, event_id, start, "end", date_text FROM (SELECT {_columns(one)},'
        f' events.id AS event_id, start, "end", date_text FROM events{one.joins} WHERE {where}){one.named}'
        ' ORDER BY start, "end", event_id',
        params,
    ).fetchall()
    sizes: dict[str, int] = {}
    for row in rows:
        sizes[row[0]] = sizes.get(row[0], 0) + 1
    return Listing(("lane", "id", "start", "end", "date_text"), sorted(rows, key=lambda row: (-sizes[row[0]], row[0])))


def count_pairs(connection: sqlite3.Connection, question: Question, sort: str | None = None) -> Listing:
    """Count who takes part together with whom; the question's `reverse` and `limit` go for the pairs.

    `sort` is a column, by default the count. When actors are asked for, only their own pairs count, not those of others
    in the same events.

    Shape: columns a, a_country, b, b_country, events, first, last; persons only.
    Raises: UsageError for a column that there is not.
    """
    pair = dimension("pair", 0, question.mentions, question.asked_actors())
    span = ', min(start) AS first, max(coalesce("end", start)) AS last'
    counted = _counted(connection, question, [pair], span)
    rows = connection.execute(
        "SELECT thing0.name AS a, thing0.country AS a_country, thing0b.name AS b, thing0b.country AS b_country,"
        f" events, first, last FROM ({counted.sql}){pair.named}"
        f" ORDER BY {order_by(_PAIR_COLUMNS, sort, question.reverse, 'a, b')} LIMIT ?",
        (*counted.params, -1 if question.limit is None else question.limit),
    ).fetchall()
    return Listing(_PAIR_COLUMNS, rows)


def _counted(
    connection: sqlite3.Connection, question: Question, dimensions: Sequence[Dimension], more: str = ""
) -> Clause:
    """Return a SELECT of the keys of some dimensions, their `events` counted, and more of each if that is wanted."""
    where, params = plan_condition(connection, question)
    keys = ", ".join(key for one in dimensions for key in one.keys)
    joins = "".join(one.joins for one in dimensions)
    return Clause(
        f"SELECT {', '.join(map(_columns, dimensions))}, count(DISTINCT events.id) AS events{more}"
        f" FROM events{joins} WHERE {where} GROUP BY {keys}",
        params,
    )


def _columns(one: Dimension) -> str:
    return ", ".join(f"{key_of} AS {key}" for key, key_of in one.keys.items())


def _in_order(rows: list[tuple[str | int, ...]], place: int, measure: Measure) -> list[tuple[str | int, ...]]:
    """Sort rows by one of their labels, in time or by how many events it has in all."""
    if measure in TIME_MEASURES:
        ordered = sorted(rows, key=lambda row: str(row[place]))
        return [_with_week(row, place) for row in ordered] if measure == "week" else ordered
    totals: dict[str | int, int] = {}
    for label, group in groupby(sorted(rows, key=itemgetter(place)), key=itemgetter(place)):
        totals[label] = sum(int(row[-1]) for row in group)
    return sorted(rows, key=lambda row: (-totals[row[place]], row[place]))


def _with_week(row: tuple[str | int, ...], place: int) -> tuple[str | int, ...]:
    """Put the ISO number of a week in the place of its Monday."""
    label = str(row[place])
    if len(label) < len("2024-01-01"):
        return row
    year, week, _ = date.fromisoformat(label).isocalendar()
    return (*row[:place], f"{year}-W{week:02d}", *row[place + 1 :])
