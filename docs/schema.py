"""The tables and views of a migrated database with a comment a column, as Markdown."""

import re
import sqlite3

from sinorus.resources import MIGRATIONS
from sinorus.store.connection import open_scratch

_COLUMN = re.compile(r"^\s+\"?(?P<name>\w+)\"?\s+(?P<type>TEXT|INTEGER|REAL)\b[^-]*?(?:--\s*(?P<comment>.*))?$")


def _comments() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    table = ""
    for file in sorted(MIGRATIONS.glob("[0-9]*.sql")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if start := re.match(r"CREATE TABLE (\w+)", line):
                table = start.group(1)
            elif (column := _COLUMN.match(line)) and column["comment"]:
                found[table, column["name"]] = column["comment"]
    return found


def tables() -> str:
    """Return one Markdown table a table of the database."""
    comments = _comments()
    with open_scratch() as connection:
        names = [
            row[0]
            for row in connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                " AND name NOT LIKE '%_fts%' AND name NOT LIKE '\\_%' ESCAPE '\\' ORDER BY rowid"
            )
        ]
        return "\n".join(_table(connection, name, comments) for name in names)


def _table(connection: sqlite3.Connection, name: str, comments: dict[tuple[str, str], str]) -> str:
    links = {row[3]: f"{row[2]}.{row[4]}" for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
    rows = [f"\n### `{name}`\n", "| column | type | |", "|---|---|---|"]
    for _, column, kind, *_rest in connection.execute(f"PRAGMA table_info({name})"):
        about = comments.get((name, column), "")
        if column in links:
            about = f"-> `{links[column]}`" + (f"; {about}" if about else "")
        rows.append(f"| `{column}` | {kind.lower()} | {about} |")
    return "\n".join(rows)


def views() -> str:
    """Return the views with their columns."""
    with open_scratch() as connection:
        rows = []
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY rowid"
        ).fetchall():
            columns = [f"`{row[1]}`" for row in connection.execute(f"PRAGMA table_info({name})")]
            rows.append(f"- `{name}`: {', '.join(columns)}")
        return "\n".join(rows)
