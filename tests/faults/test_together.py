"""Several programs at one database: they wait for each other, and each sees all of an import or nothing of it."""

import sqlite3
import time
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from sinorus.errors import DatabaseError
from sinorus.importer import Importer
from sinorus.query.question import Question
from sinorus.store.checking import check
from sinorus.store.connection import open_reading, open_writing
from sinorus.store.reader import read_events
from tests.cli.conftest import Run
from tests.faults.children import start, wait
from tests.faults.conftest import SPRING, store

READERS = 10
ENTRIES = 90


def _import(importer: Importer, path: Path, name: str, year: str) -> None:
    with open_writing(path) as connection:
        importer.prepare(connection)
        store(importer, connection, SPRING.replace("2019", year), name)


def _read_again_and_again(path: Path) -> None:
    """Ask until both imports are there; each answer has to be whole."""
    give_up = time.monotonic() + 50
    while time.monotonic() < give_up:
        with open_reading(path, wait=50) as connection:
            events = list(read_events(connection, Question()))
        assert (len(events) - 2) % ENTRIES == 0, len(events)
        assert all(event.actors for event in events)
        if len(events) == 2 + 2 * ENTRIES:
            return
        time.sleep(0.01)
    raise AssertionError("the imports never came")


def test_two_imports_and_ten_readers_at_once(database: Path, importer: Importer) -> None:
    readers = [start(partial(_read_again_and_again, database)) for _ in range(READERS)]
    writers = [start(partial(_import, importer, database, f"{year}.txt", year)) for year in ("2001", "2002")]
    assert [wait(child) for child in (*writers, *readers)] == [0] * (READERS + 2)
    with open_reading(database) as connection:
        assert list(check(connection)) == []
        told = connection.execute("SELECT title, (SELECT count(*) FROM events WHERE source_id = sources.id)"
                                  " FROM sources ORDER BY title").fetchall()  # fmt: skip
    assert told == [("2001", ENTRIES), ("2002", ENTRIES), ("kept", 2)]


def test_the_same_file_imported_by_three_at_once_is_there_once(database: Path, importer: Importer) -> None:
    writers = [start(partial(_import, importer, database, "same.txt", "2001")) for _ in range(3)]
    assert [wait(child) for child in writers] == [0, 0, 0]
    with open_reading(database) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (2 + ENTRIES,)
        assert list(check(connection)) == []


def test_three_first_queries_at_once_make_one_database(run: Run, home: Path) -> None:
    from sinorus.cli.app import main

    children = [start(partial(main, ["events", "--count"])) for _ in range(3)]
    assert [wait(child) for child in children] == [0, 0, 0]
    assert [file.name for file in (home / "data" / "sinorus").iterdir()] == ["sinorus.db"]
    assert "sound" in run("doctor").out


def _hold(path: Path, ready: Path, seconds: float) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        ready.touch()
        time.sleep(seconds)


def _held(path: Path, seconds: float) -> int:
    ready = path.with_name("ready")
    child = start(partial(_hold, path, ready, seconds))
    while not ready.exists():
        time.sleep(0.005)
    return child


def test_a_query_waits_for_a_program_that_holds_the_database(run: Run, database: Path) -> None:
    child = _held(database, 0.7)
    assert run("events", "--count", "--db", str(database)).out == "2\n"
    assert wait(child) == 0


def test_an_import_waits_for_a_program_that_holds_the_database(
    database: Path, importer: Importer, home: Path, run: Run
) -> None:
    (home / "spring.txt").write_text(SPRING, encoding="utf-8")
    child = _held(database, 1.5)
    assert run("import", "spring.txt", "--db", str(database)).out == f"spring: {ENTRIES} new entries.\n"
    assert wait(child) == 0


@pytest.mark.parametrize("opening", [open_reading, open_writing])
def test_waiting_ends_with_a_sentence(database: Path, importer: Importer, opening: object) -> None:
    child = _held(database, 0.6)
    with (
        pytest.raises(DatabaseError, match="in use by another program") as caught,
        opening(database, wait=0.2) as connection,  # type: ignore[operator]
    ):
        importer.prepare(connection)
    assert caught.value.hint
    assert wait(child) == 0
