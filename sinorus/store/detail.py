"""One event in full: the row, the dates told in it, every source, and its neighbours in time."""

import sqlite3
from typing import NamedTuple

from sinorus.store.reader import read_events_by_id
from sinorus.store.rows import DateRow, EventRow, Neighbour, SourceRow

_DATES = (
    'SELECT start, "end", precision, edtf, mention, mention_start, mention_end FROM event_dates'
    " WHERE event_id = ? ORDER BY mention_start, id"
)
_SOURCES = (
    "SELECT title, author, publisher, url, file, event_sources.line FROM event_sources"
    " JOIN sources ON sources.id = event_sources.source_id WHERE event_id = ?1"
    " ORDER BY source_id <> (SELECT source_id FROM events WHERE id = ?1), source_id"
)
# Events in which one of the same persons or bodies takes part, nearest first; countries are in too many to tell much.
_NEIGHBOUR = (
    "SELECT events.id, events.edtf, events.text FROM events"
    " WHERE (events.start, events.id) {sign} (SELECT start, id FROM events WHERE id = ?1)"
    " AND EXISTS (SELECT 1 FROM event_actors WHERE event_id = events.id AND part = 'participant' AND actor_id IN ("
    "SELECT actor_id FROM event_actors JOIN actors ON actors.id = actor_id"
    " WHERE event_id = ?1 AND part = 'participant' AND kind <> 'country'))"
    " ORDER BY events.start {order}, events.id {order} LIMIT 1"
)


class EventDetail(NamedTuple):
    """An event, and what stands around it; `sources` begins with the one that rules its wording."""

    event: EventRow
    dates: tuple[DateRow, ...]
    sources: tuple[SourceRow, ...]
    previous: Neighbour | None
    following: Neighbour | None


def read_event(connection: sqlite3.Connection, event_id: int) -> EventDetail | None:
    """Return an event in full, None when there is no such id."""
    event = next(read_events_by_id(connection, [event_id]), None)
    if event is None:
        return None
    return EventDetail(
        event,
        tuple(DateRow(*row) for row in connection.execute(_DATES, (event_id,))),
        tuple(SourceRow(*row) for row in connection.execute(_SOURCES, (event_id,))),
        _neighbour(connection, event_id, "<", "DESC"),
        _neighbour(connection, event_id, ">", "ASC"),
    )


def _neighbour(connection: sqlite3.Connection, event_id: int, sign: str, order: str) -> Neighbour | None:
    row = connection.execute(_NEIGHBOUR.format(sign=sign, order=order), (event_id,)).fetchone()
    return Neighbour(*row) if row else None


def find_numbers(connection: sqlite3.Connection, first: int, last: int) -> list[int]:
    """Return the numbers that events have from one to another, both inclusive."""
    rows = connection.execute("SELECT id FROM events WHERE id BETWEEN ? AND ? ORDER BY id", (first, last))
    return [number for (number,) in rows]
