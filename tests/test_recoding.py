"""Coding again what is stored: nothing without a reason, and what a new codebook row changes."""

from pathlib import Path

from sinorus.codebook import load_codebook
from sinorus.importer import Importer, read_sources
from sinorus.recoding import recode
from sinorus.store.connection import open_writing

TEXT = "Jan. 5, 2010: Delegate Quispe Tarrillo speaks in Qaqawasi.\nJan. 6, 2010: FM Lavrov visits Oslo.\n"


def test_recoding_with_the_same_codebook_changes_nothing(tmp_path: Path) -> None:
    importer = Importer(load_codebook())
    with open_writing(tmp_path / "a.db") as connection:
        importer.prepare(connection)
        importer.store(connection, read_sources(TEXT.encode(), name="trip.txt")[0])
        report = recode(connection, importer)
    assert (report.changed, report.unchanged, report.changes) == (0, 2, [])


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
