"""A database -> the values in it that sinorus never writes, though SQLite takes them: bytes for a text, "x" for a day.

SQLite holds anything in any column, and who changes a database by hand, or whose disk does, may leave what no question
expects. `doctor` looks for it, and so does a question that fails, to know whose fault that is.
"""

import sqlite3
from collections.abc import Iterator

from sinorus.edtf import parse_edtf

# What the columns of a declared type hold; ids and texts may be missing, and a position may be a whole number.
_HELD = {"TEXT": ("text",), "INTEGER": ("integer",), "REAL": ("real", "integer")}
# SQLite takes February 30 for a day until it has to count with it.
_NO_DAYS = (
    "SELECT count(*) FROM {} WHERE date(start, '+0 days') IS NOT start"
    """ OR ("end" IS NOT NULL AND date("end", '+0 days') IS NOT "end")"""
)
_NO_JSON = "SELECT count(*) FROM events WHERE given IS NOT NULL AND NOT json_valid(given)"
_EDTF = "SELECT edtf FROM events UNION SELECT edtf FROM event_dates"


def find_strange_values(connection: sqlite3.Connection) -> Iterator[str]:
    """Yield a sentence for each kind of value that is not as sinorus writes it."""
    for table in _tables(connection):
        if count := _of_other_types(connection, table):
            yield f"{count} rows of {table} hold values of another kind than their column."
    for table in ("events", "event_dates"):
        (count,) = connection.execute(_NO_DAYS.format(table)).fetchone()
        if count:
            yield f"{count} rows of {table} begin or end on what is no day."
    if count := sum(not _is_edtf(edtf) for (edtf,) in connection.execute(_EDTF)):
        yield f"{count} dates in EDTF cannot be read."
    (count,) = connection.execute(_NO_JSON).fetchone()
    if count:
        yield f"{count} events have a coding by hand that cannot be read."


def _tables(connection: sqlite3.Connection) -> list[str]:
    """Return the names of the tables, without search indexes and the tables in which those keep what they know."""
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    virtual = tuple(f"{name}_" for name, sql in found if sql.startswith("CREATE VIRTUAL"))
    return [
        name for name, sql in found if f"{name}_" not in virtual and not name.startswith((*virtual, "_", "sqlite_"))
    ]


def _of_other_types(connection: sqlite3.Connection, table: str) -> int:
    wrong = []
    for _, column, declared, *_ in connection.execute(f'PRAGMA table_info("{table}")'):
        if declared in _HELD:
            held = ", ".join(f"'{kind}'" for kind in ("null", *_HELD[declared]))
            wrong.append(f'typeof("{column}") NOT IN ({held})')
    if not wrong:
        return 0
    count: int = connection.execute(f'SELECT count(*) FROM "{table}" WHERE {" OR ".join(wrong)}').fetchone()[0]
    return count


def _is_edtf(edtf: object) -> bool:
    try:
        parse_edtf(str(edtf))
    except ValueError:
        return False
    return True
