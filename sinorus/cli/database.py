"""Which database is meant, and opening it; at the default place one is made from the bundled chronologies.

`--db`, else SINORUS_DB, else `sinorus.db` in the platform's folder for data.
"""

import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sinorus.cli.options import Session
from sinorus.cli.output import notify
from sinorus.errors import DatabaseError, UsageError
from sinorus.store.connection import open_reading


def find_database(session: Session) -> tuple[Path, bool]:
    """Return the path, and whether the user named it.

    Raises: UsageError for an empty name.
    """
    if session.db is not None:
        if not session.db.strip():
            raise UsageError("--db has no path.", "Write --db FILE, or leave it out for the default place.")
        return Path(session.db).expanduser(), True
    if named := os.environ.get("SINORUS_DB"):
        return Path(named).expanduser(), True
    return default_database(), False


def existing_database(session: Session) -> Path:
    """Return the path of a database that is there.

    Raises: DatabaseError when none is.
    """
    path, _ = find_database(session)
    if not path.exists():
        raise DatabaseError(f"There is no database at {path}.", "Run 'sinorus import FILE' to make one.")
    return path


def default_database() -> Path:
    """Return the database's default place: platformdirs', whose import costs Linux users more than the answer."""
    if sys.platform == "linux":
        own = os.environ.get("XDG_DATA_HOME", "").strip()
        return Path(own or Path.home() / ".local" / "share") / "sinorus" / "sinorus.db"
    from platformdirs import user_data_path

    return user_data_path("sinorus", appauthor=False) / "sinorus.db"


@contextmanager
def reading(session: Session) -> Iterator[sqlite3.Connection]:
    """Open the database for a question.

    Raises: DatabaseError when it cannot be read, or is not there and the user named it.
    """
    path, named = find_database(session)
    if not named and not path.exists():
        _make_bundled(path)
    with open_reading(path) as connection:
        yield connection


def _make_bundled(path: Path) -> None:
    from sinorus.cli.own_codebook import load_own_codebook
    from sinorus.importer import Importer, read_bundled
    from sinorus.store.connection import open_new

    with open_new(path) as connection:
        importer = Importer(load_own_codebook())
        importer.prepare(connection)
        reports = [importer.store(connection, chronology) for chronology in read_bundled()]
    events = sum(report.tally.new for report in reports)
    notify(f"Made {path} from the {len(reports)} bundled chronologies ({events} events).")
