"""The numbered SQL files beside this one, registered in order with sqlite-utils.

`sqlite-utils migrate FILE.db migrations/` brings a database up to date, and so does every sinorus command that writes.
Each file runs in one transaction and sets PRAGMA user_version to its own number. A released file is never edited.
"""

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import complete_statement

from sqlite_utils import Database, Migrations

_FOLDER = Path(__file__).parent

sinorus = Migrations("sinorus")


def statements(script: str) -> Iterator[str]:
    """Yield the statements of an SQL script one by one, triggers whole.

    `executescript` will not do here: it commits, and a migration that fails halfway could not be taken back.
    """
    lines: list[str] = []
    for line in script.splitlines():
        lines.append(line)
        if complete_statement(statement := "\n".join(lines)):
            yield statement.strip()
            lines.clear()


def _register(file: Path) -> None:
    @sinorus(name=file.stem)
    def apply(db: Database) -> None:
        for statement in statements(file.read_text(encoding="utf-8")):
            db.conn.execute(statement)


for _file in sorted(_FOLDER.glob("[0-9]*.sql")):
    _register(_file)
