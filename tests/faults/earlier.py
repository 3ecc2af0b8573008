"""A database as an earlier version of the program left it: the schema of that number, with rows in every table."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from sinorus.resources import MIGRATIONS
from sinorus.store.schema import load_migrations

FILES = sorted(MIGRATIONS.glob("[0-9]*.sql"))


def make_earlier(current: Path, path: Path, version: int) -> None:
    """Make a database of an earlier schema with the rows of a current one."""
    stop = FILES[version].stem if version < len(FILES) else None
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        load_migrations().apply(Database(connection, recursive_triggers=False), stop_before=stop)
        connection.execute("ATTACH ? AS current", (str(current),))
        listed = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        for (table,) in connection.execute(listed).fetchall():
            if not table.startswith(("sqlite_", "_")) and "_fts" not in table and "event_letters" not in table:
                columns = ", ".join(f'"{row[1]}"' for row in connection.execute(f"PRAGMA main.table_info({table})"))
                connection.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM current.{table}")
