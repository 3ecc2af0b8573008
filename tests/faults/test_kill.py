"""kill -9 at any moment of an import, a recoding, a migration: all of it happened, or nothing; the next one succeeds.

Two kills of each kind in an ordinary run; SINORUS_STRESS=200 makes it two hundred of each.
"""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import NamedTuple

import pytest

from sinorus.codebook import load_codebook
from sinorus.importer import Importer
from sinorus.recoding import recode
from sinorus.store import connection as opening
from sinorus.store.checking import check
from sinorus.store.connection import open_reading, open_writing
from sinorus.store.schema import VERSION
from tests.faults.children import KILLS, duration, kill_somewhere
from tests.faults.conftest import SPRING, store
from tests.faults.earlier import make_earlier

ENTRIES = 90
OWN_CUES = "cue,topic,weight,source\nmatter,energy,9,own\n"


class Job(NamedTuple):
    """Work on a database that can be killed, and how long it takes."""

    database: Path
    work: Callable[[Path], None]
    length: float


def prepared(folder: Path, database: Path, work: Callable[[Path], None]) -> Job:
    trial = Path(shutil.copy(database, folder / "trial.db"))
    return Job(database, work, duration(partial(work, trial)))


def killed(job: Job, folder: Path, number: int) -> Path:
    """Kill the job at work on a copy of its database, and return the copy."""
    path = Path(shutil.copy(job.database, folder / "mine.db"))
    journal = path.with_name("mine.db-journal")
    under_way = kill_somewhere(partial(job.work, path), job.length, journal, number)
    sys.stdout.write(f"{under_way=} with_journal={journal.exists()}\n")  # pytest -rP shows it
    return path


def holds(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Return what a database holds, after its first reader has found it sound."""
    with open_reading(path) as connection:
        assert list(check(connection)) == []
        return connection.execute(sql).fetchall()


@pytest.fixture(params=["in memory", "spilled"])
def cache(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a transaction go to the file only at its end, or from its first pages on."""
    if request.param == "spilled":
        monkeypatch.setattr(opening, "_CACHE_KIB", 16)


@pytest.fixture(scope="module")
def importing(kept: Path, importer: Importer, tmp_path_factory: pytest.TempPathFactory) -> Job:
    return prepared(tmp_path_factory.mktemp("importing"), kept, partial(_import, importer))


def _import(importer: Importer, path: Path) -> None:
    with open_writing(path) as connection:
        importer.prepare(connection)
        store(importer, connection, SPRING, "spring.txt")


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_import_leaves_all_of_its_source_or_nothing(
    cache: None, importing: Job, importer: Importer, tmp_path: Path, number: int
) -> None:
    path = killed(importing, tmp_path, number)
    found = holds(path, "SELECT title, (SELECT count(*) FROM events WHERE source_id = sources.id) FROM sources")
    assert found in ([("kept", 2)], [("kept", 2), ("spring", ENTRIES)])
    _import(importer, path)
    assert holds(path, "SELECT count(*) FROM events") == [(2 + ENTRIES,)]


@pytest.fixture(scope="module")
def recoding(kept: Path, importer: Importer, tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder = tmp_path_factory.mktemp("recoding")
    full = Path(shutil.copy(kept, folder / "full.db"))
    _import(importer, full)
    (folder / "topic_cues.csv").write_text(OWN_CUES, encoding="utf-8")
    other = Importer(load_codebook(folder))
    return prepared(folder, full, partial(_recode, other))


def _recode(importer: Importer, path: Path) -> None:
    with open_writing(path) as connection:
        recode(connection, importer)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_recoding_changes_all_events_or_none(cache: None, recoding: Job, tmp_path: Path, number: int) -> None:
    path = killed(recoding, tmp_path, number)
    about_energy = "SELECT count(*) FROM event_topics JOIN topics ON topics.id = topic_id WHERE slug = 'energy'"
    assert holds(path, about_energy) in ([(0,)], [(ENTRIES,)])
    recoding.work(path)
    assert holds(path, about_energy) == [(ENTRIES,)]


@pytest.fixture(scope="module")
def migrating(kept: Path, importer: Importer, tmp_path_factory: pytest.TempPathFactory) -> Job:
    folder = tmp_path_factory.mktemp("migrating")
    full = Path(shutil.copy(kept, folder / "full.db"))
    _import(importer, full)
    old = folder / "old.db"
    make_earlier(full, old, 1)
    return prepared(folder, old, _open)


def _open(path: Path) -> None:
    with open_writing(path):
        pass


@pytest.mark.parametrize("number", range(KILLS))
def test_a_killed_migration_leaves_the_old_schema_or_the_new(migrating: Job, tmp_path: Path, number: int) -> None:
    path = killed(migrating, tmp_path, number)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] in (1, VERSION)
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (2 + ENTRIES,)
    _open(path)
    found = "SELECT count(*) FROM events_fts WHERE events_fts MATCH 'matter'"
    assert holds(path, found) == [(ENTRIES,)]
    copies = [file for file in tmp_path.iterdir() if ".before-" in file.name and not file.name.endswith(".part")]
    for copy in copies:
        with closing(sqlite3.connect(copy)) as connection:
            assert connection.execute("SELECT count(*) FROM events").fetchone() == (2 + ENTRIES,)
