"""The schema's number, and the way from an earlier one to it.

Readers look only at two numbers in the file's head; the migrations, and sqlite-utils with them, are loaded when there
is something to migrate. All pending migrations run in one transaction: a database is up to date or as it was.
"""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sinorus.errors import DatabaseError
from sinorus.resources import MIGRATIONS
from sinorus.store.faults import is_from_outside

if TYPE_CHECKING:
    from sqlite_utils import Migrations

APPLICATION_ID = 0x53494E4F
VERSION = 3


def fingerprint(connection: sqlite3.Connection) -> tuple[int, int, int]:
    """Return the application id, the schema's number and how many tables there are."""
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return application, version, tables


def load_migrations(folder: Path = MIGRATIONS) -> "Migrations":
    """Return the registered migrations of a folder."""
    from runpy import run_path  # noqa: PLC0415 - not for readers

    namespace: dict[str, Any] = run_path(str(folder / "migrations.py"))
    migrations: Migrations = namespace["sinorus"]
    return migrations


def bring_up_to_date(
    connection: sqlite3.Connection, path: Path, tell: Callable[[str], None] | None, folder: Path = MIGRATIONS
) -> None:
    """Apply the pending migrations; a database that has a schema already is copied aside before.

    Raises: DatabaseError when a migration fails, sqlite3.Error when the disk does; the database is then as it was.
    """
    from sqlite_utils import Database  # noqa: PLC0415 - a tenth of a second that only this needs

    kept = ""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if 0 < fingerprint(connection)[1] < VERSION:
            kept = f" A copy of it as it was is {_copy_aside(path)}."
        load_migrations(folder).apply(Database(connection, recursive_triggers=False))
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        if is_from_outside(error):
            raise
        raise DatabaseError(
            f"The database {path} could not be brought up to date: {error}.",
            f"Nothing was changed.{kept} Please report this with the message above.",
        ) from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if tell and kept:
        tell(f"Brought {path} up to date.{kept}")


def _copy_aside(path: Path) -> Path:
    """Copy the database to FILE.before-VERSION, numbered when that name is taken.

    It is read over a connection of its own, because one that is about to write cannot copy.
    """
    names = (f"{path.name}.before-{VERSION}{f'.{number}' if number else ''}" for number in count())
    copy = next(place for name in names if not (place := path.with_name(name)).exists())
    draft = copy.with_name(f"{copy.name}.part")
    try:
        with closing(sqlite3.connect(path)) as stored, closing(sqlite3.connect(draft)) as target:
            stored.backup(target)
        draft.replace(copy)
    finally:
        draft.unlink(missing_ok=True)
    return copy
