"""An error of SQLite -> what it means for the user's file, and what to do."""

import sqlite3
from pathlib import Path

from sinorus.errors import DatabaseError, ExitCode, SinorusError

_PRIMARY = 0xFF
_DAMAGED = (
    "The database {path} is damaged ({error}).",
    "Restore a copy, or move it away and import the chronologies again; it was left as it is.",
)
_KINDS = {
    sqlite3.SQLITE_BUSY: (
        "The database {path} is in use by another program, and waiting did not help.",
        "Try again when that program has finished.",
    ),
    sqlite3.SQLITE_FULL: ("There is no room left for {path}.", "Make room on the disk; nothing was stored."),
    sqlite3.SQLITE_READONLY: (
        "The database {path} cannot be written.",
        "Check the permissions of the file and its folder, or give another path with --db.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        "The database {path} cannot be opened.",
        "Check the permissions of the file and its folder, or give another path with --db.",
    ),
    sqlite3.SQLITE_IOERR: ("The disk failed while {path} was in use ({error}).", "Nothing was stored; check the disk."),
    sqlite3.SQLITE_TOOBIG: ("A text is too large for the database {path}.", "Split it; nothing was stored."),
    sqlite3.SQLITE_NOTADB: ("{path} is not an SQLite database, or damaged.", "Give another path with --db."),
}
_OUTSIDE = (
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_READONLY,
)
_LOST_WORK = (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR, sqlite3.SQLITE_TOOBIG)


def is_from_outside(error: sqlite3.Error) -> bool:
    """Tell whether an error comes from the disk, the permissions or another program, not from what was asked."""
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & _PRIMARY in _OUTSIDE


def explain(error: sqlite3.Error, path: Path) -> SinorusError:
    """Return what to tell the user of an error that came while a database was in use."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT) & _PRIMARY
    message, hint = _KINDS.get(code, _DAMAGED)
    told = DatabaseError(message.format(path=path, error=error), hint)
    if code in _LOST_WORK:
        told.exit_code = ExitCode.FAILED
    return told
