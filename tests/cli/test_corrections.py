"""What a person coded by hand: it outlives the file it corrects, and an edited row of an export corrects its event."""

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run

TRIP = "Jan. 5, 2010: FM Lavrov visits Oslo.\nJan. 9, 2010: FM Yang Jiechi speaks in Berlin.\n"


@pytest.fixture
def trip(fresh: Run, home: Path) -> Path:
    path = home / "trip.txt"
    path.write_text(TRIP, encoding="utf-8")
    fresh("import", "trip.txt")
    return path


def printed(fresh: Run, *filters: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(fresh("events", "--csv", *filters).out)))


def write(path: Path, rows: list[dict[str, str]]) -> str:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]))
        table.writeheader()
        table.writerows(rows)
    return path.name


def correct(fresh: Run, home: Path, **cells: str) -> None:
    (row,) = printed(fresh, "--place", "Oslo")
    fresh("import", write(home / "fix.csv", [{**row, **cells}]))


def test_original_again_leaves_what_was_coded_by_hand(fresh: Run, trip: Path, home: Path) -> None:
    correct(fresh, home, topics="energy", actors="Sergey Lavrov; Jonas Gahr Støre")
    before = fresh("events", "--json").out
    assert fresh("import", "trip.txt").out == "trip: nothing is new; 2 unchanged.\n"
    assert fresh("events", "--json").out == before
    assert "energy" in before


def test_original_with_other_words_keeps_the_given_fields_and_says_so(fresh: Run, trip: Path, home: Path) -> None:
    correct(fresh, home, topics="energy")
    trip.write_text(TRIP.replace("visits Oslo", "visits Oslo and Bergen"), encoding="utf-8")
    told = fresh("import", "trip.txt")
    assert told.out == "trip: 1 changed; 1 unchanged.\n"
    assert "1 event with new words or another date kept what was coded by hand: #1. --recode-given" in told.err
    (row,) = printed(fresh, "--place", "Oslo")
    assert (row["text"], row["topics"]) == ("FM Lavrov visits Oslo and Bergen.", "energy")


def test_given_coding_goes_when_it_is_to_be_coded_anew(fresh: Run, trip: Path, home: Path) -> None:
    before = fresh("events", "--json").out
    correct(fresh, home, topics="energy")
    assert fresh("events", "--json").out != before
    fresh("import", "trip.txt", "--recode-given")
    assert fresh("events", "--json").out == before


@pytest.mark.parametrize("form", ["csv", "json", "jsonl"])
def test_export_that_nobody_edited_changes_nothing(fresh: Run, form: str) -> None:
    def stored() -> str:
        return fresh("events", "--json", "--sort", "id").out + fresh("sources", "--json").out

    fresh("import")
    before = stored()
    fresh("events", f"--{form}", "--output", f"all.{form}")
    told = fresh("import", f"all.{form}")
    assert [line.rpartition(": ")[2] for line in told.lines()] == [
        "nothing is new; 24 unchanged.",
        "nothing is new; 15 unchanged.",
    ]
    assert told.err == ""
    assert stored() == before
    assert fresh("recode").out == "0 events coded anew; 39 unchanged.\n"


def test_edited_row_corrects_its_event_and_leaves_its_source_alone(fresh: Run, trip: Path, home: Path) -> None:
    sources = fresh("sources", "--json").out
    first, second = printed(fresh)
    told = fresh("import", write(home / "fix.csv", [{**first, "actors": "Jonas Gahr Støre"}]), "--prune")
    assert told.out == "trip: 1 event corrected.\n"
    assert "prune" not in told.err
    assert printed(fresh)[1] == second
    assert printed(fresh)[0] == {**first, "actors": "Jonas Gahr Støre", "countries": "NO", "roles": ""}
    assert fresh("sources", "--json").out == sources


def test_only_the_edited_field_counts_as_given(fresh: Run, trip: Path, home: Path) -> None:
    correct(fresh, home, topics="energy")
    trip.write_text(TRIP.replace("visits Oslo", "visits Oslo and Bergen"), encoding="utf-8")
    fresh("import", "trip.txt")
    (row,) = printed(fresh, "--place", "Oslo")
    assert (row["places"], row["topics"]) == ("Oslo; Bergen", "energy")


def test_emptied_cells_mean_nothing(fresh: Run, trip: Path, home: Path) -> None:
    cells = dict.fromkeys(["actors", "places", "activities"], "")
    correct(fresh, home, **cells)
    row = printed(fresh)[0]
    assert {name: row[name] for name in cells} == cells


def test_words_date_and_note_are_corrected_under_the_id(fresh: Run, trip: Path, home: Path) -> None:
    correct(fresh, home, text="FM Lavrov visits Oslo again.", note="A slip.")
    row = printed(fresh)[0]
    assert (row["id"], row["text"], row["note"]) == ("1", "FM Lavrov visits Oslo again.", "A slip.")
    correct(fresh, home, date="2010-01-06", start="2010-01-06", end="2010-01-06")
    assert printed(fresh)[0]["date"] == "2010-01-06"
    assert fresh("events", "--count").out == "2\n"


WRONG = {
    "no such event": ({"id": "77"}, "there is no event 77"),
    "another event": ({"id": "2"}, "event 2 is another one: Jan. 9, 2010: FM Yang Jiechi speaks in Berlin."),
    "event twice": (
        {
            **dict.fromkeys(["date", "start", "end"], "2010-01-09"),
            **{"id": "2", "text": "FM Yang Jiechi speaks in Berlin, again."},
        },
        "event 2 is in an earlier row too",
    ),
    "event of another source": ({"id": "3"}, "event 3 is of another source: other"),
    "no id beside ids": ({"id": ""}, "the row has no id of an event, and others have"),
    "unknown topic": ({"topics": "enrgy"}, "there is no topic 'enrgy'"),
}


@pytest.mark.parametrize("strict", [True, False], ids=["strict", "lenient"])
@pytest.mark.parametrize(("cells", "reason"), WRONG.values(), ids=WRONG)
def test_row_of_no_such_event_is_refused(
    fresh: Run, trip: Path, home: Path, cells: dict[str, str], reason: str, strict: bool
) -> None:
    (home / "other.txt").write_text("Feb. 5, 2010: FM Lavrov visits Oslo.\n", encoding="utf-8")
    fresh("import", "other.txt")
    before = fresh("events", "--json").out
    first, second, _ = printed(fresh)
    write(home / "fix.csv", [second, {**first, **cells}])
    told = fresh("import", "fix.csv", *(["--strict"] if strict else []), code=4)
    assert f"fix.csv:3:1: {reason}" in told.err
    assert fresh("events", "--json").out == before


def test_file_that_a_source_is_from_is_a_new_state_of_it(fresh: Run, trip: Path, home: Path) -> None:
    fresh("events", "--json", "--output", "all.json")
    fresh("import", "all.json", "--db", "b.db")
    fresh("events", "--json", "--limit", "1", "--output", "all.json")
    assert fresh("import", "all.json", "--db", "b.db", "--prune").out == "trip: 1 unchanged; 1 removed.\n"
