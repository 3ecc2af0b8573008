"""Dates with slips: read when there is one sensible reading, and else told of; never left out in silence."""

import pytest

from sinorus.reading.slips import is_nearly_dated
from tests.reading.reads import read

SLIPS = {
    "letter doubled": ("Mayy 15: The envoy visits Rome.", "2024-05-15"),
    "German, as in English": ("Mai 16: The envoy visits Rome.", "2024-05-16"),
    "German": ("16. Mai: The envoy visits Rome.", "2024-05-16"),
    "French": ("16 mai: The envoy visits Rome.", "2024-05-16"),
    "French with its article": ("Le 16 mai 2024 : The envoy visits Rome.", "2024-05-16"),
    "Spanish": ("16 de mayo de 2024 - The envoy visits Rome.", "2024-05-16"),
    "Italian": ("16 maggio – The envoy visits Rome.", "2024-05-16"),
    "Portuguese": ("16 de maio: The envoy visits Rome.", "2024-05-16"),
    "Russian": ("16 мая 2024 г.: The envoy visits Rome.", "2024-05-16"),
    "dash before the colon": ("May 16-: The envoy visits Rome.", "2024-05-16"),
    "dash before the year": ("May 16-, 2024: The envoy visits Rome.", "2024-05-16"),
}


@pytest.mark.parametrize("blank", ["", "\n"], ids=["line by line", "spaced"])
@pytest.mark.parametrize(("line", "edtf"), SLIPS.values(), ids=SLIPS)
def test_slip_with_one_sensible_reading_is_read(line: str, edtf: str, blank: str) -> None:
    found = read(f"2024\n\nMay 9: Before.\n{blank}{line}\n{blank}May 20: After.\n")
    assert found.texts == [("2024-05-09", "Before."), (edtf, "The envoy visits Rome."), ("2024-05-20", "After.")]


@pytest.mark.parametrize(
    "line",
    [
        "May 16-: The envoy visits Rome.",
        "May 16–, 2024: The envoy visits Rome.",
        "May 16, 2024-: The envoy visits Rome.",
    ],
)
def test_range_without_an_end_is_told_of(line: str) -> None:
    found = read(f"2024\n\nMay 9: Before.\n{line}\n")
    assert [(doubt.line, doubt.column, doubt.reason) for doubt in found.doubts] == [
        (4, 1, "the range has no end; it was taken as one day")
    ]
    assert found.doubts[0].excerpt == line
    assert found.texts[1] == ("2024-05-16", "The envoy visits Rome.")


def test_year_with_a_dash_behind_it_is_open() -> None:
    found = read("2010: Before.\n2014-: The rule is in force.\n")
    assert found.texts[1] == ("2014/..", "The rule is in force.")
    assert found.doubts == []


UNREADABLE = [
    "Mey 15: The envoy visits Rome.",
    "15 Tuly 2024 - The envoy visits Rome.",
    "Ebruary 15, 2024: The envoy visits Rome.",
    "May 15 or so: The envoy visits Rome.",
    "  Mey 15 – The envoy visits Rome.",
]


@pytest.mark.parametrize("line", UNREADABLE)
def test_line_that_is_nearly_dated_is_told_of_where_it_joins_an_entry(line: str) -> None:
    found = read(f"2024\n\nMay 9: Before.\n\nMay 12: Another.\n{line}\n\nJuly 20: After.\n")
    assert [(doubt.line, doubt.excerpt) for doubt in found.doubts] == [(6, line.strip())]
    assert len(found.entries) == 3


@pytest.mark.parametrize("line", UNREADABLE)
def test_line_that_is_nearly_dated_is_told_of_where_it_is_passed_over(line: str) -> None:
    found = read(f"2024\n\nMay 9: Before.\n\n## Later\n\n{line}\n\nJuly 20: After.\n")
    assert [one.line for one in found.narrative if one.is_doubtful] == [7]


@pytest.mark.parametrize(
    "line",
    [
        "Article 15: Both sides agree.",
        "Day 3: They rest.",
        "Chapter 5: The river.",
        "Resolution 242: its terms.",
        "Map 4: the border",
        "Match 5 - a draw",
        "Number 10: the door is shut.",
        "They met on May 5: it rained.",
        "15 members: a count",
    ],
)
def test_number_behind_another_word_is_no_date(line: str) -> None:
    assert not is_nearly_dated(line)
    assert read(f"2024\n\nMay 9: Before.\n\nMay 12: Another.\n{line}\n\nJuly 20: After.\n").doubts == []
