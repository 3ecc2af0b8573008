"""Sources that were imported by mistake -> gone, with the events that only they told, in one transaction.

An event that another source tells as well stays, and the first of those that are left is its source from then on.
"""

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from sinorus.store.connection import transaction
from sinorus.store.event_rows import delete_children
from sinorus.store.sources import leave_to_others
from sinorus.store.sweeping import sweep


class Forgotten(NamedTuple):
    """What went with a source: events that only it told; `kept` are those that others tell too."""

    title: str
    file: str
    removed: int
    kept: int


def forget_source(connection: sqlite3.Connection, source_id: int) -> Forgotten:
    """Remove a source that there is."""
    (gone,) = forget_sources(connection, [source_id])
    return gone


def forget_sources(connection: sqlite3.Connection, source_ids: Iterable[int]) -> list[Forgotten]:
    """Remove sources that there are, all of them or none."""
    with transaction(connection):
        gone = [_forget(connection, source_id) for source_id in source_ids]
        sweep(connection)
    return gone


def _forget(connection: sqlite3.Connection, source_id: int) -> Forgotten:
    title, file = connection.execute("SELECT title, file FROM sources WHERE id = ?", (source_id,)).fetchone()
    told = "SELECT event_id FROM event_sources WHERE source_id = ?"
    (count,) = connection.execute(f"SELECT count(*) FROM ({told})", (source_id,)).fetchone()
    alone = [
        event_id
        for (event_id,) in connection.execute(
            f"{told} EXCEPT SELECT event_id FROM event_sources WHERE source_id <> ?", (source_id, source_id)
        )
    ]
    connection.execute("DELETE FROM event_sources WHERE source_id = ?", (source_id,))
    delete_children(connection, alone)
    connection.executemany("DELETE FROM events WHERE id = ?", ((event_id,) for event_id in alone))
    leave_to_others(connection, source_id)
    connection.execute("DELETE FROM sources WHERE id = ?", (source_id,))
    return Forgotten(title, file, len(alone), count - len(alone))
