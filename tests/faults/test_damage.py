"""A database that is damaged, foreign, newer or cut short: a sentence, exit code 3, and the file as it was."""

import random
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from sinorus.store.connection import open_reading
from sinorus.store.schema import APPLICATION_ID, VERSION
from tests.cli.conftest import Run
from tests.faults.conftest import KEPT, Change, files_in

QUESTIONS = (
    ["events", "--json"],
    ["events", "--text", "Beijing", "--csv"],
    ["events", "--actor", "Lavrov"],
    ["show", "1"],
    ["actors"],
    ["stats", "--by", "topic"],
    ["timeline"],
    ["network"],
    ["doctor"],
)
FLIPS = 40
CUTS = (0, 1, 15, 16, 50, 100, 1000, 4096, 5000, 8192, 20480, -4096)


def _sql(*statements: str) -> Change:
    def change(path: Path) -> None:
        path.unlink(missing_ok=True)
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            for statement in statements:
                connection.execute(statement)

    return change


def _written(content: bytes) -> Change:
    def change(path: Path) -> None:
        path.write_bytes(content)

    return change


REFUSED: dict[str, tuple[Change, str]] = {
    "newer": (
        _sql("CREATE TABLE events (id)", f"PRAGMA application_id = {APPLICATION_ID}", "PRAGMA user_version = 99"),
        f"made by a newer sinorus (its schema is number 99, known are {VERSION})",
    ),
    "foreign": (_sql("CREATE TABLE birds (name)", "PRAGMA user_version = 1"), "not one of sinorus"),
    "foreign with our tables' names": (_sql("CREATE TABLE events (id)"), "not one of sinorus"),
    "a browser's": (_sql("PRAGMA application_id = 1", "CREATE TABLE x (y)"), "not one of sinorus"),
    "text": (_written(KEPT.encode()), "is not an SQLite database"),
    "a header and noise": (_written(b"SQLite format 3\0" + random.Random(1).randbytes(9000)), "SQLite database"),
    "another kind of file": (_written(b"PK\x03\x04" + bytes(3000)), "is not an SQLite database"),
}


@pytest.mark.parametrize("command", [["events"], ["doctor"], ["import", "kept.txt"], ["recode"]], ids=" ".join)
@pytest.mark.parametrize(("change", "told"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_is_no_database_of_ours_is_refused_unchanged(
    run: Run, database: Path, home: Path, change: Change, told: str, command: list[str]
) -> None:
    (home / "kept.txt").write_text(KEPT, encoding="utf-8")
    change(database)
    before = files_in(database.parent)
    outcome = run(*command, "--db", str(database), code=3)
    assert told in outcome.err
    assert outcome.err.count("\n") == 2, "what is wrong, and what to do"
    assert outcome.out == ""
    assert files_in(database.parent) == before


def _flipped(content: bytes, seed: int) -> bytes:
    """Return the content with one to four of its bytes changed, wherever chance has it."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.choice((1, 2, 4))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _ask(run: Run, path: Path, seed: int) -> None:
    """Ask a few questions; answers or sentences may come, and the file stays as it is."""
    before = files_in(path.parent)
    for arguments in random.Random(seed).sample(QUESTIONS, 3):
        outcome = run(*arguments, "--db", str(path), code=None)
        assert outcome.code in (0, 1, 2, 3), outcome
        assert outcome.code != 3 or outcome.err
    assert files_in(path.parent) == before


@pytest.mark.parametrize("seed", range(FLIPS))
def test_flipped_bits_give_answers_or_sentences(run: Run, database: Path, seed: int) -> None:
    database.write_bytes(_flipped(database.read_bytes(), seed))
    _ask(run, database, seed)


@pytest.mark.parametrize("size", CUTS)
def test_a_file_cut_short_gives_a_sentence(run: Run, database: Path, size: int) -> None:
    database.write_bytes(database.read_bytes()[:size])
    _ask(run, database, abs(size))
    assert run("doctor", "--db", str(database), code=None).code in (1, 3)


def _zeroed(content: bytes, page: int) -> bytes:
    return content[: page * 4096] + bytes(4096) + content[(page + 1) * 4096 :]


@pytest.mark.parametrize("page", range(1, 30, 2))
def test_an_import_into_a_file_with_a_lost_page_is_refused_unchanged(
    run: Run, database: Path, home: Path, page: int
) -> None:
    (home / "more.txt").write_text(KEPT.replace("2010", "2011"), encoding="utf-8")
    database.write_bytes(_zeroed(database.read_bytes(), page))
    before = files_in(database.parent)
    outcome = run("import", "more.txt", "--db", str(database), code=3)
    assert "is damaged" in outcome.err
    assert files_in(database.parent) == before


Damage = Callable[[sqlite3.Connection], object]


def _rows(sql: str) -> Damage:
    return lambda connection: connection.execute(sql)


FOUND: dict[str, tuple[Damage, str]] = {
    "an event that ends before it begins": (
        _rows("""UPDATE events SET "end" = '2009-01-01' WHERE id = 1"""),
        "1 events end before they begin.",
    ),
    "a tenure that ends before it begins": (
        _rows("UPDATE tenures SET since = '2014', until = '2012-05' WHERE id = 1"),
        "1 tenures end before they begin.",
    ),
    "a mention that is elsewhere": (
        _rows("UPDATE event_actors SET mention_start = mention_start + 1 WHERE id = 1"),
        "1 mentions of actors do not stand where they should.",
    ),
    "a place that is elsewhere": (
        _rows("UPDATE event_places SET mention_end = 0"),
        "mentions of places do not stand where they should.",
    ),
    "a date that is elsewhere": (
        _rows(
            "INSERT INTO event_dates (event_id, start, precision, edtf, mention, mention_start, mention_end)"
            " VALUES (1, '2010-01-01', 'day', '2010-01-01', 'then', 0, 4)"
        ),
        "1 mentions of dates do not stand where they should.",
    ),
    "a text changed by hand": (
        _rows("UPDATE events SET text = 'x' || text WHERE id = 1"),
        "mentions of actors do not stand where they should.",
    ),
    "an actor without an event": (
        _rows("INSERT INTO actors (name, kind, origin) VALUES ('Nobody', 'person', 'text')"),
        "1 actors take part in no event.",
    ),
    "a place without an event": (_rows("INSERT INTO places (name) VALUES ('Nowhere')"), "1 places occur in no event."),
    "an event without a source": (_rows("DELETE FROM event_sources WHERE event_id = 1"), "1 events have no source."),
    "an actor that points nowhere": (
        _rows("UPDATE event_actors SET actor_id = 9999 WHERE id = 1"),
        "event_actors points at a row of actors that is not there.",
    ),
    "a country that is in no codebook": (
        _rows("UPDATE actors SET country = 'XX' WHERE id = 1"),
        "Row 1 of actors points at a row of countries that is not there.",
    ),
    "a name that is lost": (
        _rows("DELETE FROM actor_names WHERE actor_id = 1"),
        "1 actors cannot be found by any name.",
    ),
    "a search index that has lost a row": (
        _rows("INSERT INTO events_fts (events_fts, rowid, text, note) SELECT 'delete', id, text, note FROM events"),
        "The search index events_fts has 0 rows, and events has 2.",
    ),
    "bytes for a text": (
        _rows("UPDATE events SET note = x'ff00' WHERE id = 1"),
        "1 rows of events hold values of another kind than their column.",
    ),
    "a word for a number": (
        _rows("UPDATE event_actors SET mention_start = 'x' WHERE id = 1"),
        "1 rows of event_actors hold values of another kind than their column.",
    ),
    "a day that is none": (
        _rows("UPDATE events SET start = '2010-02-30' WHERE id = 1"),
        "1 rows of events begin or end on what is no day.",
    ),
    "a date in signs that mean nothing": (
        _rows("UPDATE events SET edtf = 'x' WHERE id = 1"),
        "1 dates in EDTF cannot be read.",
    ),
    "a coding by hand that is no JSON": (
        _rows("UPDATE events SET given = '{' WHERE id = 1"),
        "1 events have a coding by hand that cannot be read.",
    ),
    "an index of names that is empty": (
        _rows("INSERT INTO actor_names_fts (actor_names_fts) VALUES ('delete-all')"),
        "The search index actor_names_fts has 0 rows",
    ),
}


@pytest.mark.parametrize(("damage", "told"), FOUND.values(), ids=FOUND)
def test_doctor_finds_damage_and_says_what_to_do(run: Run, database: Path, damage: Damage, told: str) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        damage(connection)
    outcome = run("doctor", "--db", str(database), code=1)
    assert told in outcome.out
    problems, remedies = outcome.lines()[::2], outcome.lines()[1::2]
    assert len(problems) == len(remedies)
    assert all(remedy.startswith("    ") for remedy in remedies)


@pytest.mark.parametrize(
    ("damage", "command"),
    [
        ("UPDATE events SET edtf = 'x'", ["show", "1"]),
        ("UPDATE events SET note = x'ff'", ["events", "--json"]),
        ("UPDATE events SET start = 'x'", ["timeline"]),
        ("UPDATE sources SET title = x'ff'", ["sources", "--json"]),
    ],
)
def test_values_that_nobody_expects_are_the_databases_fault(
    run: Run, database: Path, damage: str, command: list[str]
) -> None:
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute(damage)
    outcome = run(*command, "--db", str(database), code=3)
    assert f"The database {database} holds what sinorus never writes: " in outcome.err


def test_a_fault_of_the_program_is_not_laid_on_a_sound_database(database: Path) -> None:
    with pytest.raises(ValueError, match="mine"), open_reading(database):
        raise ValueError("mine")


def test_doctor_finds_a_page_that_was_lost(run: Run, database: Path) -> None:
    content = database.read_bytes()
    codes = set()
    for page in range(1, len(content) // 4096, 6):
        database.write_bytes(_zeroed(content, page))
        codes.add(run("doctor", "--db", str(database), code=None).code)
    assert codes
    assert codes <= {1, 3}


def test_doctor_has_nothing_to_say_of_a_sound_database(run: Run, database: Path) -> None:
    assert run("doctor", "--db", str(database)).out == f"{database} is sound.\n"
