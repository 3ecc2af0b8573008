"""A disk that is full, a file that may not grow, a folder that may not be written: a sentence, and nothing lost."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.faults.conftest import IS_ROOT, KEPT, SPRING, files_in
from tests.faults.earlier import make_earlier

Program = Callable[..., "subprocess.CompletedProcess[str]"]
LONG = "".join(f"{SPRING}\n".replace("2019", str(year)) for year in range(1990, 1993))
_UNHINDERED = ("dac_override", "dac_read_search")


@pytest.fixture
def program(home: Path) -> Program:
    """Return the program as a process, under limits of its own."""

    def start(*arguments: str, **options: object) -> "subprocess.CompletedProcess[str]":
        command = [*options.pop("before", ()), sys.executable, "-m", "sinorus", *arguments]  # type: ignore[misc]
        ended = subprocess.run(
            command, stderr=subprocess.PIPE, text=True, timeout=60, check=False,
            **{"stdout": subprocess.PIPE, **options},
        )  # type: ignore[call-overload]  # fmt: skip
        assert "Traceback" not in ended.stderr
        assert "fault in sinorus" not in ended.stderr
        assert "Exception ignored" not in ended.stderr
        return ended

    return start


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = IS_ROOT and shutil.which("mount") is not None
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(place)]
    if not mounted or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("only root, outside of a locked container, may make a small disk")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def integrity(path: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute("PRAGMA integrity_check").fetchall()


def titles(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [title for (title,) in connection.execute("SELECT title FROM sources ORDER BY id")]


def test_an_import_onto_a_full_disk_stores_nothing_and_says_so(
    program: Program, small_disk: Path, kept: Path, home: Path
) -> None:
    (home / "long.txt").write_text(LONG, encoding="utf-8")
    path = Path(shutil.copy(kept, small_disk / "mine.db"))
    (small_disk / "ballast").write_bytes(bytes(1_700_000 - path.stat().st_size))
    ended = program("import", "long.txt", "--db", str(path))
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no room left" in ended.stderr
    assert integrity(path) == [("ok",)]
    assert titles(path) == ["kept"]
    (home / "short.txt").write_text(KEPT.replace("2010", "2011"), encoding="utf-8")
    assert program("import", "short.txt", "--db", str(path)).returncode == 0
    assert titles(path) == ["kept", "short"]


def test_a_first_query_with_a_full_disk_leaves_no_half_database(program: Program, small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_900_000))
    ended = program("events", env={**os.environ, "XDG_DATA_HOME": str(small_disk)})
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "no room left" in ended.stderr
    assert [file.name for file in small_disk.rglob("*") if file.is_file()] == ["ballast"]


def test_a_migration_without_room_for_the_copy_changes_nothing(
    program: Program, small_disk: Path, kept: Path, home: Path
) -> None:
    path = small_disk / "old.db"
    make_earlier(kept, path, 1)
    (small_disk / "ballast").write_bytes(bytes(2_000_000 - path.stat().st_size))
    before = files_in(small_disk)
    ended = program("recode", "--db", str(path))
    assert ended.returncode == 1
    assert "no room left" in ended.stderr
    assert files_in(small_disk) == before


def test_a_file_that_may_not_grow_is_left_as_it_was(program: Program, database: Path, home: Path) -> None:
    (home / "long.txt").write_text(LONG, encoding="utf-8")
    before = database.read_bytes()
    limit = len(before) + 65536

    def limited() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ended = program("import", "long.txt", "--db", str(database), preexec_fn=limited)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "Nothing was stored" in ended.stderr
    assert titles(database) == ["kept"]
    assert integrity(database) == [("ok",)]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
@pytest.mark.parametrize("arguments", [["events", "--csv"], ["events", "--output", "/dev/full"], ["path"]])
def test_output_onto_a_full_disk_is_told(program: Program, database: Path, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        ended = program(*arguments, stdout=full, env={**os.environ, "SINORUS_DB": str(database)})
    assert ended.returncode == 1
    assert "No space left on device" in ended.stderr


@pytest.fixture
def bound() -> list[str]:
    """Return what makes even root obey permissions."""
    if not IS_ROOT:
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("root may write anywhere, and this system has no setpriv")
    return ["setpriv", "--bounding-set", ",".join(f"-{capability}" for capability in _UNHINDERED)]


def test_a_read_only_file_can_be_asked_but_not_filled(
    program: Program, bound: list[str], database: Path, home: Path
) -> None:
    (home / "spring.txt").write_text(SPRING, encoding="utf-8")
    database.chmod(0o444)
    before = files_in(database.parent)
    assert program("events", "--count", "--db", str(database), before=bound).stdout == "2\n"
    ended = program("import", "spring.txt", "--db", str(database), before=bound)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "cannot be written" in ended.stderr
    assert files_in(database.parent) == before


def test_a_database_in_a_read_only_folder_can_be_asked_but_not_filled(
    program: Program, bound: list[str], database: Path, home: Path
) -> None:
    (home / "spring.txt").write_text(SPRING, encoding="utf-8")
    before = files_in(database.parent)
    database.parent.chmod(0o555)
    try:
        assert program("events", "--count", "--db", str(database), before=bound).stdout == "2\n"
        for place in (database, database.with_name("other.db")):
            ended = program("import", "spring.txt", "--db", str(place), before=bound)
            assert (ended.returncode, ended.stdout) == (3, "")
            assert "Check the permissions" in ended.stderr
    finally:
        database.parent.chmod(0o755)
    assert files_in(database.parent) == before


def test_files_that_may_not_be_read_are_named(program: Program, bound: list[str], database: Path, home: Path) -> None:
    (home / "secret.txt").write_text(SPRING, encoding="utf-8")
    (home / "secret.txt").chmod(0)
    database.chmod(0)
    ended = program("events", "--db", str(database), before=bound)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert "Check the permissions" in ended.stderr
    ended = program("import", "secret.txt", "--db", str(home / "new.db"), before=bound)
    assert (ended.returncode, ended.stdout) == (1, "")
    assert "secret.txt cannot be read: Permission denied" in ended.stderr
    assert not (home / "new.db").exists()


def test_a_default_place_that_cannot_be_made_is_named(program: Program, bound: list[str], home: Path) -> None:
    locked = home / "locked"
    locked.mkdir(mode=0o555)
    ended = program("events", before=bound, env={**os.environ, "XDG_DATA_HOME": str(locked)})
    assert (ended.returncode, ended.stdout) == (3, "")
    assert str(locked) in ended.stderr
    assert "Check the permissions" in ended.stderr
