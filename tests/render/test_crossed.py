"""Counts by two measures as a table of one against the other."""

import pytest

from sinorus.render.crossed import crossed, fitted, told_of_rest
from sinorus.store.dimensions import Measure
from sinorus.store.listing import Listing

MEASURES: tuple[Measure, Measure] = ("year", "country")
COUNTS = Listing(
    ("year", "country", "events"),
    [("2001", "US", 3), ("2001", "FR", 1), ("2002", "US", 2), ("2003", "SO", 1), ("2003", "FJ", 1)],
)


def test_the_second_measure_stands_across_the_most_frequent_first() -> None:
    table = crossed(COUNTS, MEASURES)
    assert table.columns == ("year", "US", "FJ", "FR", "SO")
    assert table.rows[0] == ("2001", 3, None, 1, None)


@pytest.mark.parametrize(
    ("columns", "years", "told"),
    [
        pytest.param(20, ["2001", "2002", "2003"], "", id="all fit"),
        pytest.param(
            16,
            ["2001", "2002", "2003"],
            "1 country more than fit here: '--by country,year' turns the table, '--csv' writes all.",
            id="a column is left out",
        ),
        pytest.param(
            8,
            ["2001", "2002"],
            "3 countries more than fit here, and 1 year with nothing but these:"
            " '--by country,year' turns the table, '--csv' writes all.",
            id="and a row that would be empty",
        ),
    ],
)
def test_what_does_not_fit_is_told_and_no_row_is_empty(columns: int, years: list[str], told: str) -> None:
    table = fitted(crossed(COUNTS, MEASURES), columns)
    assert [row[0] for row in table.listing.rows] == years
    assert told_of_rest(table, MEASURES) == told
