"""Coding what is stored once more: entries out, coded events in.

with transaction(connection):
    for event_id, entry in iterate_entries(connection):
        event = coder.code(entry)
        if recoder.differs(event_id, event):
            recoder.replace_coding(event_id, event)
        else:
            recoder.keep_coding(event)
    recoder.finish()
"""

import sqlite3
from collections.abc import Iterator, Sequence
from datetime import date

from sinorus.model import Entry, Event
from sinorus.query.question import Question
from sinorus.span import DateSpan, Precision
from sinorus.store.event_rows import recode_event
from sinorus.store.keys import coding_key, read_given
from sinorus.store.letters import find_unspelled, write_letters
from sinorus.store.reader import find_events
from sinorus.store.registry import FirstSeen, Registry
from sinorus.store.sweeping import sweep

_BLOCK = 500
_EVERYTHING = Question(sort=("id",))


def iterate_entries(connection: sqlite3.Connection, question: Question = _EVERYTHING) -> Iterator[tuple[int, Entry]]:
    """Yield the stored entries with the ids of their events, as they were read from their files."""
    ids = find_events(connection, question)
    for first in range(0, len(ids), _BLOCK):
        block = list(ids[first : first + _BLOCK])
        stored = read_entries(connection, block)
        yield from ((event_id, stored[event_id]) for event_id in block if event_id in stored)


def read_entries(connection: sqlite3.Connection, ids: Sequence[int]) -> dict[int, Entry]:
    """Return the stored entries of some events, by id; an id that nothing has is left out."""
    columns = 'id, date_text, text, start, "end", precision, edtf, line, note, given'
    marks = ", ".join("?" * len(ids))
    rows = connection.execute(f"SELECT {columns} FROM events WHERE id IN ({marks})", ids).fetchall()
    return {row[0]: _entry(*row) for row in rows}


def _entry(
    event_id: int,
    date_text: str,
    text: str,
    start: str,
    end: str | None,
    precision: Precision,
    edtf: str,
    line: int,
    note: str | None,
    given: str | None,
) -> Entry:
    try:
        last = date.fromisoformat(end) if end else None
        span = DateSpan(date.fromisoformat(start), last, precision, edtf)
        return Entry(span, date_text, text, line, note=note, given=read_given(given))
    except (KeyError, TypeError, ValueError):
        raise sqlite3.DatabaseError(f"event {event_id} cannot be read") from None


class Recoder:
    """Writes new codings over stored ones; `changed` and `unchanged` count, `first_seen` lists new actors."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._registry = Registry(connection)
        self.changed = 0
        self.unchanged = 0

    @property
    def first_seen(self) -> list[FirstSeen]:
        """Return the first thousand actors that the database did not know before."""
        return self._registry.first_seen

    def differs(self, event_id: int, event: Event) -> bool:
        """Tell whether the coding of an event is not the stored one."""
        stored = self._connection.execute("SELECT coding_key FROM events WHERE id = ?", (event_id,)).fetchone()
        return bool(stored != (coding_key(event),))

    def replace_coding(self, event_id: int, event: Event) -> None:
        """Write the coding of an event over the stored one."""
        self.changed += 1
        recode_event(self._connection, self._registry, event_id, event)

    def keep_coding(self, event: Event) -> None:
        """Let a coding stand; what the codebook says of its actors and places may be new all the same."""
        self.unchanged += 1
        for one in event.actors:
            self._registry.actor(one.actor, one.tenures, one.mention, event.entry.line)
        for place in event.places:
            self._registry.place(place.place)

    def finish(self) -> None:
        """Let go of what no event has any more, and let entries that were changed by hand be found again."""
        sweep(self._connection)
        write_letters(self._connection, list(find_unspelled(self._connection)))
