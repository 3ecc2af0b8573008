"""A number -> a database of so many events: the bundled 24, and copies of coded entries on other days.

Coding and storing a million entries takes a quarter of an hour; some hundred are coded, stored, and multiplied by SQL.
The bundled events keep what makes them rare: no copy names a person of theirs except two, and never these two
together; no copy has the rare topic, falls into their year, or contains the rare word. So a question for what is rare
gives the same rows from a database of any size.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from benchmarks.coding import code
from benchmarks.prose import entries
from sinorus.codebook import load_codebook
from sinorus.importer import Importer, read_bundled
from sinorus.model import Event, SourceInfo
from sinorus.store.connection import open_writing
from sinorus.store.writer import save_source

COMMON = ("Vladimir Putin", "Xi Jinping")
RARE_PERSON = "Sergey Lavrov"
RARE_TOPIC = "brics"
RARE_WORD = "festival"
_TEXTS = 1_500
_EVERY = 20
_A_DAY = 1 / 6
_SHIFTED = 8_700
_LINKS = {
    "event_actors": "actor_id, role_id, role_basis, part, mention, mention_start, mention_end, reason",
    "event_places": "place_id, mention, mention_start, mention_end, reason",
    "event_topics": "topic_id, cue, cue_start, cue_end",
    "event_activities": "activity_id, cue, cue_start, cue_end",
    "event_dates": 'start, "end", precision, edtf, mention, mention_start, mention_end',
    "event_sources": "source_id, line",
}


def build(path: Path, events: int) -> None:
    """Make a database of so many events at a path where there is none."""
    importer = Importer(load_codebook())
    with open_writing(path) as connection:
        importer.prepare(connection)
        importer.store(connection, read_bundled()[0])
        (few,) = connection.execute("SELECT count(*) FROM events").fetchone()
        if events <= few:
            return
        filling = _filling(importer, _persons(connection))
        save_source(connection, SourceInfo("Generated", "generated.txt", ""), filling)
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -1000000")
        _multiply(connection, few, events)


def _persons(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM actors WHERE kind = 'person'")} - set(COMMON)


def _filling(importer: Importer, kept_rare: set[str]) -> Iterator[Event]:
    """Yield coded entries that have nothing of what is rare; each common person is in one of some twenty."""
    events = code(_texts(), importer.coder(), a_day=_A_DAY)
    for event in events:
        names = {participation.actor.name for participation in event.actors}
        topics = {topic.slug for topic in event.topics}
        if names.isdisjoint(kept_rare) and not names.issuperset(COMMON) and RARE_TOPIC not in topics:
            yield event


def _texts() -> Iterator[str]:
    for place, text in enumerate(entries(_TEXTS, seed=24)):
        if RARE_WORD in text:
            continue
        common = [name for turn, name in enumerate(COMMON) if place % _EVERY == turn]
        yield f"{text} President {common[0]} attends." if common else text


def _multiply(connection: sqlite3.Connection, first: int, events: int) -> None:
    """Copy all generated events to later days, again and again, until there are enough."""
    while (missing := events - _last(connection)) > 0:
        have = _last(connection) - first
        shift = f"+{have * 7919 % _SHIFTED} days"
        params = {"above": first, "upto": first + min(have, missing), "step": have, "days": shift}
        connection.execute("BEGIN")
        connection.execute(
            'INSERT INTO events (id, source_id, line, date_text, start, "end", precision, edtf, text, note,'
            " content_key, coding_key) SELECT id + :step, source_id, line + :step, date_text, day, day, 'day', day,"
            " text, note, lower(hex(randomblob(16))), coding_key FROM (SELECT *, CASE WHEN date(start, :days) <"
            " '2023-12-01' THEN date(start, :days) ELSE date(start, :days, '-24 years') END AS day FROM events"
            " WHERE id > :above AND id <= :upto)",
            params,
        )
        for table, columns in _LINKS.items():
            connection.execute(
                f"INSERT INTO {table} (event_id, {columns}) SELECT event_id + :step, {columns} FROM {table}"
                " WHERE event_id > :above AND event_id <= :upto ORDER BY event_id",
                params,
            )
        connection.execute("COMMIT")


def _last(connection: sqlite3.Connection) -> int:
    (last,) = connection.execute("SELECT max(id) FROM events").fetchone()
    return int(last)
