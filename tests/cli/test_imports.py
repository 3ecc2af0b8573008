"""`sinorus import` and `recode`: files in, what is said of them, and what is stored."""

import io
import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.cli.conftest import Run

GOOD = "Jan. 10, 2024: FM Lavrov telephones Wang Yi.\nApril 8-9, 2024: FM Lavrov visits Beijing.\n"
BAD = "Feb. 29, 2024: FM Lavrov meets Wang Yi.\nFeb. 30, 2024: FM Lavrov meets Wang Yi again.\n"


@pytest.fixture
def file(home: Path) -> Path:
    path = home / "spring.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def test_import_tells_and_stores(fresh: Run, file: Path) -> None:
    assert fresh("import", "spring.txt").out == "spring: 2 new entries.\n"
    assert fresh("events", "--format", "ids").out == "1\n2\n"


def test_doubts_are_told_with_their_place_and_stop_nothing(fresh: Run, home: Path) -> None:
    lines = ["Jan. 5, 2024: Talks open.", "Jan. 9, 1024: A slip.", "Jan. 12-: A note.", "Jan. 15, 2024: Talks close."]
    (home / "slips.txt").write_text("\n".join(lines), encoding="utf-8")
    told = fresh("import", "slips.txt")
    assert told.out == "slips: 4 new entries; 2 lines to look at.\n"
    assert "slips.txt:2:1: the year 1024 is far from those around it\n    Jan. 9, 1024: A slip.\n" in told.err
    assert "slips.txt:3:1: the range has no end; it was taken as one day\n    Jan. 12-: A note.\n" in told.err


def test_second_import_changes_nothing_and_says_so(fresh: Run, file: Path) -> None:
    fresh("import", "spring.txt")
    before = fresh("events", "--json").out
    assert fresh("import", "spring.txt").out == "spring: nothing is new; 2 unchanged.\n"
    assert fresh("events", "--json").out == before


def test_edited_entry_is_updated_under_its_id(fresh: Run, file: Path) -> None:
    fresh("import", "spring.txt")
    file.write_text(GOOD.replace("telephones Wang Yi", "telephones Wang Yi about gas"), encoding="utf-8")
    assert fresh("import", "spring.txt").out == "spring: 1 changed; 1 unchanged.\n"
    assert "about gas" in fresh("show", "1").out


def test_vanished_entry_is_kept_until_pruned(fresh: Run, file: Path) -> None:
    fresh("import", "spring.txt")
    file.write_text(GOOD.splitlines()[0] + "\n", encoding="utf-8")
    kept = fresh("import", "spring.txt")
    assert "1 entry no longer in spring.txt (kept" in kept.err
    assert fresh("events", "--count").out == "2\n"
    assert "1 removed" in fresh("import", "spring.txt", "--prune").out
    assert fresh("events", "--count").out == "1\n"


def test_dry_run_prints_the_same_tally_and_writes_nothing(fresh: Run, file: Path, home: Path) -> None:
    assert fresh("import", "spring.txt", "--dry-run").out == "spring: 2 new entries. (dry run)\n"
    assert not list(home.rglob("*.db"))
    fresh("import", "spring.txt")
    (database,) = home.rglob("*.db")
    before = database.read_bytes()
    file.write_text(BAD, encoding="utf-8")
    assert "1 new entry" in fresh("import", "spring.txt", "--dry-run", code=4).out
    assert database.read_bytes() == before


def test_dry_run_as_json_prints_what_would_be_stored(fresh: Run, file: Path) -> None:
    coded = fresh("import", "spring.txt", "--dry-run", "--json").json()
    fresh("import", "spring.txt")
    stored = fresh("events", "--json").json()
    assert [{**event, "id": None, "file": None} for event in coded] == [
        {**event, "id": None, "file": None} for event in stored
    ]
    assert next(iter(coded[0])) == "date"
    assert list(coded[0])[-1] == "file"


def test_json_that_was_printed_gives_the_same_database(fresh: Run, file: Path, home: Path) -> None:
    fresh("import", "spring.txt")
    first = fresh("events", "--json").out
    (home / "again.json").write_text(first, encoding="utf-8")
    fresh("import", "again.json", "--db", "again.db")
    second = fresh("events", "--json", "--db", "again.db").json()
    assert [{**event, "id": 0} for event in second] == [{**event, "id": 0} for event in json.loads(first)]


def test_unreadable_date_is_told_with_its_place_and_the_rest_is_stored(fresh: Run, home: Path) -> None:
    (home / "bad.txt").write_text(BAD, encoding="utf-8")
    outcome = fresh("import", "bad.txt", code=4)
    assert outcome.out == "bad: 1 new entry; 1 rejected.\n"
    assert outcome.err.startswith("bad.txt:2:1: ")
    assert "Feb. 30, 2024: FM Lavrov" in outcome.err


def test_strict_import_stores_nothing_if_anything_is_rejected(fresh: Run, home: Path) -> None:
    (home / "bad.txt").write_text(BAD, encoding="utf-8")
    outcome = fresh("import", "bad.txt", "--strict", code=4)
    assert outcome.out == ""
    assert outcome.err.endswith("Nothing was stored.\n")
    assert not list(home.rglob("*.db"))


def test_standard_input_is_a_file(fresh: Run, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(GOOD.encode())))
    assert fresh("import", "-", "--source", "Spring").out == "Spring: 2 new entries.\n"


def test_query_at_the_default_place_makes_the_bundled_database(fresh: Run, home: Path) -> None:
    outcome = fresh("events", "--actor", "Lavrov", "--source", "chronology", "--csv", "--columns", "start")
    assert outcome.lines()[1:] == (
        "2024-01-10 2024-01-18 2024-01-29 2024-02-16 2024-02-28 2024-03-02 2024-03-28 2024-04-08".split()
    )
    assert outcome.err.count("\n") == 1
    assert outcome.err.startswith("Made ")
    assert fresh("events", "--actor", "Lavrov").err == ""


def test_recode_changes_nothing_without_a_reason(fresh: Run, file: Path) -> None:
    fresh("import", "spring.txt")
    assert fresh("recode").out == "0 events coded anew; 2 unchanged.\n"


def test_own_codebook_is_read_from_the_config_folder(fresh: Run, file: Path, home: Path) -> None:
    fresh("import", "spring.txt")
    table = home / "config" / "sinorus" / "codebook" / "topic_cues.csv"
    table.parent.mkdir(parents=True)
    table.write_text("cue,topic,weight,source\ntelephones,energy,9,own\n", encoding="utf-8")
    assert "+energy" in fresh("recode").out


SKIPPED = {
    "preposition": ("On May 6, 2014, the talks end.", True),
    "no date": ("What the talks will change is another matter.", False),
    "date of another thing": (
        "It was much as it had been in the same capital ten years before, on May 7, 2014.",
        False,
    ),
    "long paragraph": ("On May 6, 2014, the talks end. " + "Of their outcome much has been written. " * 9, False),
}


@pytest.mark.parametrize(("paragraph", "told"), SKIPPED.values(), ids=SKIPPED)
def test_skipped_paragraph_that_may_be_an_entry_is_told(fresh: Run, file: Path, paragraph: str, told: bool) -> None:
    file.write_text(f"{GOOD}\n{paragraph}\n", encoding="utf-8")
    outcome = fresh("import", "spring.txt")
    assert outcome.out == "spring: 2 new entries; 1 paragraph of narrative skipped.\n"
    assert ("1 short paragraph with a date skipped" in outcome.err) is told
    assert (f"spring.txt:4: skipped (a date is near its beginning): {paragraph[:20]}" in outcome.err) is told


def test_dry_run_lists_what_was_skipped(fresh: Run, file: Path) -> None:
    file.write_text(f"{GOOD}\nWords of the article.\n\nMore of them.\n", encoding="utf-8")
    assert fresh("import", "spring.txt").err == ""
    assert fresh("import", "spring.txt", "--dry-run").err.splitlines() == [
        "spring.txt:4: skipped: Words of the article.",
        "spring.txt:6: skipped: More of them.",
    ]


def test_paragraph_over_several_lines_is_skipped_as_one(fresh: Run, file: Path) -> None:
    lines = "The article has words enough for a line that is full, and then it\ngoes on below it, as wrapped lines do."
    file.write_text(f"{lines}\n\n{GOOD}", encoding="utf-8")
    assert fresh("import", "spring.txt", "--dry-run").err.count("skipped") == 1


def test_file_without_entries_is_warned_of(fresh: Run, file: Path) -> None:
    file.write_text("Words of the article.\n", encoding="utf-8")
    assert "spring.txt: no entries were found. Begin each with its date" in fresh("import", "spring.txt").err


@pytest.mark.parametrize(
    "text", ["Words of the article.\n", "Feb. 30, 2024: FM Lavrov speaks.\n"], ids=["prose", "refused"]
)
def test_import_that_takes_nothing_leaves_no_source(fresh: Run, home: Path, text: str) -> None:
    (home / "a.txt").write_text(text, encoding="utf-8")
    fresh("import", "a.txt", code=4 if "Feb." in text else 0)
    assert fresh("sources", "--count").out == "0\n"


@pytest.mark.parametrize("title", ["", " "])
def test_empty_title_is_refused(fresh: Run, file: Path, title: str) -> None:
    assert "A source cannot have an empty title." in fresh("import", "spring.txt", "--source", title, code=2).err


def test_year_is_that_of_the_first_entry(fresh: Run, home: Path) -> None:
    (home / "a.txt").write_text("5 May: Talks open.\n8 Dec: Talks close.\n3 Jan: An accord.\n", encoding="utf-8")
    fresh("import", "a.txt", "--year", "2020")
    assert fresh("events", "--csv", "--columns", "start").lines()[1:] == ["2020-05-05", "2020-12-08", "2021-01-03"]
    assert "year of the first entry" in " ".join(fresh("import", "--help").out.split())


def test_file_in_the_codebook_folder_that_is_no_table_is_told(fresh: Run, file: Path, home: Path) -> None:
    folder = home / "config" / "sinorus" / "codebook"
    folder.mkdir(parents=True)
    (folder / "peoples.csv").write_text("name\n", encoding="utf-8")
    told = fresh("import", "spring.txt").err
    assert "peoples.csv is no table of the codebook and is not read. Did you mean people.csv?" in told


def test_recoding_tells_a_change_of_state(fresh: Run, home: Path) -> None:
    (home / "a.txt").write_text("Jan. 5, 2010: Delegate Rosa Quispe Tarrillo speaks in Oslo.\n", encoding="utf-8")
    fresh("import", "a.txt")
    table = home / "config" / "sinorus" / "codebook" / "people.csv"
    table.parent.mkdir(parents=True)
    table.write_text("name,country,short,names,native,source\nRosa Quispe Tarrillo,PE,,,,own\n", encoding="utf-8")
    assert "+Rosa Quispe Tarrillo (PE), Delegate" in fresh("recode").out
