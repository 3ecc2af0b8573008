"""A question -> events, with all that hangs on them, some hundred at a time.

The ids are read at once and the rows block by block, each with one statement a table: no cursor stays open while a
caller writes to a slow pipe or a pager, so that no reader keeps an import waiting. An event that is removed meanwhile
is left out.
"""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from sinorus.query.question import Question
from sinorus.store.planning import plan_condition, plan_select
from sinorus.store.rows import ActorRow, EventRow, LabelRow, PlaceRow

_BLOCK = 400
_EVENTS = (
    'SELECT events.id, edtf, date_text, start, "end", precision, text, note, sources.title, line'
    " FROM events JOIN sources ON sources.id = events.source_id WHERE events.id IN ({})"
)
_ACTORS = (
    "SELECT link.event_id, actors.name, actors.kind, coalesce(roles.country, actors.country), roles.title,"
    " link.role_basis, link.part, link.mention, link.mention_start, link.mention_end, link.reason, actors.id"
    " FROM event_actors AS link JOIN actors ON actors.id = link.actor_id LEFT JOIN roles ON roles.id = link.role_id"
    " WHERE link.event_id IN ({}) ORDER BY link.id"
)
_PLACES = (
    "SELECT link.event_id, places.name, places.country, places.kind, places.latitude, places.longitude,"
    " link.mention, link.mention_start, link.mention_end, link.reason, places.id"
    " FROM event_places AS link JOIN places ON places.id = link.place_id WHERE link.event_id IN ({}) ORDER BY link.id"
)
_LABELS = (
    "SELECT link.event_id, label.slug, label.name, link.cue, link.cue_start, link.cue_end"
    " FROM event_{labels} AS link JOIN {labels} AS label ON label.id = link.{key}"
    " WHERE link.event_id IN ({{}}) ORDER BY link.id"
)
_TOPICS = _LABELS.format(labels="topics", key="topic_id")
_ACTIVITIES = _LABELS.format(labels="activities", key="activity_id")

Child = TypeVar("Child", ActorRow, PlaceRow, LabelRow)


def read_events(connection: sqlite3.Connection, question: Question) -> Iterator[EventRow]:
    """Yield the events that answer a question, in its order."""
    return read_events_by_id(connection, find_events(connection, question))


def read_events_by_id(connection: sqlite3.Connection, ids: Sequence[int]) -> Iterator[EventRow]:
    """Yield events in the order of their ids as given; an id that nothing has is left out."""
    for first in range(0, len(ids), _BLOCK):
        yield from _read_block(connection, ids[first : first + _BLOCK])


def find_events(connection: sqlite3.Connection, question: Question) -> Sequence[int]:
    """Return the ids of the events that answer a question, in its order."""
    return array("q", (event_id for (event_id,) in connection.execute(*plan_select(connection, question))))


def count_events(connection: sqlite3.Connection, question: Question) -> int:
    """Return how many events answer a question; the limit counts too."""
    where, params = plan_condition(connection, question)
    (count,) = connection.execute(f"SELECT count(*) FROM events WHERE {where}", params).fetchone()
    return int(count) if question.limit is None else min(count, question.limit)


def count_mentions(connection: sqlite3.Connection, question: Question) -> int:
    """Return how many more events would answer if actors and dates that are merely mentioned counted as well."""
    if question.mentions:
        return 0
    unlimited = replace(question, limit=None)
    return count_events(connection, replace(unlimited, mentions=True)) - count_events(connection, unlimited)


def _read_block(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[EventRow]:
    block = list(ids)
    rows = {row[0]: row for row in _rows(connection, _EVENTS, block)}
    actors = _children(connection, _ACTORS, block, ActorRow)
    places = _children(connection, _PLACES, block, PlaceRow)
    topics = _children(connection, _TOPICS, block, LabelRow)
    activities = _children(connection, _ACTIVITIES, block, LabelRow)
    for event_id in block:
        if row := rows.get(event_id):
            children = (tuple(of.get(event_id, ())) for of in (actors, places, topics, activities))
            yield EventRow(*row, *children)


def _children(connection: sqlite3.Connection, sql: str, ids: list[int], kind: type[Child]) -> dict[int, list[Child]]:
    found: dict[int, list[Child]] = {}
    for event_id, *values in _rows(connection, sql, ids):
        found.setdefault(event_id, []).append(kind(*values))
    return found


def _rows(connection: sqlite3.Connection, sql: str, ids: list[int]) -> list[tuple[Any, ...]]:
    return connection.execute(sql.format(", ".join("?" * len(ids))), ids).fetchall()
