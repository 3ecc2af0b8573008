"""Events -> rows of `events` and its link tables, written many at a time."""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from sinorus.model import Event
from sinorus.store.keys import coding_key, write_given
from sinorus.store.letters import Told, write_letters
from sinorus.store.registry import Registry

Row = tuple[object, ...]
_CHILDREN = {
    "event_actors": (
        "event_id, actor_id, role_id, role_basis, part, mention, mention_start, mention_end, reason",
        "?, ?, ?, ?, ?, ?, ?, ?, ?",
    ),
    "event_places": (
        "event_id, place_id, mention, mention_start, mention_end, reason",
        "?, ?, ?, ?, ?, ?",
    ),
    "event_topics": ("event_id, topic_id, cue, cue_start, cue_end", "?, ?, ?, ?, ?"),
    "event_activities": ("event_id, activity_id, cue, cue_start, cue_end", "?, ?, ?, ?, ?"),
    "event_dates": (
        'event_id, start, "end", precision, edtf, mention, mention_start, mention_end',
        "?, ?, ?, ?, ?, ?, ?, ?",
    ),
}
_INSERT_EVENT = (
    'INSERT INTO events (date_text, start, "end", precision, edtf, text, note, given, content_key, coding_key,'
    " source_id, line, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
_UPDATE_EVENT = (
    'UPDATE events SET date_text = ?, start = ?, "end" = ?, precision = ?, edtf = ?, text = ?, note = ?, given = ?,'
    " content_key = ?, coding_key = ?, source_id = ?, line = ? WHERE id = ?"
)


class Placed(NamedTuple):
    """An event with the id that it has or shall have, and its content key."""

    event_id: int
    key: str
    event: Event


def insert_events(connection: sqlite3.Connection, registry: Registry, source_id: int, placed: list[Placed]) -> None:
    """Write new events of a source with all that hangs on them."""
    connection.executemany(_INSERT_EVENT, [_event_row(source_id, *one) for one in placed])
    links = [(event_id, source_id, event.entry.line) for event_id, _, event in placed]
    connection.executemany("INSERT INTO event_sources (event_id, source_id, line) VALUES (?, ?, ?)", links)
    _insert_letters(connection, placed)
    _insert_children(connection, registry, placed)


def update_events(connection: sqlite3.Connection, registry: Registry, source_id: int, placed: list[Placed]) -> None:
    """Write events of a source over what stands under their ids."""
    connection.executemany(_UPDATE_EVENT, [_event_row(source_id, *one) for one in placed])
    links = [(event.entry.line, event_id, source_id) for event_id, _, event in placed]
    connection.executemany("UPDATE event_sources SET line = ? WHERE event_id = ? AND source_id = ?", links)
    _insert_letters(connection, placed)
    delete_children(connection, [event_id for event_id, _, _ in placed])
    _insert_children(connection, registry, placed)


def recode_event(connection: sqlite3.Connection, registry: Registry, event_id: int, event: Event) -> None:
    """Write the coding of an event over the stored one; its date and text stay."""
    connection.execute("UPDATE events SET coding_key = ? WHERE id = ?", (coding_key(event), event_id))
    delete_children(connection, [event_id])
    _insert_children(connection, registry, [Placed(event_id, "", event)])


def delete_children(connection: sqlite3.Connection, event_ids: Iterable[int]) -> None:
    """Take away the coding of events."""
    ids = [(event_id,) for event_id in event_ids]
    for table in _CHILDREN:
        connection.executemany(f"DELETE FROM {table} WHERE event_id = ?", ids)


def _event_row(source_id: int, event_id: int, key: str, event: Event) -> Row:
    entry, span = event.entry, event.entry.span
    end = span.end.isoformat() if span.end else None
    return (
        *(entry.date_text, span.start.isoformat(), end, span.precision, span.edtf, entry.text, entry.note),
        *(write_given(entry.given), key, coding_key(event), source_id, entry.line, event_id),
    )


def _insert_letters(connection: sqlite3.Connection, placed: list[Placed]) -> None:
    write_letters(connection, (Told(event_id, event.entry.text, event.entry.note) for event_id, _, event in placed))


def _insert_children(connection: sqlite3.Connection, registry: Registry, placed: list[Placed]) -> None:
    rows: dict[str, list[Row]] = {table: [] for table in _CHILDREN}
    for event_id, _, event in placed:
        rows["event_actors"] += _actor_rows(registry, event_id, event)
        rows["event_places"] += [
            (event_id, registry.place(m.place), m.mention or None, m.start, m.end, m.reason or None)
            for m in event.places
        ]
        rows["event_topics"] += [(event_id, registry.topic(t.slug), t.cue, t.start, t.end) for t in event.topics]
        rows["event_activities"] += [
            (event_id, registry.activity(a.slug), a.cue, a.start, a.end) for a in event.activities
        ]
        rows["event_dates"] += _date_rows(event_id, event)
    for table, (columns, values) in _CHILDREN.items():
        if rows[table]:
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", rows[table])


def _actor_rows(registry: Registry, event_id: int, event: Event) -> list[Row]:
    return [
        (
            *(event_id, registry.actor(p.actor, p.tenures, p.mention, event.entry.line)),
            *(registry.role(p.role) if p.role else None, p.role_basis, p.part),
            *(p.mention or None, p.start, p.end, p.reason or None),
        )
        for p in event.actors
    ]


def _date_rows(event_id: int, event: Event) -> list[Row]:
    return [
        (
            *(event_id, d.span.start.isoformat(), d.span.end.isoformat() if d.span.end else None),
            *(d.span.precision, d.span.edtf, d.mention, d.start, d.end),
        )
        for d in event.dates
    ]
