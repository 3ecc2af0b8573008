"""Coding again what is stored: nothing without a reason, and what a new codebook row changes."""

from pathlib import Path

import pytest

from sinorus.codebook import load_codebook
from sinorus.importer import Importer, read_sources
from sinorus.recoding import recode
from sinorus.store.checking import check
from sinorus.store.connection import open_writing

TEXT = "Jan. 5, 2010: Delegate Quispe Tarrillo speaks in Qaqawasi.\nJan. 6, 2010: FM Lavrov visits Oslo.\n"


def test_recoding_with_the_same_codebook_changes_nothing(tmp_path: Path) -> None:
    importer = Importer(load_codebook())
    with open_writing(tmp_path / "a.db") as connection:
        importer.prepare(connection)
        importer.store(connection, read_sources(TEXT.encode(), name="trip.txt")[0])
        report = recode(connection, importer)
    assert (report.changed, report.unchanged, report.changes) == (0, 2, [])


def test_recoding_reads_no_coding_that_does_not_change(tmp_path: Path) -> None:
    importer = Importer(load_codebook())
    statements: list[str] = []
    with open_writing(tmp_path / "a.db") as connection:
        importer.prepare(connection)
        importer.store(connection, read_sources(TEXT.encode(), name="trip.txt")[0])
        connection.execute("UPDATE events SET coding_key = 'another' WHERE id = 2")
        connection.set_trace_callback(statements.append)
        report = recode(connection, importer)
    assert [change.event_id for change in report.changes] == [2]
    assert sum("FROM event_topics AS link" in statement for statement in statements) == 1


def test_recoding_applies_new_rows_and_tells_what_changed(tmp_path: Path) -> None:
    folder = tmp_path / "codebook"
    folder.mkdir()
    people = "name,country,short,names,native,source\nRosa Quispe,PE,,Quispe Tarrillo,,own\n"
    places = "name,country,kind,latitude,longitude,names,native,caution,source\nQaqawasi,PE,city,-13.5,-72,,,,own\n"
    (folder / "people.csv").write_text(people, encoding="utf-8")
    (folder / "places.csv").write_text(places, encoding="utf-8")
    with open_writing(tmp_path / "a.db") as connection:
        first = Importer(load_codebook())
        first.prepare(connection)
        first.store(connection, read_sources(TEXT.encode(), name="trip.txt")[0])
        report = recode(connection, Importer(load_codebook(folder)))
        names = connection.execute("SELECT actors, places FROM event_list ORDER BY start").fetchall()
    assert (report.changed, report.unchanged) == (1, 1)
    (change,) = report.changes
    assert "Rosa Quispe, Delegate" in change.gained
    assert "in Qaqawasi" in change.gained
    assert names[0] == ("Rosa Quispe", "Qaqawasi")


@pytest.mark.parametrize(
    "by_hand",
    [
        pytest.param("UPDATE events SET text = replace(text, 'Oslo', 'Bern')", id="other words"),
        pytest.param("UPDATE events SET text = text", id="the same words"),
    ],
)
def test_recoding_makes_an_entry_changed_by_hand_findable_by_letters(tmp_path: Path, by_hand: str) -> None:
    importer = Importer(load_codebook())
    spelled = "SELECT rowid FROM event_letters WHERE event_letters MATCH '\"王 毅\"'"
    text = "Jan. 5, 2010: FM Lavrov meets 王毅 in Oslo.\nJan. 6, 2010: FM Lavrov visits Oslo.\n"
    with open_writing(tmp_path / "a.db") as connection:
        importer.prepare(connection)
        importer.store(connection, read_sources(text.encode(), name="trip.txt")[0])
        connection.execute(by_hand)
        assert connection.execute(spelled).fetchall() == []
        told = [problem.what for problem in check(connection)]
        assert "1 events cannot be found by words in another script than Latin." in told
        recode(connection, importer)
        assert connection.execute(spelled).fetchall() == [(1,)]
        assert list(check(connection)) == []
