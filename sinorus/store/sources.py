"""Sources: one row for each title, with what its file was like at the last import."""

import sqlite3

from sinorus.model import SourceInfo

_COLUMNS = "title, author, publisher, url, period, file, sha256"


def find_source(connection: sqlite3.Connection, title: str) -> int | None:
    """Return the id of the source with a title."""
    row = connection.execute("SELECT id FROM sources WHERE title = ?", (title,)).fetchone()
    return row[0] if row else None


def file_of(connection: sqlite3.Connection, source_id: int) -> str:
    """Return the file of a source, as it was named at the last import."""
    (file,) = connection.execute("SELECT file FROM sources WHERE id = ?", (source_id,)).fetchone()
    return str(file)


def sources_from(connection: sqlite3.Connection, file: str) -> list[int]:
    """Return the ids of the sources that a file told at their last import: a table may hold several."""
    rows = connection.execute("SELECT id FROM sources WHERE file = ? ORDER BY id", (file,))
    return [source_id for (source_id,) in rows]


def keep_source(connection: sqlite3.Connection, source: SourceInfo) -> int:
    """Write the row of a new source and return its id."""
    connection.execute(
        f"INSERT INTO sources ({_COLUMNS}, imported_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'))",
        _values(source),
    )
    (source_id,) = connection.execute("SELECT last_insert_rowid()").fetchone()
    return int(source_id)


def touch_source(connection: sqlite3.Connection, source_id: int, source: SourceInfo, brought_news: bool) -> None:
    """Bring a source's row up to date, if there is anything to say."""
    stored = connection.execute(f"SELECT {_COLUMNS} FROM sources WHERE id = ?", (source_id,)).fetchone()
    if stored != _values(source):
        columns = ", ".join(f"{column} = ?" for column in _COLUMNS.split(", "))
        connection.execute(f"UPDATE sources SET {columns} WHERE id = ?", (*_values(source), source_id))
    if brought_news:
        now = "UPDATE sources SET imported_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now') WHERE id = ?"
        connection.execute(now, (source_id,))


def leave_to_others(connection: sqlite3.Connection, source_id: int, where: str = "1") -> None:
    """Give the events of a source, those for which a condition holds, to the first of the others that tell them."""
    heir = "(SELECT {} FROM event_sources WHERE event_id = events.id ORDER BY source_id LIMIT 1)"
    connection.execute(
        f"UPDATE events SET source_id = {heir.format('source_id')}, line = {heir.format('line')}"
        f" WHERE source_id = ? AND {where}",
        (source_id,),
    )


def _values(source: SourceInfo) -> tuple[str | None, ...]:
    return source.title, source.author, source.publisher, source.url, source.period, source.file, source.sha256


def drop_source(connection: sqlite3.Connection, source_id: int) -> None:
    """Remove the row of a source that tells nothing."""
    connection.execute("DELETE FROM sources WHERE id = ?", (source_id,))


def list_sources(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """Return the ids and titles of all sources, in the order in which they came."""
    return connection.execute("SELECT id, title FROM sources ORDER BY id").fetchall()
