"""Databases for the tests of the store."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sinorus.store.connection import open_scratch, open_writing


@pytest.fixture
def scratch() -> Iterator[sqlite3.Connection]:
    """Return an empty database in memory."""
    with open_scratch() as connection:
        yield connection


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Return the path of an empty database."""
    path = tmp_path / "sinorus.db"
    with open_writing(path):
        return path
