"""Files into the database: once, again, edited, on trial, with entries that cannot be taken."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from sinorus.codebook import load_codebook
from sinorus.importer import Importer, SourceReport, read_bundled, read_sources
from sinorus.store.connection import open_writing

FIRST = "Jan. 5, 2010: FM Lavrov visits Oslo.\nJan. 9, 2010: FM Yang Jiechi speaks in Berlin.\n"
EDITED = "Jan. 5, 2010: FM Lavrov visits Oslo.\nJan. 9, 2010: FM Yang Jiechi speaks in Berlin and in Munich.\n"
BROKEN = "Jan. 5, 2010: FM Lavrov visits Oslo.\nFeb. 30, 2010: A day that is none.\n"


@pytest.fixture(scope="module")
def importer() -> Importer:
    return Importer(load_codebook())


@pytest.fixture
def database(tmp_path: Path, importer: Importer) -> Iterator[sqlite3.Connection]:
    with open_writing(tmp_path / "sinorus.db") as connection:
        importer.prepare(connection)
        yield connection


def store(importer: Importer, database: sqlite3.Connection, text: str, **options: bool) -> SourceReport:
    (chronology,) = read_sources(text.encode(), name="trip.txt")
    return importer.store(database, chronology, **options)


def ids(database: sqlite3.Connection) -> dict[str, int]:
    return dict(database.execute("SELECT text, id FROM events").fetchall())


def test_first_import_stores_every_entry(importer: Importer, database: sqlite3.Connection) -> None:
    report = store(importer, database, FIRST)
    assert (report.tally.new, report.rejected) == (2, 0)
    row = database.execute("SELECT actors, places FROM event_list ORDER BY start").fetchone()
    assert row == ("Sergey Lavrov", "Oslo")


def test_same_file_again_changes_nothing(importer: Importer, database: sqlite3.Connection) -> None:
    store(importer, database, FIRST)
    before = ids(database)
    report = store(importer, database, FIRST)
    assert (report.tally.new, report.tally.changed, report.tally.unchanged) == (0, 0, 2)
    assert ids(database) == before


def test_edited_entry_keeps_its_id(importer: Importer, database: sqlite3.Connection) -> None:
    store(importer, database, FIRST)
    before = ids(database)
    report = store(importer, database, EDITED)
    after = ids(database)
    assert (report.tally.changed, report.tally.unchanged) == (1, 1)
    assert set(before.values()) == set(after.values())
    assert after["FM Yang Jiechi speaks in Berlin and in Munich."] == before["FM Yang Jiechi speaks in Berlin."]


def test_impossible_date_is_rejected_and_the_rest_is_stored(importer: Importer, database: sqlite3.Connection) -> None:
    report = store(importer, database, BROKEN)
    assert (report.tally.new, report.rejected) == (1, 1)
    (rejection,) = report.rejections
    assert rejection.line == 2
    assert "Feb. 30" in rejection.excerpt
    assert rejection.reason
    assert rejection.remedy


def test_check_finds_what_an_import_would_refuse(importer: Importer) -> None:
    (chronology,) = read_sources(BROKEN.encode(), name="trip.txt")
    assert importer.check(chronology).rejected == 1


CODED = "date,text,topics\n2010-01-05,Talks open.,energy\n2010-01-06,Talks close.,energie\n"


@pytest.mark.parametrize("stored", [True, False], ids=["stored", "checked"])
def test_word_beyond_the_closed_lists_is_rejected(
    importer: Importer, database: sqlite3.Connection, stored: bool
) -> None:
    lists = "SELECT slug FROM topics UNION ALL SELECT code FROM countries"
    before = database.execute(lists).fetchall()
    (chronology,) = read_sources(CODED.encode(), name="trip.csv")
    report = importer.store(database, chronology) if stored else importer.check(chronology)
    assert [(r.line, r.reason) for r in report.rejections] == [(3, "there is no topic 'energie'")]
    assert report.rejections[0].remedy.startswith("Did you mean energy?")
    assert list(ids(database)) == ["Talks open."] * stored
    assert database.execute(lists).fetchall() == before


def test_title_makes_one_source_of_a_file() -> None:
    (chronology,) = read_sources(FIRST.encode(), name="trip.txt", title="A winter's trip")
    assert chronology.source.title == "A winter's trip"


def test_bundled_chronologies_pass_whole(importer: Importer, database: sqlite3.Connection) -> None:
    reports = [importer.store(database, chronology) for chronology in read_bundled()]
    assert [r.rejected for r in reports] == [0, 0]
    assert [r.doubts for r in reports] == [[], []]
    assert [r.tally.new for r in reports] == [24, 15]


def test_progress_tells_how_far_it_is(importer: Importer) -> None:
    text = "".join(f"Jan. {day}, {year}: Talks go on.\n" for year in range(1990, 2000) for day in range(1, 31))
    (chronology,) = read_sources(text.encode(), name="long.txt")
    told: list[int] = []
    count = sum(1 for _ in importer.code(chronology, SourceReport(chronology.source), told.append))
    assert (count, told) == (300, [100, 200, 300])
