"""A question -> the actors, roles, places, topics, activities, countries or sources of its events, with counts.

    name, ..., events, first, last      how many events, the first day of the first and the last day of the last

The most frequent come first. Topics, activities and sources are listed even without events when nothing is filtered:
the first two are closed lists that a user wants to see whole.
"""

import sqlite3
from typing import Literal, NamedTuple

from sinorus.query.clauses import Clause
from sinorus.query.filters import country_shown, one_of
from sinorus.query.question import Question
from sinorus.store.listing import Listing, order_by
from sinorus.store.planning import plan_condition

ListName = Literal["actors", "roles", "places", "topics", "activities", "countries", "sources"]
_COUNTS = ("events", "first", "last")


class _Shape(NamedTuple):
    """Where a list comes from: a table with its columns, and the link table that joins it to events."""

    table: str
    columns: tuple[str, ...]
    links: str
    link: str
    closed: bool = False


_SHAPES: dict[ListName, _Shape] = {
    "actors": _Shape("actors", ("name", "kind", "country", "native_name", "origin"), "event_actors", "actor_id"),
    "roles": _Shape("roles", ("title", "country", "organization"), "event_actors", "role_id"),
    "places": _Shape("places", ("name", "kind", "country", "latitude", "longitude"), "event_places", "place_id"),
    "topics": _Shape("topics", ("slug", "name", "description"), "event_topics", "topic_id", closed=True),
    "activities": _Shape(
        "activities",
        ("slug", "name", "description", "plover_type", "plover_mode"),
        "event_activities",
        "activity_id",
        closed=True,
    ),
    "countries": _Shape("countries", ("code", "name"), "event_actors", "actor_id"),
    "sources": _Shape(
        "sources",
        ("id", "title", "author", "publisher", "url", "file", "imported_at"),
        "event_sources",
        "source_id",
        closed=True,
    ),
}


def list_columns(name: ListName) -> tuple[str, ...]:
    """Return the columns of a list."""
    return (*_SHAPES[name].columns, *_COUNTS)


def read_list(
    connection: sqlite3.Connection,
    name: ListName,
    question: Question,
    *,
    sort: str | None = None,
    origin: str | None = None,
    holding: tuple[int, ...] = (),
) -> Listing:
    """Count the events of a question by what they have; its own `reverse` and `limit` go for the list.

    `sort` is a column of the list, by default the count; `origin` keeps only actors of the codebook or of the text,
    `holding` only those who hold one of some roles in the event.

    Raises: UsageError for a column that the list does not have.
    """
    shape, columns = _SHAPES[name], list_columns(name)
    order = order_by(columns, sort, question.reverse, shape.columns[0])
    counted = _counted(shape, plan_condition(connection, question), question.mentions, origin, holding)
    if shape.closed and not question.filters:
        counted = Clause(f"{counted.sql} UNION ALL {_without_events(shape)}", counted.params)
    limit = Clause("") if question.limit is None else Clause(" LIMIT ?", (question.limit,))
    sql = f"SELECT * FROM ({counted.sql}) ORDER BY {order}{limit.sql}"
    return Listing(columns, connection.execute(sql, counted.params + limit.params).fetchall())


def _counted(shape: _Shape, where: Clause, mentions: bool, origin: str | None, holding: tuple[int, ...]) -> Clause:
    """Return a SELECT of the list; what a link leads to is counted before it is named (see `dimensions`)."""
    joins = f" CROSS JOIN {shape.links} AS link ON link.event_id = events.id"
    if shape.links == "event_actors" and not mentions:
        joins += " AND link.part = 'participant'"
    key = f"link.{shape.link}"
    if shape.table == "countries":
        key = country_shown("link.role_id", "link.actor_id")
    if shape.link == "role_id":
        joins += " AND link.role_id IS NOT NULL"
    held = Clause("")
    if holding:
        role = one_of("link.role_id", holding)
        held = Clause(f" AND {role.sql}", role.params)
    counted = (
        f"SELECT {key} AS key, count(DISTINCT events.id) AS events, min(events.start) AS first,"
        ' max(coalesce(events."end", events.start)) AS last'
        f" FROM events{joins} WHERE {where.sql}{held.sql} GROUP BY {key}"
    )
    named = f" CROSS JOIN {shape.table} ON {shape.table}.{_identity(shape)} = key"
    chosen = Clause("") if origin is None else Clause(" WHERE actors.origin = ?", (origin,))
    sql = f"SELECT {_columns(shape)}, events, first, last FROM ({counted}){named}{chosen.sql}"
    return Clause(sql, where.params + held.params + chosen.params)


def _without_events(shape: _Shape) -> str:
    return (
        f"SELECT {_columns(shape)}, 0, NULL, NULL FROM {shape.table} WHERE NOT EXISTS"
        f" (SELECT 1 FROM {shape.links} AS link WHERE link.{shape.link} = {shape.table}.id)"
    )


def _columns(shape: _Shape) -> str:
    return ", ".join(f"{shape.table}.{column}" for column in shape.columns)


def _identity(shape: _Shape) -> str:
    return "code" if shape.table == "countries" else "id"
