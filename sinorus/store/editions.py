"""A source that is imported again: which entries of its former state are met, edited, or gone.

Entries whose words are new wait in a temporary table until the whole file has been read, since only then is known
which of the stored ones are left without a counterpart. The tables are SQLite's own and spill to disk, so that memory
stays flat. `writer` states the rule; here is how it is carried out.
"""

import pickle
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sinorus.folding import fold
from sinorus.model import Event
from sinorus.store.event_rows import delete_children
from sinorus.store.keys import text_key
from sinorus.store.sources import leave_to_others

_LISTED = 1_000
_NEAR = 50
_HALF = 0.5
_EXCERPT = 200
_TABLES = (
    "CREATE TEMP TABLE met (event_id INTEGER PRIMARY KEY)",
    """CREATE TEMP TABLE waiting (
        number INTEGER PRIMARY KEY, content_key TEXT UNIQUE, text_key TEXT, start TEXT, "end" TEXT, folded TEXT,
        event BLOB, event_id INTEGER UNIQUE)""",
    "CREATE TEMP TABLE left_over (event_id INTEGER PRIMARY KEY, alone INTEGER, text_key TEXT, start TEXT, "
    '"end" TEXT, line INTEGER, paired INTEGER NOT NULL DEFAULT 0)',
)
_LEAVE = "DROP TABLE IF EXISTS temp."


class Vanished(NamedTuple):
    """An entry that a source told before and does not tell any more."""

    event_id: int
    date_text: str
    start: str
    line: int
    excerpt: str


class Waiting(NamedTuple):
    """An entry with new words; `event_id` is the event that it is an edited state of, if any."""

    key: str
    event: Event
    event_id: int | None


class Edition:
    """The comparison of a source's file with what is stored of it."""

    def __init__(self, connection: sqlite3.Connection, source_id: int) -> None:
        self._connection = connection
        self._source_id = source_id
        for table in ("met", "waiting", "left_over"):
            connection.execute(_LEAVE + table)
        for sql in _TABLES:
            connection.execute(sql)

    def meet(self, event_id: int) -> bool:
        """Note that a stored event is still told; False when it was met before."""
        return self._connection.execute("INSERT OR IGNORE INTO met VALUES (?)", (event_id,)).rowcount > 0

    def await_place(self, fresh: Iterable[tuple[str, Event]]) -> int:
        """Let entries with new words wait, and return how many of them wait already."""
        insert = (
            'INSERT OR IGNORE INTO waiting (content_key, text_key, start, "end", folded, event)'
            " VALUES (?, ?, ?, ?, ?, ?)"
        )
        return sum(1 - self._connection.execute(insert, _waiting_row(key, event)).rowcount for key, event in fresh)

    def pair(self) -> None:
        """Find for the waiting entries the stored ones that they are edited from."""
        self._connection.create_function("text_key", 1, text_key, deterministic=True)
        self._connection.execute(
            'INSERT INTO left_over (event_id, alone, text_key, start, "end", line)'
            " SELECT events.id, NOT EXISTS (SELECT 1 FROM event_sources AS other"
            " WHERE other.event_id = events.id AND other.source_id <> mine.source_id),"
            ' text_key(events.text), events.start, events."end", mine.line'
            " FROM event_sources AS mine JOIN events ON events.id = mine.event_id"
            " WHERE mine.source_id = ? AND events.id NOT IN (SELECT event_id FROM met)",
            (self._source_id,),
        )
        self._pair_same_words()
        self._pair_same_date()

    def read_waiting(self, size: int) -> Iterator[list[Waiting]]:
        """Yield the waiting entries in the order of the file, `size` at a time."""
        last = 0
        select = "SELECT number, content_key, event, event_id FROM waiting WHERE number > ? ORDER BY number LIMIT ?"
        while rows := self._connection.execute(select, (last, size)).fetchall():
            last = rows[-1][0]
            yield [Waiting(key, pickle.loads(event), event_id) for _, key, event, event_id in rows]

    def vanished(self) -> tuple[list[Vanished], int]:
        """Return the first thousand entries that are gone, by line, and the number of all."""
        rows = self._connection.execute(
            "SELECT events.id, events.date_text, events.start, left_over.line, substr(events.text, 1, ?)"
            " FROM left_over JOIN events ON events.id = left_over.event_id WHERE NOT paired"
            " ORDER BY left_over.line LIMIT ?",
            (_EXCERPT, _LISTED),
        )
        listed = [Vanished(*row) for row in rows]
        (count,) = self._connection.execute("SELECT count(*) FROM left_over WHERE NOT paired").fetchone()
        return listed, count

    def remove_vanished(self) -> int:
        """Remove the entries that are gone; those of other sources too are only let go."""
        gone = "(SELECT event_id FROM left_over WHERE NOT paired)"
        self._connection.execute(
            f"DELETE FROM event_sources WHERE source_id = ? AND event_id IN {gone}", (self._source_id,)
        )
        shared = "id IN (SELECT event_id FROM left_over WHERE NOT paired AND NOT alone)"
        leave_to_others(self._connection, self._source_id, shared)
        alone = "SELECT event_id FROM left_over WHERE NOT paired AND alone"
        delete_children(self._connection, (row[0] for row in self._connection.execute(alone)))
        self._connection.execute(f"DELETE FROM events WHERE id IN ({alone})")
        (count,) = self._connection.execute("SELECT count(*) FROM left_over WHERE NOT paired").fetchone()
        return int(count)

    def _pair_same_words(self) -> None:
        rank = "row_number() OVER (PARTITION BY text_key ORDER BY {}) AS rank"
        new = f"SELECT number, text_key, {rank.format('number')} FROM waiting"
        old = f"SELECT event_id, text_key, {rank.format('line')} FROM left_over WHERE alone"
        pairs = self._connection.execute(
            f"SELECT new.number, old.event_id FROM ({new}) AS new JOIN ({old}) AS old USING (text_key, rank)"
        )
        self._note(pairs.fetchall())

    def _pair_same_date(self) -> None:
        waiting = self._connection.execute(
            'SELECT start, "end", number, folded FROM waiting WHERE event_id IS NULL ORDER BY 1, 2, 3'
        )
        pairs: list[tuple[int, int]] = []
        for (start, end), group in groupby(waiting, key=itemgetter(0, 1)):
            stored = self._connection.execute(
                "SELECT left_over.event_id, text FROM left_over JOIN events ON events.id = left_over.event_id"
                ' WHERE alone AND NOT paired AND left_over.start = ? AND left_over."end" IS ?'
                " ORDER BY left_over.line",
                (start, end),
            )
            old = [(event_id, set(fold(text).split())) for event_id, text in stored]
            if old:
                new = [(number, set(folded.split())) for _, _, number, folded in group]
                pairs += _one_to_one(_likest_first(new, old))
        self._note(pairs)

    def _note(self, pairs: list[tuple[int, int]]) -> None:
        self._connection.executemany("UPDATE waiting SET event_id = ?2 WHERE number = ?1", pairs)
        paired = [(event_id,) for _, event_id in pairs]
        self._connection.executemany("UPDATE left_over SET paired = 1 WHERE event_id = ?", paired)


def _waiting_row(key: str, event: Event) -> tuple[object, ...]:
    entry = event.entry
    end = entry.span.end.isoformat() if entry.span.end else None
    return key, text_key(entry.text), entry.span.start.isoformat(), end, fold(entry.text), pickle.dumps(event)


def _likest_first(new: list[tuple[int, set[str]]], old: list[tuple[int, set[str]]]) -> Iterator[tuple[int, int]]:
    """Yield pairs that share at least half of the words of the shorter text, those with the largest share first.

    Each text is compared with those that stand near it in order only, so that a thousand entries on one day stay cheap.
    """
    shares = []
    for place, (number, words) in enumerate(new):
        for other in range(max(0, place - _NEAR), min(len(old), place + _NEAR)):
            event_id, others = old[other]
            shorter = min(len(words), len(others))
            share = len(words & others) / shorter if shorter else 0.0
            if share >= _HALF:
                shares.append((-share, abs(place - other), number, event_id))
    return ((number, event_id) for _, _, number, event_id in sorted(shares))


def _one_to_one(pairs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Take pairs in their order, each side once."""
    left: set[int] = set()
    right: set[int] = set()
    taken = []
    for number, event_id in pairs:
        if number not in left and event_id not in right:
            left.add(number)
            right.add(event_id)
            taken.append((number, event_id))
    return taken
