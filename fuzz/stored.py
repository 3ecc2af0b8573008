"""A database in memory: one with every kind of row, to be asked; one to be filled and emptied again."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from sqlite3 import Connection

from sinorus.codebook import load_codebook
from sinorus.coding.coder import Coder
from sinorus.importer import Importer, read_bundled, read_sources
from sinorus.store.connection import open_scratch

MORE = (
    "Jan. 5, 2010: FM Lavrov (Лавров) meets Wang Yi (王毅) in Oslo. 杨洁篪访问莫斯科。\n"
    "2011 to present: 100% of a_b [bold]talks[/bold] go on; Erdoğan's “gas pipeline” – 5 > 3.\n"
)
_open: list[object] = []  # what keeps the databases open


@cache
def importer() -> Importer:
    """Return an importer by the bundled codebook."""
    return Importer(load_codebook())


@cache
def coder() -> Coder:
    """Return a coder that every input of a run may use: to make one takes as long as to code a hundred entries."""
    return importer().coder()


def _kept(connections: Iterator[Connection]) -> Connection:
    _open.append(connections)
    return next(connections)


def _scratch() -> Iterator[Connection]:
    with open_scratch() as connection:
        importer().prepare(connection)
        yield connection


@cache
def asked() -> Connection:
    """Return a database with the bundled chronologies and a few odd entries."""
    connection = _kept(_scratch())
    for chronology in (*read_bundled(), *read_sources(MORE.encode(), name="odd.txt")):
        importer().store(connection, chronology)
    return connection


@cache
def _emptied() -> Connection:
    return _kept(_scratch())


@contextmanager
def filled() -> Iterator[Connection]:
    """Give an empty database that forgets afterwards what was put into it."""
    connection = _emptied()
    yield connection
    connection.execute("BEGIN")
    for table in ("events", "sources", "tenures", "roles", "actors", "places"):
        connection.execute(f"DELETE FROM {table}")
    connection.execute("COMMIT")
