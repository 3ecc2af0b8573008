"""A path -> a connection that is safe to use, or an error that says what the file is instead.

    with open_reading(path) as connection: ...      read-only; never creates, migrates or changes anything
    with open_writing(path) as connection: ...      creates and migrates what is not there or not up to date
    with open_new(path) as connection: ...          a new database that stands at its path only when it is complete
    with open_scratch() as connection: ...          an empty database in memory, which the documents and tests fill

Inside these blocks an error of SQLite becomes a sentence about the file. Both wait for a lock before they give up.

The journal is SQLite's rollback journal, not WAL. A WAL database cannot be read from a folder that is read-only and
makes its readers write two more files; here a database at rest is one plain file. What a killed import leaves is a
journal, and the next program that opens the file takes the unfinished transaction back; a reader must open the file
for writing once to let SQLite do that, and that is the one time it does. The price: while an import writes more than
its page cache holds (some 30,000 entries), readers wait.
"""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from sinorus.errors import DatabaseError, SinorusError
from sinorus.store.faults import explain
from sinorus.store.schema import APPLICATION_ID, VERSION, bring_up_to_date, fingerprint

_CACHE_KIB = 65536
_LOOKED_THROUGH = 64 << 20  # bytes; half a second
_MAGIC = b"SQLite format 3\0"
_IMPORT = "Run 'sinorus import FILE' to make one, or give another path with --db or SINORUS_DB."
_OTHER_PATH = "Give another path with --db or SINORUS_DB; this file was left as it is."


@contextmanager
def open_reading(path: Path, wait: float = 5.0) -> Iterator[sqlite3.Connection]:
    """Open a database for reading only.

    Units: seconds to wait for a lock.
    Raises: DatabaseError when the file is missing, a folder, no SQLite database, foreign, damaged, older or newer.
    """
    _check_file(path)
    with _explained(path):
        with _opening(path):
            connection = _connect_reading(path, wait)
        with closing(connection):
            with _opening(path):
                _refuse_earlier(connection, path)
            with _strange_values_told(connection, path):
                yield connection


@contextmanager
def open_writing(
    path: Path, wait: float = 60.0, tell: Callable[[str], None] | None = None
) -> Iterator[sqlite3.Connection]:
    """Open a database for writing; make it when it is missing, and bring an older one up to date.

    An older one is copied aside first; `tell` is given the sentence that names the copy. The connection commits each
    statement by itself unless `transaction` holds them together.

    Units: seconds to wait for a lock.
    Raises: DatabaseError when the file cannot be used; it is then unchanged.
    """
    if path.exists():
        _check_file(path, empty_is_fine=True)
    with _explained(path):
        with _opening(path):
            path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(path, timeout=wait, isolation_level=None)) as connection:
            with _opening(path):
                _prepare_writing(connection, path, tell)
            with _strange_values_told(connection, path):
                yield connection


@contextmanager
def open_new(path: Path) -> Iterator[sqlite3.Connection]:
    """Build a database beside its path, and put it there when the block ends without an error.

    If another program has put one there meanwhile, that one stays.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with open_writing(draft) as connection:
            yield connection
        with _opening(path), suppress(FileExistsError):
            _put(draft, path)
    finally:
        for leftover in (draft, draft.with_name(f"{draft.name}-journal")):
            leftover.unlink(missing_ok=True)


@contextmanager
def open_scratch() -> Iterator[sqlite3.Connection]:
    """Open an empty database in memory, for what needs the schema or a few events and no file."""
    with _explained(Path(":memory:")), closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        bring_up_to_date(connection, Path(":memory:"), None)
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Hold statements together: all of them are stored or, after an error, none of them."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _refuse_earlier(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection, path) < VERSION:
        raise DatabaseError(
            f"The database {path} was made by an earlier version of sinorus.",
            "Any command that writes brings it up to date and keeps a copy, for example 'sinorus recode'.",
        )


def _prepare_writing(connection: sqlite3.Connection, path: Path, tell: Callable[[str], None] | None) -> None:
    version = _version(connection, path, empty_is_fine=True)
    if version:
        _check_pages(connection, path)
    if version < VERSION:
        bring_up_to_date(connection, path, tell)
    connection.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
    connection.execute("PRAGMA foreign_keys = ON")


def _connect_reading(path: Path, wait: float) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    connection = sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait, isolation_level=None)
    try:
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1")
    except sqlite3.OperationalError as error:
        connection.close()
        if getattr(error, "sqlite_errorcode", None) != sqlite3.SQLITE_READONLY_ROLLBACK:
            raise
        with closing(sqlite3.connect(f"{address}?mode=rw", uri=True, timeout=wait)) as recovering:
            recovering.execute("SELECT 1 FROM sqlite_master LIMIT 1")
        return sqlite3.connect(f"{address}?mode=ro", uri=True, timeout=wait, isolation_level=None)
    return connection


def _check_file(path: Path, empty_is_fine: bool = False) -> None:
    if not path.exists():
        raise DatabaseError(f"There is no database at {path}.", _IMPORT)
    if path.is_dir():
        raise DatabaseError(f"{path} is a folder, not a database.", "Name the file in it.")
    if not path.is_file():
        raise DatabaseError(f"{path} is not a regular file.", _OTHER_PATH)
    try:
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
    except OSError as error:
        raise DatabaseError(f"{path} cannot be read: {error.strerror}.", "Check the permissions of the file.") from None
    if not head and empty_is_fine:
        return
    if not head:
        raise DatabaseError(f"The file {path} is empty.", _IMPORT)
    if head != _MAGIC:
        raise DatabaseError(f"{path} is not an SQLite database.", _OTHER_PATH)


def _check_pages(connection: sqlite3.Connection, path: Path) -> None:
    """Refuse to write into a damaged database; one that would take seconds to look through is left to `doctor`."""
    if path.stat().st_size <= _LOOKED_THROUGH:
        (told,) = connection.execute("PRAGMA quick_check(1)").fetchone()
        if told != "ok":
            raise sqlite3.DatabaseError(told.splitlines()[-1])


def _version(connection: sqlite3.Connection, path: Path, empty_is_fine: bool = False) -> int:
    """Return the schema's number, 0 for a database without any table."""
    application, version, tables = fingerprint(connection)
    if not tables and not application:
        if empty_is_fine:
            return 0
        raise DatabaseError(f"The database {path} is empty.", _IMPORT)
    if application != APPLICATION_ID:
        raise DatabaseError(f"{path} is an SQLite database, but not one of sinorus.", _OTHER_PATH)
    if version > VERSION:
        raise DatabaseError(
            f"The database {path} was made by a newer sinorus (its schema is number {version}, known are {VERSION}).",
            "Update sinorus, or give another path with --db or SINORUS_DB; the file was left as it is.",
        )
    return version


@contextmanager
def _explained(path: Path) -> Iterator[None]:
    """Tell what SQLite says of the database; what goes wrong with any other file is not explained here."""
    try:
        yield
    except sqlite3.Error as error:
        raise explain(error, path) from error
    except UnicodeEncodeError as error:
        text = error.object[max(0, error.start - 20) : error.end + 20].encode("utf-8", "replace").decode()
        raise SinorusError(f"Half of a surrogate pair is no character: {text!r}.", "Nothing was stored.") from None


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    """Tell what keeps the database from being opened, while nothing but the database is in use."""
    try:
        yield
    except UnicodeDecodeError as error:  # of SQLite's own message about a broken schema
        raise explain(sqlite3.DatabaseError("it holds text that is no text"), path) from error
    except PermissionError as error:
        raise DatabaseError(f"{path}: {error.strerror}.", "Check the permissions of the folder.") from None


@contextmanager
def _strange_values_told(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """Tell the user when it is what stands in the database that breaks the program; else the fault is the program's."""
    try:
        yield
    except (AttributeError, TypeError, ValueError) as fault:
        from sinorus.store.values import find_strange_values  # noqa: PLC0415 - for the rare failure

        strange = next(find_strange_values(connection), None)
        if strange is None:
            raise
        raise DatabaseError(
            f"The database {path} holds what sinorus never writes: {strange}", "'sinorus doctor' tells what to do."
        ) from fault


def _put(draft: Path, path: Path) -> None:
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        draft.replace(path)
