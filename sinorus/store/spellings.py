"""What is known of an actor or a place beside its row: spellings, and offices held. Rows are brought up to date."""

import sqlite3
from collections.abc import Collection, Iterable

from sinorus.folding import fold


def write_spellings(connection: sqlite3.Connection, of: str, row_id: int, names: Iterable[str], exact: bool) -> None:
    """Bring the names of an `actor` or a `place` up to date; only an exact list takes away what it lacks."""
    wanted = {name: fold(name) or name.casefold() for name in names if name.strip()}
    rows = connection.execute(f"SELECT name, folded FROM {of}_names WHERE {of}_id = ?", (row_id,))
    stored: dict[str, str] = dict(rows.fetchall())
    if stored == wanted:
        return
    gone = [name for name in stored if stored[name] != wanted.get(name) and (exact or name in wanted)]
    new = [(row_id, name, folded) for name, folded in wanted.items() if stored.get(name) != folded]
    delete = f"DELETE FROM {of}_names WHERE {of}_id = ? AND name = ?"
    connection.executemany(delete, [(row_id, name) for name in gone])
    connection.executemany(f"INSERT INTO {of}_names ({of}_id, name, folded) VALUES (?, ?, ?)", new)


def write_tenures(
    connection: sqlite3.Connection, actor_id: int, tenures: Collection[tuple[int, str | None, str | None]]
) -> None:
    """Bring the offices of an actor up to date.

    Shape: tenures as (role id, since, until).
    """
    rows = connection.execute("SELECT role_id, since, until FROM tenures WHERE actor_id = ?", (actor_id,))
    if set(rows.fetchall()) == set(tenures):
        return
    connection.execute("DELETE FROM tenures WHERE actor_id = ?", (actor_id,))
    insert = "INSERT INTO tenures (actor_id, role_id, since, until) VALUES (?, ?, ?, ?)"
    in_order = sorted(set(tenures), key=lambda tenure: (tenure[1] or "", tenure[2] or "9999", tenure[0]))
    connection.executemany(insert, [(actor_id, *tenure) for tenure in in_order])
