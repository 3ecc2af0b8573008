"""A database -> what is wrong with it: nothing at all for one that only sinorus has written."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from sinorus.store.letters import find_unspelled
from sinorus.store.sweeping import ORPHANS
from sinorus.store.values import find_strange_values


class Problem(NamedTuple):
    """What is wrong, and what to do about it."""

    what: str
    remedy: str


_RECODE = "Run 'sinorus recode'."
_RESTORE = "Restore a copy, or move the file away and import the chronologies again."
_REBUILD = "Run: sqlite-utils rebuild-fts FILE.db"
_FTS = {
    "events_fts": "events",
    "actor_names_fts": "actor_names",
    "place_names_fts": "place_names",
    "roles_fts": "roles",
}
_COUNTS = (
    ('SELECT count(*) FROM events WHERE "end" < start', "end before they begin", "events", _RESTORE),
    (
        "SELECT count(*) FROM tenures WHERE substr(until, 1, min(length(since), length(until)))"
        " < substr(since, 1, min(length(since), length(until)))",
        "end before they begin",
        "tenures",
        "Correct the codebook's table of tenures, then run 'sinorus recode'.",
    ),
    (
        "SELECT count(*) FROM event_actors JOIN events ON events.id = event_id WHERE mention IS NOT NULL"
        " AND substr(text, mention_start + 1, mention_end - mention_start) <> mention",
        "of actors do not stand where they should",
        "mentions",
        _RECODE,
    ),
    (
        "SELECT count(*) FROM event_places JOIN events ON events.id = event_id WHERE mention IS NOT NULL"
        " AND substr(text, mention_start + 1, mention_end - mention_start) <> mention",
        "of places do not stand where they should",
        "mentions",
        _RECODE,
    ),
    (
        "SELECT count(*) FROM event_dates JOIN events ON events.id = event_id"
        " WHERE substr(text, mention_start + 1, mention_end - mention_start) <> mention",
        "of dates do not stand where they should",
        "mentions",
        _RECODE,
    ),
    (f"SELECT count(*) FROM actors WHERE {ORPHANS['actors']}", "take part in no event", "actors", _RECODE),
    (f"SELECT count(*) FROM places WHERE {ORPHANS['places']}", "occur in no event", "places", _RECODE),
    (
        "SELECT count(*) FROM events WHERE NOT EXISTS (SELECT 1 FROM event_sources WHERE event_id = events.id)",
        "have no source",
        "events",
        _RESTORE,
    ),
    (
        "SELECT count(*) FROM actors WHERE NOT EXISTS (SELECT 1 FROM actor_names WHERE actor_id = actors.id)",
        "cannot be found by any name",
        "actors",
        _RECODE,
    ),
)


def check(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Yield everything that is wrong with a database, the worst first."""
    for (told,) in connection.execute("PRAGMA integrity_check(20)"):
        if told != "ok":
            yield Problem(f"The file is damaged: {told}.", _RESTORE)
    for table, rowid, parent, _ in connection.execute("PRAGMA foreign_key_check"):
        yield Problem(f"Row {rowid} of {table} points at a row of {parent} that is not there.", _RESTORE)
    for strange in find_strange_values(connection):
        yield Problem(strange, _RESTORE)
    yield from _check_search(connection)
    for sql, wrong, things, remedy in _COUNTS:
        (count,) = connection.execute(sql).fetchone()
        if count:
            yield Problem(f"{count} {things} {wrong}.", remedy)


def _check_search(connection: sqlite3.Connection) -> Iterator[Problem]:
    """Compare each full-text index with what it indexes; SQLite's own check of that wants to write."""
    for index, table in _FTS.items():
        (indexed,) = connection.execute(f"SELECT count(*) FROM {index}_docsize").fetchone()
        (stored,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
        if indexed != stored:
            yield Problem(f"The search index {index} has {indexed} rows, and {table} has {stored}.", _REBUILD)
    if unspelled := sum(1 for _ in find_unspelled(connection)):
        yield Problem(f"{unspelled} events cannot be found by words in another script than Latin.", _RECODE)
