"""A home without anything in it, an importer that is loaded once, and databases to be broken."""

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from sqlite3 import Connection

import pytest

from sinorus.cli.app import main
from sinorus.codebook import load_codebook
from sinorus.importer import Importer, read_sources
from sinorus.store.connection import open_writing
from tests.cli.conftest import Outcome, Run

SPRING = "".join(
    f"{month} {day}, 2019: FM Lavrov visits Oslo to meet FM Wang Yi on matter {day}.\n    Note: Of {month}.\n"
    for month in ("March", "April", "May")
    for day in range(1, 31)
)
KEPT = "Jan. 5, 2010: FM Lavrov visits Beijing.\nJan. 9, 2010: President Putin telephones President Hu Jintao.\n"


def store(importer: Importer, connection: Connection, text: str, name: str) -> None:
    """Import a text as a source."""
    (chronology,) = read_sources(text.encode(), name=name)
    importer.store(connection, chronology)


@pytest.fixture(scope="session")
def importer() -> Importer:
    """Return an importer; children that are forked have it without loading anything."""
    made = Importer(load_codebook())
    made.coder()
    return made


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory, importer: Importer) -> Path:
    """Return a database with one source, to be copied."""
    path = tmp_path_factory.mktemp("kept") / "kept.db"
    with open_writing(path) as connection:
        importer.prepare(connection)
        store(importer, connection, KEPT, "kept.txt")
    return path


@pytest.fixture
def database(kept: Path, tmp_path: Path) -> Path:
    """Return a copy of that database in a folder of its own."""
    folder = tmp_path / "place"
    folder.mkdir()
    return Path(shutil.copy(kept, folder / "mine.db"))


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that is home and the place where the program runs."""
    for name in ("SINORUS_DB", "PAGER", "SINORUS_PAGER", "SINORUS_DEBUG", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    settings = {"HOME": tmp_path, "XDG_DATA_HOME": tmp_path / "data", "XDG_CONFIG_HOME": tmp_path / "config"}
    for name, value in {**settings, "NO_COLOR": "1", "COLUMNS": "100"}.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path


@pytest.fixture
def run(home: Path, importer: Importer, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the program, run in this process, with a codebook that is loaded already."""
    monkeypatch.setattr("sinorus.importer.Importer", lambda _: importer)
    monkeypatch.setattr("sinorus.cli.imports.load_own_codebook", lambda: None)

    def run(*arguments: str, code: int | None = 0) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capfd.readouterr()
        outcome = Outcome(int(ended.value.code or 0), captured.out, captured.err)
        assert code is None or outcome.code == code, outcome
        assert "Traceback" not in outcome.err
        assert "fault in sinorus" not in outcome.err
        return outcome

    return run


def files_in(folder: Path) -> dict[str, bytes]:
    """Return what is in a folder, byte for byte."""
    return {file.name: file.read_bytes() for file in folder.iterdir() if file.is_file()}


Change = Callable[[Path], None]
IS_ROOT = os.geteuid() == 0
