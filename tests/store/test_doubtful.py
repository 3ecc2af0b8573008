"""Persons who may be one under two spellings are listed, and never merged."""

import sqlite3

import pytest

from sinorus.store.doubtful import doubtful_pairs

PEOPLE = [
    ("Giulio de Sant'Agata", "IT", "codebook"),
    ("Guilio de Sant'Agata", "IT", "text"),
    ("Yuri Petrov", "RU", "text"),
    ("Yury Petrov", "RU", "text"),
    ("Petrova Yuriy", "UA", "text"),
    ("Li Wei", "CN", "text"),
    ("Li Hui", "CN", "codebook"),
]


@pytest.fixture
def people(scratch: sqlite3.Connection) -> sqlite3.Connection:
    scratch.execute("INSERT INTO countries (code, name) VALUES ('IT', 'I')")
    scratch.executemany("INSERT INTO actors (name, kind, country, origin) VALUES (?, 'person', ?, ?)", PEOPLE)
    return scratch


def test_nearly_equal_names_of_one_state_are_listed_once(people: sqlite3.Connection) -> None:
    pairs = doubtful_pairs(people, [name for name, _, _ in PEOPLE])
    assert {frozenset(pair) for pair in pairs} == {
        frozenset({"Giulio de Sant'Agata", "Guilio de Sant'Agata"}),
        frozenset({"Yuri Petrov", "Yury Petrov"}),
    }


def test_only_the_names_asked_about_are_compared(people: sqlite3.Connection) -> None:
    assert doubtful_pairs(people, ["Li Wei"]) == []


def test_nothing_is_merged(people: sqlite3.Connection) -> None:
    doubtful_pairs(people, [name for name, _, _ in PEOPLE])
    assert people.execute("SELECT count(*) FROM actors").fetchone() == (len(PEOPLE),)
