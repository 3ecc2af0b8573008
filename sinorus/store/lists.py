"""A question -> the actors, roles, places, topics, activities, countries or sources of its events, with counts.

    name, ..., events, first, last      how many events, the first day of the first and the last day of the last

The most frequent come first. Topics, activities and sources are listed even without events when nothing is filtered:
the first two are closed lists that a user wants to see whole.
"""

import sqlite3
from typing import Literal, NamedTuple, get_args

from sinorus.errors import UsageError
from sinorus.query.clauses import Clause
from sinorus.query.question import Question
from sinorus.store.listing import Listing

ListName = Literal["actors", "roles", "places", "topics", "activities", "countries", "sources"]
LIST_NAMES: tuple[ListName, ...] = get_args(ListName)
_COUNTS = ("events", "first", "last")


class _Shape(NamedTuple):
    """Where a list comes from: its own columns, the joins from `events` to its table, and the rows' identity."""

    columns: dict[str, str]
    joins: str
    identity: str
    by_part: bool = False
    closed: str | None = None


_ACTOR_LINK = " JOIN event_actors AS link ON link.event_id = events.id"
_ACTORS = _ACTOR_LINK + " JOIN actors ON actors.id = link.actor_id"
_SHAPES: dict[ListName, _Shape] = {
    "actors": _Shape(
        {name: f"actors.{name}" for name in ("name", "kind", "country", "native_name", "origin")},
        _ACTORS,
        "actors.id",
        by_part=True,
    ),
    "roles": _Shape(
        {name: f"roles.{name}" for name in ("title", "country", "organization")},
        _ACTOR_LINK + " JOIN roles ON roles.id = link.role_id",
        "roles.id",
        by_part=True,
    ),
    "places": _Shape(
        {name: f"places.{name}" for name in ("name", "kind", "country", "latitude", "longitude")},
        " JOIN event_places AS link ON link.event_id = events.id JOIN places ON places.id = link.place_id",
        "places.id",
    ),
    "topics": _Shape(
        {name: f"topics.{name}" for name in ("slug", "name", "description")},
        " JOIN event_topics AS link ON link.event_id = events.id JOIN topics ON topics.id = link.topic_id",
        "topics.id",
        closed="topics",
    ),
    "activities": _Shape(
        {name: f"activities.{name}" for name in ("slug", "name", "description", "plover_type", "plover_mode")},
        " JOIN event_activities AS link ON link.event_id = events.id"
        " JOIN activities ON activities.id = link.activity_id",
        "activities.id",
        closed="activities",
    ),
    "countries": _Shape(
        {name: f"countries.{name}" for name in ("code", "name")},
        _ACTORS + " JOIN countries ON countries.code = actors.country",
        "countries.code",
        by_part=True,
    ),
    "sources": _Shape(
        {name: f"sources.{name}" for name in ("id", "title", "author", "publisher", "url", "file", "imported_at")},
        " JOIN event_sources AS link ON link.event_id = events.id JOIN sources ON sources.id = link.source_id",
        "sources.id",
        closed="sources",
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
) -> Listing:
    """Count the events of a question by what they have; its own `reverse` and `limit` go for the list.

    `sort` is a column of the list, by default the count; `origin` keeps only actors of the codebook or of the text.

    Raises: UsageError for a column that the list does not have.
    """
    columns = list_columns(name)
    if sort is not None and sort not in columns:
        raise UsageError(f"The list of {name} has no column {sort!r}.", f"Its columns are {', '.join(columns)}.")
    shape = _SHAPES[name]
    counted = _counted(shape, question, origin)
    if shape.closed and not question.filters:
        counted = Clause(f"{counted.sql} UNION ALL {_without_events(shape)}", counted.params)
    order = _order(shape, sort, question.reverse)
    limit = Clause("") if question.limit is None else Clause(" LIMIT ?", (question.limit,))
    sql = f"SELECT * FROM ({counted.sql}) ORDER BY {order}{limit.sql}"
    return Listing(columns, connection.execute(sql, counted.params + limit.params).fetchall())


def _counted(shape: _Shape, question: Question, origin: str | None) -> Clause:
    where = question.condition()
    if shape.by_part and not question.mentions:
        where = Clause(f"{where.sql} AND link.part = 'participant'", where.params)
    if origin is not None:
        where = Clause(f"{where.sql} AND actors.origin = ?", (*where.params, origin))
    columns = ", ".join(f"{column} AS {name}" for name, column in shape.columns.items())
    return Clause(
        f"SELECT {columns}, count(DISTINCT events.id) AS events, min(events.start) AS first,"
        ' max(coalesce(events."end", events.start)) AS last'
        f" FROM events{shape.joins} WHERE {where.sql} GROUP BY {shape.identity}",
        where.params,
    )


def _without_events(shape: _Shape) -> str:
    link = shape.joins.split(" AS link")[0].rsplit(" ", 1)[-1]
    column = shape.joins.rsplit("link.", 1)[-1]
    return (
        f"SELECT {', '.join(shape.columns.values())}, 0, NULL, NULL FROM {shape.closed}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {link} AS link WHERE link.{column} = {shape.closed}.id)"
    )


def _order(shape: _Shape, sort: str | None, reverse: bool) -> str:
    name = next(iter(shape.columns))
    if sort is None or sort == "events":
        return f"events {'ASC' if reverse else 'DESC'}, {name}"
    return f"{sort}{' DESC' if reverse else ''}, events DESC, {name}"
