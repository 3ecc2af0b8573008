"""Years that can hardly be meant are told of, and their entries are taken all the same."""

import pytest

from tests.reading.reads import read


def _entries(*years: int) -> str:
    """Return a chronology with an entry on a day of each of the years."""
    return "".join(f"May {day}, {year:04}: Round {day}.\n" for day, year in enumerate(years, 1))


FAR = {
    "in between": ([2024, 1024, 2024, 2024], [2]),
    "three of them": ([2024, 1024, 2024, 2042, 2024, 2204 - 200, 2024], [2, 4, 6]),
    "one below the other": ([2023, 2024, 1024, 2042, 2024], [3, 4]),
    "years swapped at the end": ([2024, 2024, 2024, 2042], [4]),
    "ages off at the beginning": ([1024, 2024, 2024, 2024], [1]),
    "newest first": ([2025, 2024, 2042, 2024, 2023], [3]),
    "a past that comes first": ([1991, 2024, 2024, 2024], []),
    "history with gaps": ([1689, 1858, 1896, 1950, 1969, 2001, 2024], []),
    "history that begins far back": ([1950, 1970, 1971, 1989], []),
    "a look back over a few years": ([2024, 2020, 2024, 2024], []),
    "no order at all": ([2024, 1950, 2023, 1960, 2024, 1970, 2023, 1980, 2024], []),
    "too few to tell": ([1024, 2024], []),
}


@pytest.mark.parametrize(("years", "lines"), FAR.values(), ids=FAR)
def test_year_far_from_those_around_it_is_told_of(years: list[int], lines: list[int]) -> None:
    found = read(_entries(*years))
    assert [entry.span.start.year for entry in found.entries] == years
    assert [doubt.line for doubt in found.doubts] == lines


def test_doubt_shows_the_entry() -> None:
    (doubt,) = read(_entries(2024, 1024, 2024)).doubts
    assert (doubt.excerpt, doubt.reason) == ("May 2, 1024: Round 2.", "the year 1024 is far from those around it")


def test_years_that_are_carried_over_from_a_slip_are_seen_with_it() -> None:
    found = read("May 1, 2024: One.\nMay 2, 1024: Two.\nMay 3: Three.\nMay 4, 2024: Four.\n")
    assert [(doubt.line, doubt.reason) for doubt in found.doubts] == [(2, "the year 1024 is far from those around it")]


def test_table_is_looked_at_as_well() -> None:
    rows = "".join(f"{year}-05-05,Talks\n" for year in (2024, 1024, 2024))
    assert [doubt.line for doubt in read(f"date,text\n{rows}", "a.csv").doubts] == [3]
