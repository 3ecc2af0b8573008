"""The program as a user sees it: arguments in; exit code, stdout and stderr out."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from sinorus.cli.app import main
from sinorus.model import Actor, Event, Place, Role
from sinorus.store.codebook import save_codebook
from sinorus.store.connection import open_writing
from sinorus.store.writer import save_source
from tests.store.builders import (
    LAVROV,
    LAVROVS_OFFICE,
    STRANGER,
    WANG_WENTAO,
    WANG_YI,
    entry,
    event,
    source,
    taking_part,
)

FOREIGN_MINISTER_OF_RUSSIA = Role("Foreign Minister", "RU")
ZELENSKY = Actor("person", "Volodymyr Zelensky", "UA", names=("Zelensky", "Zelenskyy"))
HOSTILE = "a\x1b[31mred\u202eback [bold]not bold[/bold]\r=1+1"


@dataclass(frozen=True)
class Outcome:
    """What a run of the program came to."""

    code: int
    out: str
    err: str

    def json(self) -> Any:
        """Return stdout as JSON."""
        return json.loads(self.out)

    def lines(self) -> list[str]:
        """Return the lines of stdout."""
        return self.out.splitlines()


Run = Callable[..., Outcome]


def small_chronology() -> list[Event]:
    """Return a handful of events whose coding is fixed here, whatever the coder thinks of them."""
    beijing, moscow = Place("Beijing", "city", "CN", 39.9, 116.4), Place("Moscow", "city", "RU")
    lavrov = taking_part(LAVROV, FOREIGN_MINISTER_OF_RUSSIA, tenures=(LAVROVS_OFFICE,))
    return [
        event(
            entry("2024-01-10", "FM Lavrov telephones Wang Yi about gas.", 1),
            [lavrov, WANG_YI],
            topics=["bilateral-ties", "energy"],
            activities=["phone-call"],
        ),
        event(
            entry("2024-01-13", "Wang Wentao speaks. Beijing thanks Moscow on Jan. 15.", 2, note="A slip, perhaps."),
            [WANG_WENTAO],
            topics=["taiwan"],
            told=["2024-01-15"],
        ),
        event(
            entry("2024-04-08", "FM Lavrov visits Beijing to meet Wang Yi; they speak of Zelensky.", 3, "2024-04-09"),
            [lavrov, WANG_YI, taking_part(ZELENSKY, part="mentioned")],
            [beijing, moscow],
            ["bilateral-ties", "ukraine-war"],
            ["visit", "meeting"],
        ),
        event(entry("2024-05-01", HOSTILE, 4), [STRANGER]),
    ]


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the path of a database with the small chronology; tests only read it."""
    path = tmp_path_factory.mktemp("database") / "small.db"
    with open_writing(path) as connection:
        save_codebook(
            connection,
            [
                ("RU", "Russia", "Russian"),
                ("CN", "China", "Chinese"),
                ("PL", "Poland", "Polish"),
                ("UA", "Ukraine", ""),
            ],
            [
                (slug, slug.replace("-", " ").capitalize(), "")
                for slug in ("bilateral-ties", "energy", "taiwan", "ukraine-war")
            ],
            [
                (slug, slug.replace("-", " ").capitalize(), None, None, None)
                for slug in ("phone-call", "visit", "meeting")
            ],
        )
        save_source(connection, source("Small chronology", "small.txt"), small_chronology())
    return path


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty home: no database, no codebook of one's own, no terminal's habits."""
    for name in ("SINORUS_DB", "PAGER", "SINORUS_PAGER", "SINORUS_DEBUG", "FORCE_COLOR", "_SINORUS_COMPLETE"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "NO_COLOR": "1",
        "COLUMNS": "80",
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path


@pytest.fixture
def fresh(home: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return the program in an empty home."""

    def run(*arguments: str, code: int = 0) -> Outcome:
        with pytest.raises(SystemExit) as ended:
            main(arguments)
        captured = capsys.readouterr()
        outcome = Outcome(int(ended.value.code or 0), captured.out, captured.err)
        assert outcome.code == code, outcome
        assert "Traceback" not in outcome.err
        return outcome

    return run


@pytest.fixture
def run(fresh: Run, database: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return the program with the small chronology as its database."""
    monkeypatch.setenv("SINORUS_DB", str(database))
    return fresh


@pytest.fixture
def process(home: Path, database: Path) -> Callable[..., "subprocess.CompletedProcess[str]"]:
    """Return the program as a process of its own, for what only a process can show."""

    def start(*arguments: str, **options: Any) -> "subprocess.CompletedProcess[str]":
        environment = {**os.environ, "SINORUS_DB": str(database), **options.pop("env", {})}
        command = [sys.executable, "-m", "sinorus", *arguments]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False, **options
        )

    return start
