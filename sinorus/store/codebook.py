"""What the codebook says of countries, topics and activities -> their tables.

Spellings and offices of persons come with the events in which they occur; see `registry`.
"""

import sqlite3
from collections.abc import Iterable

from sinorus.store.connection import transaction

CountryRow = tuple[str, str, str | None]
TopicRow = tuple[str, str, str | None]
ActivityRow = tuple[str, str, str | None, str | None, str | None]


def save_codebook(
    connection: sqlite3.Connection,
    countries: Iterable[CountryRow] = (),
    topics: Iterable[TopicRow] = (),
    activities: Iterable[ActivityRow] = (),
) -> None:
    """Write the names of countries, topics and activities, and change only what is different.

    Shape: countries as (code, name, adjective), topics as (slug, name, description), activities as (slug, name,
    description, PLOVER type, PLOVER mode).
    """
    with transaction(connection):
        _write(connection, "countries", "code, name, adjective", countries)
        _write(connection, "topics", "slug, name, description", topics)
        _write(connection, "activities", "slug, name, description, plover_type, plover_mode", activities)


def _write(connection: sqlite3.Connection, table: str, columns: str, rows: Iterable[tuple[str | None, ...]]) -> None:
    stored = set(connection.execute(f"SELECT {columns} FROM {table}"))
    key, *others = columns.split(", ")
    changes = ", ".join(f"{column} = excluded.{column}" for column in others)
    connection.executemany(
        f"INSERT INTO {table} ({columns}) VALUES ({', '.join('?' * (1 + len(others)))})"
        f" ON CONFLICT ({key}) DO UPDATE SET {changes}",
        [row for row in rows if row not in stored],
    )
