"""Long and hostile documents are read to the end: a pattern that grows worse than its text would not return."""

import tracemalloc
from datetime import date, timedelta
from pathlib import Path

import pytest

from sinorus.coding.dates_told import find_dates
from sinorus.model import Entry
from sinorus.reading import read_chronology
from sinorus.span import DateSpan
from tests.reading.reads import read

_LENGTH = 300_000
_HEAD = "Jan. 5, 2024"
SHAPES = [
    *(
        "a",
        "1",
        "5 ",
        "- ",
        "<",
        "<b>",
        "<b ",
        "(",
        "[[",
        "[a](",
        "|",
        ": ",
        ". ",
        "**",
        "''",
        "__x",
        "&amp",
        "<!--",
        "“",
    ),
    *("Jan ", "Jan. 5, ", "5 and ", "5-", "2024 ", "2024-", "May ", "the ", "Q1 ", "12/12/", "on Jan. 15, ", "12:30 "),
    *("\t", "\u00a0", ")", "[1]", " -", ",", "<ref>", "<ref name=a", "#", "=", "~", "’99", "first half of ", "circa "),
    *("two days later, ", "last year ", "10-day ", "\ud7ff", "é", "Note: ", "Title: x ", "date: "),
]


@pytest.mark.parametrize("shape", SHAPES)
def test_one_long_line_is_read_to_its_end(shape: str) -> None:
    line = shape * (_LENGTH // len(shape))
    assert len(read(f"x\n{line}\n").narrative) >= 1
    found = read(f"{_HEAD}: {line}\n{_HEAD}{line}\n  {line}\n")
    assert len(found.entries) + len(found.rejections) + len(found.narrative) >= 1


@pytest.mark.parametrize("shape", SHAPES)
def test_one_long_entry_is_searched_for_dates_to_its_end(shape: str) -> None:
    text = shape * (_LENGTH // 10 // len(shape))
    assert isinstance(find_dates(text, DateSpan.from_edtf("2024-01-05")), list)


@pytest.mark.parametrize(
    "line", ["a\n", "\n", "Jan. 5, 2024\n", "1998\n", "- x\n", "|a|b|\n", "5: x\n", "3/4/05: x\n", "* y\n"]
)
def test_many_short_lines_are_read_to_the_end(line: str) -> None:
    read("x\n" + line * 20_000)


def test_long_chronology_is_never_in_memory_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sinorus.reading.encodings._CHUNK", 1 << 15)
    file = tmp_path / "long.txt"
    day = date(1999, 1, 1)
    with file.open("w", encoding="utf-8") as out:
        for number in range(12_000):
            when = day + timedelta(days=number // 2)
            out.write(f"{when:%B} {when.day}, {when.year}: {'The two ministers meet for talks on trade. ' * 8}\n")
    tracemalloc.start()
    try:
        count = sum(isinstance(passage, Entry) for passage in read_chronology(file).passages())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert count == 12_000
    assert peak < file.stat().st_size / 2
