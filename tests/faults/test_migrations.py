"""From every earlier schema with rows in all its tables: up to date or as it was, and the copy made before is whole."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from runpy import run_path

import pytest

from sinorus.errors import DatabaseError
from sinorus.resources import MIGRATIONS
from sinorus.store import schema
from sinorus.store.connection import open_writing
from sinorus.store.schema import VERSION
from tests.cli.conftest import Run
from tests.faults.conftest import files_in
from tests.faults.earlier import FILES, make_earlier

EARLIER = range(1, VERSION)


def rows(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of every ordinary table."""
    with closing(sqlite3.connect(path)) as connection:
        listed = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'")
        names = [name for (name,) in listed if "_fts" not in name and not name.startswith(("_", "sqlite_", "event_l"))]
        return {name: connection.execute(f"SELECT * FROM {name} ORDER BY 1, 2").fetchall() for name in names}


@pytest.fixture(params=EARLIER)
def old(request: pytest.FixtureRequest, kept: Path, tmp_path: Path) -> Path:
    """Return a database of an earlier schema, in a folder of its own."""
    path = tmp_path / "place" / "old.db"
    path.parent.mkdir()
    make_earlier(kept, path, request.param)
    return path


def test_a_question_to_an_earlier_database_is_refused_with_what_to_do(run: Run, old: Path) -> None:
    before = files_in(old.parent)
    outcome = run("events", "--db", str(old), code=3)
    assert "was made by an earlier version of sinorus" in outcome.err
    assert "sinorus recode" in outcome.err
    assert files_in(old.parent) == before


def test_an_earlier_database_comes_up_to_date_with_all_its_rows(run: Run, old: Path, kept: Path) -> None:
    before = rows(old)
    outcome = run("recode", "--db", str(old))
    copy = old.with_name(f"old.db.before-{VERSION}")
    assert f"A copy of it as it was is {copy}." in outcome.err
    assert rows(copy) == before
    assert rows(old) == rows(kept)
    assert "is sound" in run("doctor", "--db", str(old)).out
    assert run("events", "--actor", "Lavrov", "--text", "Beijing", "--count", "--db", str(old)).out == "1\n"


def _halfway(folder: Path, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the migration of a file fail after half of its statements."""
    shutil.copytree(MIGRATIONS, folder)
    script = list(run_path(str(MIGRATIONS / "migrations.py"))["statements"](file.read_text(encoding="utf-8")))
    script.insert(len(script) // 2, "INSERT INTO no_such_table VALUES (1);")
    (folder / file.name).write_text("\n".join(script), encoding="utf-8")
    monkeypatch.setattr(schema, "MIGRATIONS", folder)
    monkeypatch.setattr(schema.bring_up_to_date, "__defaults__", (folder,))


PENDING = [(version, file) for version in EARLIER for file in FILES[version:]]


@pytest.mark.parametrize(
    ("old", "file"), PENDING, indirect=["old"], ids=lambda one: getattr(one, "stem", f"from {one}")
)
def test_a_migration_that_fails_halfway_leaves_the_database_as_it_was(
    run: Run, old: Path, file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = old.read_bytes()
    version = before[60:64]
    _halfway(tmp_path / "migrations", file, monkeypatch)
    outcome = run("recode", "--db", str(old), code=3)
    copy = old.with_name(f"old.db.before-{VERSION}")
    assert f"Nothing was changed. A copy of it as it was is {copy}." in outcome.err
    assert rows(old) == rows(copy)
    assert old.read_bytes()[60:64] == version
    monkeypatch.undo()
    with open_writing(old) as connection:
        assert connection.execute("SELECT count(*) FROM event_list").fetchone() == (2,)


def test_a_copy_that_cannot_be_made_stops_the_migration(old: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = old.read_bytes()

    def refuse(path: Path) -> Path:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(schema, "_copy_aside", refuse)
    with pytest.raises(DatabaseError, match="Permission denied"), open_writing(old):
        pass
    assert old.read_bytes() == before
