"""The rows of `event_letters`: entries with letters of another script than Latin, spelled so that any part is found.

Triggers take a row out when its entry is changed by hand, since SQLite cannot spell; coding again puts it back.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sinorus.query.letters import has_other_letters, spell


class Told(NamedTuple):
    """What is told of an event: its id, text and note."""

    event_id: int
    text: str
    note: str | None

    def words(self) -> str:
        """Return all that a search looks through."""
        return f"{self.text}\n{self.note or ''}"


def write_letters(connection: sqlite3.Connection, events: Iterable[Told]) -> None:
    """Write the rows of those events that have such letters."""
    rows = [(told.event_id, spell(told.words())) for told in events if has_other_letters(told.words())]
    connection.executemany("INSERT OR REPLACE INTO event_letters (rowid, letters) VALUES (?, ?)", rows)


def find_unspelled(connection: sqlite3.Connection) -> Iterator[Told]:
    """Yield the events that have such letters and no row."""
    missing = connection.execute(
        "SELECT id, text, note FROM events"
        " WHERE NOT EXISTS (SELECT 1 FROM event_letters_docsize AS spelled WHERE spelled.id = events.id)"
    )
    return (told for told in map(Told._make, missing) if has_other_letters(told.words()))
