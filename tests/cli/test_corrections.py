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
