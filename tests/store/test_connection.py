"""Opening a file that is, or is not, a database that can be used."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from sinorus.errors import DatabaseError, ExitCode, SinorusError
from sinorus.query.question import Question
from sinorus.store.connection import open_new, open_reading, open_writing, transaction
from sinorus.store.faults import explain
from sinorus.store.lists import read_list
from sinorus.store.profile import read_profile
from sinorus.store.reader import read_events
from sinorus.store.recoding import iterate_entries
from sinorus.store.schema import APPLICATION_ID, VERSION
from sinorus.store.writer import save_source

from .builders import LAVROV, entry, event, save_lists, source

TESTS = Path(__file__).parent.parent


def a_folder(path: Path) -> None:
    path.mkdir()


def an_empty_file(path: Path) -> None:
    path.touch()


def a_text(path: Path) -> None:
    path.write_text("Jan. 5, 2024: A text, and no database.")


def a_foreign_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE birds (name)")


def a_newer_database(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE events (id)")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def a_cut_database(path: Path) -> None:
    with open_writing(path) as connection:
        save_source(connection, source(), [event(entry("2024-01-01", "x"))])
    path.write_bytes(path.read_bytes()[:5000])


UNUSABLE: dict[str, tuple[Callable[[Path], None], str]] = {
    "a folder": (a_folder, "is a folder"),
    "a text": (a_text, "is not an SQLite database"),
    "a foreign database": (a_foreign_database, "not one of sinorus"),
    "a newer database": (a_newer_database, "made by a newer sinorus"),
    "a database cut short": (a_cut_database, "is damaged"),
}


@pytest.mark.parametrize("opening", [open_reading, open_writing])
@pytest.mark.parametrize(("make", "message"), UNUSABLE.values(), ids=UNUSABLE)
def test_an_unusable_file_is_refused_with_a_sentence_and_left_as_it_is(
    tmp_path: Path, make: Callable[[Path], None], message: str, opening: Callable[[Path], object]
) -> None:
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(DatabaseError, match=message) as caught, opening(path):  # type: ignore[attr-defined]
        pass
    assert caught.value.exit_code == ExitCode.NO_DATABASE
    assert caught.value.hint
    assert (path.read_bytes() if path.is_file() else b"") == before
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_reading_a_file_that_is_not_there_makes_none(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match="There is no database at"), open_reading(tmp_path / "x.db"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_can_be_written_but_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.touch()
    with pytest.raises(DatabaseError, match="is empty"), open_reading(path):
        pass
    with open_writing(path):
        pass
    with open_reading(path):
        pass


@pytest.mark.parametrize("opening", [open_reading, open_writing])
@pytest.mark.parametrize(
    "error",
    [
        pytest.param(PermissionError(13, "Permission denied", "answer.csv"), id="may not be written"),
        pytest.param(UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte"), id="is no text"),
    ],
)
def test_what_goes_wrong_with_another_file_is_not_told_of_the_database(
    database: Path, opening: Callable[[Path], object], error: Exception
) -> None:
    with pytest.raises(type(error)) as caught, opening(database):  # type: ignore[attr-defined]
        raise error
    assert caught.value is error


def test_a_reader_cannot_write(database: Path) -> None:
    with (
        pytest.raises(DatabaseError, match="cannot be written"),
        open_reading(database) as connection,
    ):
        connection.execute("DELETE FROM events")


@pytest.mark.parametrize("name", ["a b.db", "50%.db", "what?.db", "#1.db", "Ж.db"])
def test_any_name_of_a_file_will_do(tmp_path: Path, name: str) -> None:
    path = tmp_path / "new" / name
    with open_writing(path):
        pass
    with open_reading(path):
        pass
    assert [file.name for file in path.parent.iterdir()] == [name]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_read_only_can_be_read(database: Path) -> None:
    database.parent.chmod(0o555)
    try:
        with open_reading(database) as connection:
            connection.execute("SELECT * FROM events")
        with pytest.raises(DatabaseError), open_writing(database.with_name("other.db")):
            pass
    finally:
        database.parent.chmod(0o755)


def test_reading_loads_neither_sqlite_utils_nor_what_only_writing_needs(database: Path) -> None:
    program = (
        "import sys; from pathlib import Path; from datetime import date\n"
        "from sinorus.store.connection import open_reading\n"
        "from sinorus.store.reader import read_events\n"
        "from sinorus.store.resolution import resolve\n"
        "from sinorus.query.request import Request\n"
        f"with open_reading(Path({str(database)!r})) as connection:\n"
        "    question, _ = resolve(connection, Request(since='2024'), date(2024, 1, 1))\n"
        "    list(read_events(connection, question))\n"
        "print(*(m for m in ('sqlite_utils', 'rich', 'dateutil', 'runpy', 'difflib', 'pickle', 'hashlib', 'json')"
        " if m in sys.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout == "\n"


def test_a_locked_database_is_waited_for_and_then_named(database: Path) -> None:
    with open_writing(database) as holder, transaction(holder):
        with pytest.raises(DatabaseError, match="in use by another program"), open_writing(database, wait=0.1) as late:
            save_source(late, source(), [])
        with open_reading(database) as reader:
            assert reader.execute("SELECT count(*) FROM events").fetchone() == (0,)


def test_a_reader_waits_while_a_writer_holds_the_file(database: Path) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(DatabaseError, match="in use"), open_reading(database, wait=0.1):
            pass


WRITER = """
import sys, time
sys.path.insert(0, {tests!r})
from pathlib import Path
from store.builders import LAVROV, entry, event, source
from sinorus.store.connection import open_writing
from sinorus.store.writer import save_source

def events():
    for number in range({count}):
        yield event(entry("2024-01-01", f"Event {{number}} of {name}: " + "word " * 200, number + 1), [LAVROV])
        if number % 500 == 0:
            print(number, flush=True)
            time.sleep({pause})

with open_writing(Path({path!r})) as connection:
    connection.execute("PRAGMA cache_size = 10")
    save_source(connection, source({name!r}), events())
"""


def writer(path: Path, name: str, count: int, pause: float) -> subprocess.Popen[str]:
    program = WRITER.format(tests=str(TESTS), path=str(path), name=name, count=count, pause=pause)
    return subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE, text=True)


def test_two_imports_at_once_wait_for_each_other(database: Path) -> None:
    both = [writer(database, name, 600, 0.05) for name in ("one", "two")]
    for process in both:
        process.communicate(timeout=60)
    assert [process.returncode for process in both] == [0, 0]
    with open_reading(database) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (1200,)
        assert connection.execute("SELECT name FROM actors").fetchall() == [(LAVROV.name,)]


@pytest.mark.parametrize("reading_first", [True, False])
def test_a_killed_import_leaves_nothing_of_its_source(database: Path, reading_first: bool) -> None:
    with open_writing(database) as connection:
        save_source(connection, source("before"), [event(entry("2023-01-01", "Kept."))])
    process = writer(database, "killed", 100_000, 0.05)
    assert process.stdout is not None
    while int(process.stdout.readline()) < 1000:
        pass
    time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert database.with_name(f"{database.name}-journal").exists(), "the import must have been under way"
    if reading_first:
        with open_reading(database) as connection:
            assert connection.execute("SELECT text FROM events").fetchall() == [("Kept.",)]
            assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    with open_writing(database) as connection:
        tally = save_source(connection, source("killed"), [event(entry("2024-01-01", "Again."))])
        assert tally.new == 1
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (2,)


def test_open_new_puts_a_database_in_place_when_it_is_complete(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with open_new(path) as connection:
        save_source(connection, source(), [event(entry("2024-01-01", "x"))])
        assert not path.exists()
    with open_reading(path) as connection:
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (1,)
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_open_new_leaves_nothing_behind_after_an_error(tmp_path: Path) -> None:
    with pytest.raises(SinorusError, match="stop"), open_new(tmp_path / "x.db"):
        raise SinorusError("stop")
    assert list(tmp_path.iterdir()) == []


def test_open_new_keeps_what_another_program_has_put_there_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with open_new(path):
        path.write_bytes(b"another's")
    assert path.read_bytes() == b"another's"
    assert [file.name for file in tmp_path.iterdir()] == ["x.db"]


def test_a_full_disk_is_named_and_nothing_is_stored(database: Path) -> None:
    many = (event(entry("2024-01-01", f"{number} " + "word " * 200, number)) for number in range(1, 2000))
    with pytest.raises(DatabaseError, match="no room left") as caught, open_writing(database) as connection:
        save_source(_limited(connection), source(), many)
    assert caught.value.exit_code == ExitCode.FAILED
    with open_reading(database) as connection:
        assert connection.execute("SELECT count(*) FROM sources").fetchone() == (0,)


def _limited(connection: sqlite3.Connection) -> sqlite3.Connection:
    connection.execute("PRAGMA max_page_count = 90")
    return connection


def test_an_error_without_a_code_is_taken_for_damage(tmp_path: Path) -> None:
    told = explain(sqlite3.OperationalError("Could not decode to UTF-8 column"), tmp_path)
    assert "damaged" in told.message


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("good") / "good.db"
    with open_writing(path) as connection:
        save_lists(connection)
        save_source(
            connection, source(), [event(entry("2024-01-01", f"Event {n}.", n), [LAVROV]) for n in range(1, 50)]
        )
    return path.read_bytes()


def _flipped(content: bytes, offset: int, length: int = 16) -> bytes:
    return (
        content[:offset] + bytes(byte ^ 0xFF for byte in content[offset : offset + length]) + content[offset + length :]
    )


def _read_everything(path: Path) -> None:
    with suppress(SinorusError), open_reading(path) as connection:
        list(read_events(connection, Question()))
        list(iterate_entries(connection))
        read_profile(connection, 1)
        read_list(connection, "actors", Question())


@pytest.mark.parametrize("share", range(0, 100, 2))
def test_flipped_bytes_give_an_answer_or_a_sentence_and_change_nothing(
    tmp_path: Path, content: bytes, share: int
) -> None:
    path = tmp_path / "bad.db"
    flipped = _flipped(content, len(content) * share // 100)
    path.write_bytes(flipped)
    _read_everything(path)
    with suppress(SinorusError), open_writing(path):
        pass
    assert path.read_bytes() == flipped


def test_a_damaged_database_is_not_written_into(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.db"
    flipped = _flipped(content, len(content) - 4096)  # the head of the last page
    path.write_bytes(flipped)
    with pytest.raises(DatabaseError, match="is damaged"), open_writing(path) as connection:
        save_source(connection, source("more"), [event(entry("2024-02-01", "One more.", 1))])
    assert path.read_bytes() == flipped


def test_a_schema_that_is_no_text_is_damage(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.db"
    path.write_bytes(
        content.replace(b"CREATE TABLE sources", b"CREATE \xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0\xf0")
    )
    with pytest.raises(DatabaseError, match="damaged"), open_reading(path) as connection:
        connection.execute("SELECT * FROM events")


def test_a_profile_of_nobody_is_an_error(database: Path) -> None:
    with pytest.raises(SinorusError, match="no actor number 7"), open_reading(database) as connection:
        read_profile(connection, 7)
