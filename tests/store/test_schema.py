"""Migrations: the fresh schema, the way from each earlier one, and what happens when one fails."""

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from sinorus.errors import DatabaseError
from sinorus.resources import MIGRATIONS
from sinorus.store.connection import open_reading, open_writing
from sinorus.store.schema import APPLICATION_ID, VERSION, bring_up_to_date, fingerprint, load_migrations

FILES = sorted(MIGRATIONS.glob("[0-9]*.sql"))
TABLES = {
    "sources": "id title author publisher url period file sha256 imported_at",
    "countries": "code name adjective",
    "events": "id source_id line date_text start end precision edtf text note given content_key coding_key",
    "event_sources": "event_id source_id line",
    "actors": "id name kind country native_name origin",
    "actor_names": "id actor_id name folded",
    "roles": "id title country organization",
    "tenures": "id actor_id role_id since until",
    "event_actors": "id event_id actor_id role_id role_basis part mention mention_start mention_end reason",
    "places": "id name kind country latitude longitude",
    "place_names": "id place_id name folded",
    "event_places": "id event_id place_id mention mention_start mention_end reason",
    "topics": "id slug name description",
    "event_topics": "id event_id topic_id cue cue_start cue_end",
    "activities": "id slug name description plover_type plover_mode",
    "event_activities": "id event_id activity_id cue cue_start cue_end",
    "event_dates": "id event_id start end precision edtf mention mention_start mention_end",
    "event_list": "id date date_text start end precision text note actors mentioned roles countries places topics "
    "activities source line source_id",
    "participations": "event_id date start end actor_id actor kind country role organization role_basis part mention "
    "text",
    "actor_summary": "id name kind country native_name origin events mentions first last",
    "events_fts": "text note",
}
ONE_EVENT = (
    "INSERT INTO sources VALUES (1, 'T', NULL, NULL, NULL, NULL, 'f', 'x', 'x')",
    'INSERT INTO events (source_id, line, date_text, start, "end", precision, edtf, text, content_key, coding_key)'
    " VALUES (1, 1, 'Jan. 5, 2024', '2024-01-05', '2024-01-05', 'day', '2024-01-05', 'A gas deal', 'a', 'b')",
    "INSERT INTO actors (name, kind, origin) VALUES ('Sergey Lavrov', 'person', 'codebook')",
    "INSERT INTO actor_names (actor_id, name, folded) VALUES (1, 'Sergey Lavrov', 'sergey lavrov')",
)


def columns(connection: sqlite3.Connection, table: str) -> str:
    return " ".join(row[1] for row in connection.execute(f"PRAGMA table_info({table})"))


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()


def earlier(path: Path, version: int) -> None:
    """Make a database of an earlier schema, with an event in it."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        from sqlite_utils import Database

        stop = FILES[version].stem if version < len(FILES) else None
        load_migrations().apply(Database(connection), stop_before=stop)
        for sql in ONE_EVENT:
            connection.execute(sql)


@pytest.mark.parametrize(("table", "wanted"), TABLES.items(), ids=TABLES)
def test_a_fresh_database_has_the_columns_that_people_write_sql_against(
    scratch: sqlite3.Connection, table: str, wanted: str
) -> None:
    assert columns(scratch, table) == wanted


def test_a_fresh_database_carries_its_numbers(scratch: sqlite3.Connection) -> None:
    application, version, _ = fingerprint(scratch)
    assert (application, version, len(FILES), int(FILES[-1].name[:4])) == (APPLICATION_ID, VERSION, VERSION, VERSION)


def test_every_foreign_key_is_indexed(scratch: sqlite3.Connection) -> None:
    missing = []
    for (table,) in scratch.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
        keys = {row[3] for row in scratch.execute(f"PRAGMA foreign_key_list({table})")}
        indexes = [row[1] for row in scratch.execute(f"PRAGMA index_list({table})") if not row[4]]
        indexed = {scratch.execute(f"PRAGMA index_info({index})").fetchone()[2] for index in indexes}
        missing += [f"{table}.{key}" for key in keys - indexed]
    assert missing == []


def test_foreign_keys_are_switched_on(scratch: sqlite3.Connection) -> None:
    with pytest.raises(sqlite3.IntegrityError):
        scratch.execute("INSERT INTO actor_names (actor_id, name, folded) VALUES (99, 'x', 'x')")


def test_the_command_of_sqlite_utils_makes_the_same_schema(tmp_path: Path) -> None:
    ours, theirs = tmp_path / "ours.db", tmp_path / "theirs.db"
    with open_writing(ours):
        pass
    command = [sys.executable, "-m", "sqlite_utils", "migrate", str(theirs), str(MIGRATIONS)]
    subprocess.run(command, check=True, capture_output=True)
    assert schema(theirs) == schema(ours)
    with open_reading(theirs):
        pass


@pytest.mark.parametrize("version", range(1, VERSION))
def test_an_earlier_database_is_copied_aside_and_brought_up_to_date(tmp_path: Path, version: int) -> None:
    path = tmp_path / "old.db"
    earlier(path, version)
    before = schema(path)
    with pytest.raises(DatabaseError, match="earlier version"), open_reading(path):
        pass
    told: list[str] = []
    with open_writing(path, tell=told.append) as connection:
        assert fingerprint(connection)[1] == VERSION
        assert connection.execute("SELECT text, source FROM event_list").fetchall() == [("A gas deal", "T")]
        found = "SELECT rowid FROM events_fts WHERE events_fts MATCH 'gas'"
        assert connection.execute(found).fetchall() == [(1,)]
        found = "SELECT rowid FROM actor_names_fts WHERE actor_names_fts MATCH 'lavrov'"
        assert connection.execute(found).fetchall() == [(1,)]
    copy = tmp_path / f"old.db.before-{VERSION}"
    assert [str(copy) in sentence for sentence in told] == [True]
    assert schema(copy) == before
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT text FROM events").fetchall() == [("A gas deal",)]


def test_a_second_copy_does_not_overwrite_the_first(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    (tmp_path / f"old.db.before-{VERSION}").write_text("mine")
    earlier(path, 1)
    with open_writing(path):
        pass
    assert (tmp_path / f"old.db.before-{VERSION}").read_text() == "mine"
    assert (tmp_path / f"old.db.before-{VERSION}.1").exists()


def test_a_migration_that_fails_halfway_leaves_everything_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder)
    last = folder / FILES[-1].name
    last.write_text(last.read_text("utf-8") + "\nINSERT INTO no_such_table VALUES (1);\n", "utf-8")
    path = tmp_path / "old.db"
    earlier(path, 1)
    before = schema(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(DatabaseError, match="no such table: no_such_table") as caught:
            bring_up_to_date(connection, path, None, folder)
        assert fingerprint(connection)[1] == 1
    assert caught.value.hint is not None
    assert f"old.db.before-{VERSION}" in caught.value.hint
    assert schema(path) == before
    with open_writing(path) as connection:
        assert fingerprint(connection)[1] == VERSION


def test_the_views_tell_participants_from_those_who_are_mentioned(scratch: sqlite3.Connection) -> None:
    for sql in ONE_EVENT:
        scratch.execute(sql)
    scratch.execute("INSERT INTO actors (name, kind, origin) VALUES ('Xi Jinping', 'person', 'codebook')")
    scratch.execute("INSERT INTO roles (title) VALUES ('President')")
    link = "INSERT INTO event_actors (event_id, actor_id, role_id, part) VALUES (1, ?, 1, ?)"
    scratch.executemany(link, [(1, "participant"), (2, "mentioned")])
    listed = scratch.execute("SELECT date, actors, mentioned, roles FROM event_list").fetchall()
    assert listed == [("2024-01-05", "Sergey Lavrov", "Xi Jinping", "President")]
    summary = scratch.execute("SELECT name, events, mentions, first, last FROM actor_summary").fetchall()
    assert summary == [
        ("Sergey Lavrov", 1, 0, "2024-01-05", "2024-01-05"),
        ("Xi Jinping", 0, 1, "2024-01-05", "2024-01-05"),
    ]
    parts = scratch.execute("SELECT actor, role, part FROM participations").fetchall()
    assert parts == [("Sergey Lavrov", "President", "participant"), ("Xi Jinping", "President", "mentioned")]
