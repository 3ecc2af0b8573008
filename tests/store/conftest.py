"""Databases for the tests of the store."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sinorus.store.connection import open_scratch, open_writing

from .builders import save_lists


@pytest.fixture
def scratch() -> Iterator[sqlite3.Connection]:
    """Return a database in memory without any event."""
    with open_scratch() as connection:
        save_lists(connection)
        yield connection


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the path of a database without any event."""
    path = tmp_path / "sinorus.db"
    with open_writing(path) as connection:
        save_lists(connection)
        return path
